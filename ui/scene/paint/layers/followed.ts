// Followed: a blue ring round the one person who is followed, large enough to be found among thousands.
import type { Layer } from '../painting.ts';
import { ringPerson } from '../ring.ts';

export const followed: Layer = (painting) => {
  if (painting.followed >= 0)
    ringPerson(painting, painting.followed, 0.9, { colour: painting.palette.followed, width: 3 });
};
