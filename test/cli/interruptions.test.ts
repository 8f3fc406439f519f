// Stopped at any moment, by any signal, and spoilt on the disk: every command that keeps what finishes comes to the bytes of an undisturbed run.
import { expect, it } from 'vitest';
import { interruptions } from '../../tools/interruptions.mjs';

it.concurrent.each(['run', 'compare', 'sweep', 'worlds', 'verify'])('%s, stopped and gone on with', async (name) => {
  const { stopped, whole } = await interruptions({ times: 1, seed: 7, names: [name] });
  expect([stopped, whole > 0]).toEqual([1, true]);
});
