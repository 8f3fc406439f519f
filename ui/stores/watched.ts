// The watched run: the one replication on the map, with its document, its timeline and its map, ready to be looked at. Two of them
// can be watched side by side; the playhead is theirs in common.
import { createStore } from 'zustand/vanilla';
import type { Model, RunRequest, WorkReply } from '../../engine/index.ts';
import { timelineInSteps, type Timeline } from '../playback/timeline.ts';
import { mapOf, type SceneMap } from '../scene/map.ts';
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

export function createWatched() {
  const store = createStore<State>(() => ({ run: null, isBehind: false }));
  let wanted = '';
  /** The newest run asked to be shown; an older one that is still being made ready gives up. */
  let newest = 0;

  return {
    ...store,

    /** What is asked for from now on. */
    expect(asked: Asked): void {
      wanted = keyOf(asked);
      const { run } = store.getState();
      store.setState({ isBehind: run !== null && keyOf(run) !== wanted });
    },

    /** The playhead stays on its day, so that a slider moved at day 83 is answered at day 83. */
    set(
      { trace, people, values, keys, network, gates, replication, request }: WatchedReply & Asked,
      model: Model,
    ): void {
      const mine = ++newest;
      const steps = timelineInSteps({ trace, network, people: people.need.length });
      function goOn(milliseconds: number): void {
        if (mine !== newest) return;
        const until = performance.now() + milliseconds;
        let step = steps.next();
        while (!step.done && performance.now() < until) step = steps.next();
        if (step.done) show(step.value);
        else setTimeout(goOn, 0, SLICE_MS);
      }
      function show(timeline: Timeline): void {
        setRange(timeline.minDay, timeline.maxDay);
        const map = mapOf(model, network, timeline);
        store.setState({
          run: { trace, people, values, keys, network, gates, replication, request, model, timeline, map },
          isBehind: keyOf({ replication, request }) !== wanted,
        });
      }
      goOn(FIRST_MS);
    },

    /** Another document: what was watched is of the one before, and must not stand beside its numbers. */
    clear(): void {
      newest++;
      store.setState({ run: null, isBehind: false });
    },
  };
}

export const watched = createWatched();
