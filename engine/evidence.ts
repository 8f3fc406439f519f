// Which line of evidence speaks of a number.
import type { Model } from './document.ts';

/** The line of evidence for a path: its own, or else that of the nearest part it belongs to; null when there is none. */
export function coveringEvidence(path: string, evidence: Model['evidence']): string | null {
  for (let part = path; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.')))) {
    if (evidence !== undefined && Object.hasOwn(evidence, part)) return part;
  }
  return null;
}
