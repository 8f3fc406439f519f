// One replication: an engine runs from beginning to end; its measures come out as one row of numbers, with its trace if watched.
import type { Program } from '../network/compile.ts';
import { dateAt } from '../ground/dates.ts';
import { featuresOf } from '../model/features.ts';
import { attributeGroups, needGroups } from '../network/groups.ts';
import { handBackLedger, Ledger } from '../account/ledger.ts';
import { asksFrom, caredForElsewhere } from '../network/locks.ts';
import { measures, type About, type Measure } from '../account/measures/index.ts';
import { compileReadOut, readLedger, type ReadOut } from '../account/read-out.ts';
import type { Source } from '../account/source.ts';
import { startRun, type MayGoOn, type Roster, type Run } from '../run/native.ts';
import type { Network } from '../network/network.ts';
import { overTheRun } from '../network/offered.ts';
import { traceWriter, type WatchedPeople, type Trace } from '../trace/trace.ts';

/** What a value is about. `station` is an id or `all`; `day` is empty or the date looked at. */
export interface RowKey {
  readonly station: string;
  readonly measure: string;
  readonly statistic: string;
  readonly who: string;
  readonly day: string;
  readonly unit: string;
}

export interface Census {
  readonly occupancy: Int32Array;
  readonly delayed: Int32Array;
  readonly waiting: Int32Array;
  readonly places: Int32Array;
}

/** What the rows of one program are, and how a ledger is read for them. */
interface Plan {
  readonly keys: RowKey[];
  readonly out: ReadOut;
}

const plans = new WeakMap<Program, Plan>();

/** The keys of the values of a replication: the same for every option of a model, in the same order. */
export const rowKeys = (program: Program): RowKey[] => planOf(program).keys;

/** Whether a row is of this measure over the whole run. */
export const isRowOf = (key: RowKey, station: string, measure: string, statistic = 'mean', who = 'all'): boolean =>
  key.station === station &&
  key.measure === measure &&
  key.statistic === statistic &&
  key.who === who &&
  key.day === '';

/** Where a measure's mean over everybody and the whole run stands in a row of values; −1 when this model has none. */
export const placeOfMean = (keys: readonly RowKey[], station: string, measure: string): number =>
  keys.findIndex((key) => isRowOf(key, station, measure));

/**
 * Measures of one replication; `values[i]` belongs to `rowKeys(program)[i]`, NaN where there was nobody to measure. `onTheWay` may
 * take the run on to any days and look at it; nothing it sees changes a value, and it may not keep the run's ledger.
 */
export function replicate(
  program: Program,
  seed: number,
  replication: number,
  onTheWay?: (run: Run) => void,
  mayGoOn: MayGoOn | null = null,
): Float64Array {
  const run = startToReplicate(program, seed, replication, mayGoOn);
  onTheWay?.(run);
  run.finish();
  return readAndHandBack(program, run);
}

export const startToReplicate = (program: Program, seed: number, replication: number, mayGoOn: MayGoOn | null): Run =>
  startRun(program, seed, replication, null, null, mayGoOn);

export interface WatchedRun {
  readonly values: Float64Array;
  readonly trace: Trace;
  readonly people: WatchedPeople;
}

/** The same replication with its trace, from `-warmUpDays` to `runDays`. */
export function watch(program: Program, seed: number, replication: number, mayGoOn: MayGoOn | null = null): WatchedRun {
  const { run, read } = startWatch(program, seed, replication, mayGoOn);
  run.finish();
  return read();
}

/** `read` is for when the run is finished. */
export function startWatch(
  program: Program,
  seed: number,
  replication: number,
  mayGoOn: MayGoOn | null,
): { run: Run; read(): WatchedRun } {
  const writer = traceWriter();
  const roster: Roster = { need: [], stream: [], keyHigh: [], keyLow: [] };
  const run = startRun(program, seed, replication, writer, roster, mayGoOn);
  const read = () => ({
    values: readAndHandBack(program, run),
    trace: writer.finish(),
    people: {
      need: Int16Array.from(roster.need),
      stream: Int16Array.from(roster.stream),
      keyHigh: Uint32Array.from(roster.keyHigh),
      keyLow: Uint32Array.from(roster.keyLow),
    },
  });
  return { run, read };
}

/** Counts on a day straight from the engine's own state, not from a trace; everything up to and including the day has happened. */
export function censusAt(program: Program, seed: number, replication: number, day: number): Census {
  const run = startRun(program, seed, replication, null, null);
  run.runTo(day);
  return run.census();
}

/** The values of a finished run, whose ledger may then serve another. */
export function readAndHandBack(program: Program, { ledger, looks }: Run): Float64Array {
  const values = readLedger(planOf(program).out, ledger, looks);
  handBackLedger(program.network, ledger);
  return values;
}

function planOf(program: Program): Plan {
  let plan = plans.get(program);
  if (plan === undefined) plans.set(program, (plan = makePlan(program)));
  return plan;
}

function makePlan(program: Program): Plan {
  const { asked, network } = program;
  const ledger = new Ledger(network, new Float64Array(1), asked);
  const { hasPlaces, neededPlaces } = overTheRun(program);
  const about: About = {
    ledger,
    network,
    hasLimit: (station) => hasPlaces[station] < Infinity,
    asked,
    days: network.runDays,
    comeFrom: whereFrom(network),
    needs: needGroups(network),
    attributes: attributeGroups(network),
    features: featuresOf(program.model),
    offered: neededPlaces,
    lookDates: program.lookAtDays.map(
      (day) => dateAt(network.startDayNumber + day) + (Number.isInteger(day) ? '' : ` day ${day}`),
    ),
  };
  const keys: RowKey[] = [];
  const sources: Source[] = [];
  for (const measure of measures)
    measure.rows(about, (station, statistic, who, source, day = '') => {
      keys.push({ station, measure: measure.id, statistic, who, day, unit: unitOf(measure, statistic, program) });
      sources.push(source);
    });
  return { keys, out: compileReadOut(ledger.books, sources, about.days) };
}

/** A share is in the unit of its measure, as it always was, unless something is asked for. */
const unitOf = ({ unit }: Measure, statistic: string, { asked: { percentiles, over } }: Program): string =>
  statistic.startsWith('shareOver') && percentiles.length + over.length > 0 ? 'share' : unit;

/** By station, from where a way, an alternative, a stream or a start leads there. */
function whereFrom(network: Network): About['comeFrom'] {
  const stations = network.stationIds.length;
  const result = new Uint8Array((stations + 1) * stations);
  const add = (from: number, ask: number) => {
    for (let t = network.askFrom[ask]; t < network.askFrom[ask + 1]; t++)
      result[from * stations + network.targets[t]] = 1;
    for (let alt = network.askAltFrom[ask]; alt < network.askAltFrom[ask + 1]; alt++)
      for (let t = network.altFrom[alt]; t < network.altFrom[alt + 1]; t++)
        result[from * stations + network.altTargets[t]] = 1;
    const exit = network.patienceExit[network.targets[network.askFrom[ask]]];
    if (exit >= 0) result[from * stations + exit] = 1;
  };
  for (const ask of new Set(network.streamAsk)) add(0, ask);
  for (const group of network.initial)
    for (const ask of group.asks) add(group.state === 'delayed' ? group.station + 1 : 0, ask);
  for (let s = 0; s < stations; s++) for (const ask of asksFrom(network, s)) add(s + 1, ask);
  // The same care elsewhere goes on as from the place that was needed, and a person who keeps a turn for it may still move there.
  for (const { station, as } of caredForElsewhere(network))
    for (const ask of asksFrom(network, as)) add(station + 1, ask);
  for (let ask = 0; ask + 1 < network.askFrom.length; ask++)
    for (let alt = network.askAltFrom[ask]; alt < network.askAltFrom[ask + 1]; alt++)
      if (network.altMovesOn[alt])
        for (let t = network.altFrom[alt]; t < network.altFrom[alt + 1]; t++) add(network.altTargets[t] + 1, ask);
  // A team comes to where people are: after it, they ask from the place they have held all along.
  for (let round = 0; round < network.keepsPlace.reduce((sum, each) => sum + each, 0); round++)
    for (let team = 0; team < stations; team++)
      for (let from = 0; from <= stations; from++)
        if (network.keepsPlace[team] && result[from * stations + team])
          for (let to = 0; to < stations; to++)
            if (result[(team + 1) * stations + to]) result[from * stations + to] = 1;
  for (let team = 0; team < stations; team++)
    if (network.keepsPlace[team]) result.fill(0, (team + 1) * stations, (team + 2) * stations);
  const names = ['from:outside', ...network.stationIds.map((id) => `from:${id}`)];
  return network.stationIds.map((_, to) =>
    names.flatMap((who, from) => (result[from * stations + to] === 1 ? [{ who, from }] : [])),
  );
}
