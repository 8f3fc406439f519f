// The heading of the comparison: what each option is best at, how far the years have come, and which runs do not settle.
import { hasAverages, type DifferenceRow, type Model } from '../../../engine/index.ts';
import { nameInTerminal } from '../../model/shipped-models.ts';
import { StopAt } from '../../parts/headline/stop-here.tsx';
import { EDITED } from '../../state/compared.ts';
import { bestAtInShort, sayColumn, standing, type Aspect } from '../../words/compare.ts';
import { LIMIT, sayProgress } from '../../words/headline.ts';
import { FEWEST_FOR_NO_DIFFERENCE } from '../../words/numbers/verdict.ts';
import { subjectOf } from '../../model/values.ts';
import type { Role } from '../../shown/compared-lines.ts';
import type { SideBySide } from '../../study/side-by-side.ts';

export interface PartProps {
  readonly model: Model;
  readonly state: SideBySide;
}

/** Enough simulated years to say that there is no clear difference. */
export const isFinal = ({ replications, asked }: SideBySide): boolean =>
  replications >= Math.min(asked?.replications ?? 0, FEWEST_FOR_NO_DIFFERENCE);

export const lineAt = ({ lines }: SideBySide, role: Role): number => lines.findIndex((line) => line.role === role);

const NOTHING = 'Nothing can be compared: an average of what does not settle depends on how long the run is';

export function Finding({ model, state }: PartProps) {
  const { asked, replications, spreads } = state;
  const columns = asked!.columns;
  const total = asked!.replications;
  const unsettled = columns.flatMap((column, at) => {
    const spread = spreads[at];
    if (spread === undefined || spread === 'failed' || hasAverages(spread.settling)) return [];
    return [{ column, words: spread.words[0] ?? '' }];
  });
  const settled = columns.flatMap((column, at) => (unsettled.some((one) => one.column === column) ? [] : [at]));
  const { sentence, parts } =
    settled.length < Math.min(2, columns.length)
      ? { sentence: NOTHING, parts: [] }
      : bestAtInShort(
          settled.map((at) => columns[at]),
          aspectsOf(model, state, settled),
          isFinal(state),
        );
  return (
    <section className="beside-finding" aria-label="The finding" aria-live="polite">
      <h2>{sentence}</h2>
      {parts.length > 0 && (
        <ul className="compare-parts">
          {parts.map((part) => (
            <li key={part}>{part}</li>
          ))}
        </ul>
      )}
      <p>
        <span className="progress">{sayProgress(replications, total, model.calendar.runDays)}</span>{' '}
        <progress max={total} value={replications} aria-label="Simulated years done" />
        <StopAt done={replications} asked={total} />
      </p>
      {unsettled.map(({ column, words }) => (
        <p key={column.id} className="unsettled">
          <b>{capital(sayColumn(column))}: does not settle.</b> {words}
          {words && '. '}An average of it depends on how long the run is: look at its weeks.
        </p>
      ))}
      <p className="limit small">
        The same people come in every column. No option is ranked: which of these matters more is for people to weigh.{' '}
        {LIMIT}
      </p>
      <Command model={model} state={state} />
    </section>
  );
}

const isNought = (row: DifferenceRow | undefined): boolean => row?.ciLow === 0 && row.ciHigh === 0;

/** Among the columns that settle. */
function aspectsOf(model: Model, state: SideBySide, among: readonly number[]): Aspect[] {
  const { where } = subjectOf(model);
  const of = (role: Role, bestIs: 'least' | 'most', words: string, about: string): Aspect[] => {
    const line = lineAt(state, role);
    if (line < 0) return [];
    const averages = among.map((at) => state.rows[at]?.[line]?.value);
    const apart = (b: number, a: number) => state.apart[among[b]]?.[among[a]]?.[line];
    // What is the same in every simulated year says nothing.
    if (among.slice(1).every((_, at) => isNought(apart(at + 1, 0)))) return [];
    return [{ words, about, standing: standing(averages, apart, bestIs) }];
  };
  return [
    ...of('waiting', 'least', `fewest people wait ${where}`, `how many people wait ${where}`),
    ...of(
      'right place',
      'most',
      'most people start in the place they need',
      'how many people start in the place they need',
    ),
    ...of('empty', 'least', 'fewest places are empty', 'how many places are empty'),
    ...of('cost', 'least', 'it costs least', 'what it costs'),
  ];
}

/** The same numbers in a terminal; what is edited has no name there. */
function Command({ model, state }: PartProps) {
  const { columns, seed, replications } = state.asked!;
  if (columns.some(({ id }) => id === EDITED) || columns.length < 2) return null;
  const under = (columns[0].run.conditions ?? []).map((id) => ` --condition ${id}`).join('');
  const options = columns.map(({ id }) => id).join(',');
  return (
    <details className="small">
      <summary>The same numbers in a terminal</summary>
      <code>{`npx onward compare ${nameInTerminal(model.id)} --options ${options}${under} --seed ${seed} --replications ${replications} --json`}</code>
    </details>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
