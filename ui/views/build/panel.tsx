// The side panel: what is selected, what is missing in it, and everything about it to type; without a selection, the model itself.
import { flushSync } from 'react-dom';
import type { Problem } from '../../../engine/index.ts';
import { partsOf } from '../../model/draft/draft.ts';
import { routeParts } from '../../model/draft/routes.ts';
import { drawn } from '../../state/draft.ts';
import { kindCalled, labelOf, ownerOfProblem, sayMissing, saySelected } from '../../words/draft.ts';
import { cut } from './cut.ts';
import { ModelForm } from './model-form.tsx';
import { NeedForm } from './need-form.tsx';
import { RoutesFrom } from './routes-from.tsx';
import { StationForm } from './station-form.tsx';
import { StreamForm } from './stream-form.tsx';
import { isError, type Drawing } from './use-drawing.ts';

interface PanelProps {
  readonly drawing: Drawing;
  readonly selected: string | undefined;
  /** What lacks it is selected: to its place here. */
  readonly onMend: (path: string) => void;
}

export function Panel({ drawing, selected, onMend }: PanelProps) {
  const { draft, problems } = drawing;
  const isRoute = selected?.includes('>') ?? false;
  // A need's route is the need.
  const [owner] = selected === undefined ? [undefined] : isRoute ? routeParts(selected) : [selected];
  const isNeedsRoute = isRoute && owner!.startsWith('needs.');
  const what = isNeedsRoute ? owner : selected;
  const isOnlyRoute = isRoute && !isNeedsRoute;
  const ofOwner = problems.filter((problem) => ownerOfProblem(problem) === owner);
  const here = ofOwner.filter((problem) => !isShownBelow(problem, owner) && (!isOnlyRoute || isOfRoutes(problem)));
  const elsewhere = isOnlyRoute ? ofOwner.filter((problem) => isError(problem) && !isOfRoutes(problem)) : [];
  return (
    <section className="build-panel" aria-label="What is selected" data-selected={selected ?? ''}>
      <div className="build-panel-head">
        <h2>{what === undefined ? 'The model' : saySelected(draft, what)}</h2>
        <span className="small">{kindOf(drawing, what)}</span>
        {what !== undefined && (
          <button type="button" onClick={() => drawn.select(undefined)}>
            Close
          </button>
        )}
      </div>
      {here.length > 0 && (
        <ul className="build-problems">
          {here.map((problem) => (
            <li key={problem.path + problem.found} className={isError(problem) ? 'build-lacks' : 'small'}>
              {sayMissing(draft, problem)}
            </li>
          ))}
        </ul>
      )}
      {elsewhere.length > 0 && (
        <p>
          {elsewhere.length} {elsewhere.length === 1 ? 'thing is' : 'things are'} missing where this route begins:{' '}
          <button
            type="button"
            onClick={() => {
              flushSync(() => drawn.select(owner));
              onMend(elsewhere[0].path);
            }}
          >
            Go to “{labelOf(draft, owner!)}”
          </button>
        </p>
      )}
      <Form key={what ?? ''} drawing={drawing} what={what} />
      {what !== undefined && (
        <div className="actions">
          <button type="button" onClick={() => cut(draft, what)}>
            Remove {isOnlyRoute ? 'this route' : `“${saySelected(draft, what)}”`}
          </button>
        </div>
      )}
    </section>
  );
}

/** What is said where it can be mended. */
const isShownBelow = (problem: Problem, owner: string | undefined): boolean =>
  owner !== undefined && isError(problem) && /\.(beds|staff|places|share|arrivalsPerDay|stay|next)$/.test(problem.path);

/** What can be mended where only the routes of a service, or of people who come, are to be seen. */
const isOfRoutes = ({ path }: Problem): boolean => /\.(next|startsAt)(\.|$)/.test(path);

function kindOf({ draft }: Drawing, what: string | undefined): string {
  if (what === undefined) return '';
  if (what.includes('>')) return 'route';
  const [family, id] = partsOf(what);
  if (family === 'stations') return kindCalled(draft.stations[id].kind).toLowerCase();
  return family === 'streams' ? 'people who come' : 'need';
}

function Form({ drawing, what }: { readonly drawing: Drawing; readonly what: string | undefined }) {
  if (what === undefined) return <ModelForm drawing={drawing} />;
  if (what.includes('>')) return <RoutesFrom drawing={drawing} owner={routeParts(what)[0]} />;
  const [family, id] = partsOf(what);
  if (family === 'stations') return <StationForm drawing={drawing} id={id} />;
  if (family === 'streams') return <StreamForm drawing={drawing} id={id} />;
  return <NeedForm drawing={drawing} id={id} />;
}
