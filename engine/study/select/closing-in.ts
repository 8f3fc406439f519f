// Mixes of a grid that grows finer: a coarse one over everything first, then what lies around the mixes worth keeping, down to single steps.
import type { Setting, Settings } from './setting.ts';

/** Steps from one mix of a grid to the next, by lever, from the coarsest to 1 of each. */
export function stridesOf({ levers }: Settings, parts: number): number[][] {
  const coarsest = levers.map(({ values }) => {
    let stride = 1;
    while (2 * stride * parts <= values.length - 1) stride *= 2;
    return stride;
  });
  const strides = [coarsest];
  while (strides.at(-1)!.some((stride) => stride > 1))
    strides.push(strides.at(-1)!.map((stride) => Math.max(1, stride / 2)));
  return strides;
}

/** Every mix of a grid, both ends of each lever included. */
export function gridOf(settings: Settings, strides: readonly number[]): Setting[] {
  const steps = settings.levers.map(({ values }, l) => {
    const own: number[] = [];
    for (let step = 0; step < values.length - 1; step += strides[l]) own.push(step);
    return [...own, values.length - 1];
  });
  return steps
    .reduce<number[][]>((all, own) => all.flatMap((one) => own.map((step) => [...one, step])), [[]])
    .map(settings.at);
}

/** What lies a stride away: one lever up or down, or one up for another down, each kept within its ends. */
export function around(settings: Settings, { steps }: Setting, strides: readonly number[]): Setting[] {
  const { levers } = settings;
  const moved = (by: readonly (readonly [lever: number, sign: number])[]) =>
    settings.at(
      steps.map((step, l) => {
        const sign = by.find(([lever]) => lever === l)?.[1] ?? 0;
        return Math.max(0, Math.min(levers[l].values.length - 1, step + sign * strides[l]));
      }),
    );
  const found = new Set<Setting>();
  for (let l = 0; l < levers.length; l++)
    for (const sign of [1, -1]) {
      found.add(moved([[l, sign]]));
      for (let other = 0; other < levers.length; other++)
        if (other !== l)
          found.add(
            moved([
              [l, sign],
              [other, -sign],
            ]),
          );
    }
  return [...found];
}
