// Ties: moments at which several things happen at once and their order may matter, so that two engines may rightly differ.
import type { Program } from '../network/compile.ts';
import { nextMonthStart } from '../ground/dates.ts';
import { nextTurn } from '../ground/hours.ts';
import type { Journeys, Step } from '../trace/journeys.ts';
import type { Network } from '../network/network.ts';
import { OPEN, type Trace } from '../trace/trace.ts';

type What = Step['what'];
/** What somebody does of themselves, and not because a place came free. */
const ofThemselves: readonly What[] = ['arrived', 'ready', 'gave up', 'needs more'];
/** What depends on the state at that very moment. */
const lookingRound: readonly What[] = ['gave up', 'needs more', 'turned away'];
const taking: readonly What[] = ['moved in', 'reserved'];

/** One moment: the lines people joined, and how many people stirred of themselves, looked round, took a place. */
interface Moment {
  readonly asked: string[];
  stirred: number;
  looked: number;
  took: number;
  /** People who passed through some place in no time. */
  passed: number;
}

/**
 * The days of such moments: two people join one queue; a person gives up, needs more or is turned away while another
 * stirs; somebody stirs just as hours turn or numbers change. Where some go before others or are in several queues, also: two
 * stir at once, somebody passes through a place in no time, or several take places that hours, a month, a change or surge make free at one moment.
 */
export function tiesIn(program: Program, trace: Trace, journeys: Journeys): number[] {
  const { network, later } = program;
  const changes = new Set(later.map(({ fromDay }) => fromDay));
  for (let i = 0; i < trace.length; i++) if (trace.verb[i] === OPEN) changes.add(trace.day[i]);
  const choosy = isChoosy(network);
  const startDay = 0 - network.warmUpDays;
  const ties: number[] = [];
  for (const [day, { asked, stirred, looked, took, passed }] of momentsOf(journeys, startDay)) {
    const sameLine = new Set(asked).size < asked.length;
    const manyStir = (stirred > 1 && (looked > 0 || choosy)) || (passed > 0 && choosy);
    const manyTake = took > 1 && choosy;
    if (sameLine || manyStir || ((stirred > 0 || manyTake) && (day === startDay || opensAt(network, changes, day))))
      ties.push(day);
  }
  return ties;
}

function momentsOf(journeys: Journeys, startDay: number): Map<number, Moment> {
  const moments = new Map<number, Moment>();
  for (const journey of journeys.values())
    for (let from = 0, to = 0; from < journey.length; from = to) {
      const { day } = journey[from];
      while (to < journey.length && journey[to].day === day) to++;
      let steps = journey.slice(from, to);
      // Those there at the start come and ask in the order of their keys, in both engines.
      if (day === startDay) steps = steps.slice(steps.findIndex(({ what }) => what === 'asked') + 1 || to);
      let moment = moments.get(day);
      if (moment === undefined) moments.set(day, (moment = { asked: [], stirred: 0, looked: 0, took: 0, passed: 0 }));
      const some = (of: readonly What[]) => (steps.some(({ what }) => of.includes(what)) ? 1 : 0);
      const asked = steps.filter(({ what }) => what === 'asked').map(({ where }) => where);
      moment.asked.push(...new Set(asked));
      moment.passed += asked.length > 1 && some(['arrived']) === 0 ? 1 : 0;
      moment.stirred += some(ofThemselves);
      moment.looked += some(lookingRound);
      moment.took += some(taking);
    }
  return moments;
}

/** Whether the order in which people are served matters: by priority, or because they are in several queues. */
function isChoosy({ classes, altAfterDays, askFrom }: Network): boolean {
  return classes > 1 || altAfterDays.length > 0 || askFrom.some((from, ask) => ask > 0 && from > askFrom[ask - 1] + 1);
}

/** Whether hours turn, a month with starts begins, or numbers change at this very moment. */
function opensAt(network: Network, changes: ReadonlySet<number>, day: number): boolean {
  const { admits, releases, startDayNumber, startsPerMonth } = network;
  if (changes.has(day)) return true;
  const before = day - 1e-3;
  if (startsPerMonth.some((starts) => starts >= 0) && nextMonthStart(startDayNumber + before) - startDayNumber === day)
    return true;
  return [...admits, ...releases].some(
    (windows) => windows !== null && nextTurn(windows, before, startDayNumber) === day,
  );
}
