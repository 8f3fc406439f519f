// An event log that a planner brings, in the worker of files: what has to be settled first, or the first model of it and the log itself as a run to watch.
import { compile, gatesOf, rowKeys } from '../../engine/index.ts';
import { minedFrom, readEvents } from '../../formats/events.ts';
import { playedFrom } from '../../formats/events/played.ts';
import { seenIn } from '../../formats/events/seen.ts';
import { STAY_UNITS } from '../../formats/records/stay-answers.ts';
import type { Table } from '../../formats/table-file.ts';
import type { Answers, EventsFound, FileReply } from './file-protocol.ts';

/** A log of fewer days is played by the hour: in days it would be over at once. */
const LEAST_DAYS = 21;
const HOURS_A_DAY = 24;

export function eventsIn(table: Table, name: string, { unit }: Answers): FileReply {
  const given = (Object.keys(STAY_UNITS) as (keyof typeof STAY_UNITS)[]).find((each) => each === unit);
  const read = readEvents(table, given);
  if ('problems' in read)
    return { type: 'events', problems: read.problems, understood: [], doubts: [], columns: {}, found: null };
  const { model, problems, names, understood, chosen, unsaid } = minedFrom(read, name);
  const errors = problems.filter(({ severity }) => severity === 'error');
  const doubts = [...chosen, ...unsaid.map((each) => `left out, because a model cannot say it: ${each}`)];
  if (!model) return { type: 'events', problems: errors, understood, doubts, columns: {}, found: null };

  const { log, journeys } = read;
  const { begins, ends } = seenIn(log, journeys);
  const isByHour = ends[0] - begins[0] < LEAST_DAYS;
  const times = isByHour ? HOURS_A_DAY : 1;
  const program = compile(model, { option: 'today' });
  const { stationIds, needIds, streamIds, places, isExit, keepsPlace, startDate } = program.network;
  // One run at a time: people of two would stand in the same places.
  const { trace, needs } = playedFrom(journeys, names, program.network, times, ({ person }) => log.runOf[person] === 0);
  const people = needs.length;
  const found: EventsFound = {
    text: JSON.stringify(model, null, 2),
    unit: isByHour ? 'hours' : 'days',
    isDated: log.calendar.isDated,
    runs: log.runs,
    watched: {
      trace,
      people: {
        need: needs,
        stream: new Int16Array(people),
        keyHigh: new Uint32Array(people),
        keyLow: Uint32Array.from(needs, (_need, person) => person),
      },
      keys: rowKeys(program),
      values: new Float64Array(0),
      network: {
        stationIds,
        needIds,
        streamIds,
        places,
        isExit,
        keepsPlace,
        startDate,
        warmUpDays: 0,
        runDays: ends[0] * times,
      },
      gates: gatesOf(program),
    },
  };
  return { type: 'events', problems: [], understood, doubts, columns: {}, found };
}
