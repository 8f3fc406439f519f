// The values that a document is written with: numbers with their facts, ids, dates, hours, points on the ground, and tables by who somebody is.
import { z } from 'zod';

/** What is known about a number: shown beside it, and deciding whether a dated change may touch it. */
export interface NumberFacts {
  readonly title: string;
  readonly unit: string;
  /** True when a change with a date may set it; it then acts on what is drawn or handed out after that day. */
  readonly dated: boolean;
}

export const number = (title: string, unit: string, dated = true) => z.number().meta({ title, unit, dated });
export const share = (title: string) => number(title, 'share').min(0).max(1);
export const wholePlaces = (title: string) => number(title, 'places').int().min(0).max(100_000);
export const places = (title: string) => z.union([wholePlaces(title), z.literal('unlimited')]);
export const text = (most: number) => z.string().max(most);

export const idPattern = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;
/** Words that mean something of their own in a document, so nothing may be called by them. */
export const reservedIds = ['need', 'stream', 'outside', 'all', 'by', 'else', 'here'] as const;
export const id = z.string().regex(idPattern, 'an id of 1 to 64 letters, digits, - or _');
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date written YYYY-MM-DD');
export const oneOrMore = z.union([id, z.array(id).min(1).max(50)]);

/** A value, or a table of values (or of tables) by need, stream or attribute. Read with `forWho`. */
export type ByWho<T> = T | Table<T>;
export interface Table<T> {
  by: string;
  [who: string]: T | Table<T> | string;
}

/** A value for everybody, or a table by who they are: `{ "by": "need", "p1": …, "else": … }`, by stream or by an attribute; a table may hold tables. */
export const byWho = <T extends z.ZodType>(value: T): z.ZodType<ByWho<z.infer<T>>> => {
  const table: z.ZodType = z.lazy(() => z.object({ by: id }).catchall(z.union([value, table])));
  return z.union([value, table]) as unknown as z.ZodType<ByWho<z.infer<T>>>;
};

/** Hours of the week: days such as "Mon-Fri" or "Mon, Wed", from one hour to another, half-open; without hours the whole day. */
const openingHours = z.strictObject({
  days: text(60).meta({ title: 'Days of the week', unit: 'days of the week', dated: false }),
  fromHour: number('Opens at', 'hour').min(0).max(24).optional(),
  toHour: number('Closes at', 'hour').min(0).max(24).optional(),
});
export const hours = z.union([openingHours, z.array(openingHours).min(1).max(50)]);

export type Hours = z.infer<typeof hours>;

export const onEarth = z.strictObject({
  lon: number('Longitude', 'degrees east', false).min(-180).max(180),
  lat: number('Latitude', 'degrees north', false).min(-90).max(90),
});
/** A point on the ground, in degrees of WGS84; west is negative. */
export type LonLat = z.infer<typeof onEarth>;
