// What the story is made of: the two futures with the same people, whose story it is, and the numbers for everybody as they come.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { hasAverages, type Model } from '../../../engine/index.ts';
import { longestWait, type Course, type Span } from '../../playback/course.ts';
import { courseIn } from '../../parts/person/told.ts';
import { waitsOf } from '../../playback/waits.ts';
import { typicalPerson, type Future, type Typical } from '../../playback/typical-person.ts';
import { useBeside, type BesideRun } from '../../session/watch-beside.ts';
import { optionToTell, type ToldOption } from '../../shown/story-option.ts';
import { EDITED } from '../../state/compared.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { conditionsOf, whatOf } from '../../state/what-is-shown.ts';
import { todayUnder } from '../../model/asked.ts';
import { optionOf, subjectOf, TODAY, type Subject } from '../../model/values.ts';
import type { Column } from '../../study/columns.ts';
import { fromToday, type SideBySide } from '../../study/side-by-side.ts';
import { useSideBySide } from '../../study/use-side-by-side.ts';
import type { Crowd } from '../../words/plain/everybody.ts';
import { daysSaid } from '../../words/plain/person.ts';
import { FEWEST_FOR_NO_DIFFERENCE } from '../../words/numbers/verdict.ts';
import { worstPlace } from '../../words/weeks.ts';
import type { Spread } from '../../worker/protocol.ts';

/** One future of the person. */
export interface Side {
  readonly run: BesideRun;
  readonly person: number;
  readonly course: Course;
  /** Days of waiting, as the lines of her way say them. */
  readonly waited: number;
  readonly longest: Span | undefined;
}

export interface Told {
  readonly typical: Typical;
  readonly now: Side;
  readonly planned: Side | undefined;
}

export interface Story {
  readonly model: Model;
  readonly subject: Subject;
  readonly option: ToldOption | undefined;
  /** Titles of what is laid over both futures. */
  readonly conditions: readonly string[];
  readonly columns: readonly Column[];
  /** Undefined while the year is being simulated; null where nobody comes and goes in it. */
  readonly told: Told | null | undefined;
  readonly crowds: readonly Crowd[];
  readonly spreads: readonly (Spread | 'failed' | undefined)[];
  readonly state: SideBySide;
  readonly isFinal: boolean;
  readonly isDone: boolean;
  readonly problem: string;
}

export function useStory(model: Model): Story {
  const present = useStore(settings, (s) => s.present);
  const readings = useStore(results, (s) => s.readings);
  const option = useMemo(
    () => optionToTell(model, present, () => whatOf(model, present, readings)),
    [model, present, readings],
  );
  const columns = useMemo((): Column[] => {
    const today = { id: TODAY, letter: '', title: optionOf(model, TODAY).title, run: todayUnder(present) };
    if (!option) return [today];
    const id = option.isEdited ? EDITED : option.settings.option;
    return [today, { id, letter: 'A', title: option.title, run: option.run }];
  }, [model, present, option]);
  const { seed, replications } = present;
  const asked = useSideBySide({ model, columns, seed, replications });
  // What is there of another question says nothing of this one.
  const isOfThese = asked.asked?.model === model && JSON.stringify(asked.asked.columns) === JSON.stringify(columns);
  const state = isOfThese ? asked : { ...asked, rows: [], spreads: [], replications: 0 };

  const subject = useMemo(() => subjectOf(model), [model]);
  const today = useBeside(columns[0].run);
  const other = useBeside(columns[1]?.run);
  const told = useMemo(
    () => (today.run && (other.run || columns.length === 1) ? tell(subject, today.run, other.run) : undefined),
    [subject, today.run, other.run, columns.length],
  );
  const crowds = columns.map((_, at) => crowdOf(model, state, at));
  const isJudged = columns.every((_, at) => state.spreads[at] !== undefined);
  return {
    model,
    subject,
    option,
    conditions: conditionsOf(model, present),
    columns,
    told,
    crowds,
    spreads: state.spreads,
    state,
    isFinal: state.replications >= Math.min(replications, FEWEST_FOR_NO_DIFFERENCE),
    isDone: isJudged && told !== undefined,
    problem: today.problem || other.problem || state.message,
  };
}

const EMPTY = { waiting: undefined, growth: undefined };

/** No average before it is known whether there is one: a number that is taken back is worse than none. */
function crowdOf(model: Model, { rows, lines, spreads }: SideBySide, at: number): Crowd {
  const spread = spreads[at];
  if (spread === undefined) return EMPTY;
  const of = (role: string) => rows[at]?.[lines.findIndex((line) => line.role === role)];
  if (spread === 'failed' || hasAverages(spread.settling)) return { waiting: of('waiting'), growth: undefined };
  const { mean } = spread.weeks;
  const worst = worstPlace(spread);
  const place = worst && model.stations[worst.station]?.label;
  const isShort = worst?.settles === 'needs more than it has';
  return { ...EMPTY, growth: { place, isShort, first: mean[0] ?? 0, last: mean.at(-1) ?? 0 } };
}

/** The plan less today, in people waiting on a usual day; not before it is known of both whether they settle. */
export const changeOf = ({ state, columns, spreads }: Pick<Story, 'state' | 'columns' | 'spreads'>) =>
  columns.every((_, at) => spreads[at] !== undefined)
    ? fromToday(state, 1)?.[state.lines.findIndex(({ role }) => role === 'waiting')]
    : undefined;

function tell({ station, measure }: Subject, now: BesideRun, planned: BesideRun | undefined): Told | null {
  const futureOf = ({ trace, network, people }: BesideRun): Future => {
    const at = { station: network.stationIds.indexOf(station), isOutside: measure === 'waiting' };
    return { waits: waitsOf(trace, network, people.need.length, at), ...people };
  };
  const [first, second] = [futureOf(now), planned && futureOf(planned)];
  const typical = typicalPerson(first, second);
  if (!typical) return null;
  const key = { high: first.keyHigh[typical.person], low: first.keyLow[typical.person] };
  const sideOf = (run: BesideRun): Side => {
    const { person, course } = courseIn(run, key);
    const isThere = ({ what, station: at }: Span) =>
      run.network.stationIds[at] === station && what === (measure === 'waiting' ? 'waiting outside' : 'ready, waiting');
    const there = { ...course, spans: course.spans.filter(isThere) };
    return { run, person, course, waited: daysSaid(course), longest: longestWait(there) ?? longestWait(course) };
  };
  return { typical, now: sideOf(now), planned: planned && sideOf(planned) };
}
