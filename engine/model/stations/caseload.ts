// A caseload: people looked after at home, limited by places at once, by starts a month, or both.
import { listKeys, type StationKind } from './station-kind.ts';

/** People cared for in their own homes. Limited by places at once, by starts a month, or both. */
export const caseload: StationKind = {
  kind: 'caseload',
  placesKey: 'places',
  placeWord: ['place', 'places'],
  allows: [
    'stay',
    'next',
    'surge',
    'admits',
    'releases',
    'progresses',
    'visitsPerDay',
    'visits',
    'takesAll',
    'deferDays',
    ...listKeys,
  ],
};
