// How the page looks and moves: a choice here overrides the system's, and this browser remembers it.
import { useStore } from 'zustand';
import { chooseMotion, chooseTheme, display, motions, themes } from '../../state/display.ts';

export function DisplayMenu() {
  const { theme, motion } = useStore(display);
  return (
    <details className="display-menu">
      <summary aria-label="Display" title="Display">
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="8" fill="none" stroke="currentColor" strokeWidth="2" />
          <path d="M10 2 A8 8 0 0 1 10 18 Z" fill="currentColor" />
        </svg>
      </summary>
      <div>
        <Choice title="Colours" all={themes} chosen={theme} choose={chooseTheme} />
        <Choice title="Movement" all={motions} chosen={motion} choose={chooseMotion} />
      </div>
    </details>
  );
}

interface ChoiceProps<T extends string> {
  readonly title: string;
  readonly all: Readonly<Record<T, string>>;
  readonly chosen: T;
  choose(one: T): void;
}

function Choice<T extends string>({ title, all, chosen, choose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {(Object.keys(all) as T[]).map((one) => (
        <label key={one}>
          <input type="radio" name={title} checked={one === chosen} onChange={() => choose(one)} />
          {all[one]}
        </label>
      ))}
    </fieldset>
  );
}
