// Results as JSON: the engine's own text, the same bytes that the browser saves.
import { type DifferenceRow, type Manifest, type Row, resultDocument } from '../../engine/index.ts';

export function printJson(manifest: Manifest, summary: readonly Row[], differences: readonly DifferenceRow[]): void {
  process.stdout.write(`${resultDocument(manifest, summary, differences)}\n`);
}
