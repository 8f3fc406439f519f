// Wrapping a name into lines by estimated widths, so that layout stays pure; too wide here is better than clipped there.

/** Mean width of a bold letter, in font sizes; a little generous. */
const LETTER = 0.57;

/** Of a letter that is not bold, as a share of a bold one. */
const REGULAR = 0.93;

export function textPx(text: string, fontPx: number, weight: 'bold' | 'regular' = 'bold'): number {
  return text.length * LETTER * (weight === 'bold' ? 1 : REGULAR) * fontPx;
}

/** At most `mostLines` lines; what still does not fit ends in an ellipsis. */
export function wrap(
  text: string,
  width: number,
  fontPx: number,
  mostLines: number,
  weight: 'bold' | 'regular' = 'bold',
): string[] {
  const letters = Math.max(1, Math.floor(width / textPx('x', fontPx, weight)));
  const lines: string[] = [];
  let rest = text.trim();
  while (rest.length > letters && lines.length < mostLines - 1) {
    const space = rest.lastIndexOf(' ', letters);
    const cut = space > 0 ? space : letters;
    lines.push(rest.slice(0, cut));
    rest = rest.slice(cut).trim();
  }
  lines.push(rest.length > letters ? `${rest.slice(0, Math.max(1, letters - 1))}…` : rest);
  // A separator left at the end of a line says nothing there.
  return lines.map((line) => line.replace(/ [·–-]$/, ''));
}
