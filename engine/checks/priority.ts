// Priority: some go before others, and nobody loses a bed (Cobham).
import { checksOf, exponential, home, ward, type Check } from './check.ts';
import { shareWhoWait } from './several-beds.ts';

interface Kind {
  readonly arrivals: number;
  readonly stay: number;
}

/** W(k) = R / ((1 − σ(k − 1)) (1 − σ(k))), σ(k) the load of kinds 1 … k on `beds` beds. */
export function waitsByPriority(kinds: readonly Kind[], beds: number, found: number): number[] {
  let load = 0;
  return kinds.map(({ arrivals, stay }) => {
    const before = load;
    load += (arrivals * stay) / beds;
    return found / ((1 - before) * (1 - load));
  });
}

/** R: with one bed, the rest of the stay of the person found in it, by each kind's own exponential stay. */
const foundInOneBed = (kinds: readonly Kind[]) =>
  kinds.reduce((sum, { arrivals, stay }) => sum + arrivals * stay * stay, 0);

/** R with several beds and one stay for all: Erlang's C times the time between two discharges. */
function foundInSeveral(kinds: readonly Kind[], beds: number): number {
  const { stay } = kinds[0];
  const arrivals = kinds.reduce((sum, kind) => sum + kind.arrivals, 0);
  return (shareWhoWait(beds, arrivals * stay) * stay) / beds;
}

function inOrder(id: string, title: string, beds: number, kinds: readonly Kind[], runDays: number): Check[] {
  const arrivals = kinds.reduce((sum, kind) => sum + kind.arrivals, 0);
  const perKind = <T>(of: (kind: Kind, at: number) => T): Record<string, T> =>
    Object.fromEntries(kinds.map((kind, at) => [`kind${at + 1}`, of(kind, at)]));
  const waits = waitsByPriority(kinds, beds, beds === 1 ? foundInOneBed(kinds) : foundInSeveral(kinds, beds));
  return checksOf({
    id,
    title,
    source: 'Cobham, Operations Research 2 (1954) 70-76',
    setting: {
      calendar: { warmUpDays: 40, runDays },
      needs: perKind((_, at) => ({ label: `Kind ${at + 1}`, goesTo: 'ward', priority: at + 1 })),
      streams: {
        people: { label: 'People', arrivalsPerDay: arrivals, shares: perKind((kind) => kind.arrivals / arrivals) },
      },
      stations: { ward: ward(beds, { by: 'need', ...perKind(({ stay }) => exponential(stay)) }), home },
    },
    figures: waits.map((expected, at) => ({
      id: `wait-${at + 1}`,
      figure: `mean wait of kind ${at + 1}, days`,
      formula:
        beds === 1
          ? 'W(k) = Σ λ m² / ((1 − σ(k−1)) (1 − σ(k)))'
          : 'W(k) = C m/c / ((1 − σ(k−1)) (1 − σ(k))), C being Erlang’s',
      reads: { station: 'ward', measure: 'delayDays', who: `need:kind${at + 1}` },
      expected,
    })),
  });
}

export const priority = (): Check[] => [
  ...inOrder(
    'two-kinds',
    'M/M/1 in two orders of priority',
    1,
    [
      { arrivals: 3, stay: 0.08 },
      { arrivals: 4, stay: 0.1 },
    ],
    650,
  ),
  ...inOrder(
    'three-kinds',
    'M/G/1 in three orders of priority, each with its own stay',
    1,
    [
      { arrivals: 3, stay: 0.05 },
      { arrivals: 2, stay: 0.1 },
      { arrivals: 2, stay: 0.15 },
    ],
    700,
  ),
  ...inOrder(
    'two-kinds-four-beds',
    'M/M/c in two orders of priority, 4 beds',
    4,
    [
      { arrivals: 4, stay: 0.3 },
      { arrivals: 5.5, stay: 0.3 },
    ],
    1050,
  ),
];
