// Explore opens on a typical year, at the day nearest the average, unless a link says otherwise or the user acts before it is known.
import type { Model } from '../../engine/index.ts';
import { rowOf } from '../shown/numbers.ts';
import { waitingIn } from '../playback/waiting.ts';
import { route } from '../address/route.ts';
import { followed } from '../state/followed.ts';
import { playhead, seek } from '../state/playhead.ts';
import { results } from '../state/results.ts';
import { settings } from '../state/settings.ts';
import { staged } from '../state/staged.ts';
import { watched } from '../state/watched.ts';
import { subjectOf } from '../model/values.ts';
import { chooseYear } from './choose-year.ts';
import { typicalDay } from '../playback/typical-day.ts';

/** Once for the first numbers, in whatever year is there; once more when all years are, and the typical one can be chosen. */
export function openTypical(model: Model): void {
  const subject = subjectOf(model);
  const { present } = settings.getState();
  const { playing } = playhead.getState();
  let { jumps } = playhead.getState();
  let { replication } = staged.getState();
  let [isSought, isChosen, isOurs] = [false, false, false];
  const stops: (() => void)[] = [];

  function isTakenOver(): boolean {
    const head = playhead.getState();
    const { model: here, present: now } = settings.getState();
    const isElsewhere = here !== model || now !== present || route.getState().view !== 'explore';
    const isMoved = head.jumps !== jumps || head.playing !== playing || staged.getState().replication !== replication;
    return isElsewhere || isMoved || followed.getState().person !== undefined;
  }
  function goOn(): void {
    if (isOurs) return;
    if (isTakenOver()) return stops.forEach((stop) => stop());
    const { shown, status } = results.getState();
    if (status === 'done' && !isChosen) {
      isChosen = true;
      isSought = false;
      ourselves(() => chooseYear(model, 'typical'));
      ({ replication } = staged.getState());
    }
    const { run, isBehind } = watched.getState();
    const mean = rowOf(shown?.today, subject.station, subject.measure)?.value ?? Number.NaN;
    const isThere = run?.model === model && run.replication === replication && !isBehind;
    if (isSought || !isThere || Number.isNaN(mean)) return;
    isSought = true;
    ourselves(() => seek(typicalDay(run.timeline, (world) => waitingIn(run.network, subject, world), mean)));
    ({ jumps } = playhead.getState());
    if (isChosen) stops.forEach((stop) => stop());
  }
  /** What is done here is nobody's taking over. */
  function ourselves(act: () => void): void {
    isOurs = true;
    act();
    isOurs = false;
  }

  for (const { subscribe } of [results, watched, settings, staged, playhead, followed, route])
    stops.push(subscribe(goOn));
  goOn();
}
