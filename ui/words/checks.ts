// The checks in words: their progress, what they found, and what a figure outside would mean.

export interface Tally {
  readonly status: 'waiting' | 'running' | 'stopped' | 'done' | 'failed';
  /** Figures asked for, those simulated so far, and how many of these are outside. */
  readonly asked: number;
  readonly come: number;
  readonly outside: number;
}

const figures = (count: number): string => `${count} ${count === 1 ? 'figure' : 'figures'}`;

/** One sentence: how many, and whether all are inside. */
export function sayTally({ status, asked, come, outside }: Tally): string {
  if (asked === 0) return status === 'done' ? 'There is no check with that name.' : 'Working out the exact answers…';
  const found = come === 0 ? '' : outside === 0 ? ', all inside' : `, ${outside} outside`;
  if (status === 'done') return `${figures(asked)}${asked === 1 && outside === 0 ? ', inside' : found}.`;
  const done = `${come} of ${figures(asked)}`;
  if (status === 'stopped' || status === 'failed') return `Stopped after ${done}${found}.`;
  return come === 0 ? `Simulating ${figures(asked)}…` : `${done} so far${found}.`;
}

/** What is to be thought of that. */
export function sayChance({ status, asked, outside }: Tally): string {
  if (status === 'done' && asked === 0) return '';
  if (outside === 0) return 'One figure in a thousand would be outside by chance.';
  const again =
    status === 'done'
      ? ' Run them again with another seed: chance would put other figures outside; a fault would put the same ones there.'
      : '';
  return `By chance alone, one figure in a thousand is outside.${again}`;
}

/** Four figures: an interval is seldom narrower than the last of them. */
export const sayFigure = (value: number): string =>
  Number.isFinite(value) ? value.toPrecision(4).replace('-', '−') : '–';

/** Every so often while they come, and at the end: a screen reader should not read each one. */
export function toAnnounce(tally: Tally): string {
  if (tally.status !== 'running') return `${sayTally(tally)} ${tally.status === 'done' ? sayChance(tally) : ''}`.trim();
  const quarters = tally.asked === 0 ? 0 : Math.floor((4 * tally.come) / tally.asked);
  return quarters === 0
    ? 'The checks are running.'
    : `${quarters * 25} per cent of the checks are done${tally.outside === 0 ? ', all inside' : `, ${tally.outside} outside`}.`;
}
