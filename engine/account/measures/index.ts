// The catalogue of measures, in reading order. A new measure is one file and one line here.
import { closeToHome } from './close-to-home.ts';
import { cost } from './cost.ts';
import { delayCause } from './delay-cause.ts';
import { delayDays } from './delay-days.ts';
import { delayed } from './delayed.ts';
import { delayedShare } from './delayed-share.ts';
import { distance } from './distance.ts';
import { free } from './free.ts';
import { full } from './full.ts';
import { gridlocks } from './gridlocks.ts';
import { journeyDays } from './journey-days.ts';
import { leaves } from './leaves.ts';
import { leftWaiting } from './left-waiting.ts';
import { occupancy } from './occupancy.ts';
import { offered } from './offered.ts';
import { open } from './open.ts';
import { rightPlace } from './right-place.ts';
import { starts } from './starts.ts';
import { stayDays } from './stay-days.ts';
import { turnedAway } from './turned-away.ts';
import { visits } from './visits.ts';
import { waiting } from './waiting.ts';

export type { About, Measure, Put } from './measure.ts';
export { definitions } from './definitions.ts';

export const measures = [
  occupancy,
  open,
  free,
  full,
  waiting,
  delayed,
  delayDays,
  delayedShare,
  stayDays,
  journeyDays,
  starts,
  leaves,
  turnedAway,
  leftWaiting,
  gridlocks,
  rightPlace,
  closeToHome,
  distance,
  delayCause,
  visits,
  cost,
  offered,
] as const;
