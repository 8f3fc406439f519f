// What came of numbers tried together: the finding, a heat map or several of one scale, the table behind, files and the command.
import { useEffect, useState } from 'react';
import type { Model } from '../../../engine/index.ts';
import { linkNow } from '../../address/address-bar.ts';
import { isAsShipped, nameForCommand } from '../../export/origin.ts';
import { saveSwept } from '../../export/swept-files.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { copyText } from '../../ground/copy-text.ts';
import type { Settings } from '../../model/asked.ts';
import type { Tried } from '../../model/tried.ts';
import { subjectOf } from '../../model/values.ts';
import type { AssumptionLine } from '../../shown/assumption-lines.ts';
import { sweepCommand } from '../../shown/sweep-command.ts';
import type { Combination, CombinationsState } from '../../study/combinations-run.ts';
import { UNSETTLED } from '../../words/matters.ts';
import { sayLevel, sayLevelRange } from '../../words/numbers/difference.ts';
import { sayNumberName } from '../../words/numbers/number-name.ts';
import { sayNumber } from '../../words/numbers/number-value.ts';
import { counted, PEOPLE } from '../../words/numbers/quantity.ts';
import { sayCombinations } from '../../words/together.ts';
import { HeatMap, type Axis } from './heat-map.tsx';
import '../../parts/beside/beside.css';

interface Props {
  readonly model: Model;
  readonly present: Settings;
  readonly lines: readonly AssumptionLine[];
  readonly state: CombinationsState;
}

export function TogetherFound({ model, present, lines, state }: Props) {
  const { combinations, tried, status, years } = state;
  const { where } = subjectOf(model);
  const axes = tried.map((one, at) =>
    axisOf(model, lines, one, [...new Set(combinations.map(({ values }) => values[at]))]),
  );
  const looked = combinations.filter((one) => one.found);
  const most = Math.max(0, ...looked.map(({ found }) => (found![0] === 1 ? found![1] : 0)));
  const sayAt = (values: readonly number[]) =>
    inList(
      axes.map(
        (axis, at) =>
          `${axis.name} at ${sayNumber(values[at], axis.facts, axis.path).replace(/ (places|beds|people)$/, '')}`,
      ),
    );
  const isAll = looked.length > 0 && looked.every((one) => one.years === years);
  const finding =
    looked.length > 1 && status !== 'running'
      ? sayCombinations(
          looked.map(({ values, found }) => ({ said: sayAt(values), look: lookOf(found!) })),
          where,
        )
      : '';
  // With three, a picture for each value of the first.
  const [first, ...rest] = axes;
  const pictures = axes.length === 3 ? first.values : [undefined];
  const [down, along] = axes.length === 3 ? rest : axes.length === 2 ? axes : [undefined, axes[0]];
  const refused = combinations.find(({ problem }) => problem !== undefined);
  return (
    <>
      <output className="together-says">{finding}</output>
      <div className="heat-maps">
        {pictures.map((value) => (
          <HeatMap
            key={value ?? 'one'}
            caption={
              value === undefined
                ? `People waiting ${where}`
                : `${first.name}: ${sayNumber(value, first.facts, first.path)}`
            }
            along={along}
            down={down}
            cells={value === undefined ? combinations : combinations.filter(({ values }) => values[0] === value)}
            most={most}
            years={years}
            hasNow={value === undefined || value === first.now}
          />
        ))}
      </div>
      <p className="small">
        In each cell: people waiting {where} on a typical day, the average of{' '}
        {isAll ? `${years} simulated years` : `${years} simulated years, or of the first 5 where it is in italics`},
        with the same people in every cell. A stronger colour: more people. “–”: it does not settle, because more come
        than there is room for, so there is no average. A frame: as it is now.
      </p>
      {refused && <p className="small">“×”: it cannot be. {refused.problem}</p>}
      <Table {...{ axes, looked }} />
      <TakeAway {...{ model, present, state }} />
    </>
  );
}

const inList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const lookOf = ([settles, mean, low, high, n]: Float64Array) =>
  settles === 1 ? { mean, low, high, n } : { mean: NaN, low: NaN, high: NaN, n };

function axisOf(model: Model, lines: readonly AssumptionLine[], { path }: Tried, values: readonly number[]): Axis {
  const { facts, value: now } = lines.find((line) => line.path === path)!;
  return { path, name: sayNumberName(model, path, facts.title), facts, values, now };
}

function Table({ axes, looked }: { readonly axes: readonly Axis[]; readonly looked: readonly Combination[] }) {
  return (
    <details className="lines-table">
      <summary>The same as a table, with ranges</summary>
      <div className="lines-scroll">
        <table>
          <caption className="hidden">Every combination and how many people wait</caption>
          <ColumnHeads of={[...axes.map(({ name }) => name), 'People waiting', 'Likely range', 'Simulated years']} />
          <tbody>
            {looked.map(({ values, found, years }) => {
              const { mean, low, high } = lookOf(found!);
              const isSettled = !Number.isNaN(mean);
              return (
                <tr key={values.join()}>
                  {axes.map((axis, at) => (
                    <td key={axis.path}>{sayNumber(values[at], axis.facts, axis.path)}</td>
                  ))}
                  <td>{isSettled ? counted(sayLevel(mean, low, high, PEOPLE), PEOPLE) : UNSETTLED}</td>
                  <td>{isSettled ? sayLevelRange(mean, low, high, PEOPLE) : '–'}</td>
                  <td>{years}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function TakeAway({ model, present, state }: Omit<Props, 'lines'>) {
  const [said, setSaid] = useState('');
  const [name, setName] = useState(nameForCommand(model, false));
  useEffect(() => {
    isAsShipped(model).then(
      (asShipped) => setName(nameForCommand(model, asShipped)),
      () => {},
    );
  }, [model]);
  const { station, measure } = subjectOf(model);
  const command = sweepCommand(name, present, state.tried, state.years, `${station}.${measure}.mean`);
  const file = `onward-${model.id}-${present.option}-sweep`;
  const save = (format: 'csv' | 'parquet') =>
    saveSwept(state, present.option, file, format).then(setSaid, () =>
      setSaid('The page could not be loaded in full. Reload it.'),
    );
  const isWhole = state.status === 'done';
  return (
    <>
      <div className="actions">
        <button type="button" disabled={!isWhole} onClick={() => void save('csv')}>
          Save as CSV
        </button>
        <button type="button" disabled={!isWhole} onClick={() => void save('parquet')}>
          Save as Parquet
        </button>
        <button
          type="button"
          onClick={() => void copyText(linkNow(), 'Link', () => 'the link is in the address bar.').then(setSaid)}
        >
          Copy link to these combinations
        </button>
        <output className="small">{said}</output>
      </div>
      <p className="small">
        The same in a terminal, to the last digit; there are also thousands of combinations at once:{' '}
        <code className="together-command">{command}</code>
      </p>
    </>
  );
}
