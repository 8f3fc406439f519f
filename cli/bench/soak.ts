// Figure: a thousand million events in one process, as settings change all the while: whether its memory stays what it was.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Model, compile, programOf, readModel, replicate, replicateByWeek } from '../../engine/index.ts';
import { d2aDocument } from './d2a.ts';
import { eventCounter } from './events.ts';
import type { Figure } from './figure.ts';

const EVENTS = 1_000_000_000;
/** Looked at so often; the first look is when everything has been used once. */
const LOOKS = 20;
const DAYS = 3650;
/** More settings than the engine keeps programs of. */
const SETTINGS = 40;
const MEGABYTE = 1_000_000;

interface Look {
  readonly events: number;
  /** Resident, and what is in use after all that is free has been given back. */
  readonly residentMB: number;
  readonly usedMB: number;
}

export function soak(events = EVENTS): Figure {
  const { model } = readModel(JSON.stringify(d2aDocument(DAYS))) as { model: Model };
  const collect = garbageCollector();
  const looks: Look[] = [];
  const began = performance.now();
  let done = 0;
  for (let piece = 0; done < events; piece++) {
    const set = { 'stations.p2.beds': 5 + (piece % SETTINGS), 'streams.acute.arrivalsPerDay': 5 + (piece % 7) / 7 };
    const program = programOf(model, { option: 'today', conditions: [], set }, compile);
    const seed = Math.floor(piece / 10);
    const values =
      piece % 10 === 0 ? replicateByWeek(program, seed, piece % 100).values : replicate(program, seed, piece % 100);
    done += eventCounter(program)(values);
    if (done < ((looks.length + 1) * events) / LOOKS) continue;
    collect();
    const { rss, heapUsed, external } = process.memoryUsage();
    looks.push({ events: Math.round(done), residentMB: rss / MEGABYTE, usedMB: (heapUsed + external) / MEGABYTE });
  }
  const seconds = (performance.now() - began) / 1000;
  const [first, ...later] = looks;
  const growth = (of: (look: Look) => number) => Math.max(...later.map(of)) / of(first) - 1;
  const [residentGrowth, usedGrowth] = [growth(({ residentMB }) => residentMB), growth(({ usedMB }) => usedMB)];
  const last = looks[looks.length - 1];
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const MB = (megabytes: number) => megabytes.toFixed(1);
  return {
    name: 'soak',
    result: { events: Math.round(done), seconds, residentGrowth, usedGrowth, looks },
    sentences: [
      `${(done / 1e6).toFixed(0)} million events in one process in ${seconds.toFixed(0)} seconds, ${SETTINGS} settings in turn.`,
      `Resident: ${MB(first.residentMB)} MB after a ${LOOKS}th of them, ${MB(last.residentMB)} MB at the end; the most is ${percent(residentGrowth)} above the first.`,
      `In use after garbage collection: ${MB(first.usedMB)} MB, then ${MB(last.usedMB)} MB; the most is ${percent(usedGrowth)} above the first.`,
    ],
  };
}

/** Node shows it only to who asks. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
}
