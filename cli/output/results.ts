// The tables of one experiment: every number, the differences where options are compared, and the same of each replication.
import {
  type DifferenceRow,
  differencesTable,
  type Manifest,
  replicationsTable,
  type Row,
  summaryTable,
} from '../../engine/index.ts';
import type { Gathered } from '../gather.ts';
import { type Files, manifestFile, type TableWriter } from './tables.ts';

export const resultFiles = (
  write: TableWriter,
  manifest: Manifest,
  summary: readonly Row[],
  differences: readonly DifferenceRow[],
  gathered: Gathered,
): Files => ({
  ...write({
    summary: summaryTable(summary),
    ...(differences.length > 0 && { differences: differencesTable(differences) }),
    replications: replicationsTable(manifest.options, gathered.keys, gathered.values),
  }),
  ...manifestFile(manifest),
});
