// Which picture a step shows, or whichever suits the option.
import type { storyViews } from '../engine/index.ts';
import { TODAY } from './values.ts';

export type Picture = (typeof storyViews)[number];

/** Today alone, or beside the option. */
export const pictureOf = ({ picture }: { readonly picture: Picture | undefined }, option: string): Picture =>
  picture ?? (option === TODAY ? 'map' : 'both');
