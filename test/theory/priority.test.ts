// Priority: some go before others, and nobody loses a bed. W(k) = R / ((1 - σ(k-1))(1 - σ(k))).
// Source: Cobham, Operations Research 2 (1954) 70-76. Steady state; 100 days of warm-up are a thousand mean stays.
import { describe, it } from 'vitest';
import { meanWaitsByPriority, meanWaitsByPrioritySharedStay } from './oracles/cobham.ts';
import { erlangC } from './oracles/erlang.ts';
import { expectExact, study, type TheoryModel } from './study.ts';

interface Kind {
  readonly arrivalsPerDay: number;
  readonly meanDays: number;
}

/** Kinds of people in order of priority, all to one ward, each with its own exponential stay. */
function model(beds: number, kinds: readonly Kind[], runDays: number): TheoryModel {
  const names = kinds.map((_, i) => `kind${i + 1}`);
  const arrivalsPerDay = kinds.reduce((sum, kind) => sum + kind.arrivalsPerDay, 0);
  const perKind = <T>(of: (kind: Kind, i: number) => T): Record<string, T> =>
    Object.fromEntries(names.map((name, i) => [name, of(kinds[i], i)]));
  return {
    calendar: { warmUpDays: 100, runDays },
    needs: perKind((_, i) => ({ label: `Kind ${i + 1}`, goesTo: 'ward', priority: i + 1 })),
    streams: {
      people: { label: 'People', arrivalsPerDay, shares: perKind((kind) => kind.arrivalsPerDay / arrivalsPerDay) },
    },
    stations: {
      ward: {
        kind: 'ward',
        label: 'Ward',
        beds,
        stay: { by: 'need', ...perKind(({ meanDays }) => ({ shape: 'exponential', meanDays })) },
        next: [{ to: 'home' }],
      },
      home: { kind: 'exit', label: 'Home' },
    },
  };
}

function checkWaits(
  beds: number,
  kinds: readonly Kind[],
  exact: readonly number[],
  seed: number,
  runDays = 3000,
): void {
  const found = study(model(beds, kinds, runDays), 40, seed);
  kinds.forEach((_, i) => {
    expectExact(found.numbers({ station: 'ward', measure: 'delayDays', who: `need:kind${i + 1}` }), exact[i], 0.04);
  });
}

describe('priority', () => {
  it('two kinds, one bed', () => {
    const kinds = [
      { arrivalsPerDay: 2, meanDays: 0.1 },
      { arrivalsPerDay: 4, meanDays: 0.1 },
    ];
    checkWaits(1, kinds, meanWaitsByPriority(kinds.map((kind) => ({ ...kind, sdDays: kind.meanDays }))), 18);
  });

  it('three kinds with stays of their own, one bed', () => {
    const kinds = [
      { arrivalsPerDay: 2, meanDays: 0.05 },
      { arrivalsPerDay: 2, meanDays: 0.1 },
      { arrivalsPerDay: 1.5, meanDays: 0.2 },
    ];
    checkWaits(1, kinds, meanWaitsByPriority(kinds.map((kind) => ({ ...kind, sdDays: kind.meanDays }))), 19, 5000);
  });

  it('two kinds, four beds, one exponential stay', () => {
    const kinds = [
      { arrivalsPerDay: 3, meanDays: 0.34 },
      { arrivalsPerDay: 5, meanDays: 0.34 },
    ];
    const { waitShare } = erlangC(4, 8, 0.34);
    checkWaits(4, kinds, meanWaitsByPrioritySharedStay(4, 0.34, [3, 5], waitShare), 20, 6000);
  });
});
