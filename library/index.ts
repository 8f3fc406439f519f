// The package `onward`: a model read and checked, one replication of it, and a whole experiment with its ranges.
/**
 * Delayed discharge, simulated one person at a time. The same model, option, seed and replication give the same bytes on every
 * machine, in Node and in browsers alike.
 *
 * Everything here is a plain function over plain data. Nothing reads a clock, a file or the network, and nothing runs when the
 * package is loaded. Times are in days, day 0 is the start date of the model, and money is in pounds.
 *
 * What cannot be used is never guessed: {@link readModel} and {@link validate} return problems, and every other function throws
 * {@link Refusal}. Any other error is a fault in Onward.
 *
 * @module onward
 */
export { readModel, validate, type Checked } from '../engine/index.ts';
export type { Change, Condition, Control, Evidence, Model, Option } from '../engine/index.ts';
export { Refusal, sayProblem, type Problem } from '../engine/index.ts';
export { compile, optionsOf, type LiveChange, type Program, type RunRequest } from '../engine/index.ts';
export { replicate, rowKeys, type RowKey } from '../engine/index.ts';
export { experiment, resultText, type Experiment } from './experiment.ts';
export type { ExperimentRequest } from './asked.ts';
export type { DifferenceRow, Manifest, Row, Verdict } from '../engine/index.ts';
export { fingerprint, VERSION } from '../engine/index.ts';
