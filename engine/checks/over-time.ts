// M/M/c over time: filling up, a backlog running down, and beds that open and close on a date. Thirty alike make a narrow interval.
import { checksOf, exponential, home, ward, type Check, type Group } from './check.ts';
import { afterDays, chainFrom, meanOver, type Chain, type State } from './markov-chain.ts';

const COPIES = 30;
/** Far more than are ever waiting. */
const MOST = 170;
const stay = 0.5;

/** A state is [in beds, waiting]. After a fall more may be in beds than there are: they stay, and nobody is let in. */
const chainWith = (first: readonly State[], arrivals: number, beds: number): Chain =>
  chainFrom(first, ([inBeds, waiting]) => [
    { to: inBeds < beds ? [inBeds + 1, 0] : [inBeds, waiting + 1], perDay: waiting < MOST ? arrivals : 0 },
    { to: inBeds <= beds && waiting > 0 ? [inBeds, waiting - 1] : [inBeds - 1, waiting], perDay: inBeds / stay },
  ]);

/** Beds in force from a day on; the first of them from day 0. */
type Course = readonly { readonly day: number; readonly beds: number }[];

/** Mean people in beds and waiting on a day: each stretch begins as the one before it ended, plus the people that its beds let in. */
export function levelsOn(day: number, course: Course, start: State, arrivals: number) {
  let states: readonly State[] = [start];
  let shares: Float64Array = new Float64Array([1]);
  for (const [at, { day: from, beds }] of course.entries()) {
    if (from >= day) break;
    const begins = new Map<string, { state: State; share: number }>();
    states.forEach(([inBeds, waiting], i) => {
      const admitted = Math.max(0, Math.min(waiting, beds - inBeds));
      const state = [inBeds + admitted, waiting - admitted];
      const before = begins.get(state.join())?.share ?? 0;
      begins.set(state.join(), { state, share: before + shares[i] });
    });
    const first = [...begins.values()];
    const chain = chainWith(
      first.map(({ state }) => state),
      arrivals,
      beds,
    );
    const before = new Float64Array(chain.states.length);
    first.forEach(({ share }, i) => (before[i] = share));
    shares = afterDays(chain, before, Math.min(day, course[at + 1]?.day ?? day) - from);
    states = chain.states;
  }
  const mean = (of: (state: State) => number) => meanOver({ states, moves: [] }, shares, of);
  return { inBeds: mean(([inBeds]) => inBeds), waiting: mean(([, waiting]) => waiting) };
}

const ids = Array.from({ length: COPIES }, (_, at) => `ward${at + 1}`);
const each = <T>(of: (id: string) => T): Record<string, T> => Object.fromEntries(ids.map((id) => [id, of(id)]));

interface Story {
  readonly id: string;
  readonly title: string;
  readonly course: Course;
  readonly arrivals: number;
  readonly start: State;
  readonly looks: readonly { readonly day: number; readonly measure: 'occupancy' | 'waiting' }[];
}

function told({ id, title, course, arrivals, start, looks }: Story): Check[] {
  const [inCare, waiting] = start;
  const days = [...new Set(looks.map(({ day }) => day))];
  const changes = course.slice(1).map(({ day, beds }) => ({
    atDay: day,
    set: Object.fromEntries(ids.map((ward) => [`stations.${ward}.beds`, beds])),
  }));
  const group: Group = {
    id,
    title,
    source: 'Jensen 1953 (uniformisation); Grassmann, European Journal of Operational Research 1 (1977)',
    setting: {
      calendar: { warmUpDays: 0, runDays: Math.max(...days) + 1, lookAtDays: days },
      ...(inCare + waiting > 0 && { initial: each(() => ({ inCare: { care: inCare }, waiting: { care: waiting } })) }),
      streams: Object.fromEntries(
        ids.map((startsAt) => [`to-${startsAt}`, { label: 'People', arrivalsPerDay: arrivals, startsAt }]),
      ),
      stations: { ...each(() => ward(course[0].beds, exponential(stay))), home },
      ...(changes.length > 0 && { options: [{ id: 'dated', title: 'Beds open and close', changes }] }),
    },
    figures: looks.map(({ day, measure }) => {
      const levels = levelsOn(day, course, start, arrivals);
      return {
        id: `${measure}-day-${String(day).replace('.', '-')}`,
        figure: `people ${measure === 'waiting' ? 'waiting' : 'in beds'} on day ${day}`,
        formula: 'chain of (in beds, waiting), a Poisson number of steps from the start',
        reads: ids.map((station) => ({ station, measure, statistic: 'value', day })),
        expected: measure === 'waiting' ? levels.waiting : levels.inBeds,
      };
    }),
  };
  return checksOf(group);
}

export const overTime = (): Check[] => [
  ...told({
    id: 'first-days',
    title: 'M/M/c filling up from nobody: 10 beds',
    course: [{ day: 0, beds: 10 }],
    arrivals: 18,
    start: [0, 0],
    looks: [
      { day: 0.5, measure: 'occupancy' },
      { day: 2, measure: 'occupancy' },
    ],
  }),
  ...told({
    id: 'backlog',
    title: 'M/M/c: 10 full beds and a backlog of 40 running down',
    course: [{ day: 0, beds: 10 }],
    arrivals: 14,
    start: [10, 40],
    looks: [
      { day: 2, measure: 'waiting' },
      { day: 3, measure: 'waiting' },
      { day: 6, measure: 'occupancy' },
    ],
  }),
  ...told({
    id: 'beds-change',
    title: 'M/M/c: 8 beds become 12 on day 3 and 7 on day 6',
    course: [
      { day: 0, beds: 8 },
      { day: 3, beds: 12 },
      { day: 6, beds: 7 },
    ],
    arrivals: 18,
    start: [8, 30],
    looks: [
      { day: 2, measure: 'waiting' },
      { day: 4, measure: 'waiting' },
      { day: 5, measure: 'waiting' },
      { day: 6.25, measure: 'occupancy' },
      { day: 8, measure: 'waiting' },
    ],
  }),
];
