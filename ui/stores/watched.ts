// The watched run: the one replication on the map, with its document, its timeline and its map, ready to be looked at.
import { createStore } from 'zustand/vanilla';
import type { Model, WorkReply } from '../../engine/index.ts';
import { buildTimeline, type Timeline } from '../playback/timeline.ts';
import { mapOf, type SceneMap } from '../scene/map.ts';
import { setRange } from './playhead.ts';

export type WatchedReply = Extract<WorkReply, { type: 'watched' }>;

export interface WatchedRun extends Omit<WatchedReply, 'type' | 'id'> {
  readonly model: Model;
  readonly timeline: Timeline;
  readonly map: SceneMap;
}

export const watched = createStore<{ readonly run: WatchedRun | null }>(() => ({ run: null }));

/** The playhead stays on its day, so that a slider moved at day 83 is answered at day 83. */
export function setWatched(reply: WatchedReply, model: Model): void {
  const { trace, people, values, keys, network } = reply;
  const timeline = buildTimeline({ trace, network, people: people.need.length });
  const run = { trace, people, values, keys, network, model, timeline, map: mapOf(model, network, timeline) };
  setRange(timeline.minDay, timeline.maxDay);
  watched.setState({ run });
}

/** Another document: what was watched is of the one before, and must not stand beside its numbers. */
export const clearWatched = (): void => watched.setState({ run: null });
