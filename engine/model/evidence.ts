// Finds the line of evidence for a number.
import type { Model } from './document.ts';

/** The line of evidence for a path: its own, or else that of the nearest part it belongs to; null when there is none. */
export function coveringEvidence(path: string, evidence: Model['evidence']): string | null {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    if (evidence !== undefined && Object.hasOwn(evidence, part)) return part;
  }
  return null;
}

/** Whether a price counts: its own path has a source, or the option that sets it has one for all it changes. */
export function isPriceSourced({ evidence, options }: Model, path: string, option?: string): boolean {
  if (coveringEvidence(path, evidence) !== null) return true;
  const set = options?.find(({ id }) => id === option)?.set ?? {};
  return Object.hasOwn(set, path) && coveringEvidence(`options.${option}.set`, evidence) !== null;
}
