// How the page looks and moves: the system's choice, unless the user has chosen otherwise; this browser remembers it.
import { createStore } from 'zustand/vanilla';

export const themes = { system: 'Same as this computer', light: 'Light', dark: 'Dark' } as const;
export const motions = { system: 'Same as this computer', reduced: 'Less', full: 'All' } as const;

export type Theme = keyof typeof themes;
export type Motion = keyof typeof motions;

export interface Display {
  readonly theme: Theme;
  readonly motion: Motion;
  readonly isDark: boolean;
  /** No travelling marks, and a clock that moves in whole days. */
  readonly isReduced: boolean;
}

const KEYS = { theme: 'onward.theme', motion: 'onward.motion' } as const;
const QUERIES = {
  dark: '(prefers-color-scheme: dark)',
  reduced: '(prefers-reduced-motion: reduce)',
  /** The ground is the reader's own then, whatever was chosen here. */
  forced: '(forced-colors: active)',
} as const;

export const display = createStore<Display>(() =>
  resolved(kept(KEYS.theme, themes) ?? 'system', kept(KEYS.motion, motions) ?? 'system'),
);

export function chooseTheme(theme: Theme): void {
  display.setState(resolved(theme, display.getState().motion));
  keep(KEYS.theme, theme);
}

export function chooseMotion(motion: Motion): void {
  display.setState(resolved(display.getState().theme, motion));
  keep(KEYS.motion, motion);
}

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
    matchMedia(query).addEventListener('change', () => {
      const { theme, motion } = display.getState();
      display.setState(resolved(theme, motion));
    });
}

function resolved(theme: Theme, motion: Motion): Display {
  return {
    theme,
    motion,
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
