// The numbers of the day in a box: as many of them as its width holds; who is there comes first, and the fewest people go first.
import { minIndex, sum } from 'd3';
import type { Counts } from '../state/counts.ts';
import type { Box } from './layout/box.ts';
import { textPx } from './layout/letter-widths.ts';

export interface Part {
  readonly measure: string;
  readonly text: string;
  readonly people: number;
}

const grouped = new Intl.NumberFormat('en-GB');
const say = (n: number) => grouped.format(n);
const people = (n: number) => `${say(n)} ${n === 1 ? 'person' : 'people'}`;

export const isFullAt = ({ of }: Box, counts: Counts): boolean =>
  !of.isUnlimited && !of.isExit && counts.inUse[of.station] >= counts.places[of.station];

/** In order; the first is the one that is set bold. */
export function partsOf(box: Box, counts: Counts, fontPx: number): Part[] {
  const { of, style } = box;
  const room = box.width - 2 * (box.grid.x - box.x);
  if (of.members) return fitting(localityParts(box, counts), room - textPx(box.nameLines[0], fontPx) - fontPx, fontPx);
  if (of.isExit) {
    const people = counts.left[of.station];
    const text = `${say(people)} so far`;
    return [{ measure: 'left', text: textPx(text, fontPx) <= room ? text : say(people), people }];
  }
  const parts = stationParts(box, counts);
  if (style === 'two lines') return fitting(parts, room, fontPx);
  if (style === 'one line')
    return fitting(parts, room - textPx(box.nameLines[0], fontPx, 'regular') - fontPx * 0.5, fontPx);
  const widest = (some: Part[]) => {
    const [first, ...rest] = some;
    return box.stacked ? Math.max(linePx([first], fontPx), linePx(rest, fontPx)) : linePx(some, fontPx);
  };
  return widest(parts) <= room ? parts : parts.filter((part) => part.measure !== 'over-week');
}

function stationParts(box: Box, counts: Counts): Part[] {
  const { station, isUnlimited } = box.of;
  const [inUse, delayed] = [counts.inUse[station], counts.delayed[station]];
  const [long, waiting] = [counts.delayedOverWeek[station], counts.waiting[station]];
  const parts: Part[] = [];
  const isRow = box.style !== 'box';
  // Where everybody is delayed, saying it once is enough.
  if (!isUnlimited) parts.push({ measure: 'in-use', text: inUseWords(box, counts), people: inUse });
  else if (delayed < inUse || inUse === 0) parts.push({ measure: 'in-use', text: people(inUse), people: inUse });
  if (delayed > 0) parts.push({ measure: 'delayed', text: `${say(delayed)} delayed`, people: delayed });
  if (long > 0 && !isRow) parts.push({ measure: 'over-week', text: `${say(long)} over 7 days`, people: long });
  if (waiting > 0) parts.push({ measure: 'waiting', text: `${say(waiting)} waiting`, people: waiting });
  return parts;
}

/** A box has a corner for the word FULL; a row says it here, and one of one line in the fewest letters. */
function inUseWords(box: Box, counts: Counts): string {
  const [inUse, places] = [counts.inUse[box.of.station], counts.places[box.of.station]].map(say);
  const isFull = isFullAt(box, counts);
  if (box.style === 'one line') return isFull ? `${inUse} FULL` : `${inUse}/${places}`;
  return `${inUse} of ${places}${isFull && box.style === 'two lines' ? ' FULL' : ''}`;
}

/** Of all services of a locality together. */
function localityParts({ of }: Box, counts: Counts): Part[] {
  const all = (column: Int32Array) => sum(of.members!, (member) => column[member.station]);
  const [inUse, delayed, waiting] = [all(counts.inUse), all(counts.delayed), all(counts.waiting)];
  return [
    { measure: 'in-use', text: people(inUse), people: inUse },
    ...(delayed > 0 ? [{ measure: 'delayed', text: `${say(delayed)} delayed`, people: delayed }] : []),
    ...(waiting > 0 ? [{ measure: 'waiting', text: `${say(waiting)} waiting`, people: waiting }] : []),
  ];
}

/** Only the first is bold. */
function linePx([first, ...rest]: Part[], fontPx: number): number {
  const others = rest.map(({ text }) => ` · ${text}`).join('');
  return (first ? textPx(first.text, fontPx) : 0) + textPx(others, fontPx, 'regular');
}

/** Those that fit on one line, and at least the first; of the others the one of fewest people gives way. */
function fitting(parts: Part[], room: number, fontPx: number): Part[] {
  let some = parts;
  while (some.length > 1 && linePx(some, fontPx) > room) {
    const fewest = minIndex(some.slice(1), (part) => part.people) + 1;
    some = some.filter((_, i) => i !== fewest);
  }
  return some;
}
