// Whether the model looks like what happened, in sentences for page and terminal: the verdict, each series in the band, and what could explain it.
import type { Model } from '../../model/document.ts';
import type { Xmr } from '../statistics/xmr.ts';
import { IN_BAND, type Band } from './band.ts';
import type { Explained, Explanation } from './explain.ts';
import type { Spacing } from './series.ts';

/** A number as people know it: the words of its slider, or else its path. */
export const numberWords = ({ controls = [] }: Model, path: string): string =>
  controls.find((control) => control.path === path)?.label ?? path;

/** The verdict first. */
export function matchWords(model: Model, explained: Explained): string[] {
  const { isLikeModel, nearest, chanceOfNearer, alone, together } = explained;
  if (isLikeModel)
    return [
      'The model could have made this: the series lie no further from its years than its years lie from each other.',
      ...(nearest.length > 0
        ? [
            `A small mistake need not show in one year. If a number is wrong all the same, look first at these: ${nearest.map((path) => numberWords(model, path)).join('; ')}. Chance alone gives as strong a hint in ${Math.round(100 * chanceOfNearer)} years of 100.`,
          ]
        : []),
    ];
  const verdict =
    'The model could not have made this: of 20 years that it makes itself, at most 1 is called so different.';
  if (alone.length === 0)
    return [verdict, 'No number with a stated range changes these series, so none can explain it.'];
  const enough = alone.filter(({ isEnough }) => isEnough);
  return [
    verdict,
    `The ${alone.length === 1 ? 'number' : `${COUNTS[alone.length]} numbers`} most able to explain it, within ${alone.length === 1 ? 'its' : 'their'} stated range:`,
    ...alone.map((one) => `${sayMoved(model, one)}: ${outcome(one)}.`),
    enough.length > 1 ? 'What is counted here does not tell these apart.' : '',
    together ? `Two together: ${sayMoved(model, together)}: ${outcome(together)}.` : '',
    enough.length === 0 && !together?.isEnough
      ? 'None of them explains it within its range, alone or two together: look for what the model does not have.'
      : '',
  ].filter((sentence) => sentence !== '');
}

const COUNTS = ['', 'one', 'two', 'three'];

const sayMoved = (model: Model, { moved }: Explanation): string =>
  moved
    .map(
      ({ path, value, from, low, high }) =>
        `${numberWords(model, path)} ${figure(value)}, not ${figure(from)} (range ${figure(low)} to ${figure(high)})`,
    )
    .join(', and ');

const outcome = ({ isEnough, takesAway }: Explanation): string =>
  isEnough ? 'the model could then have made it' : `explains part of it (${Math.round(100 * takesAway)} %)`;

/** "Of 52 weeks 40 lie in the model’s band, 12 above; about 42 would if the model were right." */
export function bandWords({ within, above, below, low }: Band, spacing: Spacing): string {
  const periods = low.length;
  const away = [above > 0 ? `${above} above` : '', below > 0 ? `${below} below` : ''].filter((part) => part !== '');
  return `Of ${periods} ${spacing}s ${within} lie in the model’s band${away.length > 0 ? `, ${away.join(' and ')}` : ''}; about ${Math.round(IN_BAND * periods)} would if the model were right.`;
}

/** What a series says by itself. */
export function limitsWords({ mean, low, high, outside, inRuns }: Xmr, periods: number, spacing: Spacing): string {
  const usual = `By itself it varies around ${figure(mean)}; its steps from ${spacing} to ${spacing} would keep it between ${figure(low)} and ${figure(high)}`;
  const special = [
    outside.length > 0 ? `${outside.length} of ${periods} ${outside.length === 1 ? 'lies' : 'lie'} outside` : '',
    inRuns.length > 0 ? `${inRuns.length} are in runs of eight or more on one side of the average` : '',
  ].filter((part) => part !== '');
  return special.length === 0
    ? `${usual}, and they do: nothing in it stands out.`
    : `${usual}. ${special.join(', and ')}: it drifts, or something changed.`;
}

/** About three figures. */
const figure = (value: number): string => String(Number(value.toPrecision(3)));
