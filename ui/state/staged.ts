// What a presentation shows now: the step, the picture, the highlighted service, and which simulated year is on the map.
import { createStore } from 'zustand/vanilla';
import type { Staged } from '../model/picture-asked.ts';

const nothingYet: Staged = { step: undefined, picture: undefined, spotlight: undefined, replication: 0 };

export const staged = createStore<Staged>(() => nothingYet);

export const stage = (now: Partial<Staged>): void => staged.setState(now);

/** As a link has it, or as another model begins. */
export const stageAnew = (now: Partial<Staged> = {}): void => staged.setState({ ...nothingYet, ...now });
