// Tables that become models: event logs and the two files of PathSimR; and any table of which the page asks what it is.
import { logIn, lookedAt, networkIn } from '../../../ui/worker/fits.ts';
import { SOUND } from '../../formats/event-log-files.ts';
import { SOUND as PAIR } from '../../formats/pathsimr-files.ts';
import { asInput, givenIn, tableKind } from '../kinds/table.ts';
import type { Target } from '../target.ts';
import { plan, series } from './counts.ts';
import { answerOf, day, table, UNITS } from './table.ts';
import { arrivals, routes, stays } from './tables.ts';

export const events = table(
  'events',
  (given) => logIn({ type: 'events', ...given }),
  [
    asInput(SOUND, { unit: 'hours' }),
    asInput(
      SOUND.replace(
        /,(\d+(?:\.\d+)?),(\d*)$/gm,
        (_all, time: string, unit: string) =>
          `,${day(Math.floor(Number(time)))} 0${Math.floor((Number(time) % 1) * 8)}:30,${unit}`,
      ),
    ),
    asInput(
      `entity_id,pathway,event_type,event,time,resource_id,run\n${SOUND.split('\n')
        .slice(1, -1)
        .map((line) => line.replace(/^(\d),/, '$1,Kind,') + ',1')
        .join('\n')}`,
      { unit: 'minutes' },
    ),
  ],
  [
    'entity_id',
    'pathway',
    'event_type',
    'event',
    'time',
    'resource_id',
    'run',
    'run_number',
    'timestamp',
    'case_id',
    'activity',
  ],
  ['unit'],
  [
    ...UNITS,
    'arrival_departure',
    'queue',
    'resource_use',
    'resource_use_end',
    'arrival',
    'depart',
    'cubicle_wait_begins',
    'doctor_begins',
    'doctor_ends',
  ],
);

/** The page asks of any table what it is. */
export const unknown = table(
  'unknown',
  (given) => lookedAt({ type: 'look', ...given }),
  [stays, arrivals, routes, series, plan, events].flatMap((one) => one.seeds()),
  [
    'Date',
    'From',
    'To',
    'Stay',
    'Pathway',
    'Month',
    'entity_id',
    'event',
    'metric',
    'node',
    'start',
    'end',
    'value',
    'serv_dist',
  ],
  ['unit'],
);

/** The two files of a network are two parts of an input, with a line of its own between them. */
const BETWEEN = '\n====\n';
export const pathsimr: Target = {
  name: 'pathsimr',
  kind: tableKind(
    [
      'A',
      'B',
      'out',
      'serv_dist',
      'serv_dist_param',
      'ext_queue',
      'int_queue',
      'metric',
      'node',
      'start',
      'end',
      'value',
      'C',
    ],
    ['unit'],
    [
      ...UNITS,
      'cap',
      'ext_arr',
      'lnorm',
      'exp',
      'gamma',
      'unif',
      'norm',
      'weibull',
      'tri',
      'geom',
      'pois',
      '1;0.5',
      '4;0.5',
      'Inf',
      '0.25',
      '0.75',
      '7',
      '14',
      '====',
      '0;0',
      '2;1',
      '1;2;3',
    ],
  ),
  seeds: () => [
    asInput(`${PAIR.network}${BETWEEN.slice(1)}${PAIR.calendar}`),
    asInput(
      `,A,B,serv_dist,serv_dist_param,ext_queue,int_queue,A,B,A,B\nA,0,1,exp,0.125,Inf,0,,unif,,0.2;0.2\nB,,,,,,,,,,\n====\nmetric,node,start,end,value\ncap,A,0,3,12\ncap,A,3,7,9\next_arr,A,0,1,1\next_arr,A,1,2,3\n`,
      { unit: 'hours' },
    ),
  ],
  async answer(input) {
    const { answers, bytes } = givenIn(input);
    const [network, calendar] = new TextDecoder().decode(bytes).split(/\n?====\n/);
    const files = [network, calendar].flatMap((text, at) =>
      text === undefined ? [] : [{ name: `${'nc'[at]}.csv`, file: new Blob([text]) }],
    );
    const unit = (['minutes', 'hours', 'weeks'] as const).find((one) => one === answers.unit) ?? 'days';
    return answerOf(await networkIn({ type: 'pathsimr', files, unit }));
  },
};
