// At one press an answer is an option like the others, and a column of the comparison.
import { useStore } from 'zustand';
import type { Model, NumberFacts, RunRequest } from '../../../engine/index.ts';
import type { Settings } from '../../model/asked.ts';
import { MOST_OWN } from '../../model/own-document.ts';
import { ownOptions } from '../../model/own-options.ts';
import { controlOf, optionOf, TODAY } from '../../model/values.ts';
import { keepBeside } from '../../session/own-options.ts';
import { compared, MOST_BESIDE } from '../../state/compared.ts';
import { settings } from '../../state/settings.ts';
import { numbersOf } from '../../study/search-of.ts';
import { sideBySide } from '../../study/side-by-side.ts';
import { sayWhat } from '../../words/headline.ts';
import { sayShortName } from '../../words/numbers/short-name.ts';
import { sayValue } from '../../words/numbers/setting.ts';

export type Facts = Readonly<Record<string, NumberFacts>>;

interface KeepProps {
  readonly model: Model;
  readonly run: RunRequest;
  /** The numbers that were found. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly facts: Facts;
  readonly label?: string;
  /** Which of several, for those who hear the button and do not see its row. */
  readonly which?: string;
}

export function KeepMix({ model, run, numbers, facts, label = 'Keep it as an option', which }: KeepProps) {
  const beside = useStore(compared, (s) => s.beside);
  const columns = useStore(sideBySide, (s) => s.asked?.columns);
  if (ownOptions(model).length >= MOST_OWN) return null;
  async function keep(): Promise<void> {
    const { present } = settings.getState();
    const { option, changes = [] } = run;
    const others = Object.entries(numbersOf(run.set)).filter(([path]) => !Object.hasOwn(numbers, path));
    const edits = others.map(([path, at]) => ({ label: sayShortName(model, path), value: String(at) }));
    const found = Object.entries(numbers).map(([path, value]) => ({
      label: controlOf(model, path)?.label ?? path,
      value: sayValue(value, controlOf(model, path)!, facts[path]),
    }));
    const { title } = optionOf(model, option);
    const name = sayWhat(title, option === TODAY, [...edits, ...found]);
    const set = { ...Object.fromEntries(others), ...numbers };
    const of: Settings = { ...present, option, set, changes, moves: [] };
    const id = await keepBeside(name.slice(0, 200), of);
    if (id === undefined) return;
    // The last of the columns gives way where there is no room.
    const now = beside ?? (columns ?? []).slice(1).map((column) => column.id);
    compared.setState({ beside: [...now.slice(0, MOST_BESIDE - 1), id] });
  }
  return (
    <button type="button" aria-label={which && `${label}: ${which}`} onClick={() => void keep()}>
      {label}
    </button>
  );
}
