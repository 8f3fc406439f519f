// What a search of mixes has found: the sentence, how sure it is, the mixes that are about as good, and the same search in a terminal.
import { useStore } from 'zustand';
import {
  AT_LEAST_NOTHING,
  interval,
  numbersAt,
  within,
  type Interval,
  type Looked,
  type Setting,
} from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { controlOf } from '../../model/values.ts';
import { mixRun, type MixAsked } from '../../study/mix-run.ts';
import { sayMix, sayNoMix } from '../../words/mix.ts';
import { sayLevel } from '../../words/numbers/difference.ts';
import { DAYS, PEOPLE, POUNDS_A_YEAR } from '../../words/numbers/quantity.ts';
import { sayValue } from '../../words/numbers/setting.ts';
import { sayGoal } from '../../words/solve.ts';
import { KeepMix, type Facts } from './keep-mix.tsx';
import { SearchCommand } from './search-command.tsx';

/** More rivals say nothing more. */
const MOST_SHOWN = 10;

interface Props {
  readonly asked: MixAsked;
  readonly facts: Facts;
}

export function MixAnswer({ asked, facts }: Props) {
  const found = useStore(mixRun, (s) => s.found);
  const { model, goal, levers, run } = asked;
  const labelOf = (path: string) => controlOf(model, path)?.label ?? path;
  const sayOf = (path: string, value: number) => sayValue(value, controlOf(model, path)!, facts[path]);
  const sayMany = (values: readonly number[]) =>
    levers.map(({ path }, l) => `${labelOf(path)} ${sayOf(path, values[l])}`).join(' with ');
  if (!found) return null;
  const { chosen, nearest, looked } = found;
  const quantity = goal.kind === 'days' ? DAYS : PEOPLE;
  const say = ({ mean, low, high }: Interval) =>
    Number.isFinite(low) ? sayLevel(mean, low, high, quantity) : mean.toFixed(1);
  const goalWords = sayGoal[goal.kind](goal.limit);
  const answer = chosen
    ? sayMix(sayMany(chosen.best.values), goalWords, found, sayGap(chosen.aheadBy, goal.kind === 'days'))
    : sayNoMix(
        sayMany(levers.map(({ values }) => values.at(-1)!)),
        goalWords,
        nearest && `${sayMany(nearest.values)}: ${say(readingOf(looked, nearest, 0))}`,
      );
  const shown = chosen ? [chosen.best, ...chosen.rivals].slice(0, MOST_SHOWN + 1) : nearest ? [nearest] : [];
  const [empty, cost] = shown.length > 0 ? [1, 2].map((at) => readingOf(looked, shown[0], at).mean) : [NaN, NaN];
  const hasCosts = Number.isFinite(cost);
  return (
    <div className="what-it-takes-answer" aria-live="polite">
      <h4>{answer.sentence}</h4>
      <p>
        {answer.range} All else as in: {asked.within}.
        {chosen && Number.isFinite(empty) && ` That leaves ${sayPlaces(empty)} empty on a typical day.`}
        {chosen && hasCosts && ` It costs about ${sayLevel(cost, cost, cost, POUNDS_A_YEAR)} a year.`}
      </p>
      {chosen && chosen.best.added !== 0 && (
        <p>
          <KeepMix {...{ model, run, facts }} numbers={numbersAt(levers, chosen.best)} />
        </p>
      )}
      <table className="compare-tries">
        <caption>{chosen ? 'The mix found, and those about as good' : 'The mix that comes nearest'}</caption>
        <ColumnHeads
          of={[
            ...levers.map(({ path }) => labelOf(path)),
            'More places',
            goal.kind === 'days' ? 'Days waited each' : 'People waiting',
            '95 % range',
            'Empty places',
            ...(hasCosts ? ['Cost a year'] : []),
          ]}
        />
        <tbody>
          {shown.map((one) => {
            const row = readingOf(looked, one, 0);
            const money = readingOf(looked, one, 2).mean;
            return (
              <tr
                key={one.name}
                data-mix={one.values.join()}
                data-mean={row.mean}
                className={one === chosen?.best ? 'found' : ''}
              >
                {levers.map(({ path }, l) =>
                  l === 0 ? (
                    <th scope="row" key={path}>
                      {sayOf(path, one.values[l])}
                    </th>
                  ) : (
                    <td key={path}>{sayOf(path, one.values[l])}</td>
                  ),
                )}
                <td>{one.added}</td>
                <td>{say(row)}</td>
                <td>{sayRange(row, quantity)}</td>
                <td>{sayPlain(readingOf(looked, one, 1).mean)}</td>
                {hasCosts && <td>{sayLevel(money, money, money, POUNDS_A_YEAR)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small">{sayEffort(looked, asked)}</p>
      <SearchCommand {...asked} paths={goal.paths} />
    </div>
  );
}

const readingOf = (looked: Looked, one: Setting, reading: number): Interval =>
  within(interval(looked.of(one, reading)), AT_LEAST_NOTHING);

const sayPlain = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : '–');
const sayPlaces = (empty: number): string =>
  Math.round(empty) === 1 ? 'about 1 place' : `about ${Math.round(empty)} places`;
const sayRange = ({ low, high }: Interval, quantity: typeof DAYS): string =>
  Number.isFinite(low) ? `${sayLevel(low, low, high, quantity)} to ${sayLevel(high, low, high, quantity)}` : '–';

function sayGap(aheadBy: number, isDays: boolean): string {
  const gap = aheadBy < 0.1 ? '0.1' : aheadBy.toFixed(1);
  return `${gap} ${isDays ? 'days' : 'people'}`;
}

function sayEffort(looked: Looked, { levers, replications }: MixAsked): string {
  const count = (n: number) => n.toLocaleString('en-GB');
  const all = levers.reduce((product, { values }) => product * values.length, 1);
  return `${count(looked.all().length)} of ${count(all)} mixes looked at, with the same people in each, in ${count(looked.replications)} simulated years; those in the table in ${count(replications)} each.`;
}
