// All that checks a document and its settings: a worker fetches it once something may be wrong.
export { compile, numberAt, readModel } from '../../engine/index.ts';
