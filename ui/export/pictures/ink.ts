// The ink of pictures and papers that leave the page: paper is white in any theme, so these do not follow it.
import { light } from '../../scene/paint/palette.ts';

export const ink = {
  paper: light.stage,
  text: light.ink,
  soft: '#4C6272',
  line: '#D8DDE0',
  today: '#6F7B83',
  /** The ends of a range, where they can only be lines. */
  range: '#9DB4C8',
  /** Place and dash distinguish options as well, never colour alone. */
  options: ['#005EB8', '#801650', '#12436D', '#28A197'],
} as const;

/** Without the #, as Word and PowerPoint want it. */
export const hex = (colour: string): string => colour.slice(1);

/** Grey for today, and a colour for each of the others in turn. */
export function coloursOf(series: readonly { readonly isToday?: boolean }[]): string[] {
  let next = 0;
  return series.map(({ isToday }) => (isToday ? ink.today : ink.options[next++ % ink.options.length]));
}

export const FONT = 'Arial';
