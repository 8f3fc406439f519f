// Which columns of an event log are which, by what simulations and hospitals call them; and those that are missing.
import { nearestName, type Problem } from '../../engine/index.ts';
import { usualColumn } from '../records/columns.ts';

interface Named {
  readonly what: string;
  /** As vidigi calls it; a missing column is asked for by this name. */
  readonly name: string;
  readonly isNeeded: boolean;
  readonly usually: readonly RegExp[];
}

const COLUMNS = {
  person: {
    what: 'who it happened to',
    name: 'entity_id',
    isNeeded: true,
    usually: [/^entity_?id$/i, /^(patient|case|person|customer)([_ ]?(id|no|number))?$/i, /^(entity|id)$/i],
  },
  event: {
    what: 'what happened',
    name: 'event',
    isNeeded: true,
    usually: [/^event$/i, /^(activity|event[_ ]?name)$/i],
  },
  type: {
    what: 'what kind of event it is',
    name: 'event_type',
    isNeeded: true,
    usually: [/^event[_ ]?type$/i],
  },
  time: {
    what: 'when',
    name: 'time',
    isNeeded: true,
    usually: [/^time$/i, /^(event|sim|simulation)[_ ]?time$/i, /^date[_ ]?time$/i, /^time[_ ]?stamp$/i],
  },
  resource: {
    what: 'which place, bed or member of staff',
    name: 'resource_id',
    isNeeded: false,
    usually: [/^resource[_ ]?id$/i, /^resource$/i],
  },
  pathway: { what: 'which pathway', name: 'pathway', isNeeded: false, usually: [/^pathway$/i] },
  run: {
    what: 'which simulated run',
    name: 'run',
    isNeeded: false,
    usually: [/^run$/i, /^run[_ ]?(number|id)$/i, /^rep(lication)?$/i],
  },
  timestamp: { what: 'the date and time', name: 'timestamp', isNeeded: false, usually: [/^time[_ ]?stamp$/i] },
  exit: {
    what: 'where people go who leave',
    name: 'exit',
    isNeeded: false,
    usually: [/^exit$/i, /^(discharge[_ ]?)?destination$/i],
  },
} as const satisfies Record<string, Named>;

type What = keyof typeof COLUMNS;
/** By number from 0; −1: there is none. */
export type LogColumns = Readonly<Record<What, number>>;

const NEEDED = (Object.keys(COLUMNS) as What[]).filter((what) => COLUMNS[what].isNeeded);

/** All but one of the columns that a log needs; the one that is missing is then asked for. */
export const isEventsHead = (cells: readonly string[]): boolean =>
  NEEDED.filter((what) => columnOf(cells, what) >= 0).length >= NEEDED.length - 1 && columnOf(cells, 'event') >= 0;

const columnOf = (heads: readonly string[], what: What): number =>
  usualColumn(heads, { option: '', ...COLUMNS[what] }) ?? -1;

export function logColumns(heads: readonly string[]): { columns: LogColumns; missing: Problem[] } {
  const columns = Object.fromEntries((Object.keys(COLUMNS) as What[]).map((what) => [what, columnOf(heads, what)]));
  // Where the times are dates already, there is no second column of them.
  if (columns.timestamp === columns.time) columns.timestamp = -1;
  const missing = NEEDED.filter((what) => columns[what] < 0).map((what): Problem => {
    const { name, what: meaning } = COLUMNS[what];
    const near = nearestName(name, heads);
    return {
      path: 'the heads',
      found: heads.map((head) => `"${head}"`).join(', ') || 'no heads: the first row holds values',
      expected: `a column ${name}: ${meaning}`,
      hint: near === null ? `Give that column the head ${name}.` : `Is it ${near}? Give it the head ${name}.`,
      severity: 'error',
    };
  });
  return { columns: columns as LogColumns, missing };
}
