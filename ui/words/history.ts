// Whether the model looks like what happened, in words: the averages side by side, and how many real weeks lie in the model's band.
import type { Xmr } from '../../engine/index.ts';
import { counted, PEOPLE } from './numbers/quantity.ts';
import { sayPeople } from './weeks.ts';

/** The band holds 8 simulated years in 10, so that of weeks like the model's about 8 in 10 lie in it. */
const IN_BAND = 0.8;

export interface Fit {
  /** Real weeks that lie in the run's dates, and of these, in the band. */
  readonly weeks: number;
  readonly within: number;
  readonly above: number;
  readonly below: number;
  /** Averages over those weeks. */
  readonly real: number;
  readonly model: number;
}

export function sayFit({ weeks, within, above, below, real, model }: Fit, where: string): string {
  const averages = `On average ${counted(sayPeople(real), PEOPLE)} waited ${where} in these weeks; the model has ${sayPeople(model)}`;
  const held = `Of ${weeks} weeks ${within} lie in the model’s band`;
  const away = [above > 0 ? `${above} above` : '', below > 0 ? `${below} below` : ''].filter((part) => part !== '');
  const about = Math.round(weeks * IN_BAND);
  return `${averages}. ${held}${away.length > 0 ? `, ${away.join(' and ')}` : ''}; about ${about} would if the model were right.`;
}

/** What the real numbers say by themselves. */
export function sayVariation({ mean, low, high, outside, inRuns }: Xmr, weeks: number): string {
  const usual = `By themselves the ${weeks} weeks vary around ${sayPeople(mean)}; their steps from week to week would keep them between ${sayPeople(low)} and ${sayPeople(high)}`;
  const special = [
    outside.length > 0 ? `${outside.length} ${outside.length === 1 ? 'week lies' : 'weeks lie'} outside` : '',
    inRuns.length > 0 ? `${inRuns.length} weeks are in runs of eight or more on one side of the average` : '',
  ].filter((part) => part !== '');
  if (special.length === 0) return `${usual}, and they do: nothing in them stands out.`;
  return `${usual}. ${capital(special.join(', and '))}: they drift, or something changed.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
