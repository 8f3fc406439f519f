// The routes from one service or stream, each with the share of people who go that way, and another route without a pointer.
import { Fragment, useId, useState } from 'react';
import { addRoute } from '../../model/draft/add.ts';
import { NEED, type Draft } from '../../model/draft/draft.ts';
import { drawnRoutes } from '../../model/draft/routes.ts';
import { restOfShares } from '../../model/draft/rest-of-shares.ts';
import { writeNumber } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { labelOf, WHERE_NEEDED } from '../../words/draft.ts';
import { nameOfNumber } from '../../words/numbers/number-name.ts';
import { cut } from './cut.ts';
import { Lacking } from './lacking.tsx';
import { NumberRow } from './number-row.tsx';
import type { Drawing } from './use-drawing.ts';

interface RoutesFromProps {
  readonly drawing: Drawing;
  readonly owner: string;
}

const SHARE = { title: 'Share of people who go this way', unit: 'share', dated: true };

export function RoutesFrom({ drawing, owner }: RoutesFromProps) {
  const { draft, facts } = drawing;
  const routes = drawnRoutes(draft).filter((route) => route.owner === owner);
  const isOneOfSeveral = routes.length > 1;
  return (
    <fieldset data-path={`${owner}.next`}>
      <legend>{owner.startsWith('streams.') ? 'They start at' : 'From here people go to'}</legend>
      <Lacking drawing={drawing} path={`${owner}.next`} />
      {routes.map((route) => {
        const to = labelOf(draft, route.to === NEED ? NEED : `stations.${route.to}`);
        const shares = route.ways.map((way) => `${way}.share`).filter((path) => facts.has(path) || isOneOfSeveral);
        return (
          <div key={route.id} className="build-route">
            <span>{to}</span>
            <button type="button" className="quiet" onClick={() => cut(draft, route.id)}>
              Remove<span className="hidden"> the route to {to}</span>
            </button>
            {shares.map((path) => (
              <Fragment key={path}>
                <NumberRow
                  drawing={drawing}
                  path={path}
                  label={shares.length === 1 ? `Share to ${to}` : nameOfNumber(draft, path, SHARE.title).what}
                  facts={facts.get(path) ?? SHARE}
                />
                <TheRest draft={draft} path={path} to={to} />
              </Fragment>
            ))}
          </div>
        );
      })}
      <AddRoute drawing={drawing} owner={owner} />
    </fieldset>
  );
}

interface TheRestProps {
  readonly draft: Draft;
  readonly path: string;
  readonly to: string;
}

/** Where the other shares are typed: whoever goes none of those ways, at one press. */
function TheRest({ draft, path, to }: TheRestProps) {
  const rest = restOfShares(draft, path);
  if (rest === undefined) return null;
  const said = `${Number((rest * 100).toPrecision(12))} %`;
  return (
    <button
      type="button"
      className="quiet"
      onClick={() => drawn.edit(writeNumber(draft, path, rest), `Share to ${to}: ${said}.`)}
    >
      The rest, {said}
      <span className="hidden"> to {to}</span>
    </button>
  );
}

function AddRoute({ drawing: { draft }, owner }: RoutesFromProps) {
  const id = useId();
  const [chosen, setChosen] = useState('');
  const there = new Set(drawnRoutes(draft).flatMap((route) => (route.owner === owner ? [route.to] : [])));
  const choices = [
    ...Object.keys(draft.stations)
      .filter((one) => `stations.${one}` !== owner && !there.has(one))
      .map((one) => [one, labelOf(draft, `stations.${one}`)] as const),
    ...(there.has(NEED) || owner.startsWith('needs.') ? [] : [[NEED, WHERE_NEEDED] as const]),
  ];
  const to = choices.some(([one]) => one === chosen) ? chosen : choices[0]?.[0];
  if (to === undefined) return null;
  return (
    <p className="build-add">
      <label htmlFor={id}>{owner.startsWith('streams.') ? 'Start at' : 'Route to'}</label>{' '}
      <select id={id} value={to} onChange={(event) => setChosen(event.target.value)}>
        {choices.map(([one, label]) => (
          <option key={one} value={one}>
            {label}
          </option>
        ))}
      </select>{' '}
      <button
        type="button"
        onClick={() => {
          const [, label] = choices.find(([one]) => one === to)!;
          drawn.edit(addRoute(draft, owner, to).draft, `Drawn: ${labelOf(draft, owner)} to ${label}.`);
        }}
      >
        Draw this route
      </button>
    </p>
  );
}
