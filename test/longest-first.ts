// The order of test files: what takes longest begins first, so that no processor is idle while one file is left over.
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** As measured. Vitest itself knows only after a first run, and a fresh copy has none. */
const longest = [
  'runtimes/same-bytes',
  'twins/second-engine',
  'cli/readme',
  'models/reconciliation',
  'laws/trace',
  'browser/bad-input',
  'browser/checks-page',
  'browser/walk',
  'browser/same-look',
  'browser/everyone-axe',
  'browser/firefox',
  'browser/views',
];

const isLong = ({ moduleId }: TestSpecification) => longest.some((name) => moduleId.endsWith(`test/${name}.test.ts`));

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))];
  }
}
