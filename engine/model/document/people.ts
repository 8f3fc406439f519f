// The people of a document: what they need and ask for, by which streams they come, and what else is known of them.
import { z } from 'zod';
import { staySchema } from './stay.ts';
import { byWho, day, id, number, onEarth, oneOrMore, share, text } from './values.ts';

const alternative = z.strictObject({
  to: oneOrMore.clone(),
  afterDays: number('Joins this list too after waiting', 'days').min(0).max(3650).default(0),
  stayFactor: number('Stay there, as a multiple of the stay in the right place', 'times').min(0.01).max(100).optional(),
  priority: number('Priority on that list', 'rank', false).int().min(0).max(1000).optional(),
  movesOn: z.literal(true).optional(),
});

const askKeys = {
  priority: byWho(number('Priority on the list (smaller goes first)', 'rank', false).int().min(0).max(1000)).optional(),
  otherwise: byWho(z.array(alternative).max(20)).optional(),
  prepare: staySchema.optional(),
};

export const need = z.strictObject({
  label: text(200),
  meaning: text(1000).optional(),
  goesTo: byWho(oneOrMore),
  ...askKeys,
  risesTo: id.optional(),
});

export const way = z.strictObject({
  to: oneOrMore.clone(),
  share: share('Share of people who go this way').optional(),
  readmission: z.literal(true).optional(),
  ...askKeys,
});

export const stream = z.strictObject({
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
  meansPerDay: z
    .strictObject({
      fromDate: day,
      means: z
        .array(number('Mean arrivals on one day', 'a day', false).min(0).max(1_000_000))
        .min(1)
        .max(40_000),
      times: number('These means, all multiplied', 'times').min(0).max(1000).optional(),
    })
    .optional(),
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

export const attribute = z.strictObject({
  label: text(200),
  shares: byWho(z.record(id, share('Share of people of this kind'))),
  where: z
    .record(
      id,
      z.strictObject({
        centre: onEarth.clone(),
        districts: z.array(text(20)).max(100).optional(),
      }),
    )
    .optional(),
});

export type Attribute = z.infer<typeof attribute>;
export type Way = z.infer<typeof way>;
export type Need = z.infer<typeof need>;
export type Stream = z.infer<typeof stream>;
export type Alternative = z.infer<typeof alternative>;
