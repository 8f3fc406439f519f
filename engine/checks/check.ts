// What a check is: a small model whose exact answer is known from theory, and where in a run's rows that answer is read.
import { askedBy } from '../model/asked.ts';

/** Rows of a replication. Unsaid: the mean, everybody, the whole run. `day` is a day of the run that the model looks at. */
export interface Reads {
  readonly station: string;
  readonly measure: string;
  readonly statistic?: string;
  readonly who?: string;
  readonly day?: number;
}

/** One figure with a known value. Checks of one group share one document, and so one set of replications. */
export interface Check {
  readonly id: string;
  /** The group it belongs to, in words. */
  readonly title: string;
  /** The figure itself, with its unit. */
  readonly figure: string;
  readonly formula: string;
  readonly source: string;
  readonly document: CheckDocument;
  /** Several rows are independent copies of one thing: their mean is compared. */
  readonly reads: readonly Reads[];
  /** Worked out by the formula, never by a simulation. */
  readonly expected: number;
}

/** A model document as data; `validate` sees it like any other. */
export type CheckDocument = Readonly<Record<string, unknown>>;

/** What differs between the documents of checks; the rest is the same for all of them. */
export interface Setting {
  readonly calendar: {
    readonly warmUpDays: number;
    readonly runDays: number;
    readonly lookAtDays?: readonly number[];
    readonly holidays?: readonly string[];
  };
  readonly needs?: Readonly<Record<string, unknown>>;
  readonly streams: Readonly<Record<string, unknown>>;
  readonly stations: Readonly<Record<string, unknown>>;
  readonly initial?: Readonly<Record<string, unknown>>;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly consequencesOfDelay?: Readonly<Record<string, unknown>>;
  readonly evidence?: Readonly<Record<string, unknown>>;
  readonly options?: readonly unknown[];
}

export interface Figure {
  /** With the group's id before it, the id of the check. */
  readonly id: string;
  readonly figure: string;
  readonly formula: string;
  readonly reads: Reads | readonly Reads[];
  readonly expected: number;
}

export interface Group {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly setting: Setting;
  readonly figures: readonly Figure[];
}

/** A Monday, so that the first of seven weekday factors is day 0's. */
const startDate = '2024-01-01';

export function checksOf({ id, title, source, setting, figures }: Group): Check[] {
  const over = new Set(
    figures.flatMap(({ reads }) => [reads].flat().flatMap(({ statistic = '' }) => askedBy(statistic).over)),
  );
  const document = {
    schemaVersion: 1,
    id,
    title,
    about: `A model with a known answer: ${source}`,
    experiment: { replications: 200, seed: 1, ...(over.size > 0 && { over: [...over] }) },
    needs: { care: { label: 'Care', goesTo: Object.keys(setting.stations)[0] } },
    ...setting,
    // Each group has people of its own: were they the same, one stroke of luck would show in every group.
    streams: Object.fromEntries(Object.entries(setting.streams).map(([name, stream]) => [`${name}-${id}`, stream])),
    calendar: { startDate, ...setting.calendar },
  };
  return figures.map(({ id: name, reads, ...figure }) => ({
    id: `${id}.${name}`,
    title,
    source,
    document,
    reads: 'station' in reads ? [reads] : reads,
    ...figure,
  }));
}

export const exponential = (meanDays: number) => ({ shape: 'exponential', meanDays });
export const home = { kind: 'exit', label: 'Home' };
/** Where people may wait without limit between two stations: time 0, so that they are ready as soon as they are there. */
export const hall = (to: string) => ({
  kind: 'delay',
  label: 'Hall',
  stay: { shape: 'fixed', days: 0 },
  next: [{ to }],
});
export const ward = (beds: number | 'unlimited', stay: object, more: object = {}) => ({
  kind: 'ward',
  label: 'Ward',
  beds,
  stay,
  next: [{ to: 'home' }],
  ...more,
});

/** One ward before the way home, and one kind of people. */
export const oneWard = (
  arrivalsPerDay: number,
  station: object,
  calendar: Setting['calendar'],
): Pick<Setting, 'calendar' | 'streams' | 'stations'> => ({
  calendar,
  streams: { people: { label: 'People', arrivalsPerDay } },
  stations: { ward: station, home },
});
