// How the page looks and moves: the system's choice, unless the user has chosen otherwise; this browser remembers it.
import { createStore } from 'zustand/vanilla';

export const themes = { system: 'Same as this computer', light: 'Light', dark: 'Dark' } as const;
export const motions = { system: 'Same as this computer', reduced: 'Less', full: 'All' } as const;
export const pictures = { places: 'Beds and houses', plain: 'Plain marks' } as const;

export type Theme = keyof typeof themes;
export type Motion = keyof typeof motions;
/** Places drawn as what they are, plain marks, or bars only: where colours are the reader's own, marks would lose theirs. */
export type Picture = keyof typeof pictures | 'bars';

export interface Display {
  readonly theme: Theme;
  readonly motion: Motion;
  /** What was chosen; `picture` is what is drawn. */
  readonly chosenPicture: keyof typeof pictures;
  readonly picture: Picture;
  readonly isDark: boolean;
  /** No travelling marks, and a clock that moves in whole days. */
  readonly isReduced: boolean;
}

const KEYS = { theme: 'onward.theme', motion: 'onward.motion', picture: 'onward.picture' } as const;
const QUERIES = {
  dark: '(prefers-color-scheme: dark)',
  reduced: '(prefers-reduced-motion: reduce)',
  /** The ground is the reader's own then, whatever was chosen here. */
  forced: '(forced-colors: active)',
} as const;

export const display = createStore<Display>(() =>
  resolved({
    theme: kept(KEYS.theme, themes) ?? 'system',
    motion: kept(KEYS.motion, motions) ?? 'system',
    chosenPicture: kept(KEYS.picture, pictures) ?? 'places',
  }),
);

export function chooseTheme(theme: Theme): void {
  display.setState(resolved({ ...display.getState(), theme }));
  keep(KEYS.theme, theme);
}

export function chooseMotion(motion: Motion): void {
  display.setState(resolved({ ...display.getState(), motion }));
  keep(KEYS.motion, motion);
}

export function choosePicture(chosenPicture: Display['chosenPicture']): void {
  display.setState(resolved({ ...display.getState(), chosenPicture }));
  keep(KEYS.picture, chosenPicture);
}

/** As a link asks: for this visit, and what was chosen here is there again at the next. */
export const showPlain = (): void => display.setState(resolved({ ...display.getState(), chosenPicture: 'plain' }));

/** Tells the style sheet, now and whenever it or the system changes. */
export function followDisplay(): void {
  const show = ({ theme, isReduced }: Display) => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
    dataset.motion = isReduced ? 'reduced' : 'full';
  };
  show(display.getState());
  display.subscribe(show);
  for (const query of Object.values(QUERIES))
    matchMedia(query).addEventListener('change', () => display.setState(resolved(display.getState())));
}

function resolved({ theme, motion, chosenPicture }: Pick<Display, 'theme' | 'motion' | 'chosenPicture'>): Display {
  return {
    theme,
    motion,
    chosenPicture,
    picture: asks(QUERIES.forced) ? 'bars' : chosenPicture,
    isDark: theme === 'system' || asks(QUERIES.forced) ? asks(QUERIES.dark) : theme === 'dark',
    isReduced: motion === 'system' ? asks(QUERIES.reduced) : motion === 'reduced',
  };
}

/** Tests of the stores have no window to ask. */
function asks(query: string): boolean {
  return typeof matchMedia === 'function' && matchMedia(query).matches;
}

function kept<T extends object>(key: string, among: T): keyof T | undefined {
  try {
    const word = localStorage.getItem(key);
    return word !== null && Object.hasOwn(among, word) ? (word as keyof T) : undefined;
  } catch {
    return undefined; // storage is denied here: the system decides
  }
}

function keep(key: string, word: string): void {
  try {
    localStorage.setItem(key, word);
  } catch {
    // Not kept: the next visit is as the system has it.
  }
}
