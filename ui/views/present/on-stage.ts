// What the presentation shows just now, the same for the picture, the phone and the speaker.
import type { Model } from '../../../engine/index.ts';
import type { Command } from './keys.ts';
import type { Shown } from './maps/shown.ts';
import type { Step, StoryStep } from '../../shown/story-steps.ts';

export interface OnStage {
  readonly model: Model;
  readonly steps: readonly Step[];
  /** What the steps are made of; empty where they were made up. */
  readonly story: readonly StoryStep[];
  readonly at: number | undefined;
  readonly title: string;
  /** What the step is about, where the title says what has been found. */
  readonly about?: string | undefined;
  readonly notes: string;
  /** What has no room on the slide: which simulated year it is, and the average in a whole sentence. */
  readonly inFull: readonly string[];
  /** The hall sees nothing for a while. */
  readonly isBlack: boolean;
  readonly name: string;
  readonly maps: readonly Shown[];
  readonly run: (command: Command) => void;
}
