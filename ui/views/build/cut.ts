// Removing from the drawing, wherever it is asked for: what went with it is said, and is one step to undo.
import type { Draft } from '../../model/draft/draft.ts';
import { remove } from '../../model/draft/remove.ts';
import { drawn } from '../../state/draft.ts';
import { sayRemoved, saySelected } from '../../words/draft.ts';

export function cut(draft: Draft, what: string): void {
  const { draft: next, went } = remove(draft, what);
  const isRoute = what.includes('>');
  const label = isRoute ? `the route from ${saySelected(draft, what)}` : `“${saySelected(draft, what)}”`;
  if (next === draft)
    return drawn.edit(draft, 'People must start somewhere: draw a route to where they start instead.');
  // The route itself, and the need itself, did not go with anything.
  const others = { ...went };
  if (isRoute) others.routes = Math.max(0, went.routes - 1);
  if (what.startsWith('needs.')) others.needs = Math.max(0, went.needs - 1);
  drawn.edit(next, sayRemoved(label, others), undefined);
}
