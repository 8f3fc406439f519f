// What the numbers on the screen are of, by name: the option, what was moved over it, and the conditions it is under.
import type { Model } from '../../engine/index.ts';
import type { ResultsState } from '../stores/results.ts';
import type { Settings } from '../stores/settings.ts';
import { controlOf, optionOf, TODAY } from '../values.ts';
import { sayUnder, sayWhat } from '../words/headline.ts';
import { sayValue } from '../words/setting.ts';

export const conditionsOf = (model: Model, settings: Settings | undefined): string[] =>
  (model.conditions ?? []).filter(({ id }) => settings?.conditions.includes(id)).map(({ title }) => title);

export function whatIsShown(model: Model, { shown, readings }: ResultsState): string {
  return shown ? sayUnder(whatOf(model, shown.settings, readings), conditionsOf(model, shown.settings), false) : '';
}

/** The option and its edits by name: "With Supportive beds at 11". */
export function whatOf(model: Model, { option, set, changes }: Settings, readings: ResultsState['readings']): string {
  const name = (path: string) => controlOf(model, path)?.label ?? path;
  const say = (path: string, value: number) => {
    const control = controlOf(model, path);
    return control ? sayValue(value, control, readings.today?.facts[path]) : String(value);
  };
  const edits = [
    ...Object.entries(set).map(([path, value]) => ({ label: name(path), value: say(path, value) })),
    ...changes.map(({ path, value }) => ({ label: name(path), value: `${say(path, value)} from a date` })),
  ];
  return sayWhat(optionOf(model, option).title, option === TODAY, edits);
}
