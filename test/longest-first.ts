// The order of test files: those that need a process of their own, then what takes longest, so that no processor is idle while one file is left over.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** As measured, the longest first. Vitest itself knows only after a first run, and a fresh copy has none. */
const longest = [
  'models/reconciliation',
  'twins/second-engine',
  'runtimes/same-bytes',
  'fleet/refusals',
  'fleet/faults',
  'bench/against',
  'cli/readme',
  'theory/priority',
  'engine/coverage',
  'cli/referee',
  'engine/match',
  'laws/trace',
  'checks/rules',
  'engine/in-parts',
  'models/starting-points',
  'browser/bad-models',
  'browser/same-look',
  'browser/firefox',
  'browser/worlds',
  'browser/one-line-below',
  'browser/take-away',
  'browser/everyone-work',
  'browser/everyone-axe',
  'browser/on-the-ground',
  'browser/story',
  'browser/views',
  'browser/private-window',
  'browser/present',
  'browser/every-story',
  'browser/checks-page',
  'browser/worlds-without',
  'browser/own-options',
  'browser/compare',
  'browser/same-bytes',
  'browser/walk',
];

/** All that are not named come after those that are. */
const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = longest.findIndex((name) => moduleId.endsWith(`test/${name}.test.ts`));
  return place < 0 ? longest.length : place;
};

/** A process goes on with all it has loaded only if the next file may share it: those that may not come first, together. */
const isShared = ({ project }: TestSpecification): number => Number(project.config.isolate === false);

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return usual.toSorted((a, b) => isShared(a) - isShared(b) || placeOf(a) - placeOf(b));
  }
}
