// Plausible worlds that outlast a stop: what was judged of each is put away as it finishes, without the numbers drawn, which are drawn again.
import type { JudgedWorld, Manifest, Model } from '../../engine/index.ts';
import type { Given } from '../arguments.ts';
import { enginePrint } from '../engine-print.ts';
import { documentOf } from '../fleet/chunk.ts';
import { type Facts, differsIn } from './differs.ts';
import { type Asked, type Kept, keptFor } from './folder.ts';
import type { Lines } from './lines.ts';

type World = Omit<JudgedWorld, 'drawn' | 'values'>;

interface AskedWorlds extends Asked {
  readonly facts: Facts;
}

export function keptWorlds(given: Given, model: Model, manifest: Manifest): Kept {
  const document = documentOf(model).hash.slice(0, 16);
  const asked: AskedWorlds = {
    what: 'study of worlds',
    facts: { 'version of Onward': enginePrint(), ...manifest, document },
  };
  return keptFor(given, asked, (there) => differsIn(asked.facts, there.facts), true);
}

/** Those of the same command, and how many lines are damaged. */
export function worldsIn(kept: Kept): { readonly worlds: World[]; readonly damaged: number } {
  const worlds: World[] = [];
  const damaged = kept.readInto((world: World) => void worlds.push(world));
  return { worlds, damaged };
}

export function putAway(lines: Lines, judged: JudgedWorld): void {
  const { drawn: _, values: _values, ...world } = judged;
  // JSON has no word for what is no number, so such a world is simulated again.
  const isPlain = Object.values(world).every((one) => typeof one !== 'number' || Number.isFinite(one));
  if (isPlain) lines.append(world);
}
