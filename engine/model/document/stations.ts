// The stations of a document: a schema for each kind, and a station as the rest of the engine reads it.
import { z } from 'zod';
import { staySchema } from './stay.ts';
import { disciplines } from '../disciplines/index.ts';
import { stationKinds } from '../stations/index.ts';
import { way, type Way } from './people.ts';
import {
  type ByWho,
  type Hours,
  type LonLat,
  byWho,
  hours,
  id,
  number,
  onEarth,
  places,
  text,
  wholePlaces,
} from './values.ts';

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
    .optional(),
  lonLat: onEarth.optional(),
  locality: id.optional(),
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
  hours: hours.optional(),
  admits: hours.optional(),
  releases: hours.optional(),
  progresses: hours.optional(),
  visitsPerDay: z.union([visitsADay, z.array(visitsADay).length(7)]).optional(),
  visits: byWho(
    z.strictObject({
      first: number('Visits on the first day of a stay', 'visits a day').min(0).max(100),
      last: number('Visits on the last day of a stay', 'visits a day').min(0).max(100),
    }),
  ).optional(),
  takesAll: z.literal(true).optional(),
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
    .optional(),
  startsPerMonth: number('Starts in a calendar month', 'starts').int().min(0).max(100_000).optional(),
  waitingRoom: number('Most who may wait from outside', 'people').int().min(0).max(100_000).optional(),
  turnsAway: z.enum(['last', 'least-urgent']).optional(),
  turnaround: z.strictObject({ stay: staySchema, during: hours.optional() }).optional(),
  patience: z.strictObject({ stay: staySchema, to: id }).optional(),
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
  turnsAway?: 'last' | 'least-urgent';
  turnaround?: { stay: z.infer<typeof staySchema>; during?: Hours };
  patience?: { stay: z.infer<typeof staySchema>; to: string };
  order?: string;
}
/** Visits a day on the first and on the last day of a stay. */
export interface VisitPlan {
  first: number;
  last: number;
}

export const station = z.discriminatedUnion(
  'kind',
  stationSchemas as unknown as [(typeof stationSchemas)[0]],
) as unknown as z.ZodType<Station>;
