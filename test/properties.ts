// Properties tested on drawn cases: the same cases in every run of the tests, or, on request, many more and new ones in each run.
import fc from 'fast-check';
import { vi } from 'vitest';

const times = Number(process.env.ONWARD_PROPERTY_TIMES ?? 0);

/** How many cases a property is tried on. */
export const cases = (usual: number): number => usual * Math.max(1, times);

// The usual cases are the same at every run: a test that fails today and not tomorrow helps nobody who changed nothing.
fc.configureGlobal(times > 0 ? { numRuns: cases(100) } : { seed: 2026 });
if (times > 0) vi.setConfig({ testTimeout: 1_800_000 });

export { default } from 'fast-check';
