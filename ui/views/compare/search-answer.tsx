// What a search has found: the sentence, what chance leaves open, and every number tried with its result.
import { useStore } from 'zustand';
import { cheapest, type Model, type NumberFacts } from '../../../engine/index.ts';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { nameInTerminal } from '../../model/shipped-models.ts';
import type { Goal } from '../../model/goal.ts';
import type { Settings } from '../../model/asked.ts';
import { MOST_OWN } from '../../model/own-document.ts';
import { ownOptions } from '../../model/own-options.ts';
import { keepBeside } from '../../session/own-options.ts';
import { compared, EDITED, MOST_BESIDE } from '../../state/compared.ts';
import { settings } from '../../state/settings.ts';
import { controlOf, optionOf, TODAY } from '../../model/values.ts';
import { sideBySide } from '../../study/side-by-side.ts';
import { sayWhat } from '../../words/headline.ts';
import { sayShortName } from '../../words/numbers/short-name.ts';
import { sayLevel } from '../../words/numbers/difference.ts';
import { DAYS, PEOPLE, POUNDS_A_YEAR } from '../../words/numbers/quantity.ts';
import { sayValue } from '../../words/numbers/setting.ts';
import { sayCheapest, sayGoal, saySolved } from '../../words/solve.ts';
import { comparedLines } from '../../shown/compared-lines.ts';
import { numbersOf } from '../../study/search-of.ts';
import { roleOf, searching, type Look, type Search } from '../../study/searching.ts';

export type Facts = Readonly<Record<string, NumberFacts>>;

export function Answer({ search, facts }: { readonly search: Search; readonly facts: Facts }) {
  const { looks, solved } = useStore(searching);
  const { model, goal, within, tries, numbersAt } = search;
  const isSeveral = goal.paths.length > 1;
  const labelOf = (path: string) => controlOf(model, path)?.label ?? path;
  const sayOf = (path: string, value: number) => sayValue(numbersAt(value)[path], controlOf(model, path)!, facts[path]);
  // "Places at home 31 with Supportive beds 7".
  const say = (value: number) =>
    isSeveral
      ? goal.paths.map((path) => `${labelOf(path)} ${sayOf(path, value)}`).join(' with ')
      : sayOf(goal.paths[0], value);
  const goalWords = sayGoal[goal.kind](goal.limit);
  const label = isSeveral ? 'Together' : labelOf(goal.paths[0]);
  const answer = solved && saySolved(label, say, goalWords, tries, solved, isSeveral);
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
          {typeof solved?.value === 'number' && <Keep search={search} value={solved.value} sayOf={sayOf} />}
        </>
      )}
      {looks.length > 0 && (
        <table className="compare-tries">
          <caption>Numbers tried, with the same people at each</caption>
          <ColumnHeads
            of={[
              ...goal.paths.map(labelOf),
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
                  {goal.paths.map((path, at) =>
                    at === 0 ? (
                      <th scope="row" key={path}>
                        {sayOf(path, look.value)}
                      </th>
                    ) : (
                      <td key={path}>{sayOf(path, look.value)}</td>
                    ),
                  )}
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
      <Command search={search} />
    </div>
  );
}

interface KeepProps {
  readonly search: Search;
  readonly value: number;
  readonly sayOf: (path: string, value: number) => string;
}

/** At one press the answer is an option like the others, and a column of the comparison. */
function Keep({ search: { model, goal, run, numbersAt }, value, sayOf }: KeepProps) {
  const beside = useStore(compared, (s) => s.beside);
  const columns = useStore(sideBySide, (s) => s.asked?.columns);
  if (ownOptions(model).length >= MOST_OWN) return null;
  async function keep(): Promise<void> {
    const { present } = settings.getState();
    const { option, changes = [] } = run;
    const others = Object.entries(numbersOf(run.set)).filter(([path]) => !goal.paths.includes(path));
    const edits = others.map(([path, at]) => ({ label: sayShortName(model, path), value: String(at) }));
    const found = goal.paths.map((path) => ({
      label: controlOf(model, path)?.label ?? path,
      value: sayOf(path, value),
    }));
    const { title } = optionOf(model, option);
    const name = sayWhat(title, option === TODAY, [...edits, ...found]);
    const set = { ...Object.fromEntries(others), ...numbersAt(value) };
    const of: Settings = { ...present, option, set, changes, moves: [] };
    const id = await keepBeside(name.slice(0, 200), of);
    if (id === undefined) return;
    // The last of the columns gives way where there is no room.
    const now = beside ?? (columns ?? []).slice(1).map((column) => column.id);
    compared.setState({ beside: [...now.slice(0, MOST_BESIDE - 1), id] });
  }
  return (
    <p>
      <button type="button" onClick={() => void keep()}>
        Keep it as an option
      </button>
    </p>
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

/** The target as the terminal writes it. */
function soThat(model: Model, { kind, limit }: Goal): string | undefined {
  const line = comparedLines(model).find(({ role }) => role === roleOf[kind]);
  return line && `${line.station}.${line.measure}.${line.statistic ?? 'mean'} <= ${limit}`;
}

/** The same search in a terminal; changes with a date have no words there. */
function Command({ search: { model, goal, run, seed, replications, tries } }: { readonly search: Search }) {
  const line = soThat(model, goal);
  if (
    !line ||
    (run.changes ?? []).length > 0 ||
    (goal.within === EDITED && goal.paths.some((path) => Object.hasOwn(run.set ?? {}, path)))
  )
    return null;
  const under = (run.conditions ?? []).map((id) => ` --condition ${id}`).join('');
  const set = Object.entries(run.set ?? {})
    .map(([path, value]) => ` --set ${path}=${value}`)
    .join('');
  // Several go from where they stand to the most of their sliders, here and there.
  const of = goal.paths.map((path) => ` --of ${path}`).join('');
  const range = goal.paths.length > 1 ? '' : ` --least ${tries.least} --most ${tries.most} --step ${tries.step}`;
  return (
    <details className="small">
      <summary>The same search in a terminal</summary>
      <code>{`npx onward solve ${nameInTerminal(model.id)}${of} --so-that "${line}"${range} --option ${run.option}${under}${set} --seed ${seed} --replications ${replications}`}</code>
    </details>
  );
}
