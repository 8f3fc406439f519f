// A document in the making: it has the parts of a model, and may still lack the numbers and routes that make it sound.
import type { Model } from '../../../engine/index.ts';

/** Never changed in place: every edit gives another. Whether it is sound is for the engine to say. */
export type Draft = Model;
export type Family = 'stations' | 'streams' | 'needs';
/** A service, a stream or a need by its path: `stations.p1`. */
export type Part = `${Family}.${string}`;

export const NEED = 'need';

export const partsOf = (part: string): [family: Family, id: string] => {
  const [family, id] = part.split('.');
  return [family as Family, id];
};

/** What a part says of itself; undefined when it is not there. */
export function partAt(draft: Draft, part: string): Draft[Family][string] | undefined {
  const [family, id] = partsOf(part);
  const members = draft[family] as Record<string, Draft[Family][string]> | undefined;
  return members && Object.hasOwn(members, id) ? members[id] : undefined;
}

/** A start for a drawing, with nobody and nothing in it; `startDate` is written YYYY-MM-DD. */
export function blankDraft(title: string, startDate: string): Draft {
  const usual = { status: 'illustrative', source: 'A usual value for a new model. Put a real one here.' } as const;
  const paths = ['calendar.warmUpDays', 'calendar.runDays', 'experiment.replications', 'experiment.seed'];
  return {
    schemaVersion: 1,
    id: idFrom(title, 'our-place', []),
    title,
    about: 'A new model. Every number in it is illustrative until somebody gives it a source.',
    calendar: { startDate, warmUpDays: 365, runDays: 365 },
    experiment: { replications: 100, seed: 1 },
    needs: {},
    streams: {},
    stations: {},
    controls: [],
    evidence: Object.fromEntries(paths.map((path) => [path, usual])),
  };
}

/** Words that mean something of their own in a document. */
const RESERVED = ['need', 'stream', 'outside', 'all', 'by', 'else'];

/** A plain short name made of a label, unlike all that are taken. */
export function idFrom(label: string, otherwise: string, taken: readonly string[]): string {
  const plain = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replace(/^-+|-+$/g, '');
  const isFree = (id: string) => !taken.includes(id) && !RESERVED.includes(id) && !(id in {});
  const first = plain === '' ? otherwise : plain;
  for (let n = 1; ; n++) {
    const id = n === 1 ? first : `${first}-${n}`;
    if (isFree(id)) return id;
  }
}

/** A label that no other part of the family has. */
export function labelFrom(label: string, members: Readonly<Record<string, { readonly label: string }>>): string {
  const taken = Object.values(members).map((one) => one.label);
  for (let n = 1; ; n++) {
    const named = n === 1 ? label : `${label} ${n}`;
    if (!taken.includes(named)) return named;
  }
}
