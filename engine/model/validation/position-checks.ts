// Checks where stations are drawn: no two at one point, where one would hide the other.
import type { Model } from '../document.ts';
import { warning, type Problem } from '../../ground/problem.ts';

export function positionProblems({ stations }: Model): Problem[] {
  const first = new Map<string, string>();
  return Object.entries(stations).flatMap(([id, { position }]): Problem[] => {
    if (position === undefined) return [];
    const point = `${position.x} ${position.y}`;
    const other = first.get(point);
    if (other === undefined) {
      first.set(point, id);
      return [];
    }
    const found = `x ${position.x} and y ${position.y}, where ${other} is drawn`;
    return [
      warning(`stations.${id}.position`, found, 'a point of its own', 'One hides the other: move one of the two.'),
    ];
  });
}
