// Numbers tried together on the page: which values, a few years of each combination before many of one, and how it is stopped, refused and said.
import { describe, expect, it } from 'vitest';
import { createCombinations, sweptOf } from '../../ui/study/combinations-run.ts';
import { combinationsOf, triedProblem, usualTried, type Tried } from '../../ui/model/tried.ts';
import { withPair } from '../../ui/address/compared-in-link.ts';
import { sweepCommand } from '../../ui/shown/sweep-command.ts';
import { comparedPairs, nothingChosen } from '../../ui/state/compared.ts';
import { settings } from '../../ui/state/settings.ts';
import { sayCombinations } from '../../ui/words/together.ts';
import type { Listener, Pool } from '../../ui/worker/client.ts';
import type { Question } from '../../ui/worker/protocol.ts';
import { shippedModel } from '../models/shipped.ts';

const model = shippedModel('ilkeston-2019');
const tried: Tried[] = [
  { path: 'stations.p1.places', least: 20, most: 40, step: 10 },
  { path: 'stations.p2.beds', least: 3, most: 4, step: 1 },
];
const present = { ...settings.getState().present, replications: 8 };

type Combining = Extract<Question, { type: 'combinations' }>;

/** A pool whose questions are kept, to be answered as a worker would. */
function asked() {
  const questions: { question: Combining; listener: Listener; cancelled: boolean }[] = [];
  const pool: Pool = {
    ask(question, listener) {
      const one = { question: question as Combining, listener, cancelled: false };
      questions.push(one);
      return () => void (one.cancelled = true);
    },
    replicate: () => () => {},
  };
  const paused: string[] = [];
  const run = createCombinations({
    getState: () => ({ status: 'running' }) as never,
    stop: () => void paused.push('stop'),
    goOn: () => void paused.push('go on'),
  });
  run.start(pool, model, present, tried);
  const answer = (of: number) => {
    const { question, listener } = questions[of];
    for (const [at, numbers] of question.combinations.entries()) {
      const mean = numbers['stations.p1.places'] + numbers['stations.p2.beds'] / 10;
      listener.reply({ type: 'combination', id: 1, at, found: Float64Array.of(1, mean, mean - 1, mean + 1, 5) });
    }
    listener.done!();
  };
  return { run, questions, answer, paused };
}

describe('numbers tried together', () => {
  it('have nine values at most, in whole numbers of their own steps, as --over can name them', () => {
    expect(usualTried('a', 0, 80, 1)).toEqual({ path: 'a', least: 0, most: 80, step: 10 });
    expect(usualTried('a', 0, 5, 1)).toEqual({ path: 'a', least: 0, most: 5, step: 1 });
    expect(usualTried('a', 0.1, 1.15, 0.05)).toEqual({ path: 'a', least: 0.1, most: 1.15, step: 0.15 });
    expect(combinationsOf(tried)).toBe(6);
    expect(triedProblem({ path: 'a', least: 3, most: 3, step: 1 }, { path: 'a', least: 0, most: 9, step: 1 })).toMatch(
      /lower/,
    );
    expect(triedProblem({ path: 'a', least: 3, most: 12, step: 1 }, { path: 'a', least: 0, most: 9, step: 1 })).toMatch(
      /between 0 and 9/,
    );
  });

  it('are in the link, which is checked, and in the command', () => {
    const pairs = comparedPairs({ ...nothingChosen, tried });
    expect(pairs).toEqual([
      ['u', 'stations.p1.places@20:40:10'],
      ['u', 'stations.p2.beds@3:4:1'],
    ]);
    const read = pairs.reduce((now, [key, text]) => withPair(now, model, key, text) as typeof now, nothingChosen);
    expect(read.tried).toEqual(tried);
    for (const [text, why] of [
      ['stations.p1.places@20:40', /least:most:step/],
      ['stations.p9.places@20:40:1', /no such number/],
      ['stations.p2.beds@9:3:1', /lower to the higher/],
      ['stations.p2.beds@0:31:1', /between 0 and 30/],
    ] as const)
      expect(withPair(nothingChosen, model, 'u', text)).toMatch(why);
    expect(withPair(read, model, 'u', 'stations.p2.beds@3:4:1')).toMatch(/each once/);
    expect(
      sweepCommand('ilkeston-2019', { ...present, option: 'today', seed: 7 }, tried, 8, 'acute.delayed.mean'),
    ).toBe(
      'npx onward sweep ilkeston-2019 --option today --over stations.p1.places=20:40:10 --over stations.p2.beds=3:4:1 --of acute.delayed.mean --seed 7 --replications 8',
    );
  });

  it('have a few years of every combination first, shared by two workers, and then all years of each', () => {
    const { run, questions, answer } = asked();
    expect(questions.map(({ question }) => [question.years, question.combinations.length])).toEqual([
      [5, 3],
      [5, 3],
    ]);
    answer(1);
    expect(questions).toHaveLength(2);
    answer(0);
    expect(run.getState()).toMatchObject({ status: 'running', come: 30, asked: 78 });
    expect(run.getState().combinations.map(({ years }) => years)).toEqual([5, 5, 5, 5, 5, 5]);
    expect(sweptOf(run.getState())).toEqual([]);
    expect(questions.slice(2).map(({ question }) => question.years)).toEqual([8, 8]);
    answer(2);
    answer(3);
    const state = run.getState();
    expect([state.status, state.come]).toEqual(['done', 78]);
    expect(sweptOf(state).map(({ values, found }) => [...values, found[1]])).toEqual([
      [20, 3, 20.3],
      [20, 4, 20.4],
      [30, 3, 30.3],
      [30, 4, 30.4],
      [40, 3, 40.3],
      [40, 4, 40.4],
    ]);
  });

  it('can be stopped, keep what has come, and leave out what cannot be simulated', () => {
    const { run, questions, answer, paused } = asked();
    questions[0].listener.reply({ type: 'combination', id: 1, at: 2, problem: 'Give fewer.' });
    answer(1);
    run.stop();
    expect(questions.every(({ cancelled }) => cancelled)).toBe(true);
    expect(run.getState().status).toBe('stopped');
    // What comes by itself waits meanwhile.
    expect(paused).toEqual(['stop', 'go on']);
    expect(run.getState().combinations.map(({ years, problem }) => [years, problem])).toEqual(
      [0, 5, 0, 5, 5, 5].map((years, at) => [years, at === 4 ? 'Give fewer.' : undefined]),
    );
    expect(run.isOf(model, present)).toBe(true);
    expect(run.isOf(model, { ...present, seed: present.seed + 1 })).toBe(false);
  });

  it('end in words where a worker fails', () => {
    const { run, questions } = asked();
    questions[0].listener.failed('The worker crashed.');
    expect(run.getState()).toMatchObject({ status: 'failed', message: 'The worker crashed.' });
    expect(questions[1].cancelled).toBe(true);
  });

  it('are said with the fewest, what chance leaves open, and what does not settle', () => {
    const look = (mean: number, half: number) => ({ mean, low: mean - half, high: mean + half, n: 20 });
    const none = { mean: NaN, low: NaN, high: NaN, n: 20 };
    expect(
      sayCombinations(
        [
          { said: 'A at 1', look: look(20, 2) },
          { said: 'A at 2', look: look(11, 2) },
          { said: 'A at 3', look: look(10, 2) },
          { said: 'A at 4', look: none },
        ],
        'to leave',
      ),
    ).toBe(
      'Fewest people wait to leave with A at 3: about 10 people (likely between 8 and 12 people). One other combination may have as few. 1 of 4 combinations does not settle and has no average.',
    );
    expect(sayCombinations([{ said: 'A at 4', look: none }], 'to leave')).toMatch(
      /^None of the 1 combinations? settles/,
    );
  });
});
