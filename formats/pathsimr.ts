// A network of PathSimR (nhs-bnssg-analytics/PathSimR): its two files, in either order, as one model.
import { readModel, type Model, type Problem } from '../engine/index.ts';
import { isCalendarHead, readCalendar } from './pathsimr-calendar.ts';
import { MOST_CHANGES } from './pathsimr-course.ts';
import { documentOf } from './pathsimr-document.ts';
import { isNetworkHead, readNetwork } from './pathsimr-network.ts';
import type { NamedTable } from './pathsimr-parts.ts';
import type { Told } from './pathsimr-told.ts';
import { STAY_UNITS } from './records/stay-answers.ts';

/** What the two files of a PathSimR network came to. */
export interface OpenedNetwork extends Told {
  /** Undefined: something must be mended first. */
  readonly model: Model | undefined;
  /** Each begins with its file, line and column. */
  readonly problems: readonly Problem[];
}

export const isPathSimRHead = (cells: readonly string[]): boolean => isNetworkHead(cells) || isCalendarHead(cells);

const BOTH =
  'a network (serv_dist, serv_dist_param, ext_queue, int_queue) and its calendar (metric, node, start, end, value)';

/** A model from the two files of a PathSimR network, in either order. `unit`: of its times. */
export function openPathSimR(files: readonly NamedTable[], unit: keyof typeof STAY_UNITS): OpenedNetwork {
  const networks = files.filter(({ table }) => isNetworkHead(table.heads ?? []));
  const calendars = files.filter(({ table }) => isCalendarHead(table.heads ?? []));
  if (networks.length !== 1 || calendars.length !== 1 || files.length !== 2)
    return refused([notAPair(files, networks.length, calendars.length)]);
  const { network, problems: ofNetwork } = readNetwork(networks[0]);
  if (network.points.length === 0 && ofNetwork.all.length === 0)
    ofNetwork.wrong(null, 'no service point', 'a row with serv_dist', 'Exits alone are no network.');
  const { calendar, problems: ofCalendar } = readCalendar(calendars[0], network);
  const problems = [...ofNetwork.all, ...(network.points.length > 0 ? ofCalendar.all : [])];
  if (problems.length > 0) return refused(problems);
  const sources = { network: networks[0].name, calendar: calendars[0].name, unit, unitDays: STAY_UNITS[unit] };
  const { document, ...said } = documentOf(network, calendar, sources);
  if (document === undefined) {
    ofCalendar.wrong(
      null,
      `more than ${MOST_CHANGES} changes of places in two weeks`,
      'fewer',
      'Make the periods longer.',
    );
    return refused(ofCalendar.all);
  }
  const read = readModel(JSON.stringify(document));
  return { ...said, model: read.model, problems: read.problems };
}

const refused = (problems: readonly Problem[]): OpenedNetwork => ({
  model: undefined,
  problems,
  understood: [],
  chosen: [],
  unsaid: [],
});

function notAPair(files: readonly NamedTable[], networks: number, calendars: number): Problem {
  const others = files.length - networks - calendars;
  const counted = [
    networks === 0 ? 'no network' : networks === 1 ? 'a network' : `${networks} networks`,
    calendars === 0 ? 'no calendar' : calendars === 1 ? 'a calendar' : `${calendars} calendars`,
    ...(others > 0 ? [`${others} of neither kind`] : []),
  ];
  return {
    path: files.map(({ name }) => name).join(' and '),
    found: counted.join(', '),
    expected: BOTH,
    hint: 'Give the two files that belong together: onward import NETWORK.csv CALENDAR.csv.',
    severity: 'error',
  };
}
