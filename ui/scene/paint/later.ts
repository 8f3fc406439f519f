// What painting needs only once there is a run: how places are drawn, and the layers that say more than who is where.
import type { Layer } from './painting.ts';
import { followed } from './layers/followed.ts';
import { pointed } from './layers/pointed.ts';
import { queues } from './layers/queues.ts';

export { drawPlace } from './draw-place.ts';

/** Above all others. */
export const laterLayers: readonly Layer[] = [followed, queues, pointed];
