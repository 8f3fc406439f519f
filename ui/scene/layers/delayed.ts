// Delayed: people ready to leave but still here, inside the station that holds them.
import { DELAYED } from '../../playback/frame.ts';
import type { Layer } from '../painting.ts';
import { paintWaiting } from './ring.ts';

export const delayed: Layer = (painting) => paintWaiting(painting, DELAYED);
