// What a search along one number has found: the sentence, what chance leaves open, and every value tried with its result.
import { useStore } from 'zustand';
import { cheapest } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import type { Goal } from '../../model/goal.ts';
import { controlOf } from '../../model/values.ts';
import { sayLevel } from '../../words/numbers/difference.ts';
import { DAYS, PEOPLE, POUNDS_A_YEAR } from '../../words/numbers/quantity.ts';
import { sayValue } from '../../words/numbers/setting.ts';
import { sayCheapest, sayGoal, saySolved } from '../../words/solve.ts';
import { searching, type Look, type Search } from '../../study/searching.ts';
import { KeepMix, type Facts } from './keep-mix.tsx';
import { SearchCommand } from './search-command.tsx';

export function Answer({ search, facts }: { readonly search: Search; readonly facts: Facts }) {
  const { looks, solved } = useStore(searching);
  const { model, goal, within, tries, run } = search;
  const [path] = goal.paths;
  const label = controlOf(model, path)?.label ?? path;
  const say = (value: number) => sayValue(value, controlOf(model, path)!, facts[path]);
  const goalWords = sayGoal[goal.kind](goal.limit);
  const answer = solved && saySolved(label, say, goalWords, tries, solved);
  const at = looks.find(({ value }) => value === solved?.value);
  const priced = solved && cheapest(solved, (of) => looks.find(({ value }) => value === of)?.costs ?? NaN);
  const hasCosts = looks.some(({ costs }) => Number.isFinite(costs));
  return (
    <div className="what-it-takes-answer" aria-live="polite">
      {answer && (
        <>
          <h4>{answer.sentence}</h4>
          <p>
            {answer.range} All else as in: {within}.
            {at && Number.isFinite(at.empty) && ` That leaves ${sayEmpty(at.empty)} empty on a typical day.`}
            {priced && ` ${sayCheapest(say, sayPounds, priced)}`}
          </p>
          {typeof solved?.value === 'number' && (
            <p>
              <KeepMix {...{ model, run, facts }} numbers={{ [path]: solved.value }} />
            </p>
          )}
        </>
      )}
      {looks.length > 0 && (
        <table className="compare-tries">
          <caption>Numbers tried, with the same people at each</caption>
          <ColumnHeads
            of={[
              label,
              goal.kind === 'days' ? 'Days waited each' : 'People waiting',
              '95 % range',
              'Target',
              'Empty places',
              ...(hasCosts ? ['Cost a year'] : []),
            ]}
          />
          <tbody>
            {[...looks]
              .sort((a, b) => a.value - b.value)
              .map((look) => (
                <tr
                  key={look.value}
                  data-tried={look.value}
                  data-mean={look.mean}
                  className={look === at ? 'found' : ''}
                >
                  <th scope="row">{say(look.value)}</th>
                  <td>{sayMean(look, goal)}</td>
                  <td>{sayRange(look, goal)}</td>
                  <td>{look.mean <= goal.limit ? 'met' : 'not met'}</td>
                  <td>{Number.isFinite(look.empty) ? look.empty.toFixed(1) : '–'}</td>
                  {hasCosts && <td>{Number.isFinite(look.costs) ? sayPounds(look.costs) : '–'}</td>}
                </tr>
              ))}
          </tbody>
        </table>
      )}
      <SearchCommand {...search} paths={goal.paths} />
    </div>
  );
}

const sayEmpty = (empty: number): string =>
  Math.round(empty) === 1 ? 'about 1 place' : `about ${Math.round(empty)} places`;
const sayPounds = (costs: number): string => sayLevel(costs, costs, costs, POUNDS_A_YEAR);
const quantityOf = ({ kind }: Goal) => (kind === 'days' ? DAYS : PEOPLE);
const sayMean = ({ mean, low, high }: Look, goal: Goal): string =>
  Number.isNaN(mean)
    ? 'does not settle'
    : Number.isFinite(low)
      ? sayLevel(mean, low, high, quantityOf(goal))
      : mean.toFixed(1);
const sayRange = ({ low, high }: Look, goal: Goal): string =>
  Number.isFinite(low)
    ? `${sayLevel(Math.max(0, low), low, high, quantityOf(goal))} to ${sayLevel(high, low, high, quantityOf(goal))}`
    : '–';
