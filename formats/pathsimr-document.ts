// The model that a PathSimR network and its calendar describe: a ward a service point, an exit an exit, a stream wherever people come from outside.
import { idFrom, idsOf } from './ids.ts';
import { changesOf, daily, inDays, isSteady, meanOf, warmUpDaysOf, weekly } from './pathsimr-course.ts';
import type { Calendar, Course, Network, ServicePoint, Sources } from './pathsimr-parts.ts';
import { stayIn } from './pathsimr-stay.ts';
import { BY_CALENDAR, evidenceOf, told, type Told } from './pathsimr-told.ts';

/** A Monday, so that a week of the calendar begins with one. */
const START = '2024-01-01';

/** A document that `readModel` has yet to check; undefined where its changes are too many. */
export function documentOf(network: Network, calendar: Calendar, sources: Sources): { document?: object } & Told {
  const { points, exits } = network;
  const { unitDays } = sources;
  const ids = idsOf([...points.map(({ name }) => name), ...exits]);
  const id = (name: string): string => ids.get(name)!;
  const isEntered = (name: string) => points.some(({ ways }) => ways.some(({ to }) => to === name));
  const queued = points.filter(({ name, insideRoom }) => insideRoom > 0 && isEntered(name));
  const queues = new Map(queued.map(({ name }) => [name, `queue-${id(name)}`]));

  const arrivals = [...calendar.arrivals]
    .map(([name, course]) => [name, inDays(course, unitDays, 1 / unitDays)] as const)
    .filter(([, { steps }]) => steps.some(({ value }) => value > 0));
  const places = points.map(({ name }) => [name, inDays(calendar.capacity.get(name)!, unitDays)] as const);
  const { weeks, changes } = changesOf(
    new Map(
      places
        .filter(([, course]) => !isSteady(course))
        .map(([name, course]) => [`stations.${id(name)}.beds`, course] as const),
    ),
  );
  const said = told(network, calendar, sources, { queued, weeks: weeks ?? 0 });
  if (weeks === undefined) return said;

  const document = {
    schemaVersion: 1,
    id: idFrom(sources.network.replace(/\.\w+$/, '')),
    title: `A network of ${points
      .map(({ name }) => name)
      .slice(0, 3)
      .join(', ')}${points.length > 3 ? ` and ${points.length - 3} more` : ''}`,
    about: `Service points, shares, stays, queues, places and arrivals as the PathSimR files ${sources.network} and ${sources.calendar} have them. Where they are silent, a number is chosen here and said to be illustrative.`,
    calendar: { startDate: START, warmUpDays: warmUpDaysOf(weeks), runDays: 7 * weeks - warmUpDaysOf(weeks) },
    experiment: { replications: 20, seed: 1 },
    needs: Object.fromEntries(arrivals.map(([name]) => [id(name), { label: `Comes to ${name}`, goesTo: id(name) }])),
    streams: Object.fromEntries(
      arrivals.map(([name, course]) => [
        id(name),
        { label: `From outside to ${name}`, ...rateOf(course, weeks), shares: { [id(name)]: 1 } },
      ]),
    ),
    stations: {
      ...Object.fromEntries(points.map((point) => [id(point.name), stationOf(point)])),
      ...Object.fromEntries(
        queued.map(({ name, insideRoom }) => [
          queues.get(name)!,
          {
            kind: 'ward',
            label: `Queue for ${name}`,
            about: `People from other service points, who have left their place there and wait for ${name}.`,
            beds: insideRoom === Infinity ? 'unlimited' : insideRoom,
            stay: { shape: 'fixed', days: 0 },
            next: [{ to: id(name) }],
          },
        ]),
      ),
      ...Object.fromEntries(exits.map((name) => [id(name), { kind: 'exit', label: name }])),
    },
    options:
      changes.length === 0
        ? [{ id: 'today', title: 'As in the files' }]
        : [
            { id: 'today', title: 'Places as they are on average' },
            { id: BY_CALENDAR, title: 'Places by the calendar', changes },
          ],
    controls: points.flatMap(({ name }) => {
      const beds = placesOf(name);
      const most = Math.max(10, 2 * Number(beds));
      return beds === 'unlimited'
        ? []
        : [{ path: `stations.${id(name)}.beds`, label: `Places, ${name}`, least: 0, most, step: 1 }];
    }),
    evidence: evidenceOf(
      network,
      sources,
      arrivals.map(([name]) => name),
      id,
      [...queues.values()],
    ),
  };
  return { document, ...said };

  /** An option has those that change. */
  function placesOf(name: string): number | 'unlimited' {
    const mean = meanOf(calendar.capacity.get(name)!);
    return mean === Infinity ? 'unlimited' : Math.round(mean);
  }

  function stationOf({ name, stay, outsideRoom, ways }: ServicePoint) {
    return {
      kind: 'ward',
      label: name,
      beds: placesOf(name),
      stay: stayIn(stay, unitDays),
      next: ways.map(({ to, share, delay }) => ({
        to: queues.get(to) ?? id(to),
        ...(ways.length > 1 && { share }),
        ...(delay && { prepare: stayIn(delay, unitDays) }),
      })),
      ...(outsideRoom !== Infinity && { waitingRoom: outsideRoom }),
    };
  }
}

const rateOf = (course: Course, weeks: number) =>
  isSteady(course) ? { arrivalsPerDay: course.steps[0].value } : (weekly(course) ?? daily(course, START, weeks));
