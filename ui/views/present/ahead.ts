// The steps ahead: their runs are simulated while the speaker talks, the next first, so that no step shows an old map.
import { useEffect, useState } from 'react';
import type { Model } from '../../../engine/index.ts';
import { workers } from '../../session/session.ts';
import { keyOfQuestion, readyRuns } from '../../state/ready-runs.ts';
import { FIRST_REPLICATION } from '../../model/shown.ts';
import { results } from '../../state/results.ts';
import { requestOf, todayUnder, type Settings } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { makeReady } from '../../state/watched.ts';
import { subjectOf, TODAY } from '../../model/values.ts';
import type { WatchQuestion } from '../../session/watching.ts';
import { settingsFor, type Step } from '../../shown/story-steps.ts';
import { yearByRank } from '../../model/year-by-rank.ts';

/** Keyframes further apart than those of a map that is played back and forth: there may be ten of these. */
const KEYFRAMES_BYTES = 12e6;

/** Simulates them for as long as a presentation is on the screen. Says whether all that can be known of them is ready. */
export function useStepsAhead(model: Model, steps: readonly Step[], at: number | undefined): boolean {
  const [isReady, setReady] = useState(false);
  const key = JSON.stringify(steps.map(({ option, conditions, picture, year }) => [option, conditions, picture, year]));
  useEffect(() => {
    let isOver = false;
    let cancel = () => {};
    let asked = '';
    const full = new Set<string>();
    function goOn(): void {
      if (isOver) return;
      const { questions, isWhole } = questionsOf(model, steps, at ?? 0);
      const wanted = questions.map(keyOfQuestion);
      const missing = questions.filter((one) => !readyRuns.find(one) && !full.has(keyOfQuestion(one)));
      setReady(isWhole && missing.length === 0);
      const [next] = missing;
      const nextKey = next === undefined ? '' : keyOfQuestion(next);
      if (nextKey === asked) return;
      cancel();
      asked = nextKey;
      const pool = workers();
      if (!next || !pool) return void (asked = '');
      const over = (isGivenUp: boolean) => {
        if (isGivenUp) full.add(nextKey);
        if (asked === nextKey) asked = '';
        goOn();
      };
      cancel = pool.ask(
        next,
        {
          reply(reply) {
            if (reply.type === 'refused') over(true);
            if (reply.type !== 'watched') return;
            const run = { ...reply, replication: next.replication, request: next.run };
            makeReady(run, model, (ready) => over(!readyRuns.keep(next, ready, wanted)), {
              isWanted: () => !isOver && asked === nextKey,
              firstMs: 0,
              mostBytes: KEYFRAMES_BYTES,
            });
          },
          // A person who reaches that step asks again, and gets the message.
          failed: () => over(true),
        },
        1, // the map's worker is the other one
      );
    }
    // Conditions, the seed and how the years rank decide which runs they are.
    const stops = [
      settings.subscribe(goOn),
      results.subscribe((now, before) => now.status !== before.status && goOn()),
    ];
    goOn();
    return () => {
      isOver = true;
      cancel();
      stops.forEach((stop) => stop());
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the runs of the steps, not the list of them
  }, [model, key, at]);
  useEffect(() => () => readyRuns.clear(), [model]);
  return isReady;
}

/** From this step on, then those before it; each run once. Not whole while a year is still to be chosen by its rank. */
export function questionsOf(model: Model, steps: readonly Step[], at: number) {
  const { present } = settings.getState();
  const found = new Map<string, WatchQuestion>();
  let isWhole = true;
  for (const step of [...steps.slice(at), ...steps.slice(0, at).toReversed()]) {
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
