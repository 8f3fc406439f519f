// The tests that judge mutants: those that tools/mutate.mjs names for the files at hand, in the order it names them.
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

const tests = (process.env.MUTATION_TESTS ?? '').split(' ').filter(Boolean);

/** The first test to fail ends a mutant, so the order is that of who is likeliest to notice soonest. */
class AsNamed extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification) => tests.findIndex((name) => moduleId.endsWith(name));
    return [...files].sort((a, b) => placeOf(a) - placeOf(b));
  }
}

export default defineConfig({
  root: `${import.meta.dirname}/..`,
  test: {
    include: tests,
    testTimeout: 30_000,
    sequence: { sequencer: AsNamed },
  },
});
