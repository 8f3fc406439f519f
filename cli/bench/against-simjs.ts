// Figure: the engine against SimJS 2.0.3 on one network, in one process, taking turns.
import { type Program, compile, replicate, rowKeys, validate } from '../../engine/index.ts';
import { d2aDocument } from './d2a.ts';
import { eventCounter } from './events.ts';
import type { Figure } from './figure.ts';
import { simjsD2a } from './simjs-d2a.ts';
import { mean, median, perSecond, stretch } from './timing.ts';

const rounds = 7;
const days = 365;

export async function againstSimjs(seconds: number): Promise<Figure> {
  const program = compileDocument(d2aDocument(days));
  const eventsOf = eventCounter(program);
  const inP1 = rowKeys(program).findIndex(
    (key) => key.station === 'p1' && key.measure === 'occupancy' && key.statistic === 'mean' && key.who === 'all',
  );
  const simjs = await simjsD2a();

  const oursInP1: number[] = [];
  const theirsInP1: number[] = [];
  let replication = 0;
  const ours = () => {
    const values = replicate(program, 1, replication++);
    oursInP1.push(values[inP1]);
    return eventsOf(values);
  };
  const theirs = () => {
    const outcome = simjs(days, 1000 + replication++);
    theirsInP1.push(outcome.occupancy[0]);
    return outcome.events;
  };

  // Untimed first, so that neither is charged for being compiled.
  stretch(seconds / 2, ours);
  stretch(seconds / 2, theirs);
  const speeds = Array.from({ length: rounds }, () => {
    const fast = perSecond(stretch(seconds, ours));
    return { fast, slow: perSecond(stretch(seconds, theirs)) };
  });
  const ratios = speeds.map(({ fast, slow }) => fast / slow);
  const result = {
    rounds,
    eventsPerCpuSecond: median(speeds.map(({ fast }) => fast)),
    simjsEventsPerCpuSecond: median(speeds.map(({ slow }) => slow)),
    ratio: median(ratios),
    ratios,
    peopleInPathway1: { onward: mean(oursInP1), simjs: mean(theirsInP1) },
  };
  return {
    name: 'simjs',
    result,
    sentences: [
      `${million(result.eventsPerCpuSecond)} events a CPU second, every measure on; SimJS 2.0.3 ${million(result.simjsEventsPerCpuSecond)}.`,
      `${result.ratio.toFixed(1)} times SimJS: the median of ${rounds} rounds taking turns (${Math.min(...ratios).toFixed(1)} to ${Math.max(...ratios).toFixed(1)}).`,
      `They agree: ${result.peopleInPathway1.onward.toFixed(2)} and ${result.peopleInPathway1.simjs.toFixed(2)} people in Pathway 1 in a first year from empty.`,
    ],
  };
}

export function compileDocument(document: unknown): Program {
  const { model, problems } = validate(document);
  if (!model) throw new Error(`The bench's own model is refused: ${JSON.stringify(problems)}`);
  return compile(model, { option: 'today' });
}

const million = (value: number): string => `${(value / 1e6).toFixed(2)} million`;
