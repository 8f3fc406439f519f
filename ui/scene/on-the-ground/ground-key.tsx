// The key of the map on the ground.

export const GroundKey = () => (
  <ul className="on-ground-key" aria-label="Key to the map">
    <li>
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
        <circle className="on-ground-place" r="8" />
        <circle className="on-ground-people" r="6" />
        <circle className="on-ground-delayed" r="3" />
      </svg>
      beds; people in them; amber, ready to leave and still there (the acute hospital on a scale of its own)
    </li>
    <li>
      <svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">
        <circle className="on-ground-ring" r="6" />
      </svg>
      care at home: places taken
    </li>
    <li>
      <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
        <path className="on-ground-way" d="M1 8Q13 0 25 8" strokeWidth="3" />
      </svg>
      people a week, to a bed close to home
    </li>
    <li>
      <b>local</b> those of them who live there
    </li>
    <li>
      <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true">
        <path className="on-ground-way" data-away d="M1 8Q13 0 25 8" strokeWidth="3" />
      </svg>
      to a bed further away
    </li>
  </ul>
);
