// The watched run: the one replication on the map, with its document, its timeline and its map, ready to be looked at. Two of them
// can be watched side by side; the playhead is theirs in common.
import { createStore } from 'zustand/vanilla';
import type { Model, RunRequest, WorkReply } from '../../engine/index.ts';
import { timelineInSteps, type Timeline } from '../playback/timeline.ts';
import { mapOf, type SceneMap } from '../shown/map.ts';
import { setRange } from './playhead.ts';

export type WatchedReply = Extract<WorkReply, { type: 'watched' }>;

interface Asked {
  /** Which of the simulated years it is, and of what. */
  readonly replication: number;
  readonly request: RunRequest;
}

export interface WatchedRun extends Omit<WatchedReply, 'type' | 'id'>, Asked {
  readonly model: Model;
  readonly timeline: Timeline;
  readonly map: SceneMap;
}

/** So long at once at first, which is enough for all but a county; then in slices between frames. */
const [FIRST_MS, SLICE_MS] = [40, 8];

const keyOf = ({ replication, request }: Asked): string => JSON.stringify([replication, request]);

interface State {
  readonly run: WatchedRun | null;
  /** What is shown is of the settings before; the run of these is on its way. */
  readonly isBehind: boolean;
}

interface Making {
  isWanted(): boolean;
  /** Spent at once, before the first pause. */
  readonly firstMs: number;
  /** For the keyframes of its timeline. */
  readonly mostBytes?: number;
}

/** A reply of the workers with its timeline and its map, made in slices between frames as long as it is wanted. */
export function makeReady(
  { trace, people, values, keys, network, gates, replication, request }: WatchedReply & Asked,
  model: Model,
  done: (run: WatchedRun) => void,
  { isWanted, firstMs, mostBytes }: Making,
): void {
  const steps = timelineInSteps({ trace, network, people: people.need.length }, mostBytes);
  function goOn(milliseconds: number): void {
    if (!isWanted()) return;
    const until = performance.now() + milliseconds;
    let step = steps.next();
    while (!step.done && performance.now() < until) step = steps.next();
    if (!step.done) return void setTimeout(goOn, 0, SLICE_MS);
    const timeline = step.value;
    const map = mapOf(model, network, timeline);
    done({ trace, people, values, keys, network, gates, replication, request, model, timeline, map });
  }
  goOn(firstMs);
}

export function createWatched() {
  const store = createStore<State>(() => ({ run: null, isBehind: false }));
  let wanted = '';
  /** The newest run asked to be shown; an older one that is still being made ready gives up. */
  let newest = 0;

  function show(run: WatchedRun): void {
    const { run: here, isBehind } = store.getState();
    const isWanted = keyOf(run) === wanted;
    // An answer that comes late does not take the place of what has been asked for since and is there.
    if (here && here.model === run.model && !isBehind && !isWanted) return;
    setRange(run.timeline.minDay, run.timeline.maxDay);
    store.setState({ run, isBehind: !isWanted });
  }

  return {
    ...store,

    /** What is asked for from now on. */
    expect(asked: Asked): void {
      wanted = keyOf(asked);
      const { run } = store.getState();
      store.setState({ isBehind: run !== null && keyOf(run) !== wanted });
    },

    /** The playhead stays on its day, so that a slider moved at day 83 is answered at day 83. */
    set(reply: WatchedReply & Asked, model: Model): void {
      const mine = ++newest;
      makeReady(reply, model, (run) => mine === newest && show(run), {
        isWanted: () => mine === newest,
        firstMs: FIRST_MS,
      });
    },

    /** One that was made ready before. */
    show(run: WatchedRun): void {
      newest++;
      show(run);
    },

    /** Another document: what was watched is of the one before, and must not be beside its numbers. */
    clear(): void {
      newest++;
      store.setState({ run: null, isBehind: false });
    },
  };
}

export const watched = createWatched();
