// One of the numbers tried together: which it is, from where to where, and in which steps.
import { useId } from 'react';
import type { Model } from '../../../engine/index.ts';
import { entryOf } from '../../model/values.ts';
import type { Tried } from '../../model/tried.ts';
import { NumberBox } from '../../parts/sliders/number-box.tsx';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';

interface Props {
  readonly model: Model;
  readonly lines: readonly AssumptionLine[];
  readonly tried: Tried;
  readonly label: string;
  /** Taken by another. */
  readonly taken: readonly string[];
  choose(path: string): void;
  change(tried: Tried): void;
  /** Undefined for the only one. */
  readonly remove: (() => void) | undefined;
}

export function TogetherNumber({ model, lines, tried, label, taken, choose, change, remove }: Props) {
  const id = useId();
  const line = lines.find(({ path }) => path === tried.path);
  const entry = entryOf(model, tried.path);
  if (!line || !entry) return null;
  const { least, most, step } = tried;
  const facts = line.facts;
  const box = (
    before: string,
    what: string,
    value: number,
    from: number,
    to: number,
    enter: (value: number) => void,
  ) => (
    <span className="together-end">
      {before}{' '}
      <NumberBox
        label={`${what} of ${label.toLowerCase()}`}
        control={{ ...entry, least: from, most: to, step: Math.min(entry.step, step) }}
        facts={facts}
        value={value}
        onEnter={enter}
      />
    </span>
  );
  return (
    <div className="together-number">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={tried.path} onChange={({ target }) => choose(target.value)}>
        {lines
          .filter(({ path }) => path === tried.path || !taken.includes(path))
          .map(({ path, facts: { title } }) => (
            <option key={path} value={path}>
              {sayNumberName(model, path, title)}
            </option>
          ))}
      </select>
      {box('from', 'Least', least, entry.least, most - step, (value) => change({ ...tried, least: value }))}
      {box('to', 'Most', most, least + step, entry.most, (value) => change({ ...tried, most: value }))}
      {box('in steps of', 'Step', step, entry.step, most - least, (value) => change({ ...tried, step: value }))}
      {remove && (
        <button type="button" className="quiet" onClick={remove}>
          Leave out<span className="hidden"> {label.toLowerCase()}</span>
        </button>
      )}
    </div>
  );
}
