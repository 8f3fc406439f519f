// What is compared, one row each. To add one, add an entry here and, if it is of a new kind, one in timed-work.ts.
import type { Model } from '../../../engine/index.ts';
import { d2aDocument } from '../d2a.ts';
import { countyModel, ilkestonModel } from '../shipped-model.ts';

interface SpeedRow {
  readonly what: string;
  /** A kind of timed-work.ts. */
  readonly kind: string;
  /** What is counted, of which one side does more in a CPU second. */
  readonly unit: string;
  /** Whether the program in C simulates the same. */
  readonly alsoInC?: true;
  /** The same document for both builds. */
  document(): object;
}

/** Earlier builds know other steps of a story, which no run looks at. */
const untold = (model: Model): object => ({ ...model, story: undefined });

export const speedRows: Readonly<Record<string, SpeedRow>> = {
  'd2a-kept': {
    what: 'discharge to assess, one year, the same 100 replications again and again',
    kind: 'kept',
    unit: 'events',
    alsoInC: true,
    document: () => d2aDocument(365),
  },
  'd2a-fresh': {
    what: 'discharge to assess, one year, new people each time',
    kind: 'fresh',
    unit: 'events',
    alsoInC: true,
    document: () => d2aDocument(365),
  },
  'ilkeston-kept': {
    what: 'a slider on Ilkeston: 100 replications of the option and of today, and the differences',
    kind: 'moves',
    unit: 'moves',
    document: () => untold(ilkestonModel(180)),
  },
  county: {
    what: 'five years of the county, one replication after another',
    kind: 'whole',
    unit: 'replications',
    document: () => untold(countyModel()),
  },
};

/** Documents of which one replication is run in a process that does nothing else. */
export const memoryRows: readonly { readonly of: string; document(): object }[] = [
  ...[1, 10, 100, 1000].map((years) => ({
    of: years === 1 ? '1 year' : `${years} years`,
    document: () => d2aDocument(365 * years),
  })),
  { of: 'the county', document: () => untold(countyModel()) },
];

export const rowNames: readonly string[] = [...Object.keys(speedRows), 'memory'];
