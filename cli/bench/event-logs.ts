// Figure: CPU seconds to read an event log of a million rows, and to make a first model of it.
import { type Cell, compile, csvText, watch } from '../../engine/index.ts';
import { isEventsHead, minedFrom, readEvents } from '../../formats/events.ts';
import { LOG_COLUMNS, logRows } from '../../formats/events/write-log.ts';
import { openTable } from '../../formats/table-file.ts';
import type { Figure } from './figure.ts';
import { shippedModel } from './shipped-model.ts';

const ROWS = 1_000_000;
const SEED = 1;

export async function eventLogs(): Promise<Figure> {
  const bytes = new Uint8Array(new TextEncoder().encode(csvText(LOG_COLUMNS, rowsOfRuns())));
  const begun = process.cpuUsage();
  const read = readEvents(await openTable(bytes, isEventsHead), undefined);
  const readSeconds = secondsSince(begun);
  if ('problems' in read) throw new Error(read.problems.map(({ path, found }) => `${path}: ${found}`).join('\n'));
  const middle = process.cpuUsage();
  const { model } = minedFrom(read, 'bench.csv');
  const minedSeconds = secondsSince(middle);
  const { length, personNames, runs } = read.log;
  const say = (count: number) => count.toLocaleString('en-GB');
  return {
    name: 'event-logs',
    result: {
      rows: length,
      megabytes: bytes.length / 1e6,
      readSeconds,
      minedSeconds,
      stations: Object.keys(model!.stations).length,
    },
    sentences: [
      `An event log of ${say(length)} rows (${say(personNames.length)} people in ${runs} runs, ${Math.round(bytes.length / 1e6)} MB) read: ${readSeconds.toFixed(1)} CPU seconds.`,
      `Made into a first model, with every stay fitted: ${minedSeconds.toFixed(1)} CPU seconds more.`,
    ],
  };
}

/** Run after run of the same model, cut off at the row. */
function* rowsOfRuns(): Generator<Cell[]> {
  const program = compile(shippedModel('ilkeston-2019'), { option: 'today' });
  let left = ROWS;
  for (let run = 0; left > 0; run++) {
    const rows = logRows({ ...watch(program, SEED, run), network: program.network, run: run + 1, unit: 'minutes' });
    yield* rows.slice(0, left);
    left -= rows.length;
  }
}

function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}
