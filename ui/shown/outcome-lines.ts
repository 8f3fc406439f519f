// What the outcomes view shows of a model: the right place by need, where people are, how they leave, and days of delay.
import type { Model } from '../../engine/index.ts';
import type { Line } from './line.ts';
import type { Settings } from '../model/asked.ts';
import { isOnlyWaiting, valueInForce } from '../model/values.ts';
import { DELAYED_DAYS_A_YEAR, PEOPLE, PEOPLE_A_YEAR, PERCENT, perThousand, POINTS } from '../words/numbers/quantity.ts';

export const rightPlaceLines = ({ needs }: Model): Line[] => {
  const line = { station: 'all', measure: 'rightPlace', quantity: PERCENT, change: POINTS };
  const byNeed = Object.entries(needs).map(([id, { label }]): Line => ({ ...line, label, who: `need:${id}` }));
  return [{ ...line, label: 'Everyone' }, ...(byNeed.length > 1 ? byNeed : [])];
};

/** Where somebody in a place is: at home, in a bed, or only waiting there. */
export const settings = ['home', 'bed', 'delayed', 'elsewhere'] as const;
export type Setting = (typeof settings)[number];

export function settingOf(model: Model, station: string): Setting | undefined {
  const { kind } = model.stations[station];
  if (kind === 'exit' || kind === 'team') return undefined;
  if (isOnlyWaiting(model, station)) return 'delayed';
  return kind === 'caseload' ? 'home' : kind === 'ward' ? 'bed' : 'elsewhere';
}

/** People holding places, at home first. */
export function whereLines(model: Model): Line[] {
  const lines = Object.entries(model.stations).flatMap(([station, { label }]): (Line & { group: Setting })[] => {
    const group = settingOf(model, station);
    return group ? [{ label, station, measure: 'occupancy', quantity: PEOPLE, group }] : [];
  });
  return lines.toSorted((a, b) => settings.indexOf(a.group) - settings.indexOf(b.group));
}

export const exitLines = ({ stations }: Model): Line[] =>
  Object.entries(stations)
    .filter(([, { kind }]) => kind === 'exit')
    .map(([station, { label }]) => ({ label, station, measure: 'starts', quantity: PEOPLE_A_YEAR }));

/** People ready and not gone, as the days that makes in a year; where nobody holds a place meanwhile, people waiting. */
export function delayLines(model: Model, measure: 'delayed' | 'waiting' = 'delayed'): Line[] {
  const line = { measure, quantity: DELAYED_DAYS_A_YEAR };
  const all: Line[] = measure === 'delayed' ? [{ ...line, station: 'all', label: 'Everywhere' }] : [];
  return [
    ...all,
    ...services(model).map(([station, { label }]): Line => ({ ...line, station, label, group: 'delayed' })),
  ];
}

/** Starts a year for every thousand people over 65; by where they live as well, where the population says. */
export function perThousandLines(model: Model, now: Settings): { readonly title: string; readonly lines: Line[] }[] {
  const { population } = model;
  if (!population) return [];
  const { by = '', ...parts } = typeof population.over65 === 'number' ? {} : population.over65;
  const cared = services(model).filter(([id, { kind }]) => kind !== 'team' && !isOnlyWaiting(model, id));
  const starts = (title: string, over65: number, who = 'all') => ({
    title,
    lines: cared.map(([station, { label }]): Line => {
      const quantity = perThousand('person', 'people', over65);
      return { label, station, measure: 'starts', who, quantity };
    }),
  });
  const all = populationOf(model, now, 'over65');
  const delayed = {
    label: 'Everywhere',
    station: 'all',
    measure: 'delayed',
    quantity: perThousand('day', 'days', all),
  };
  return [
    { title: 'Days of delay', lines: [delayed] },
    starts('Starts of care', all),
    ...Object.keys(parts).map((value) =>
      starts(`Starts of care: ${value}`, leaf(model, now, `population.over65.${value}`), `${by}:${value}`),
    ),
  ];
}

/** How many live here, over 65 or of any age, in all. */
export function populationOf(model: Model, now: Settings, which: 'all' | 'over65'): number {
  const given = model.population?.[which];
  if (given === undefined) return 0;
  if (typeof given === 'number') return leaf(model, now, `population.${which}`);
  const { by: _, ...parts } = given;
  return Object.keys(parts).reduce((sum, value) => sum + leaf(model, now, `population.${which}.${value}`), 0);
}

const leaf = (model: Model, now: Settings, path: string): number => Number(valueInForce(model, now, path));

const services = ({ stations }: Model) => Object.entries(stations).filter(([, { kind }]) => kind !== 'exit');
