// The numbers of the day in a box: as many as its width holds, the most important first.
import { sum } from 'd3';
import type { Counts } from '../state/counts.ts';
import type { Box } from './layout/box.ts';
import { textPx } from './layout/wrap.ts';

export interface Part {
  readonly measure: string;
  readonly text: string;
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
    const text = `${say(counts.left[of.station])} so far`;
    return [{ measure: 'left', text: textPx(text, fontPx) <= room ? text : say(counts.left[of.station]) }];
  }
  const parts = stationParts(box, counts);
  if (style === 'two lines') return fitting(parts, room, fontPx);
  if (style === 'one line')
    return fitting(parts, room - textPx(box.nameLines[0], fontPx, 'regular') - fontPx * 0.5, fontPx);
  const widest = (some: Part[]) => {
    const line = (each: Part[]) => textPx(each.map((part) => part.text).join(' · '), fontPx);
    return box.stacked ? Math.max(line(some.slice(0, 1)), line(some.slice(1))) : line(some);
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
  if (!isUnlimited) parts.push({ measure: 'in-use', text: inUseWords(box, counts) });
  else if (delayed < inUse || inUse === 0) parts.push({ measure: 'in-use', text: people(inUse) });
  if (delayed > 0) parts.push({ measure: 'delayed', text: `${say(delayed)} delayed` });
  if (long > 0 && !isRow) parts.push({ measure: 'over-week', text: `${say(long)} over 7 days` });
  if (waiting > 0) parts.push({ measure: 'waiting', text: `${say(waiting)} waiting` });
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
  const [delayed, waiting] = [all(counts.delayed), all(counts.waiting)];
  return [
    { measure: 'in-use', text: people(all(counts.inUse)) },
    ...(delayed > 0 ? [{ measure: 'delayed', text: `${say(delayed)} delayed` }] : []),
    ...(waiting > 0 ? [{ measure: 'waiting', text: `${say(waiting)} waiting` }] : []),
  ];
}

/** The first that fit on one line, and at least the first. */
function fitting(parts: Part[], room: number, fontPx: number): Part[] {
  const some = [...parts];
  while (some.length > 1 && textPx(some.map((part) => part.text).join(' · '), fontPx) > room) some.pop();
  return some;
}
