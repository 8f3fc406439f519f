// Alt+Shift and a digit go to a view, unless the user has turned that off; the browser stores the choice where it may.
import { createStore } from 'zustand/vanilla';
import { writeAddress } from './address-bar.ts';
import { addressOf, route } from './route.ts';
import { views, type View } from './views.ts';

/** Digit 1 is the first. A view keeps its digit whatever others there are. */
export const viewsByDigit = ['explore', 'compare', 'present', 'assumptions', 'data', 'report', 'help'] as const;

const KEPT_AS = 'onward.view-keys';

export const viewKeys = createStore<{ readonly areOn: boolean }>(() => ({ areOn: kept() !== 'off' }));

export function turnViewKeys(areOn: boolean): void {
  viewKeys.setState({ areOn });
  try {
    localStorage.setItem(KEPT_AS, areOn ? 'on' : 'off');
  } catch {
    // Full or denied: it holds until the page is closed.
  }
}

function kept(): string | null {
  try {
    return localStorage.getItem(KEPT_AS);
  } catch {
    return null;
  }
}

type Pressed = Pick<KeyboardEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'code'>;

/** By where the key is: with Shift held, what it types differs from keyboard to keyboard. */
export function viewOfKeys({ altKey, shiftKey, ctrlKey, metaKey, code }: Pressed): View | undefined {
  const [, digit] = /^(?:Digit|Numpad)([1-7])$/.exec(code) ?? [];
  if (!altKey || !shiftKey || ctrlKey || metaKey || digit === undefined) return undefined;
  const name: string = viewsByDigit[Number(digit) - 1];
  return views.find(({ view }) => view === name)?.view;
}

/** From now on. */
export function followViewKeys(): void {
  window.addEventListener('keydown', (event) => {
    const view = viewKeys.getState().areOn ? viewOfKeys(event) : undefined;
    if (view === undefined) return;
    event.preventDefault();
    if (view === route.getState().view) return;
    writeAddress();
    location.hash = addressOf(view, route.getState());
  });
}
