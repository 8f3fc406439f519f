// Lines of a view as a chart to take away: the bars of the page with today's beside them, each with its range.
import { find, sayLines, type Line } from '../../shown/line.ts';
import { isCompared } from '../../shown/numbers.ts';
import type { Shown } from '../../model/shown.ts';
import { POUNDS_A_YEAR } from '../../words/numbers/quantity.ts';
import type { Figure, Series } from './figure.ts';

interface LinesOf {
  readonly name: string;
  readonly title: string;
  /** What is to be seen in it; of a picture that is taken away alone its title says enough. */
  readonly finding?: string | undefined;
  /** What the lines are: "Service". */
  readonly of: string;
  readonly lines: readonly Line[];
  readonly shown: Shown;
  /** What is on the screen, by name. */
  readonly what: string;
  readonly limits: string;
}

/** All lines are of one quantity, as they are on one scale. Undefined where there are none. */
export function linesFigure({
  name,
  title,
  finding = title,
  of,
  lines,
  shown,
  what,
  limits,
}: LinesOf): Figure | undefined {
  const quantity = lines[0]?.quantity;
  if (!quantity) return undefined;
  const series = (called: string, which: 'option' | 'today', isToday: boolean): Series => {
    const at = (key: 'value' | 'ciLow' | 'ciHigh') =>
      lines.map((line) => {
        const value = find(shown, line)[which]?.[key];
        return typeof value === 'number' ? value * line.quantity.times : null;
      });
    return { name: called, values: at('value'), low: at('ciLow'), high: at('ciHigh'), isToday };
  };
  const today = series('Today', 'today', true);
  // Where it does not settle there is nothing to draw.
  const hasToday = isCompared(shown) && today.values.some((value) => value !== null);
  return {
    kind: 'bars',
    name,
    title,
    finding,
    says: `${title}. ${sayLines(shown, lines)}.`,
    unit: quantity.many === POUNDS_A_YEAR.many ? '£ a year' : quantity.many,
    of,
    categories: lines.map(({ label }) => label),
    series: [...(hasToday ? [today] : []), series(what, 'option', false)],
    limits,
  };
}
