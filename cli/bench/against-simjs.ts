// Figure: the engine against SimJS 2.0.3 on two networks, in one process, taking turns, runs of equal simulated length.
import { type Program, compile, loadSimJs, replicate, rowKeys, validate } from '../../engine/index.ts';
import { blockingDocument } from './blocking.ts';
import { d2aDocument } from './d2a.ts';
import { eventCounter } from './events.ts';
import type { Figure } from './figure.ts';
import { simjsBlocking } from './simjs-blocking.ts';
import { simjsD2a } from './simjs-d2a.ts';
import type { SimjsRun } from './simjs-outcome.ts';
import { mean, median, perSecond, spread, stretch } from './timing.ts';

const rounds = 7;
const years = 10;
const days = 365 * years;
/** How many standard errors the two may lie apart: by chance alone one comparison in 16,000 lies further. */
const apart = 4;

interface Contest {
  readonly program: Program;
  readonly simjs: SimjsRun;
  /** In the order in which the SimJS program numbers them. */
  readonly stations: readonly string[];
}

interface Result {
  readonly rounds: number;
  readonly years: number;
  readonly eventsPerCpuSecond: number;
  readonly simjsEventsPerCpuSecond: number;
  readonly ratio: number;
  readonly ratios: number[];
  readonly occupancy: Agreement[];
  readonly agree: boolean;
}

/** Mean people in places by either engine, over all their runs, and the standard error of the difference. */
interface Agreement {
  readonly station: string;
  readonly onward: number;
  readonly simjs: number;
  readonly standardError: number;
}

export async function againstSimjs(seconds: number): Promise<Figure> {
  const simjs = await loadSimJs();
  const blocking = contest(seconds, {
    program: compileDocument(blockingDocument(days)),
    simjs: simjsBlocking(simjs),
    stations: ['acute', 'p1', 'p2', 'p3'],
  });
  const d2a = contest(seconds, {
    program: compileDocument(d2aDocument(days)),
    simjs: simjsD2a(simjs),
    stations: ['p1', 'p2', 'p3'],
  });
  return {
    name: 'simjs',
    result: { blocking, d2a },
    sentences: [
      'Beds held while people wait, every patient an entity in SimJS:',
      ...told(blocking),
      'Discharge to assess, one entity for all patients in SimJS, its quickest way:',
      ...told(d2a),
    ],
  };
}

function contest(seconds: number, { program, simjs, stations }: Contest): Result {
  const eventsOf = eventCounter(program);
  const keys = rowKeys(program);
  const occupancyRows = stations.map((id) =>
    keys.findIndex(
      ({ station, measure, statistic, who, day }) =>
        station === id && measure === 'occupancy' && statistic === 'mean' && who === 'all' && day === '',
    ),
  );
  const oursIn: number[][] = stations.map(() => []);
  const theirsIn: number[][] = stations.map(() => []);
  let replication = 0;
  const ours = () => {
    const values = replicate(program, 1, replication++);
    occupancyRows.forEach((row, at) => oursIn[at].push(values[row]));
    return eventsOf(values);
  };
  const theirs = () => {
    const outcome = simjs(days, 1000 + replication++);
    outcome.occupancy.forEach((people, at) => theirsIn[at].push(people));
    return outcome.events;
  };

  // First untimed, so that neither pays for its compilation.
  stretch(seconds, ours);
  stretch(seconds, theirs);
  const speeds = Array.from({ length: rounds }, () => {
    const fast = perSecond(stretch(seconds, ours));
    return { fast, slow: perSecond(stretch(seconds, theirs)) };
  });
  const ratios = speeds.map(({ fast, slow }) => fast / slow);
  const occupancy = stations.map((station, at) => agreement(station, oursIn[at], theirsIn[at]));
  return {
    rounds,
    years,
    eventsPerCpuSecond: median(speeds.map(({ fast }) => fast)),
    simjsEventsPerCpuSecond: median(speeds.map(({ slow }) => slow)),
    ratio: median(ratios),
    ratios,
    occupancy,
    agree: occupancy.every((one) => Math.abs(one.onward - one.simjs) <= apart * one.standardError),
  };
}

function agreement(station: string, ours: readonly number[], theirs: readonly number[]): Agreement {
  return {
    station,
    onward: mean(ours),
    simjs: mean(theirs),
    standardError: Math.sqrt(spread(ours) ** 2 / ours.length + spread(theirs) ** 2 / theirs.length),
  };
}

function told(result: Result): string[] {
  const { ratios, occupancy } = result;
  const people = occupancy
    .map((one) => `${one.station} ${one.onward.toFixed(2)} and ${one.simjs.toFixed(2)}`)
    .join(', ');
  return [
    `  ${million(result.eventsPerCpuSecond)} events a CPU second, every measure on; SimJS 2.0.3 ${million(result.simjsEventsPerCpuSecond)}, fewer measures.`,
    `  ${result.ratio.toFixed(1)} times SimJS: the median of ${rounds} rounds taking turns (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}), runs of ${years} years.`,
    `  They ${result.agree ? 'agree' : 'DO NOT AGREE'} on people in places: ${people}.`,
  ];
}

export function compileDocument(document: unknown): Program {
  const { model, problems } = validate(document);
  if (!model) throw new Error(`The bench's own model is refused: ${JSON.stringify(problems)}`);
  return compile(model, { option: 'today' });
}

const million = (value: number): string => `${(value / 1e6).toFixed(2)} million`;
