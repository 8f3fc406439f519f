// The outlines of marks: one shape for each need, on the map and in its key, centred and `radius` from the middle to each side.
import type { Look } from './palette.ts';

const outlines: Record<Look['shape'], (r: number) => string> = {
  square: (r) => `M${-r},${-r}H${r}V${r}H${-r}Z`,
  diamond: (r) => `M0,${-r}L${r},0L0,${r}L${-r},0Z`,
  disc: (r) => `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0Z`,
  peak: (r) => `M0,${-0.9 * r}L${1.04 * r},${0.9 * r}H${-1.04 * r}Z`,
  /** To the right, its sides all but equal. */
  arrow: (r) => `M${0.9 * r},0L${-0.9 * r},${1.04 * r}V${-1.04 * r}Z`,
};

export const outlineOf = (shape: Look['shape'], radius: number): string => outlines[shape](radius);
