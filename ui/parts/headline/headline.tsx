// The finding in one sentence, its range, and how far the answer has come; read out once it has settled.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { hasAverages, type Model } from '../../../engine/index.ts';
import { LazyView } from '../../ground/lazy-view.tsx';
import { isCompared } from '../../shown/numbers.ts';
import { results } from '../../state/results.ts';
import { isByWeeks, toldOfShown, weeks } from '../../state/weeks.ts';
import { subjectOf } from '../../model/values.ts';
import { LIMIT, sayProgress } from '../../words/headline.ts';
import type * as OfWeeks from '../../words/weeks.ts';
import { useLasting } from '../../ground/use-lasting.ts';
import { findingOf, whatIsShown } from '../../state/what-is-shown.ts';
import './headline.css';

const loadWorlds = () => import('../worlds/worlds-line.tsx').then(({ WorldsLine }) => WorldsLine);
const loadStop = () => import('./stop-here.tsx').then(({ StopHere }) => StopHere);

/** A sentence with more letters than this is set smaller, so that the map keeps its room. */
const LONG = 150;

export function Headline({ model, isFirstVisit }: { readonly model: Model; readonly isFirstVisit: boolean }) {
  const state = useStore(results);
  const { shown, status, isForPrevious } = state;
  const { station, measure } = subjectOf(model);
  const told = useStore(weeks);
  const byWeeks = isByWeeks(told);
  const found = findingOf(model, state);
  const { row } = found;
  const byWeek = toldOfShown(told);
  const isUnsettled = byWeek !== undefined && !hasAverages(byWeek.settling);
  const words = useWordsOfWeeks(isUnsettled);
  const unsettled = byWeek && shown && words?.sayUnsettled(model, whatIsShown(model, state), byWeek);
  const finding = unsettled ?? found.finding;
  const kind = unsettled ? 'unsettled' : found.kind;
  const isMoved = kind === 'difference' && Object.keys(shown?.settings.set ?? {}).length > 0;
  const done = shown?.replications ?? 0;
  const isLong = useLasting(status === 'sharpening');
  const settled = useSettled(
    status === 'done' && !isForPrevious && told.isDone && (!isUnsettled || words !== undefined),
    `${finding.sentence}, ${finding.range}.`,
  );

  return (
    <section className={isForPrevious ? 'headline previous' : 'headline'} aria-label="The finding">
      <h1
        className={finding.sentence.length > LONG ? 'long' : undefined}
        data-row={`${station}/${measure}/mean/all`}
        data-kind={kind}
        data-value={row?.value ?? undefined}
        data-low={row?.ciLow ?? undefined}
        data-high={row?.ciHigh ?? undefined}
      >
        {finding.sentence}
      </h1>
      <p>
        {finding.range !== '' && (
          <span>
            {/* What is needed and what there is stands below, and so do the weeks. */}
            {unsettled ? words?.NO_AVERAGE : finding.range}
            {isMoved && ', as if it had always been so'} ·{' '}
          </span>
        )}
        <span className="progress">
          {isForPrevious
            ? 'for the previous setting…'
            : status !== 'refused' && sayProgress(done, state.asked, model.calendar.runDays)}
        </span>{' '}
        <progress max={Math.max(1, state.asked)} value={isForPrevious ? 0 : done} aria-label="Simulated runs done" />
        {isLong && <LazyView load={loadStop} />}
      </p>
      {isCompared(shown) && <LazyView load={loadWorlds} />}
      {!unsettled && <p className="limit">{LIMIT}</p>}
      <button type="button" className="by-weeks" aria-pressed={byWeeks} onClick={() => weeks.choose(!byWeeks)}>
        By weeks
      </button>
      {isFirstVisit && (
        <p className="welcome">
          <b>Move a slider.</b>
        </p>
      )}
      <output className="hidden">{settled}</output>
    </section>
  );
}

/** Fetched once something does not settle: a first visit does without them. */
function useWordsOfWeeks(isWanted: boolean): typeof OfWeeks | undefined {
  const [words, setWords] = useState<typeof OfWeeks>();
  useEffect(() => {
    // Without them it is said in fewer words.
    if (isWanted) import('../../words/weeks.ts').then(setWords, () => {});
  }, [isWanted]);
  return words;
}

/** The last sentence that was true when everything had come: a screen reader does not read every step on the way. */
function useSettled(isSettled: boolean, sentence: string): string {
  const [settled, setSettled] = useState('');
  if (isSettled && settled !== sentence) setSettled(sentence);
  return settled;
}
