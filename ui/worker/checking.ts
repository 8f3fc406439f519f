// All that checks a document, and what is laid over it: fetched by a worker once something may be wrong.
export { compile, readModel } from '../../engine/index.ts';
