// The steps ahead: their runs are simulated while the speaker talks, the next first, so that no step shows an old map or has its finding still to come.
import { useEffect, useState } from 'react';
import type { Model } from '../../../engine/index.ts';
import { workers } from '../../session/session.ts';
import { keyOfQuestion, readyRuns } from '../../state/ready-runs.ts';
import { FIRST_REPLICATION } from '../../model/shown.ts';
import { results } from '../../state/results.ts';
import { requestOf, todayUnder, type Settings } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { weeks } from '../../state/weeks.ts';
import { makeReady } from '../../state/watched.ts';
import { subjectOf, TODAY } from '../../model/values.ts';
import type { WatchQuestion } from '../../session/watching.ts';
import { settingsFor, type Step } from '../../shown/story-steps.ts';
import { yearByRank } from '../../model/year-by-rank.ts';
import { findingsOf, type Piece } from './findings-ahead.ts';

/** Keyframes further apart than those of a map that is played back and forth: there may be ten of these. */
const KEYFRAMES_BYTES = 12e6;

/** Works for as long as a presentation is on the screen. Says whether all that can be known of the steps is ready. */
export function useStepsAhead(model: Model, steps: readonly Step[], at: number | undefined): boolean {
  const [isReady, setReady] = useState(false);
  const key = JSON.stringify(steps.map(({ option, conditions, picture, year }) => [option, conditions, picture, year]));
  useEffect(() => {
    let isOver = false;
    let cancel: (() => void) | undefined;
    let asked = '';
    const givenUp = new Set<string>();
    function goOn(): void {
      if (isOver) return;
      const inOrder = [...steps.slice(at ?? 0), ...steps.slice(0, at ?? 0).toReversed()];
      const { questions, isWhole } = questionsOf(model, inOrder);
      const wanted = questions.map(keyOfQuestion);
      const isMissing = (piece: Piece) => !givenUp.has(piece.key) && !piece.isThere();
      const isAtRest = results.getState().status !== 'sharpening' && weeks.getState().isDone;
      const maps = questions.map((question) => mapOf(model, question, wanted)).filter(isMissing);
      const findings = findingsOf(model, inOrder).filter(isMissing);
      setReady(isWhole && maps.length + findings.length === 0);
      // What is on the screen is worked out already.
      const next = maps[0] ?? (isAtRest ? findings[0] : undefined);
      if (next?.key === asked) return;
      cancel?.();
      asked = next?.key ?? '';
      cancel = next?.work((isGivenUp) => {
        if (isGivenUp) givenUp.add(next.key);
        if (asked === next.key) asked = '';
        goOn();
      });
      if (!cancel) asked = '';
    }
    // Conditions, the seed and how the years rank decide which runs they are.
    const stops = [
      settings.subscribe(goOn),
      results.subscribe((now, before) => now.status !== before.status && goOn()),
      weeks.subscribe((now, before) => now.isDone !== before.isDone && goOn()),
    ];
    goOn();
    return () => {
      isOver = true;
      cancel?.();
      stops.forEach((stop) => stop());
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the runs of the steps, not the list of them
  }, [model, key, at]);
  useEffect(() => () => readyRuns.clear(), [model]);
  return isReady;
}

/** Its run, to be watched. */
function mapOf(model: Model, question: WatchQuestion, wanted: readonly string[]): Piece {
  return {
    key: keyOfQuestion(question),
    isThere: () => readyRuns.find(question) !== undefined,
    work(over) {
      let isWanted = true;
      const stop = workers()?.ask(
        question,
        {
          reply(reply) {
            if (reply.type === 'refused') over(true);
            if (reply.type !== 'watched') return;
            const run = { ...reply, replication: question.replication, request: question.run };
            makeReady(run, model, (ready) => over(!readyRuns.keep(question, ready, wanted)), {
              isWanted: () => isWanted,
              firstMs: 0,
              mostBytes: KEYFRAMES_BYTES,
            });
          },
          // A person who reaches that step asks again, and gets the message.
          failed: () => over(true),
        },
        1, // the map's worker is the other one
      );
      return () => {
        isWanted = false;
        stop?.();
      };
    },
  };
}

/** In the order of these steps, each run once. Not whole while a year is still to be chosen by its rank. */
function questionsOf(model: Model, steps: readonly Step[]) {
  const { present } = settings.getState();
  const found = new Map<string, WatchQuestion>();
  let isWhole = true;
  for (const step of steps) {
    if (step.picture === 'year' || step.picture === 'words') continue;
    const isPair = step.picture === 'both' || (step.picture === 'ground' && step.option !== TODAY);
    const wanted = settingsFor(model, step, present);
    const replication = replicationOf(model, step, wanted);
    if (replication === undefined) isWhole = false;
    else
      for (const run of [requestOf(wanted), ...(isPair ? [todayUnder(wanted)] : [])]) {
        const question: WatchQuestion = { type: 'watch', model, run, seed: wanted.seed, replication };
        found.set(keyOfQuestion(question), question);
      }
  }
  return { questions: [...found.values()], isWhole };
}

function replicationOf(model: Model, { year }: Step, wanted: Settings): number | undefined {
  if (year === undefined) return FIRST_REPLICATION;
  const { station, measure } = subjectOf(model);
  const years = results.yearsOfToday(wanted, station, measure);
  return years.length < wanted.replications ? undefined : (yearByRank(years, year) ?? FIRST_REPLICATION);
}
