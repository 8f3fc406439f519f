// Asked to stop, a thread ends at the next replication or combination, and what it has finished is what it would have been.
import { expect, it } from 'vitest';
import { openPool } from '../../cli/pool.ts';
import { replicator } from '../../cli/replicator.ts';
import { shippedModel } from '../models/shipped.ts';

const model = shippedModel('one-queue');
const request = { option: 'today', conditions: [], set: {} };
const years = { request, seed: 1, replications: [0, 1, 2, 3, 4, 5] };
const swept = {
  swept: {
    request,
    seed: 1,
    replications: 1,
    rows: [{ station: 'ward', measure: 'waiting', statistic: 'mean' }] as const,
  },
  combinations: [4, 5, 6, 7].map((beds) => ({ 'stations.ward.beds': beds })),
};

it.each([
  ['replication', years],
  ['combination', swept],
])('before each %s it looks whether it is to stop', (_, task) => {
  const whole = replicator(model)(task as never);
  let looked = 0;
  const some = replicator(model, () => ++looked > 2)(task as never);
  expect(some).toEqual(whole.slice(0, 2));
});

it('with no other threads, what is asked of the command is heard between combinations', async () => {
  const whole = replicator(model)(swept as never);
  const pool = await openPool(model, 1);
  const running = pool.run(swept as never, 0);
  // Two of its turns.
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setImmediate(resolve));
  await pool.withdraw!();
  const some = await running;
  expect(some.length).toBeLessThan(whole.length);
  expect(some).toEqual(whole.slice(0, some.length));
  await pool.close();
});
