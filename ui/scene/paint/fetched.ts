// What comes while the first run is being simulated, so that a first visit does not wait for it. Without it people are marks on their own.
import type * as Later from './later.ts';

export const fetched: { later?: typeof Later } = {};

export const placesReady: Promise<void> = import('./later.ts').then(
  (piece) => void (fetched.later = piece),
  () => {},
);
