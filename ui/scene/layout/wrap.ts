// Wrapping a name into lines by estimated widths, so that layout stays pure; too wide here is better than clipped there.
import { textPx } from './letter-widths.ts';

/** At most `mostLines` lines; what still does not fit ends in an ellipsis. */
export function wrap(
  text: string,
  width: number,
  fontPx: number,
  mostLines: number,
  weight: 'bold' | 'regular' = 'bold',
): string[] {
  const fits = (some: string) => textPx(some, fontPx, weight) <= width;
  const lines: string[] = [];
  let rest = text.trim();
  while (!fits(rest) && lines.length < mostLines - 1) {
    const most = lettersThatFit(rest, fits);
    const space = rest.lastIndexOf(' ', most);
    const cut = space > 0 ? space : most;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trim();
  }
  lines.push(
    fits(rest)
      ? rest
      : `${rest.slice(
          0,
          lettersThatFit(rest, (some) => fits(`${some}…`)),
        )}…`,
  );
  // A separator left at the end of a line says nothing there.
  return lines.map((line) => line.replace(/ [·–-]$/, ''));
}

/** At least one, so that there is an end. */
function lettersThatFit(text: string, fits: (some: string) => boolean): number {
  let letters = 1;
  while (letters < text.length && fits(text.slice(0, letters + 1))) letters++;
  return letters;
}
