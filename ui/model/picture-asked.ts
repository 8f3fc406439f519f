// What a presentation shows: the step, its picture or the one that suits the option, the highlighted service, the year.
import type { storyViews } from '../../engine/index.ts';
import { TODAY } from './values.ts';

export type Picture = (typeof storyViews)[number];

export interface Staged {
  /** Counted from 0; undefined: no step of the story, but what somebody has set up. */
  readonly step: number | undefined;
  /** Undefined: whichever suits the option. */
  readonly picture: Picture | undefined;
  readonly spotlight: string | undefined;
  /** The simulated year on the map, in every view. */
  readonly replication: number;
}

/** Today alone, or beside the option. */
export const pictureOf = ({ picture }: Pick<Staged, 'picture'>, option: string): Picture =>
  picture ?? (option === TODAY ? 'map' : 'both');
