// Going to a step: its option, conditions, picture and speed at once; its year and day as soon as the runs that decide them are there.
import type { Model } from '../../../engine/index.ts';
import { display } from '../../state/display.ts';
import { play, playhead, seek, setSpeed } from '../../state/playhead.ts';
import { FIRST_REPLICATION } from '../../model/shown.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { stage, staged } from '../../state/staged.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { subjectOf } from '../../model/values.ts';
import { chooseYear } from '../../session/choose-year.ts';
import { settingsFor, type Step } from '../../shown/story-steps.ts';
import { todayRun } from '../../session/today-run.ts';
import { waitingIn } from '../../playback/waiting.ts';
import { worstWeek } from '../../playback/worst-week.ts';

/** Gives up what the last step was still waiting for. */
let forget = (): void => {};

export function goTo(model: Model, steps: readonly Step[], at: number): void {
  const step = steps[at];
  if (!step) return;
  forget();
  const { present } = settings.getState();
  const wanted = settingsFor(model, step, present);
  if (wanted !== present) settings.become(wanted);
  stage({ step: at, picture: step.picture, spotlight: step.spotlight });
  if (step.daysPerSecond !== undefined) setSpeed(step.daysPerSecond);
  if (typeof step.day === 'number') goToDay(step.day);
  const stops: (() => void)[] = [];
  forget = () => stops.splice(0).forEach((stop) => stop());
  if (step.year === undefined) stage({ replication: FIRST_REPLICATION });
  const whenYear = () => {
    if (step.day === 'worst week') stops.push(when(todayRun.subscribe, () => goToWorstWeek(model)));
  };
  if (step.year === undefined) whenYear();
  else stops.push(when(results.subscribe, () => chooseYear(model, step.year!), whenYear));
}

/** Somebody has taken over: what a step was still waiting for must not move the picture under their hands. */
export const takeOver = (): void => forget();

/** The end of a run is nobody's wish to stop, so a step that begins before it plays on. */
function goToDay(day: number): void {
  const { playing, day: before, maxDay } = playhead.getState();
  const wasAtEnd = !playing && before >= maxDay;
  seek(day);
  if (wasAtEnd && !display.getState().isReduced && day < maxDay) play();
}

function goToWorstWeek(model: Model): boolean {
  const { run } = todayRun.getState();
  if (!run || !isWanted(run)) return false;
  goToDay(worstWeek(run.timeline, (world) => waitingIn(run.network, subjectOf(model), world)));
  return true;
}

/** A run asked for under other conditions, or of another year, may still be on the screen. */
function isWanted({ model, replication, request }: WatchedRun): boolean {
  const { model: here, present } = settings.getState();
  return (
    model === here &&
    replication === staged.getState().replication &&
    String(request.conditions) === String(present.conditions)
  );
}

/** Tries now, and at every change until it succeeds. */
function when(subscribe: (listener: () => void) => () => void, attempt: () => boolean, then = () => {}): () => void {
  if (attempt()) {
    then();
    return () => {};
  }
  const stop = subscribe(() => {
    if (!attempt()) return;
    stop();
    then();
  });
  return stop;
}
