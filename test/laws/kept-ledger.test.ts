// A ledger kept for the next replication of a program is as good as a new one, and no two runs that are open share one.
import { describe, expect, it } from 'vitest';
import { handBackLedger, Ledger, openLedger } from '../../engine/account/ledger.ts';
import { compile, replicate, type Program } from '../../engine/index.ts';
import { startRun } from '../../engine/run/native.ts';
import { censusAt } from '../../engine/study/replication.ts';
import { changed, overModels, sameBytes } from './over-models.ts';

const open = (program: Program, seed: number, replication: number) =>
  startRun(program, seed, replication, null, null, null);

const sums = ({ books, anniversaries }: Ledger): number[] =>
  [...books.columns, ...anniversaries].flatMap((column) => [...column]);

describe('a ledger', () => {
  it('that was cleared holds what a new one holds', () => {
    overModels({ count: 20 }, {}, (_, model, seed) => {
      const program = compile(model, changed);
      const run = open(program, seed, 0);
      run.finish();
      const { ledger } = run;
      const clock = new Float64Array(1);
      ledger.clear(clock);
      const fresh = new Ledger(program.network, clock, program.asked);
      expect(sums(ledger)).toEqual(sums(fresh));
      for (const { timeAt, ...level } of ledger.books.levels) {
        expect(level).toEqual({ now: 0, countedTo: 0 });
        expect(timeAt.every((days) => days === 0)).toBe(true);
      }
      for (const recorder of ledger.books.recorders)
        expect([recorder.above, recorder.zeros, recorder.bins]).toEqual([0, 0, null]);
      expect([...ledger.waits.cause, ...ledger.places.open]).toEqual([...fresh.waits.cause, ...fresh.places.open]);
    });
  });

  it('that was handed back is used again, and gives the same bytes', () => {
    overModels({ count: 20 }, {}, (_, model, seed) => {
      const program = compile(model, changed);
      const first = replicate(program, seed, 0);
      for (const replication of [1, 2]) replicate(program, seed, replication);
      const kept = openLedger(program.network, new Float64Array(1), program.asked);
      handBackLedger(program.network, kept);
      expect(open(program, seed, 0).ledger).toBe(kept);
      expect(sameBytes(replicate(program, seed, 0), first)).toBe(true);
    });
  });

  it('that has grown large is not kept', () => {
    overModels({ count: 1 }, {}, (_, model) => {
      const { asked, network } = compile(model, changed);
      const clock = new Float64Array(1);
      const ledger = new Ledger(network, clock, asked);
      handBackLedger(network, ledger);
      expect(openLedger(network, clock, asked)).toBe(ledger);
      expect(openLedger(network, clock, asked)).not.toBe(ledger);
      ledger.books.recorders[0].values = new Float64Array(500_000);
      handBackLedger(network, ledger);
      expect(openLedger(network, clock, asked)).not.toBe(ledger);
    });
  });

  it('belongs to one run for as long as it is open, also where others begin and end in between', () => {
    overModels({ count: 20 }, {}, (_, model, seed) => {
      const alone = [0, 1, 2].map((replication) => {
        const run = open(compile(model, changed), seed, replication);
        run.finish();
        return sums(run.ledger);
      });
      const program = compile(model, changed);
      replicate(program, seed, 5);
      const one = open(program, seed, 0);
      const other = open(program, seed, 1);
      one.runTo(3);
      censusAt(program, seed, 2, 5);
      replicate(program, seed, 6, () => {
        other.runTo(9);
        replicate(program, seed, 7);
      });
      const last = open(program, seed, 2);
      expect(new Set([one, other, last].map((run) => run.ledger)).size).toBe(3);
      for (const run of [last, one, other]) run.finish();
      expect([one, other, last].map(({ ledger }) => sums(ledger))).toEqual(alone);
    });
  });
});
