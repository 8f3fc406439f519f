// Runs a law over many generated models; when one breaks it, the failure names the seed that makes the model again.
import { vi } from 'vitest';
import { compile, sayProblem, validate, type Model, type Program, type RunRequest } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import type { Trace } from '../../engine/trace/trace.ts';
import { someModel, type Piece, type Wanted } from './some-model.ts';

/** How many models each law is tried on: as many as the law sets itself, or as many as requested. */
const asked = Number(process.env.ONWARD_LAW_MODELS ?? 0);
if (asked > 0) vi.setConfig({ testTimeout: 1_800_000 });

export function readable(document: unknown): Model {
  const { model, problems } = validate(document);
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  return model;
}

const models = new Map<string, { document: Piece; model: Model }>();

/** Models are kept for all the laws of a process, for checking them takes longer than running them. */
function modelOf(seed: number, wanted: Wanted): { document: Piece; model: Model } {
  const key = JSON.stringify([seed, wanted]);
  let found = models.get(key);
  if (!found) {
    const document = someModel(seed, wanted);
    found = { document, model: readable(document) };
    models.set(key, found);
  }
  return found;
}

/** The law receives the document as written, the model, and a seed for the run. */
export function overModels(
  seeds: { from?: number; count: number },
  wanted: Wanted,
  law: (document: Piece, model: Model, seed: number) => void,
): void {
  const from = seeds.from ?? 0;
  const count = asked > 0 ? asked : seeds.count;
  for (let seed = from; seed < from + count; seed++) {
    try {
      const { document, model } = modelOf(seed, wanted);
      law(document, model, seed);
    } catch (error) {
      if (error instanceof Error) error.message = `someModel(${seed}, ${JSON.stringify(wanted)}): ${error.message}`;
      throw error;
    }
  }
}

export type Watched = { readonly program: Program } & ReturnType<typeof watch>;

/** A negative number is the mirror of a replication. */
export function watched(model: Model, request: RunRequest, seed: number, replication = 0): Watched {
  const program = compile(model, request);
  return { program, ...watch(program, seed, replication) };
}

/** Byte for byte: quicker than looking at every number, and −0 is not 0. */
export function sameBytes(a: ArrayBufferView, b: ArrayBufferView): boolean {
  const bytes = (of: ArrayBufferView): Buffer => Buffer.from(of.buffer, of.byteOffset, of.byteLength);
  return bytes(a).equals(bytes(b));
}

export const columns = ['day', 'verb', 'patient', 'station', 'other', 'value'] as const;

/** The first record in which two traces differ; null where they are the same to the last bit. */
export function firstDifference(a: Trace, b: Trace): string | null {
  if (columns.every((column) => sameBytes(a[column], b[column]))) return null;
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const differ = columns.filter((column) => !Object.is(a[column][i], b[column][i]));
    if (differ.length > 0)
      return `record ${i}: ${differ.map((column) => `${column} ${a[column][i]} and ${b[column][i]}`).join(', ')}`;
  }
  return null;
}

export const today: RunRequest = { option: 'today' };
export const changed: RunRequest = { option: 'changed' };
/** Under the model's condition, if it has one. */
export const busy = ({ conditions = [] }: Model): RunRequest => ({
  option: 'changed',
  conditions: conditions.map(({ id }) => id),
});
