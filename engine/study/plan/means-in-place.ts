// A stream that had a rate has means of its own for each day: whatever named the rate multiplies the means instead, as much as before.
import type { Change, Model } from '../../model/document.ts';
import type { Stream } from '../../model/document/people.ts';
import type { PlannedModel } from './plan.ts';

/** What of a stream does not say how many arrive, and when. */
const KEPT = ['label', 'shares', 'startsAt'] as const;
const isKept = (key: string): boolean => (KEPT as readonly string[]).includes(key);

type Set = Readonly<Record<string, unknown>>;

/** `rate`: what the mean was in people a day, where there was one. */
export function withMeans(
  model: Model,
  id: string,
  meansPerDay: NonNullable<Stream['meansPerDay']>,
  rate: number | undefined,
  source: string,
): PlannedModel {
  const before = model.streams[id];
  const path = `streams.${id}`;
  const times = `${path}.meansPerDay.times`;
  const gone = Object.keys(before).filter((key) => !isKept(key) && key !== 'meansPerDay');
  const isGone = (at: string) => gone.some((key) => at === `${path}.${key}` || at.startsWith(`${path}.${key}.`));
  const dropped = new Set<string>();
  const factor = (value: unknown) =>
    rate !== undefined && rate > 0 && typeof value === 'number' ? short(value / rate) : undefined;

  function rewritten(set: Set, isScale: boolean): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(set).flatMap(([at, value]): [string, unknown][] => {
        if (!isGone(at)) return [[at, value]];
        const next = isScale ? value : factor(value);
        if (at === `${path}.arrivalsPerDay` && next !== undefined) return [[times, next]];
        dropped.add(at);
        return [];
      }),
    );
  }
  function changed({ set, scale, ...change }: Change): Change[] {
    const next = {
      ...change,
      ...(set && { set: rewritten(set, false) as Change['set'] }),
      ...(scale && { scale: rewritten(scale, true) as Change['scale'] }),
    };
    const isLeft = Object.keys({ ...next.set, ...next.scale }).length > 0;
    return isLeft ? [next] : [];
  }
  const options = model.options?.map(({ set, changes, ...option }) => ({
    ...option,
    ...(set && { set: rewritten(set, false) }),
    ...(changes && { changes: changes.flatMap(changed) }),
  }));
  const all = model.conditions?.map((condition) => ({ ...condition, changes: condition.changes.flatMap(changed) }));
  const conditions = all?.filter(({ changes }) => changes.length > 0);
  const over = (model.conditions ?? []).filter(({ id }) => !conditions?.some((one) => one.id === id));
  const isOver = (condition: string) => !conditions?.some((one) => one.id === condition);
  const controls = model.controls?.flatMap((control) => {
    if (!isGone(control.path)) return [control];
    const [least, most] = [factor(control.least), factor(control.most)];
    if (control.path !== `${path}.arrivalsPerDay` || least === undefined || most === undefined) {
      dropped.add(control.path);
      return [];
    }
    return [{ ...control, path: times, least: Math.min(1, least), most: Math.max(1, most), step: STEP }];
  });
  const lines = Object.entries(model.evidence ?? {}).filter(
    ([at]) => !isGone(at) && !at.startsWith(`${path}.meansPerDay`),
  );
  const story = model.story?.map(({ conditions: on, ...step }) => ({
    ...step,
    ...(on && { conditions: on.filter((one) => !isOver(one)) }),
  }));
  const kept = Object.entries(before).filter(([key]) => isKept(key));
  return {
    document: {
      ...model,
      streams: { ...model.streams, [id]: { ...Object.fromEntries(kept), meansPerDay } as Stream },
      ...(options && { options }),
      ...(conditions && { conditions }),
      ...(controls && { controls }),
      ...(story && { story }),
      evidence: {
        ...Object.fromEntries(lines),
        [`${path}.meansPerDay`]: { status: 'estimated', source },
      },
    },
    said:
      dropped.size === 0
        ? []
        : [
            `left out, because the plan says who comes on each day: ${[...over.map(({ title }) => `“${title}”`), ...dropped].join(', ')}`,
          ],
  };
}

const STEP = 0.01;
const short = (value: number): number => Number(value.toPrecision(4));
