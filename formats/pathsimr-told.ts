// What is said of a PathSimR network: where each number of the document comes from, what was understood, what was chosen, and what a model cannot say.
import {
  changesWithinDay,
  inDays,
  isSteady,
  MOST_CHANGES,
  USUAL_WEEKS,
  warmUpDaysOf,
  weekly,
} from './pathsimr-course.ts';
import type { Calendar, Network, ServicePoint, Sources } from './pathsimr-parts.ts';

/** The option whose places change with time: a document without an option has no dates. */
export const BY_CALENDAR = 'by-calendar';

/** Sentences without their full stops. */
export interface Told {
  readonly understood: readonly string[];
  readonly chosen: readonly string[];
  readonly unsaid: readonly string[];
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

export function told(
  { points, exits, unused, adjusted }: Network,
  { capacity, arrivals }: Calendar,
  { unit, unitDays }: Sources,
  { queued, weeks }: { queued: readonly ServicePoint[]; weeks: number },
): Told {
  const named = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).join(', ');
  const ways = points.flatMap(({ ways: its }) => its);
  const delays = ways.filter(({ delay }) => delay).length;
  const entered = points.filter(({ name }) => ways.some(({ to }) => to === name));
  const blocking = entered.filter(({ insideRoom }) => insideRoom === 0);
  const coming = [...arrivals].filter(([, { steps }]) => steps.some(({ value }) => value > 0)).map(([name]) => name);
  const limited = points.filter(({ name, outsideRoom }) => outsideRoom !== Infinity && coming.includes(name));
  const varying = (courses: Calendar['capacity']) =>
    [...courses].flatMap(([name, course]) => (isSteady(course) ? [] : [name]));
  const [placesVary, arrivalsVary] = [varying(capacity), varying(arrivals)];
  const averaged = arrivalsVary.filter((name) => {
    const course = inDays(arrivals.get(name)!, unitDays);
    return weekly(course) === undefined && changesWithinDay(course);
  });
  const noRows = points.filter(({ name }) => !arrivals.has(name));
  const needless = points.filter((point) => point.insideRoom > 0 && !queued.includes(point));
  const queuedDelays = points.flatMap(({ name, ways: its }) =>
    its
      .filter(({ to, delay }) => delay && queued.some((point) => point.name === to))
      .map(({ to }) => `${name} to ${to}`),
  );
  return {
    understood: [
      'a PathSimR network and its calendar',
      `${many(points.length, 'service point')}, ${many(exits.length, 'exit')}, ${many(ways.length, 'way')}, ${delays === 0 ? 'none with a delay' : `${delays} with a delay`}`,
      `people come from outside to ${coming.length === 0 ? 'none' : coming.join(', ')}`,
      ...(limited.length > 0
        ? [
            `people from outside are turned away where so many of them wait: ${limited.map(({ name, outsideRoom }) => `${name} ${outsideRoom}`).join(', ')}`,
          ]
        : []),
      ...(blocking.length > 0
        ? [`no internal queue, so people keep the place before it until there is one: ${named(blocking)}`]
        : []),
      ...(queued.length > 0
        ? [`an internal queue is a place of its own, left when there is a place behind it: ${named(queued)}`]
        : []),
      ...(arrivalsVary.length > 0 ? [`arrivals that change with time: ${arrivalsVary.join(', ')}`] : []),
      ...(placesVary.length > 0
        ? [
            `places that change with time, as the option ${BY_CALENDAR} has them; without it their average, in whole places: ${placesVary.join(', ')}`,
          ]
        : []),
    ],
    chosen: [
      `times are in ${unit}: the files do not say`,
      'the calendar begins on a Monday at midnight, 1 January 2024',
      `${warmUpDaysOf(weeks)} days of warm-up from an empty network, then ${7 * weeks - warmUpDaysOf(weeks)} days${weeks < USUAL_WEEKS ? `: a model can say no more than ${MOST_CHANGES} changes of places` : ''}`,
      ...(noRows.length > 0
        ? [`nobody comes from outside where the calendar has no line of arrivals: ${named(noRows)}`]
        : []),
    ],
    unsaid: [
      ...(averaged.length > 0
        ? [
            `how arrivals change within a day, where they do not repeat with the week on the hour; each day has its mean: ${averaged.join(', ')}`,
          ]
        : []),
      ...(unused.length > 0 ? [`delays of ways that nobody goes: ${unused.join(', ')}`] : []),
      ...(adjusted.length > 0
        ? [`the last digits of shares that missed 1 by less than a millionth: ${adjusted.join(', ')}`]
        : []),
      ...(needless.length > 0 ? [`internal queues that nobody can join: ${named(needless)}`] : []),
      ...(queuedDelays.length > 0
        ? [
            `that a delay is left out for whoever had to queue: everybody has it, before the queue (${queuedDelays.join(', ')})`,
          ]
        : []),
    ],
  };
}

export function evidenceOf(
  { points }: Network,
  { network, calendar, unit }: Sources,
  coming: readonly string[],
  id: (name: string) => string,
  queues: readonly string[],
) {
  const of = (file: string) => ({
    status: 'estimated',
    source: `From the file ${file}`,
    note: `Its times are taken to be in ${unit}.`,
  });
  const chosen = (note: string) => ({ status: 'illustrative', source: 'Chosen on import', note });
  return {
    calendar: chosen('The files do not say how long to run.'),
    experiment: chosen('The files do not say how often to run.'),
    ...Object.fromEntries(coming.map((name) => [`streams.${id(name)}`, of(calendar)])),
    ...Object.fromEntries(
      points.flatMap(({ name }) => [
        [`stations.${id(name)}`, of(network)],
        [`stations.${id(name)}.beds`, of(calendar)],
      ]),
    ),
    ...Object.fromEntries(
      queues.map((queue) => [
        `stations.${queue}`,
        { ...of(network), note: 'An internal queue: nobody stays there once there is a place.' },
      ]),
    ),
  };
}
