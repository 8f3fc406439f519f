// Settings whose true averages are known, for tests of selection: normal values, made without the simulation, with a part that all settings share.
import type { Answer, Search, Setting } from '../../engine/index.ts';

export interface KnownMeans {
  /** Of the first reading, to which chance is added; and of others, which have none. */
  readonly meanOf: (setting: Setting) => number;
  readonly others?: (setting: Setting) => readonly number[];
  /** Standard deviations of what all settings share in a replication, and of each one's own. */
  readonly shared: number;
  readonly own: number;
  readonly seed: number;
}

/** Small and of nobody's here: Mulberry32, and Box and Muller's pair. */
function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const seedOf = (text: string): number => {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  return hash >>> 0;
};

/** Runs a search to its end; a replication of a setting is the same whenever it is asked for. */
export function answered<Found>(
  search: Search<Found>,
  { meanOf, others = () => [], shared, own, seed }: KnownMeans,
): Found {
  const sharedBy = new Map<number, number>();
  const value = (setting: Setting, replication: number): number => {
    if (!sharedBy.has(replication)) sharedBy.set(replication, normals(seedOf(`${seed} all ${replication}`))());
    const alone = normals(seedOf(`${seed} ${setting.name} ${replication}`))();
    return meanOf(setting) + shared * sharedBy.get(replication)! + own * alone;
  };
  let step = search.next();
  while (!step.done) {
    const { settings, from, to } = step.value;
    const answers = settings.map((setting): Answer => {
      const readings = Array.from({ length: to - from }, (_, r) => [value(setting, from + r), ...others(setting)]);
      return { readings, settles: true };
    });
    step = search.next(answers);
  }
  return step.value;
}
