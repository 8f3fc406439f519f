// The model document: its calendar, people, stations, options, evidence and story, as one schema with a description for each number.
import { z } from 'zod';
import { ENGLAND_AND_WALES } from '../ground/holidays.ts';
import { staySchema } from './document/stay.ts';
import { attribute, need, stream } from './document/people.ts';
import { station } from './document/stations.ts';
import { byWho, day, id, number, text } from './document/values.ts';

/** Percentiles, and thresholds, that one study may ask for: each makes several rows a station. */
export const MOST_ASKED = 20;

const count = number('People at the start', 'people', false).int().min(0).max(100_000);
const counts = z.union([count, z.record(id, count)]);
const sinceDays = number('Days they have waited before the start', 'days', false).min(0).max(36_500);
const waiters = z.union([
  count,
  z.strictObject({ people: count, sinceDays: z.union([sinceDays, z.array(sinceDays).max(100_000), staySchema]) }),
]);
const initial = z.strictObject({
  inCare: counts.optional(),
  remaining: staySchema.optional(),
  delayedFor: z.record(id, waiters).optional(),
  waiting: z.union([count, z.record(id, waiters)]).optional(),
});

const change = z.strictObject({
  onDate: day.optional(),
  atDay: z.number().optional(),
  untilDate: day.optional(),
  overDays: z.number().int().min(1).max(3650).optional(),
  set: z.record(z.string(), z.union([z.number(), z.literal('unlimited')])).optional(),
  scale: z.record(z.string(), z.number().min(0).max(1000)).optional(),
});

const option = z.strictObject({
  id,
  title: text(200),
  about: text(1000).optional(),
  otherReadingOf: id.optional(),
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
  about: text(2000),
  calendar: z.strictObject({
    startDate: day,
    warmUpDays: number('Warm-up before the start', 'days', false).min(0).max(36_500),
    runDays: number('Days simulated', 'days', false).min(0.01).max(365_000),
    holidays: z.union([z.array(day).max(2000), z.literal(ENGLAND_AND_WALES)]).optional(),
    lookAtDays: z
      .union([
        z.array(z.number()).max(1000),
        z.strictObject({
          everyDays: z.number().min(0.1),
          fromDay: z.number().min(0).optional(),
        }),
      ])
      .optional(),
  }),
  initial: z.record(id, initial).optional(),
  experiment: z.strictObject({
    replications: number('Simulated years in an answer', 'replications', false).int().min(1).max(10_000),
    seed: number('Seed', 'seed', false).int().min(0).max(4_294_967_295),
    percentiles: z
      .array(number('Percentile', '%', false).min(0.01).max(99.99))
      .max(MOST_ASKED)
      .optional(),
    over: z
      .array(number('Threshold', 'days, or people', false).min(0).max(1_000_000))
      .max(MOST_ASKED)
      .optional(),
  }),
  consequencesOfDelay: z
    .strictObject({
      stayDaysPerDelayedDay: number('Days added to the next stay by a day of delay', 'days a day')
        .min(-1)
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
    .optional(),
  attributes: z.record(id, attribute).optional(),
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

/** People who wait at the start: how many, and for how long they have waited already. */
export type Waiters = z.infer<typeof waiters>;
/**
 * A document that has passed `validate`; nothing after that checks it again. models/model.schema.json has what each key means, its unit
 * and its limits.
 */
export type Model = z.infer<typeof modelSchema>;
/** A variant of the model: numbers that it sets from the start, by path, and changes with a date. */
export type Option = z.infer<typeof option>;
/** Numbers that are set, or multiplied, from a date or a day on, by path. */
export type Change = z.infer<typeof change>;
/** What may hold besides an option, such as a hard winter: changes with their dates. */
export type Condition = NonNullable<Model['conditions']>[number];
/** A slider: which number it moves, by path, and how far. */
export type Control = NonNullable<Model['controls']>[number];
/** Where a number comes from, whether it was measured, and between which values it may lie. */
export type Evidence = NonNullable<Model['evidence']>[string];
