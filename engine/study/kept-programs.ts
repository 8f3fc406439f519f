// The programs of a document that were asked for last: what many questions of one request need is compiled once.
import { MOST_PROGRAMS } from '../ground/kept.ts';
import type { Model } from '../model/document.ts';
import type { RunRequest } from '../model/option.ts';
import type { Program } from '../network/compile.ts';

/** The compiler that a host needs: a document as it is written needs less than any request. */
export type Compiler = (model: Model, run: RunRequest) => Program;

/** By document, of which a host has opened one, and then by request, the one asked for last at the end. */
const programs = new WeakMap<Model, Map<string, Program>>();

export function programOf(model: Model, run: RunRequest, compile: Compiler): Program {
  let its = programs.get(model);
  if (its === undefined) programs.set(model, (its = new Map()));
  const key = JSON.stringify(run);
  const program = its.get(key) ?? compile(model, run);
  its.delete(key);
  its.set(key, program);
  if (its.size > MOST_PROGRAMS) its.delete(its.keys().next().value!);
  return program;
}
