// What a place of a service looks like: a bed on a ward, a bed in a home, a house where somebody is cared for, or one of a team.
import type { Model } from '../../engine/index.ts';

export const places = ['bed', 'roofed', 'house', 'staff'] as const;
export type Place = (typeof places)[number];

type Station = Pick<Model['stations'][string], 'kind' | 'label'>;

/** A document says "ward" of any bed; by its name, one that is not on a ward or in a hospital is in a home, under a roof. */
const ON_A_WARD = /\b(wards?|hospitals?|units?|centres?|acute|stroke|lounge)\b/i;
const IN_A_HOME = /\b(beds|homes?|lodge|court|house)\b/i;

export function placeOf({ kind, label }: Station): Place {
  if (kind === 'team') return 'staff';
  if (kind !== 'ward') return 'house';
  return IN_A_HOME.test(label) && !ON_A_WARD.test(label) ? 'roofed' : 'bed';
}
