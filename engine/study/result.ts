// The result document: what `--json` prints and the browser saves, the same bytes for the same request everywhere.
import type { Model } from '../model/document.ts';
import type { DifferenceRow, Row } from './experiment.ts';
import { fingerprint } from '../ground/fingerprint.ts';
import { asCounted } from './statistics/averages.ts';

/** Of Onward; every answer names it, for a version with other numbers says so by its own. */
export const VERSION = '0.2.0';

/** Everything needed to run it again; no time, no machine. */
export interface Manifest {
  readonly tool: 'onward';
  readonly version: string;
  readonly model: string;
  /** SHA-256 of the document with its keys sorted. */
  readonly modelHash: string;
  readonly seed: number;
  readonly replications: number;
  readonly options: readonly string[];
  readonly baseline: string | null;
  readonly conditions: readonly string[];
  readonly set: Readonly<Record<string, unknown>>;
  /** Asked for instead of what the document asks for. */
  readonly percentiles?: readonly number[] | undefined;
  readonly over?: readonly number[] | undefined;
  /** Replications are pairs of one and its mirror, and rows count the pairs. */
  readonly antithetic?: true;
  /** How many plausible worlds, each with that many replications. */
  readonly worlds?: number;
  /** Then, the row that was compared. */
  readonly of?: string;
  /** Which combinations of numbers were simulated, and which rows are said of each. */
  readonly sweep?: SweepAsked;
}

export interface SweepAsked {
  readonly design: string;
  readonly combinations: number;
  /** As `--over` names them. */
  readonly over: readonly string[];
  readonly of: readonly string[];
}

export function makeManifest(
  model: Model,
  parts: Omit<Manifest, 'tool' | 'version' | 'model' | 'modelHash'>,
): Manifest {
  const { seed, replications, options, baseline, conditions, set, percentiles, over, antithetic, worlds, of, sweep } =
    parts;
  return {
    tool: 'onward',
    version: VERSION,
    model: model.id,
    modelHash: fingerprint(model),
    seed,
    replications,
    options,
    baseline,
    conditions,
    set,
    ...(percentiles && { percentiles }),
    ...(over && { over }),
    ...(antithetic && { antithetic }),
    ...(worlds && { worlds }),
    ...(of && { of }),
    ...(sweep && { sweep }),
  };
}

/** A list of rows, one a line, keys in a fixed order, numbers as short as they round-trip. */
export const rowsText = (rows: readonly object[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(asCounted(row))}`).join(',\n')}\n  ]`;

export function resultDocument(
  manifest: Manifest,
  summary: readonly Row[],
  differenceRows: readonly DifferenceRow[],
): string {
  return `{\n  "manifest": ${JSON.stringify(manifest)},\n  "summary": ${rowsText(summary)},\n  "differences": ${rowsText(differenceRows)}\n}`;
}
