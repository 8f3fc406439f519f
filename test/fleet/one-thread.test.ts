// The fleet in one thread, with a queue and a clock of its own: whatever befalls it, it ends with the right bytes or says why not.
import { describe, expect, it } from 'vitest';
import { type Ending, play } from './one-thread/story.ts';

/** `ONWARD_SEEDS=10000 npx vitest run test/fleet/one-thread.test.ts` plays more. */
const SEEDS = Number(process.env.ONWARD_SEEDS ?? 300);

async function endings(plot: Parameters<typeof play>[1], first: number, count: number): Promise<Ending[]> {
  const all: Ending[] = [];
  for (let seed = first; seed < first + count; seed++)
    all.push(
      await play(seed, plot).catch((cause: unknown) => {
        throw new Error(`Seed ${seed} of the fleet in one thread.`, { cause });
      }),
    );
  return all;
}

const share = (all: readonly Ending[], outcome: Ending['outcome']) =>
  all.filter((one) => one.outcome === outcome).length / all.length;

describe('a fleet whose workers die, are cut off or forget', () => {
  it('gives the bytes of one computer, or fewer replications in words', async () => {
    const all = await endings({}, 0, SEEDS);
    expect(all.filter(({ wrong }) => wrong > 0)).toEqual([]);
    // An end in words is always one of those that say what to do.
    for (const { outcome, said } of all)
      if (outcome !== 'complete')
        expect(said.join(' ')).toMatch(
          /stops with what is complete|stopped or lost the queue|in the middle of it|no worker of this version/,
        );
    expect(share(all, 'complete')).toBeGreaterThan(0.8);
  });

  it('and so it does where the same seed is played again', async () => {
    expect(await endings({}, 40, 5)).toEqual(await endings({}, 40, 5));
  });

  it('takes no answer of a worker that counts wrongly', async () => {
    const all = await endings({ hasWrongWorker: true }, 100_000, Math.ceil(SEEDS / 5));
    expect(all.filter(({ wrong }) => wrong > 0)).toEqual([]);
    const refused = all.filter(({ outcome }) => outcome === 'refused');
    expect(refused.length).toBeGreaterThan(all.length / 2);
  });

  it('stops where somebody stops it, with whatever has been answered', async () => {
    const all = await endings({ isStopped: true }, 300_000, Math.ceil(SEEDS / 5));
    expect(all.filter(({ wrong }) => wrong > 0)).toEqual([]);
    expect(share(all, 'stopped')).toBeGreaterThan(0.2);
  });

  it('says so and stops where all workers are gone for good', async () => {
    const all = await endings({ isAbandoned: true }, 400_000, Math.ceil(SEEDS / 5));
    expect(all.filter(({ wrong }) => wrong > 0)).toEqual([]);
    const ends = all.filter(({ outcome }) => outcome !== 'complete');
    expect(ends.length).toBeGreaterThan(all.length / 4);
    for (const { said } of ends)
      expect(said.join(' ')).toMatch(
        /No worker has come back|no worker of this version|stops with what is complete|in the middle of it/,
      );
  });

  it('refuses a model that kills every worker, after a few of them', async () => {
    const all = await endings({ isPoison: true }, 200_000, Math.ceil(SEEDS / 5));
    expect(share(all, 'complete')).toBe(0);
    for (const { said } of all)
      expect(said.join(' ')).toMatch(
        /in the middle of it|stopped or lost the queue|stops with what is complete|no worker of this version/,
      );
    expect(all.some(({ said }) => said.join(' ').includes('in the middle of it'))).toBe(true);
  });
});
