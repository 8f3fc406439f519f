// Runs a law over many generated models; when one breaks it, the failure names the seed that makes the model again.
import { compile, sayProblem, validate, watch, type Model, type Program, type RunRequest } from '../../engine/index.ts';
import { someModel, type Piece, type Wanted } from './some-model.ts';

export function readable(document: unknown): Model {
  const { model, problems } = validate(document);
  if (!model) throw new Error(problems.map(sayProblem).join('\n'));
  return model;
}

/** The law is told the document as written, the model, and a seed for the run. */
export function overModels(seeds: { from?: number; count: number }, wanted: Wanted, law: (document: Piece, model: Model, seed: number) => void): void {
  const from = seeds.from ?? 0;
  for (let seed = from; seed < from + seeds.count; seed++) {
    const document = someModel(seed, wanted);
    try {
      law(document, readable(document), seed);
    } catch (error) {
      if (error instanceof Error) error.message = `someModel(${seed}, ${JSON.stringify(wanted)}): ${error.message}`;
      throw error;
    }
  }
}

export function watched(model: Model, request: RunRequest, seed: number, replication = 0): { program: Program } & ReturnType<typeof watch> {
  const program = compile(model, request);
  return { program, ...watch(program, seed, replication) };
}

export const today: RunRequest = { option: 'today' };
export const changed: RunRequest = { option: 'changed' };
