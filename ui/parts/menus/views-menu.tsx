// The way to each view: five in one row, the last of them a menu with the rest; where there is little room Story is in it as well.
import { useStore } from 'zustand';
import { writeAddress } from '../../address/address-bar.ts';
import { useMedia } from '../../ground/media.ts';
import { addressOf, route } from '../../address/route.ts';
import { headerOf, type View, type ViewLine } from '../../address/views.ts';

const NARROW = '(max-width: 1023px)';

export function ViewsMenu() {
  const { view } = useStore(route);
  const { row, more } = headerOf(useMedia(NARROW));
  const isHere = more.some((line) => line.view === view);
  return (
    <nav aria-label="Views">
      {row.map((line) => (
        <To key={line.view} line={line} />
      ))}
      <details className={isHere ? 'views-menu here' : 'views-menu'}>
        <summary>
          More <span aria-hidden="true">▾</span>
        </summary>
        <ul>
          {more.map((line) => (
            <li key={line.view}>
              <To line={line} />
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}

function To({ line: { view, name } }: { readonly line: ViewLine }) {
  const now = useStore(route);
  const isHere = now.view === view;
  return (
    <a
      href={addressOf(view as View, now)}
      aria-current={isHere ? 'page' : undefined}
      onClick={(event) => {
        if (isHere) event.preventDefault();
        else writeAddress();
        event.currentTarget.closest('details')?.removeAttribute('open');
      }}
    >
      {name}
    </a>
  );
}
