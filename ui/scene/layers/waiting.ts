// Waiting: people outside, who hold no place anywhere yet, in the tray below the station they ask for.
import { OUTSIDE } from '../../playback/frame.ts';
import type { Layer } from '../painting.ts';
import { paintWaiting } from './ring.ts';

export const waiting: Layer = (painting) => paintWaiting(painting, OUTSIDE);
