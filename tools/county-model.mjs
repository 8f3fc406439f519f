// A made-up county: forty stations in three localities and about three thousand people at once, to try the map on.

const localities = {
  city: { label: 'City', share: 0.36, hospitals: ['Abbey Park', 'Castle Gate'] },
  west: { label: 'West', share: 0.34, hospitals: ['Coalfield', 'Loughwell', 'Hinckworth', 'Ashbridge'] },
  'east-and-rutland': { label: 'East and Rutland', share: 0.3, hospitals: ['Meltonby', 'Oakfield', 'Harborwell'] },
};
const sites = { royal: 'Royal Infirmary', general: 'General Hospital', north: 'Northfield Hospital' };

const stay = (meanDays) => ({ shape: 'lognormal', meanDays, sdDays: meanDays * 0.7 });
const home = [{ to: 'home' }];
const idOf = (name) => name.toLowerCase().replaceAll(/\W+/g, '-');

/** `times` of 1 has about 3,000 people on the map. Few simulated years: it is made to be looked at. */
export function countyModel(times = 1) {
  const places = (n) => Math.max(1, Math.round(n * times));
  const ids = Object.keys(localities);
  const own = (kind) => ({ by: 'locality', ...Object.fromEntries(ids.map((id) => [id, `${kind}-${id}`])) });
  const perLocality = ids.flatMap((id) => stationsOf(id, localities[id], places));
  const stations = Object.fromEntries([
    ...Object.entries(sites).flatMap(([id, label]) => site(id, label, places)),
    ['specialist', { kind: 'ward', label: 'Specialist rehabilitation', beds: places(20), stay: stay(35), next: home }],
    ['hospice', { kind: 'ward', label: 'Hospice', beds: places(12), stay: stay(18), next: [{ to: 'died' }] }],
    [
      'hospice-at-home',
      { kind: 'caseload', label: 'Hospice at home', places: places(30), stay: stay(30), next: [{ to: 'died' }] },
    ],
    ...perLocality,
    ['home', { kind: 'exit', label: 'Home' }],
    ['care-home', { kind: 'exit', label: 'Care home' }],
    ['died', { kind: 'exit', label: 'Died' }],
    ['back', { kind: 'exit', label: 'Back to acute hospital' }],
  ]);
  const byHospital = ids.map((id) => [id, localities[id].hospitals.map(idOf)]);
  return {
    schemaVersion: 1,
    id: 'made-up-county',
    title: 'A made-up county: three localities, forty services',
    about: 'Made up to try the map at the size of a county. No figure in it is from anywhere.',
    calendar: { startDate: '2024-01-01', warmUpDays: 365, runDays: 365 },
    experiment: { replications: 4, seed: 1 },
    attributes: {
      locality: {
        label: 'Where people live',
        shares: Object.fromEntries(ids.map((id) => [id, localities[id].share])),
      },
    },
    needs: {
      p1: { label: 'Care at home', goesTo: own('support') },
      bed: { label: 'A community bed', goesTo: { by: 'locality', ...Object.fromEntries(byHospital) } },
      stroke: { label: 'A stroke bed', goesTo: own('stroke') },
      ics: { label: 'Intensive community support', goesTo: own('ics') },
      nursing: { label: 'District nursing', goesTo: own('nursing') },
      physio: { label: 'Community physiotherapy', goesTo: own('physio') },
      specialist: { label: 'Specialist rehabilitation', goesTo: 'specialist' },
      hospice: { label: 'A hospice', goesTo: 'hospice', otherwise: [{ to: 'hospice-at-home' }] },
    },
    streams: {
      ...Object.fromEntries(
        Object.entries(sites).map(([id, label]) => [
          id,
          {
            label: `Ready to leave ${label}`,
            arrivalsPerDay: 9.2 * times,
            shares: {
              p1: 0.48,
              bed: 0.28,
              stroke: 0.07,
              ics: 0.13,
              nursing: 0,
              physio: 0,
              specialist: 0.02,
              hospice: 0.02,
            },
            startsAt: id,
          },
        ]),
      ),
      'step-up': {
        label: 'Step-up from home',
        arrivalsPerDay: 5 * times,
        shares: { p1: 0, bed: 0, stroke: 0, ics: 1, nursing: 0, physio: 0, specialist: 0, hospice: 0 },
      },
      referrals: {
        label: 'Referred by GPs',
        arrivalsPerDay: 22 * times,
        shares: { p1: 0, bed: 0, stroke: 0, ics: 0, nursing: 0.45, physio: 0.55, specialist: 0, hospice: 0 },
      },
    },
    stations,
    options: [{ id: 'today', title: 'Today' }],
    controls: [
      { path: 'stations.coalfield.beds', label: 'Beds, Coalfield', least: 0, most: 60, step: 1 },
      { path: 'stations.ics-city.places', label: 'ICS places, City', least: 0, most: 120, step: 1 },
    ],
  };
}

function site(id, label, places) {
  const next = [{ to: `co-ordinators-${id}` }];
  const team = { kind: 'team', label: `Co-ordinators, ${label}`, staff: places(8) };
  return [
    [id, { kind: 'ward', label, beds: 'unlimited', stay: { shape: 'fixed', days: 0 }, next }],
    [`co-ordinators-${id}`, { ...team, stay: { shape: 'exponential', meanHours: 14 }, next: [{ to: 'need' }] }],
  ];
}

function stationsOf(id, { label, share, hospitals }, places) {
  const ward = (name) => [
    idOf(name),
    {
      kind: 'ward',
      label: `${name} Community Hospital`,
      beds: places((165 * share) / hospitals.length),
      stay: stay(22),
      next: [
        { to: `nursing-${id}`, share: 0.2 },
        { to: `support-${id}`, share: 0.2 },
        { to: 'care-home', share: 0.1 },
        { to: 'back', share: 0.05 },
        { to: 'home', share: 0.45 },
      ],
    },
  ];
  const team = (key, name, people, meanDays, next = home) => [
    `${key}-${id}`,
    { kind: 'caseload', label: `${name}, ${label}`, places: places(people * share), stay: stay(meanDays), next },
  ];
  return [
    ...hospitals.map(ward),
    [
      `stroke-${id}`,
      {
        kind: 'ward',
        label: `Stroke beds, ${label}`,
        beds: places(56 * share),
        stay: stay(28),
        next: [{ to: `stroke-rehab-${id}` }],
      },
    ],
    team('stroke-rehab', 'Stroke rehabilitation', 85, 42),
    team('ics', 'Intensive Community Support', 95, 11),
    team('support', 'Home support', 350, 24),
    team('nursing', 'District nursing', 1600, 135),
    team('physio', 'Community physiotherapy', 560, 45),
  ];
}
