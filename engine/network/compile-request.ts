// Compile a request: an option, conditions, settings and dated changes are laid over a document and checked, and become a program.
import { compileStretches, type Program } from './compile.ts';
import type { Model } from '../model/document.ts';
import { modelsInForce, type RunRequest } from '../model/option.ts';

/** Throws `Refusal` when the request names what is not there or sets what may not be. */
export const compile = (model: Model, request: RunRequest): Program =>
  compileStretches(modelsInForce(model, request), request);
