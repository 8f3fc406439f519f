// A view of the open model: the option on the screen, the finding with its range, and what the view adds.
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { useHeadingFocus } from '../heading-focus.ts';
import { OptionsMenu } from '../menus/options-menu.tsx';
import { StopAt } from '../headline/stop-here.tsx';
import { findingOf, whatIsShown } from '../../state/what-is-shown.ts';
import { addressOf, route } from '../../address/route.ts';
import { isCompared } from '../../shown/numbers.ts';
import type { Shown } from '../../model/shown.ts';
import { results, type ResultsState } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { toldOfShown, weeks } from '../../state/weeks.ts';
import { LIMIT, sayProgress, sentenceOf, type Finding } from '../../words/headline.ts';
import { sayUnsettled } from '../../words/weeks.ts';
import './beside.css';

export interface Told {
  readonly model: Model;
  readonly shown: Shown;
  /** What is on the screen, by name. */
  readonly what: string;
}

interface ModelViewProps {
  readonly title: string;
  /** Undefined where there is nothing to tell. */
  readonly finding: (told: Told) => Finding | undefined;
  /** More that stays attached to the finding. */
  readonly limit?: string;
  readonly children: (told: Told) => React.ReactNode;
}

export function ModelView({ title, finding, limit, children }: ModelViewProps) {
  const heading = useHeadingFocus();
  const model = useStore(settings, (s) => s.model);
  const canUndo = useStore(settings, (s) => s.past.length > 0);
  const state = useStore(results);
  const { shown, status, isForPrevious } = state;
  const told = model && shown && { model, shown, what: whatIsShown(model, state, isCompared(shown)) };
  return (
    <div className="beside" data-status={status}>
      <div className="beside-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {model && <OptionsMenu model={model} />}
        <div className="beside-do">
          {canUndo && (
            <button type="button" onClick={settings.undo}>
              Undo
            </button>
          )}
          <a href={addressOf('explore', route.getState())}>Change more in Explore</a>
        </div>
      </div>
      {told ? (
        <div className={isForPrevious ? 'beside-told previous' : 'beside-told'}>
          <Headline {...told} finding={finding(told)} state={state} limit={limit} />
          {children(told)}
          <footer>
            <p>{told.model.about}</p>
          </footer>
        </div>
      ) : (
        <p>{status === 'failed' ? '' : 'Simulating…'}</p>
      )}
    </div>
  );
}

interface HeadlineProps extends Told {
  readonly finding: Finding | undefined;
  readonly state: ResultsState;
  readonly limit: string | undefined;
}

function Headline({ model, shown, what, finding, state, limit }: HeadlineProps) {
  const byWeek = toldOfShown(useStore(weeks));
  const unsettled = byWeek && sayUnsettled(model, what, byWeek);
  const waiting = findingOf(model, state).finding;
  const done = shown.replications;
  const { isForPrevious, asked } = state;
  if (!finding) return null;
  return (
    <section className="beside-finding" aria-label="The finding">
      <h2>{finding.sentence}</h2>
      <p>
        {finding.range !== '' && `${finding.range} · `}
        <span className="progress">
          {isForPrevious ? 'for the previous setting…' : sayProgress(done, asked, model.calendar.runDays)}
        </span>{' '}
        <progress max={Math.max(1, asked)} value={isForPrevious ? 0 : done} aria-label="Simulated years done" />
        <StopAt done={isForPrevious ? 0 : done} asked={asked} />
      </p>
      {waiting.sentence !== finding.sentence && (
        <p className="waiting">
          {sentenceOf({ ...waiting, sentence: capital(waiting.sentence.replace(`${what}: `, '')) })}
        </p>
      )}
      {unsettled && (
        <p className="unsettled">
          <b>{unsettled.sentence}.</b> An average depends on how long the run is, and so does every number below.
        </p>
      )}
      <p className="limit small">
        {limit} {LIMIT}
      </p>
    </section>
  );
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the colours and marks of the bars below are. */
export function Key({
  shown,
  stretches = [],
}: {
  readonly shown: Shown;
  readonly stretches?: readonly [string, string][];
}) {
  const swatch = (of: string) => (
    <span className="swatch bar" aria-hidden="true">
      <span className="stretch" data-of={of} style={{ width: '100%' }} />
    </span>
  );
  return (
    <p className="bars-key">
      {isCompared(shown) && (
        <span>
          <span className="swatch bar today" aria-hidden="true">
            <span className="stretch" data-of="plain" style={{ width: '100%' }} />
          </span>{' '}
          above: today
        </span>
      )}
      {stretches.map(([of, name]) => (
        <span key={of}>
          {swatch(of)} {name}
        </span>
      ))}
      <span>
        <span className="swatch bar" aria-hidden="true">
          <span className="whisker" style={{ left: 0, width: '100%' }} />
        </span>{' '}
        likely range
      </span>
    </p>
  );
}
