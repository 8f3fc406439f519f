// A number that a service need not have, added with its value: a price, a waiting room, starts in a month.
import { useState } from 'react';
import { typedNumber, type StationKind } from '../../../engine/index.ts';
import { isIn } from '../../model/values.ts';
import { writeNumber } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { prices } from '../../words/costs.ts';
import type { Drawing } from './use-drawing.ts';

interface MoreNumbersProps {
  readonly drawing: Drawing;
  readonly id: string;
  readonly allows: StationKind['allows'];
}

/** Numbers that stand by themselves; whatever else a service may have is typed in its workbook. */
const singles: readonly (readonly [key: StationKind['allows'][number], called: string])[] = [
  ['startsPerMonth', 'Starts in a calendar month'],
  ['waitingRoom', 'Most who may wait from outside'],
  ['visitsPerDay', 'Visits that can be made a day'],
  ['deferDays', 'Days a visit may be put off'],
];

export function MoreNumbers({ drawing: { draft }, id, allows }: MoreNumbersProps) {
  const [problem, setProblem] = useState('');
  const [value, setValue] = useState('');
  const station = draft.stations[id];
  const isOpen = (key: string) => allows.some((one) => one === key);
  const choices = [
    ...(isOpen('costs')
      ? prices.map(({ key, per }) => [`costs.${key}`, `£ for ${per}`, isIn(station.costs ?? {}, key)] as const)
      : []),
    ...singles.filter(([key]) => isOpen(key)).map(([key, called]) => [key, called, isIn(station, key)] as const),
  ].filter(([, , isThere]) => !isThere);
  const [chosen, setChosen] = useState('');
  const key = choices.some(([one]) => one === chosen) ? chosen : choices[0]?.[0];
  if (key === undefined) return <p className="small">It has all of them.</p>;
  const add = () => {
    const read = typedNumber(value.replace(/[£\s]/g, ''));
    if (!('value' in read)) return setProblem(`“${value}” is not a number. ${read.hint}`);
    setProblem('');
    setValue('');
    const [, called] = choices.find(([one]) => one === key)!;
    const price = key.startsWith('costs.') ? ' It counts once its source is typed.' : '';
    drawn.edit(writeNumber(draft, `stations.${id}.${key}`, read.value), `Added: ${called}.${price}`);
  };
  return (
    <form
      className="build-add"
      aria-label="Another number"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <label>
        Number{' '}
        <select value={key} onChange={(event) => setChosen(event.target.value)}>
          {choices.map(([one, called]) => (
            <option key={one} value={one}>
              {called}
            </option>
          ))}
        </select>
      </label>
      <label>
        Value{' '}
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
      </label>
      <button type="submit">Add it</button>
      {problem !== '' && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
    </form>
  );
}
