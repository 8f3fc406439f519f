// A small document for tests of the page: three services, two options, two conditions, five sliders.
import type { Model } from '../../engine/index.ts';

export const smallModel = {
  schemaVersion: 1,
  id: 'small',
  title: 'Small: a test',
  about: 'Made up for tests.',
  calendar: { startDate: '2020-01-06', warmUpDays: 10, runDays: 365 },
  experiment: { replications: 20, seed: 7 },
  needs: { p1: { label: 'Home', goesTo: 'p1' }, p2: { label: 'Bed', goesTo: 'p2' } },
  streams: { acute: { label: 'Ready', arrivalsPerDay: 2, shares: { p1: 0.6, p2: 0.4 }, startsAt: 'acute' } },
  stations: {
    acute: {
      kind: 'ward',
      label: 'Acute',
      beds: 'unlimited',
      stay: { shape: 'fixed', days: 0 },
      next: [{ to: 'need' }],
    },
    p1: { kind: 'caseload', label: 'Home', places: 27, stay: { shape: 'fixed', days: 20 }, next: [{ to: 'home' }] },
    p2: { kind: 'ward', label: 'Bed', beds: 3, stay: { shape: 'fixed', days: 14 }, next: [{ to: 'home' }] },
    home: { kind: 'exit', label: 'Home' },
  },
  options: [
    { id: 'today', title: 'Today' },
    { id: 'more-beds', title: 'More beds', set: { 'stations.p2.beds': 11 } },
    { id: 'no-limit', title: 'No limit at home', set: { 'stations.p1.places': 'unlimited' } },
  ],
  conditions: [
    {
      id: 'busy-winter',
      title: 'A busy winter',
      changes: [{ onDate: '2020-12-01', scale: { 'streams.acute.arrivalsPerDay': 1.2 } }],
    },
    { id: 'quiet-start', title: 'A quiet start', changes: [{ atDay: 0, set: { 'streams.acute.arrivalsPerDay': 1 } }] },
  ],
  controls: [
    { path: 'stations.p1.places', label: 'Places at home', least: 0, most: 80, step: 1 },
    { path: 'stations.p2.beds', label: 'Beds', least: 0, most: 30, step: 1 },
    { path: 'streams.acute.arrivalsPerDay', label: 'Arrivals', least: 0, most: 5, step: 0.05 },
    { path: 'streams.acute.shares.p1', label: 'Need home', least: 0, most: 1, step: 0.01 },
    { path: 'streams.acute.shares.p2', label: 'Need a bed', least: 0, most: 1, step: 0.01 },
  ],
} as unknown as Model;
