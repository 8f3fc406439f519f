// The numbers of the day in a box: as many as its width holds; who is there comes first, then who is in the wrong place, and the fewest people go first.
import { sum } from '../ground/sums.ts';
import type { Counts } from '../state/counts.ts';
import { sayElsewhere } from '../words/elsewhere.ts';
import type { Box } from './layout/box.ts';
import { textPx } from './layout/letter-widths.ts';
import { sayCount } from '../words/numbers/count.ts';

export interface Part {
  readonly measure: string;
  readonly text: string;
  readonly people: number;
  readonly startsLine?: boolean;
}

const people = (n: number) => `${sayCount(n)} ${n === 1 ? 'person' : 'people'}`;

export const isFullAt = ({ of }: Box, counts: Counts): boolean =>
  !of.isUnlimited && !of.isExit && counts.inUse[of.station] >= counts.places[of.station];

/** In order; the first is the one that is set bold. */
export function partsOf(box: Box, counts: Counts, fontPx: number): Part[] {
  const { of } = box;
  const room = box.x + box.width - (box.grid.x - box.x) - box.statusX;
  // A lane without a name has no line for its numbers either.
  if (of.label === '') return [];
  if (of.members) return fitting(localityParts(box, counts), room - textPx(box.nameLines[0], fontPx) - fontPx, fontPx);
  if (of.isExit) {
    const people = counts.left[of.station];
    const text = `${sayCount(people)} so far`;
    return [{ measure: 'left', text: textPx(text, fontPx) <= room ? text : sayCount(people), people }];
  }
  const besides = box.isAtRight ? textPx(box.nameLines[0], fontPx, 'regular') + fontPx * 0.5 : 0;
  const [first, ...rest] = stationParts(box, counts);
  const fits = (some: Part[]) => linePx(some, fontPx) <= room - besides;
  const elsewhere = elsewhereParts(box, counts);
  if (!box.stacked) {
    // Who is in the wrong place is said if at all possible, in as many words as fit.
    const all = [
      ...elsewhere.map((one) => [first!, one, ...rest]),
      ...elsewhere.map((one) => [first!, one, ...rest.slice(-1)]),
    ];
    return all.find(fits) ?? fitting([first!, ...elsewhere.slice(-1), ...rest], room - besides, fontPx);
  }
  const together = elsewhere.find((one) => fits([first!, one]));
  // Beside a name stand the numbers, whatever they are, and under them who is in the wrong place: nothing changes lines from day to day.
  if (!box.isAtRight && (elsewhere.length === 0 || together))
    return [first!, ...(together ? [together] : []), ...onNextLine(fitting(rest, room, fontPx, 0))];
  const alone = elsewhere.find((one) => linePx([one], fontPx) <= room) ?? elsewhere.at(-1);
  return [...fitting([first!, ...rest], room - besides, fontPx), ...onNextLine(alone ? [alone] : [])];
}

const onNextLine = ([first, ...rest]: Part[]): Part[] => (first ? [{ ...first, startsLine: true }, ...rest] : []);

function stationParts(box: Box, counts: Counts): Part[] {
  const { station, isUnlimited } = box.of;
  const [inUse, delayed] = [counts.inUse[station], counts.delayed[station]];
  const [long, waiting] = [counts.delayedOverWeek[station], counts.waiting[station]];
  const parts: Part[] = [];
  const isRow = box.style !== 'box';
  // Where everybody is delayed, saying it once is enough.
  if (!isUnlimited) parts.push({ measure: 'in-use', text: inUseWords(box, counts), people: inUse });
  else if (delayed < inUse || inUse === 0) parts.push({ measure: 'in-use', text: people(inUse), people: inUse });
  if (delayed > 0) parts.push({ measure: 'delayed', text: `${sayCount(delayed)} delayed`, people: delayed });
  if (long > 0 && !isRow) parts.push({ measure: 'over-week', text: `${sayCount(long)} over 7 days`, people: long });
  if (waiting > 0) parts.push({ measure: 'waiting', text: `${sayCount(waiting)} waiting`, people: waiting });
  return parts;
}

/** The longest words first; a row of one line has no room for any. */
function elsewhereParts({ of, style }: Box, counts: Counts): Part[] {
  const all = counts.elsewhere[of.station] ?? [];
  if (all.length === 0 || style === 'one line') return [];
  return sayElsewhere(all).map((text) => ({ measure: 'elsewhere', text, people: sum(all, (one) => one.people) }));
}

/** A row of one line says it in the fewest letters. */
function inUseWords(box: Box, counts: Counts): string {
  const [inUse, places] = [counts.inUse[box.of.station], counts.places[box.of.station]].map(sayCount);
  const isFull = isFullAt(box, counts);
  if (box.style === 'one line') return isFull ? `${inUse} full` : `${inUse}/${places}`;
  return `${inUse} of ${places}${isFull ? ' full' : ''}`;
}

/** Of all services of a locality together. */
function localityParts({ of }: Box, counts: Counts): Part[] {
  const all = (column: Int32Array) => sum(of.members!, (member) => column[member.station]);
  const [inUse, delayed, waiting] = [all(counts.inUse), all(counts.delayed), all(counts.waiting)];
  return [
    { measure: 'in-use', text: people(inUse), people: inUse },
    ...(delayed > 0 ? [{ measure: 'delayed', text: `${sayCount(delayed)} delayed`, people: delayed }] : []),
    ...(waiting > 0 ? [{ measure: 'waiting', text: `${sayCount(waiting)} waiting`, people: waiting }] : []),
  ];
}

/** What stands between a part and the one before it on its line. */
export const joinOf = ({ measure, startsLine }: Part, at: number): string =>
  at === 0 || startsLine ? '' : measure === 'elsewhere' ? ': ' : ' · ';

/** Only the first is bold. */
function linePx([first, ...rest]: Part[], fontPx: number): number {
  const others = rest.map((part) => joinOf(part, 1) + part.text).join('');
  return (first ? textPx(first.text, fontPx) : 0) + textPx(others, fontPx, 'regular');
}

/** Those that fit on one line, and at least the first `kept`; of the others the one of fewest people gives way. */
function fitting(parts: Part[], room: number, fontPx: number, kept = 1): Part[] {
  let some = parts;
  while (some.length > kept && linePx(some, fontPx) > room) {
    const fewest = some.slice(kept).reduce((a, b) => (b.people < a.people ? b : a));
    some = some.filter((part) => part !== fewest);
  }
  return some;
}
