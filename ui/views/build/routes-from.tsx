// The routes from one service or stream, each with the share of people who go that way, and another route without a pointer.
import { Fragment } from 'react';
import { flushSync } from 'react-dom';
import { NEED, type Draft } from '../../model/draft/draft.ts';
import { drawnRoutes } from '../../model/draft/routes.ts';
import { restOfShares } from '../../model/draft/rest-of-shares.ts';
import { writeNumber } from '../../model/draft/write.ts';
import { drawn } from '../../state/draft.ts';
import { labelOf } from '../../words/draft.ts';
import { nameOfNumber } from '../../words/numbers/number-name.ts';
import { AddRoute } from './add-route.tsx';
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
    <fieldset data-path={`${owner}.next`} tabIndex={-1}>
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
      <AddRoute draft={draft} owner={owner} />
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
      onClick={({ currentTarget }) => {
        const row = currentTarget.closest('.build-route');
        flushSync(() => drawn.edit(writeNumber(draft, path, rest), `Share to ${to}: ${said}.`));
        // The button has gone with the question: to the number that it gave.
        row?.querySelector<HTMLElement>(`[data-path="${path}"] input`)?.focus();
      }}
    >
      The rest, {said}
      <span className="hidden"> to {to}</span>
    </button>
  );
}
