// Features: what a document uses anywhere, options included, so that all its options have the same rows.
import type { Model } from './document.ts';

export interface Features {
  readonly preparation: boolean;
  readonly hours: boolean;
  readonly visits: boolean;
  readonly costs: boolean;
}

export function featuresOf(model: Model): Features {
  const text = JSON.stringify(model);
  // As a key of the document, or at the end of a path that an option sets.
  const speaksOf = (key: string) => new RegExp(`["\\.](${key})["\\.]`).test(text);
  return {
    preparation: speaksOf('prepare'),
    hours: speaksOf('hours|admits|releases|progresses'),
    visits: speaksOf('visitsPerDay'),
    costs: speaksOf('[a-zA-Z]+Gbp'),
  };
}
