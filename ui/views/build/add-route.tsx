// Another route from one service or stream, drawn without a pointer: only routes that can be drawn are offered.
import { useId, useState } from 'react';
import { flushSync } from 'react-dom';
import { addRoute, canStartAtNeed } from '../../model/draft/add.ts';
import { NEED, partsOf, type Draft } from '../../model/draft/draft.ts';
import { drawnRoutes } from '../../model/draft/routes.ts';
import { drawn } from '../../state/draft.ts';
import { labelOf, sayDrawn, WHERE_NEEDED } from '../../words/draft.ts';

interface AddRouteProps {
  readonly draft: Draft;
  /** The stream, service or need that the route comes from, by its path. */
  readonly owner: string;
}

export function AddRoute({ draft, owner }: AddRouteProps) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const choices = choicesFrom(draft, owner);
  const isStart = owner.startsWith('streams.');
  if (choices.length === 0)
    return Object.keys(draft.stations).some((one) => `stations.${one}` !== owner) ? null : (
      <p className="small">Add {isStart ? 'a' : 'another'} service first: a route leads to one.</p>
    );
  // Of several none is chosen beforehand, so that a first letter finds the first service that begins with it.
  const only = choices.length === 1 ? choices[0][0] : '';
  const to = choices.some(([one]) => one === chosen) ? chosen : only;
  return (
    <p className="build-add">
      <label htmlFor={id}>{isStart ? 'Start at' : 'Route to'}</label>{' '}
      <select id={id} value={to} onChange={(event) => setChosen(event.target.value)}>
        {only === '' && <option value="">choose</option>}
        {choices.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>{' '}
      <button
        type="button"
        disabled={to === ''}
        onClick={() => {
          const result = addRoute(draft, owner, to);
          flushSync(() => drawn.edit(result.draft, sayDrawn(draft, owner, to, result.added)));
          // To choose the next, if there is another.
          document.getElementById(id)?.focus();
        }}
      >
        Draw this route
      </button>
    </p>
  );
}

/** Services first, in the document's order. */
function choicesFrom(draft: Draft, owner: string): readonly (readonly [to: string, label: string])[] {
  const there = new Set(drawnRoutes(draft).flatMap((route) => (route.owner === owner ? [route.to] : [])));
  const [family, id] = partsOf(owner);
  // As long as nobody needs anything it leads nowhere.
  const canLeadToNeed =
    !there.has(NEED) &&
    ((family === 'stations' && Object.keys(draft.needs).length > 0) ||
      (family === 'streams' && canStartAtNeed(draft, id)));
  return [
    ...Object.keys(draft.stations)
      .filter((one) => `stations.${one}` !== owner && !there.has(one))
      .map((one) => [one, labelOf(draft, `stations.${one}`)] as const),
    ...(canLeadToNeed ? [[NEED, WHERE_NEEDED] as const] : []),
  ];
}
