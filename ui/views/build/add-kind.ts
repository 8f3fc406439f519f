// A service of a kind added to the drawing: by a button where there is room, or dragged from the button to its place.
import { addStation, type Point } from '../../model/draft/add.ts';
import type { Draft } from '../../model/draft/draft.ts';
import { drawn } from '../../state/draft.ts';
import { firstLabel, labelOf } from '../../words/draft.ts';
import { freePlace } from './places.ts';

/** What a dragged button carries. */
export const KIND = 'application/x-onward-kind';

export function addKind(draft: Draft, kind: string, at: Point = freePlace(draft, kind)): void {
  const { draft: next, added } = addStation(draft, kind, firstLabel(kind), at);
  drawn.edit(next, `Added: ${labelOf(next, added!)}.`, added);
}
