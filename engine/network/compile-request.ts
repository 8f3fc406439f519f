// Compiles a request: lays an option, conditions, settings and dated changes over a document, checks them, and makes a program.
import { compileStretches, type Program } from './compile.ts';
import type { Model } from '../model/document.ts';
import { modelsInForce, type RunRequest } from '../model/option.ts';

/** Throws `Refusal` when the request names what is not there or sets what may not be. */
export const compile = (model: Model, request: RunRequest): Program =>
  compileStretches(modelsInForce(model, request), request, model);
