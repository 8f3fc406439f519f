// Writes into a drawing at a path: a number, a text, the shape of a stay, a line of evidence, a slider.
import type { Evidence } from '../../../engine/index.ts';
import { controlOf, isIn, valueAt } from '../values.ts';
import { partsOf, type Draft } from './draft.ts';
import { followPaths, withoutAll } from './follow-paths.ts';

type Written = number | string | object | undefined;

/** Undefined takes away what is there, and whatever it leaves empty. Evidence of what is gone goes too. */
export function writeAt(draft: Draft, path: string, value: Written): Draft {
  if (valueAt(draft, path) === value) return draft;
  const next = written(draft, path.split('.'), value) as Draft;
  return value === undefined ? followPaths(next, draft, withoutAll([path])) : next;
}

/** Copies only what lies on the way. */
function written(node: unknown, keys: readonly string[], value: Written): unknown {
  const [key, ...rest] = keys as [string, ...string[]];
  const isList = Array.isArray(node);
  const inside = typeof node === 'object' && node !== null && isIn(node, key) ? (node as never)[key] : undefined;
  const next = rest.length === 0 ? value : written(inside, rest, value);
  if (isList) return next === undefined ? node : node.map((one, at) => (String(at) === key ? next : one));
  const here = (typeof node === 'object' ? (node ?? {}) : {}) as Readonly<Record<string, unknown>>;
  if (next !== undefined) return { ...here, [key]: next };
  const { [key]: _, ...others } = here;
  return Object.keys(others).length === 0 ? undefined : others;
}

/** The evidence of a number that was typed while drawing. */
const TYPED: Evidence = {
  status: 'illustrative',
  source: 'Typed while the model was drawn. Put the real source here, and its range.',
};

/** With a line of evidence for one number; undefined takes the line away. */
export function withEvidence<T extends Draft>(draft: T, path: string, line: Evidence | undefined): T {
  const { [path]: _, ...others } = draft.evidence ?? {};
  return { ...draft, evidence: line === undefined ? others : { ...others, [path]: line } };
}

/** What somebody typed is illustrative until they say where it is from, and a price counts for nothing until then. */
export function writeNumber(draft: Draft, path: string, value: number | 'unlimited' | undefined): Draft {
  const next = writeAt(draft, path, value);
  if (value === undefined) return next;
  const isKnown = next.evidence !== undefined && isIn(next.evidence, path);
  const known = isKnown || path.includes('.costs.') ? next : withEvidence(next, path, TYPED);
  return value === 'unlimited' ? known : withSlider(known, path, value);
}

/** Another shape keeps the numbers that it has as well; those it has not go, with all that is said of them. */
export function writeShape(draft: Draft, path: string, shape: string, keys: readonly string[]): Draft {
  const before = (valueAt(draft, path) ?? {}) as Readonly<Record<string, unknown>>;
  const kept = Object.entries(before).filter(([key]) => keys.includes(key));
  const gone = Object.keys(before).filter((key) => key !== 'shape' && !keys.includes(key));
  const next = written(draft, path.split('.'), { shape, ...Object.fromEntries(kept) }) as Draft;
  return followPaths(next, draft, withoutAll(gone.map((key) => `${path}.${key}`)));
}

/** A new label; sliders that were called by the old one are called by the new one. */
export function rename(draft: Draft, part: string, label: string): Draft {
  const [family, id] = partsOf(part);
  const before = (draft[family] as Record<string, { readonly label: string }>)[id]?.label;
  if (before === undefined) return draft;
  const controls = draft.controls?.map((control) => {
    if (!control.path.startsWith(`${part}.`) || !control.label?.startsWith(before || '\n')) return control;
    return { ...control, label: (label + control.label.slice(before.length)).slice(0, 200) };
  });
  const next = written(draft, [family, id, 'label'], label) as Draft;
  return controls ? { ...next, controls } : next;
}

/** The numbers that Explore has a slider for from the first: places, how many come, how long they stay. */
const SLIDERS: readonly (readonly [path: RegExp, group: string, after: string])[] = [
  [/^stations\.[^.]+\.(beds|places|staff)$/, 'Places', ''],
  [/^streams\.[^.]+\.arrivalsPerDay$/, 'Demand', ''],
  [/^stations\.[^.]+\.stay\.(meanDays|days)$/, 'How long people stay', ': mean stay'],
];

function withSlider(draft: Draft, path: string, value: number): Draft {
  const { controls = [] } = draft;
  const here = controlOf(draft, path);
  if (here) {
    if (here.least <= value && value <= here.most) return draft;
    const wide = { ...here, least: Math.min(here.least, value), most: Math.max(here.most, value) };
    return { ...draft, controls: controls.map((one) => (one === here ? wide : one)) };
  }
  const [, group, after] = SLIDERS.find(([pattern]) => pattern.test(path)) ?? [];
  if (group === undefined || !(value > 0)) return draft;
  const [family, id] = partsOf(path);
  const label = `${(draft[family] as Record<string, { readonly label: string }>)[id].label}${after}`.slice(0, 200);
  const isWhole = group === 'Places';
  const most = isWhole ? Math.max(10, value * 3) : value * 3;
  const step = isWhole ? 1 : Number((value / 40).toPrecision(1));
  return { ...draft, controls: [...controls, { path, label, group, least: 0, most, step }] };
}
