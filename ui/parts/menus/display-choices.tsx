// The choices of how the page looks and moves: each overrides the system's, and this browser remembers it.
import { useStore } from 'zustand';
import { chooseMotion, choosePicture, chooseTheme, display, motions, pictures, themes } from '../../state/display.ts';

export function DisplayChoices() {
  const { theme, motion, chosenPicture } = useStore(display);
  return (
    <>
      <Choice title="Colours" all={themes} chosen={theme} choose={chooseTheme} />
      <Choice title="Movement" all={motions} chosen={motion} choose={chooseMotion} />
      <Choice title="Picture" all={pictures} chosen={chosenPicture} choose={choosePicture} />
    </>
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
