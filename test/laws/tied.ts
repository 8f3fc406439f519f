// Generated models in which many things happen at one moment: every time is a multiple of a quarter of a day, and some have no patience.
import type { Piece } from './some-model.ts';

const isPiece = (value: unknown): value is Piece =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const quarters = (days: number): number => Math.max(1, Math.round(days * 4)) / 4;

/** The same document with random stays, intervals and preparation fixed; with `impatient`, every patience there is becomes 0. */
export function tied(document: Piece, impatient: boolean): Piece {
  // An endless backlog of people who give up at once would never let time pass.
  const { backlog: _, ...streams } = document.streams as Piece;
  return atQuarters({ ...document, streams }, impatient) as Piece;
}

function atQuarters(value: unknown, impatient: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => atQuarters(one, impatient));
  if (!isPiece(value)) return value;
  const { shape, meanDays, meanHours } = value;
  if (shape === 'exponential' && (typeof meanDays === 'number' || typeof meanHours === 'number'))
    return { shape: 'fixed', days: quarters(Number(meanDays ?? Number(meanHours) / 24)) };
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'patience' && impatient && isPiece(inner)
        ? { ...inner, stay: { shape: 'fixed', days: 0 } }
        : atQuarters(inner, impatient),
    ]),
  );
}
