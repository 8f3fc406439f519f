// The model document: schema, types, one description for each number. Long because everything that may be written is listed here once.
import { z } from 'zod';
import { disciplines } from './disciplines/index.ts';
import { staySchema } from '../distributions/index.ts';
import { stationKinds } from './stations/index.ts';

/** What is known about a number: shown beside it, and deciding whether a dated change may touch it. */
export interface NumberFacts {
  readonly title: string;
  readonly unit: string;
  /** True when a change with a date may set it; it then acts on what is drawn or handed out after that day. */
  readonly dated: boolean;
}

const number = (title: string, unit: string, dated = true) => z.number().meta({ title, unit, dated });
const share = (title: string) => number(title, 'share').min(0).max(1);
const wholePlaces = (title: string) => number(title, 'places').int().min(0).max(100_000);
const places = (title: string) => z.union([wholePlaces(title), z.literal('unlimited')]);
const text = (most: number) => z.string().max(most);

export const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
/** Words that mean something of their own in a document, so nothing may be called by them. */
export const reservedIds = ['need', 'stream', 'outside', 'all', 'by', 'else'] as const;
const id = z.string().regex(idPattern, 'an id of 1 to 64 letters, digits, - or _');
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date written YYYY-MM-DD');
/** Percentiles, and thresholds, that one study may ask for: each makes several rows a station. */
export const MOST_ASKED = 20;
const oneOrMore = z.union([id, z.array(id).min(1).max(50)]);

/** A value for everybody, or a table by who they are: `{ "by": "need", "p1": …, "else": … }`, by stream or by an attribute; a table may hold tables. */
const byWho = <T extends z.ZodType>(value: T): z.ZodType<ByWho<z.infer<T>>> => {
  const table: z.ZodType = z.lazy(() => z.object({ by: id }).catchall(z.union([value, table])));
  return z.union([value, table]) as unknown as z.ZodType<ByWho<z.infer<T>>>;
};

/** Hours of the week: days such as "Mon-Fri" or "Mon, Wed", from one hour to another, half-open; without hours the whole day. */
const openingHours = z.strictObject({
  days: text(60).meta({ title: 'Days of the week', unit: 'days of the week', dated: false }),
  fromHour: number('Opens at', 'hour').min(0).max(24).optional(),
  toHour: number('Closes at', 'hour').min(0).max(24).optional(),
});
const hours = z.union([openingHours, z.array(openingHours).min(1).max(50)]);

const alternative = z.strictObject({
  to: oneOrMore.describe('The station, or equal stations, whose list is joined as well.'),
  afterDays: number('Joins this list too after waiting', 'days').min(0).max(3650).default(0),
  stayFactor: number('Stay there, as a multiple of the stay in the right place', 'times').min(0.01).max(100).optional(),
  priority: number('Priority on that list', 'rank', false).int().min(0).max(1000).optional(),
  movesOn: z
    .literal(true)
    .optional()
    .describe('Keeps its turn for the right place while cared for here, and moves when that comes.'),
});

const askKeys = {
  priority: byWho(number('Priority on the list (smaller goes first)', 'rank', false).int().min(0).max(1000)).optional(),
  otherwise: byWho(z.array(alternative).max(20)).optional(),
  prepare: staySchema
    .optional()
    .describe('Time to get ready once a place is reserved: transport, equipment, a care package.'),
};

const need = z.strictObject({
  label: text(200),
  meaning: text(1000).optional().describe('The local definition, shown wherever the need is named.'),
  goesTo: byWho(oneOrMore),
  ...askKeys,
  risesTo: id.optional(),
});

const way = z.strictObject({
  to: oneOrMore.describe('A station, equal stations in order of choice, or the word need.'),
  share: share('Share of people who go this way').optional(),
  readmission: z.literal(true).optional(),
  ...askKeys,
});

const stream = z.strictObject({
  label: text(200),
  arrivalsPerDay: number('People who arrive', 'a day').min(0).max(1_000_000).optional(),
  weekdayFactors: z
    .array(number('Arrivals in this part of the week, as a multiple of the mean', 'times').min(0))
    .optional(),
  monthFactors: z
    .array(number('Arrivals in this month, as a multiple of the mean', 'times').min(0))
    .length(12)
    .optional(),
  growthPerYear: number('Growth', 'a year').min(-0.5).max(1).optional(),
  everyDays: staySchema.optional(),
  counts: z
    .array(number('Observed arrivals on one day', 'people', false).int().min(0).max(100_000))
    .max(40_000)
    .optional(),
  atDays: z
    .array(number('Known moment of arrival', 'day of the run', false))
    .max(100_000)
    .optional(),
  alwaysWaiting: number('People always waiting', 'people', false).int().min(1).max(10_000).optional(),
  shares: byWho(z.record(id, share('Share with this need'))).optional(),
  startsAt: byWho(oneOrMore).optional(),
});

const onEarth = z.strictObject({
  lon: number('Longitude', 'degrees east', false).min(-180).max(180),
  lat: number('Latitude', 'degrees north', false).min(-90).max(90),
});
/** A point on the ground, in degrees of WGS84; west is negative. */
export type LonLat = z.infer<typeof onEarth>;

const attribute = z.strictObject({
  label: text(200),
  shares: byWho(z.record(id, share('Share of people of this kind'))),
  where: z
    .record(
      id,
      z.strictObject({
        centre: onEarth.describe('The middle of where these people live; distances are from there.'),
        districts: z.array(text(20)).max(100).optional().describe('Codes of the districts to draw, such as E06000017.'),
      }),
    )
    .optional()
    .describe('Where people of each value live, for an attribute that says where people live.'),
});

const surge = {
  openAtWaiting: number('Opens when this many wait', 'people').int().min(1).max(100_000),
  closeAtWaiting: number('Closes when no more than this many wait', 'people').int().min(0).max(100_000),
  minDays: number('Stays open at least', 'days').min(0).max(3650).default(0),
};

const onMap = (title: string, unit: string) => number(title, unit, false).min(0).max(100);
const anyStation = {
  label: text(200),
  about: text(1000).optional(),
  position: z
    .strictObject({
      x: onMap('From the left of the map', '% of its width'),
      y: onMap('From its top', '% of its height'),
    })
    .optional()
    .describe('Where it is drawn: { "x": from the left, "y": from the top }, each 0 to 100; laid out without it.'),
  lonLat: onEarth.optional().describe('Where it is on the ground: { "lon": degrees east, "lat": degrees north }.'),
  locality: id.optional().describe('Of those named in the "where" of an attribute, the one it is close to.'),
};

const visitsADay = number('Visits that can be made', 'visits a day').min(0).max(1_000_000);
const pounds = (title: string, unit: string) => number(title, unit, false).min(0).max(1_000_000_000);

const stationKeys = {
  stay: byWho(staySchema).optional(),
  next: byWho(z.array(way).min(1).max(100)).optional(),
  surge: z
    .union([
      z.strictObject({ beds: wholePlaces('Surge beds'), ...surge }),
      z.strictObject({ places: wholePlaces('Surge places'), ...surge }),
      z.strictObject({ staff: wholePlaces('Surge staff'), ...surge }),
    ])
    .optional(),
  hours: hours.optional().describe('When the team takes people on and makes progress.'),
  admits: hours.optional().describe('When people are taken in; at any hour without it.'),
  releases: hours.optional().describe('When people may leave for the next place; at any hour without it.'),
  progresses: hours.optional().describe('When the stay goes on; outside it the stay stands still.'),
  visitsPerDay: z
    .union([visitsADay, z.array(visitsADay).length(7)])
    .optional()
    .describe('Visits that can be made a day, or on each weekday from Monday.'),
  visits: byWho(
    z.strictObject({
      first: number('Visits on the first day of a stay', 'visits a day').min(0).max(100),
      last: number('Visits on the last day of a stay', 'visits a day').min(0).max(100),
    }),
  )
    .optional()
    .describe("A person's plan: in a straight line from the first day of the stay to the last."),
  takesAll: z.literal(true).optional().describe('People are taken on at once, whether or not their visits fit.'),
  deferDays: number('Days a visit may be put off before it is missed', 'days').int().min(0).max(30).optional(),
  costs: z
    .strictObject({
      placeDayGbp: pounds('Cost of a place in force for a day', '£ a place and day').optional(),
      personDayGbp: pounds('Cost of a person cared for on a day', '£ a person and day').optional(),
      visitGbp: pounds('Cost of a visit made', '£ a visit').optional(),
      startGbp: pounds('Cost of a start', '£ a start').optional(),
      delayedDayGbp: pounds('Cost of a delayed day besides', '£ a delayed day').optional(),
      growthPerYear: number('Growth of these costs', 'a year', false).min(-0.5).max(1).optional(),
    })
    .optional()
    .describe('Shown only where evidence gives the source.'),
  startsPerMonth: number('Starts in a calendar month', 'starts').int().min(0).max(100_000).optional(),
  waitingRoom: number('Most who may wait from outside', 'people').int().min(0).max(100_000).optional(),
  patience: z
    .strictObject({ stay: staySchema, to: id })
    .optional()
    .describe('How long people wait before they give up, and the exit they take.'),
  order: z.enum(disciplines.map((d) => d.order) as [string, ...string[]]).optional(),
} as const;

const stationSchemas = stationKinds.map((kind) =>
  z.strictObject({
    kind: z.literal(kind.kind),
    ...anyStation,
    ...(kind.placesKey === 'beds' ? { beds: places('Beds') } : {}),
    ...(kind.placesKey === 'places' ? { places: places('Places at once').optional() } : {}),
    ...(kind.placesKey === 'staff' ? { staff: places('Staff on duty') } : {}),
    ...Object.fromEntries(kind.allows.map((key) => [key, stationKeys[key]])),
  }),
);

/** A station as the rest of the engine reads it; which keys a kind allows is the schema's business. */
export interface Station {
  kind: string;
  label: string;
  about?: string;
  position?: { x: number; y: number };
  lonLat?: LonLat;
  locality?: string;
  beds?: number | 'unlimited';
  places?: number | 'unlimited';
  staff?: number | 'unlimited';
  stay?: ByWho<z.infer<typeof staySchema>>;
  next?: ByWho<Way[]>;
  surge?: {
    beds?: number;
    places?: number;
    staff?: number;
    openAtWaiting: number;
    closeAtWaiting: number;
    minDays: number;
  };
  hours?: Hours;
  admits?: Hours;
  releases?: Hours;
  progresses?: Hours;
  visitsPerDay?: number | number[];
  visits?: ByWho<VisitPlan>;
  takesAll?: true;
  deferDays?: number;
  costs?: {
    placeDayGbp?: number;
    personDayGbp?: number;
    visitGbp?: number;
    startGbp?: number;
    delayedDayGbp?: number;
    growthPerYear?: number;
  };
  startsPerMonth?: number;
  waitingRoom?: number;
  patience?: { stay: z.infer<typeof staySchema>; to: string };
  order?: string;
}
/** A value, or a table of values (or of tables) by need, stream or attribute. Read with `forWho`. */
export type ByWho<T> = T | Table<T>;
export interface Table<T> {
  by: string;
  [who: string]: T | Table<T> | string;
}
/** Visits a day on the first and on the last day of a stay. */
export interface VisitPlan {
  first: number;
  last: number;
}
export type Hours = z.infer<typeof hours>;
export type Attribute = z.infer<typeof attribute>;
export type Way = z.infer<typeof way>;
export type Need = z.infer<typeof need>;
export type Stream = z.infer<typeof stream>;
export type Alternative = z.infer<typeof alternative>;

const station = z.discriminatedUnion(
  'kind',
  stationSchemas as unknown as [(typeof stationSchemas)[0]],
) as unknown as z.ZodType<Station>;

const count = number('People at the start', 'people', false).int().min(0).max(100_000);
const counts = z.union([count, z.record(id, count)]);
const initial = z.strictObject({
  inCare: counts.optional(),
  remaining: staySchema
    .optional()
    .describe('What is left of their stays; without it, the equilibrium residual of the stay.'),
  delayedFor: z
    .record(id, count)
    .optional()
    .describe('Ready, holding a place here, by the need or station they wait for.'),
  waiting: counts.optional().describe('Waiting outside for this station.'),
});

const change = z.strictObject({
  onDate: day.optional(),
  atDay: z.number().optional(),
  untilDate: day.optional(),
  overDays: z.number().int().min(1).max(3650).optional(),
  set: z.record(z.string(), z.number()).optional(),
  scale: z.record(z.string(), z.number().min(0).max(1000)).optional(),
});

const option = z.strictObject({
  id,
  title: text(200),
  about: text(1000).optional(),
  otherReadingOf: id
    .optional()
    .describe('The option that this one reads differently: the same words of a source, with another meaning.'),
  set: z.record(z.string(), z.unknown()).optional(),
  changes: z.array(change).max(500).optional(),
});

/** What a step of a story may show, and which of the simulated years. */
export const storyViews = ['map', 'both', 'ground', 'year', 'words'] as const;
export const storyYears = ['bad', 'typical', 'good'] as const;

export const modelSchema = z.strictObject({
  $schema: z.string().optional(),
  schemaVersion: z.literal(1),
  id,
  title: text(200),
  about: text(2000).describe('Shown on every screen and paper.'),
  calendar: z.strictObject({
    startDate: day,
    warmUpDays: number('Warm-up before the start', 'days', false).min(0).max(36_500),
    runDays: number('Days simulated', 'days', false).min(0.01).max(365_000),
    lookAtDays: z
      .union([
        z.array(z.number()).max(1000),
        z.strictObject({
          everyDays: z.number().min(0.1),
          fromDay: z
            .number()
            .min(0)
            .optional()
            .describe('The first of them; day 0 without it. 0.999 is just before midnight.'),
        }),
      ])
      .optional()
      .describe('Days on which people are counted: a list, or one day after another in equal steps.'),
  }),
  initial: z.record(id, initial).optional(),
  experiment: z.strictObject({
    replications: number('Simulated years in an answer', 'replications', false).int().min(1).max(10_000),
    seed: number('Seed', 'seed', false).int().min(0).max(4_294_967_295),
    percentiles: z
      .array(number('Percentile', '%', false).min(0.01).max(99.99))
      .max(MOST_ASKED)
      .optional()
      .describe('Percentiles to show besides the usual ones, of days waited, stays, journeys and counts of people.'),
    over: z
      .array(number('Threshold', 'days, or people', false).min(0).max(1_000_000))
      .max(MOST_ASKED)
      .optional()
      .describe('Thresholds: the share of people above so many days, and of the time with more than so many people.'),
  }),
  consequencesOfDelay: z
    .strictObject({
      stayDaysPerDelayedDay: number('Days added to the next stay by a day of delay', 'days a day')
        .min(0)
        .max(10)
        .optional(),
      risePerDelayedDay: number('Hazard that the need rises', 'a delayed day').min(0).max(10).optional(),
      readmitPerDelayedDay: number('Added to the share readmitted by a day of delay', 'share a day')
        .min(0)
        .max(1)
        .optional(),
    })
    .optional(),
  population: z
    .strictObject({
      all: byWho(number('People who live here', 'people', false).min(1).max(1_000_000_000)),
      over65: byWho(number('People over 65 who live here', 'people', false).min(1).max(1_000_000_000)),
    })
    .optional()
    .describe(
      'Who lives in the area, for numbers per thousand: a number, or a table by an attribute such as locality.',
    ),
  attributes: z
    .record(id, attribute)
    .optional()
    .describe('What is known of people besides their need: where they live, their age band.'),
  needs: z.record(id, need),
  streams: z.record(id, stream),
  stations: z.record(id, station),
  options: z.array(option).max(500).optional(),
  conditions: z
    .array(
      z.strictObject({ id, title: text(200), about: text(1000).optional(), changes: z.array(change).min(1).max(500) }),
    )
    .max(100)
    .optional(),
  controls: z
    .array(
      z.strictObject({
        path: z.string(),
        label: text(200).optional(),
        group: text(100).optional(),
        least: z.number(),
        most: z.number(),
        step: z.number().positive(),
      }),
    )
    .max(200)
    .optional(),
  evidence: z
    .record(
      z.string(),
      z.strictObject({
        status: z.enum(['measured', 'estimated', 'illustrative']),
        source: text(1000),
        low: z.number().optional(),
        high: z.number().optional(),
        agreedBy: text(200).optional(),
        note: text(1000).optional(),
      }),
    )
    .optional(),
  thresholds: z.array(text(200)).max(100).optional(),
  story: z
    .array(
      z.strictObject({
        title: text(200),
        say: text(2000).optional(),
        option: id.optional(),
        onDate: day.optional(),
        spotlight: id.optional(),
        /** What is shown: one map, today beside the option, the year week by week, or what is not known. */
        view: z.enum(storyViews).optional(),
        daysPerSecond: z.number().min(0.5).max(30).optional(),
        conditions: z.array(id).max(100).optional(),
        /** Which of the simulated years, by how many people are delayed in them today. */
        year: z.enum(storyYears).optional(),
      }),
    )
    .max(100)
    .optional(),
});

/** A document that has passed `validate`; nothing after that checks it again. */
export type Model = z.infer<typeof modelSchema>;
export type Option = z.infer<typeof option>;
export type Change = z.infer<typeof change>;
export type Condition = NonNullable<Model['conditions']>[number];
export type Control = NonNullable<Model['controls']>[number];
export type Evidence = NonNullable<Model['evidence']>[string];
