// The way to each view: side by side where there is room, in one menu where there is not.
import { useStore } from 'zustand';
import { writeAddress } from '../../address/address-bar.ts';
import { useMedia } from '../../ground/media.ts';
import { addressOf, route } from '../../address/route.ts';
import { headerOf, lineOf, listed, type View, type ViewLine } from '../../address/views.ts';

/** Beside the other things of the header each entry takes about this; below 900 the header is a column of rows anyway. */
const ENTRY_PX = 83;
const REST_PX = 480;
const NARROW = `(max-width: ${Math.max(899, REST_PX + ENTRY_PX * headerOf().length)}px)`;

export function ViewsMenu() {
  const { view } = useStore(route);
  const isNarrow = useMedia(NARROW);
  const { name, menu } = lineOf(view);
  return (
    <nav aria-label="Views">
      {isNarrow ? (
        <Menu name={name} kind="all" holds={listed} />
      ) : (
        headerOf().map((one) =>
          'holds' in one ? (
            <Menu key={one.menu} name={one.menu} kind={menu === one.menu ? 'here' : ''} holds={one.holds} />
          ) : (
            <To key={one.view} line={one} />
          ),
        )
      )}
    </nav>
  );
}

interface MenuProps {
  readonly name: string;
  /** It holds every view, or the view on the screen is one of these. */
  readonly kind: 'all' | 'here' | '';
  readonly holds: readonly ViewLine[];
}

const Menu = ({ name, kind, holds }: MenuProps) => (
  <details className={`views-menu ${kind}`}>
    <summary>
      {name} <span aria-hidden="true">▾</span>
    </summary>
    <ul>
      {holds.map((line) => (
        <li key={line.view}>
          <To line={line} />
        </li>
      ))}
    </ul>
  </details>
);

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
