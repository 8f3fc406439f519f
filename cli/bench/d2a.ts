// The first network both engines are timed on: people ready to leave an acute hospital, three pathways, two steps down.

/** Gamma of shape 3 and scale 7 days, given by its moments. */
const p2Stay = { shape: 'gamma', meanDays: 21, sdDays: 7 * Math.sqrt(3) };

/**
 * As a model document, `days` long and starting empty. People arrive ready to leave and wait outside, which is the same as
 * waiting in an acute hospital without limit; so both engines have the same events.
 */
export const d2aDocument = (days: number) => ({
  schemaVersion: 1,
  id: 'd2a-bench',
  title: 'Discharge to assess, for timing',
  about: 'Made up to time engines. Not any real place.',
  calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: days },
  experiment: { replications: 2, seed: 1 },
  needs: {
    p0: { label: 'Pathway 0', goesTo: 'home' },
    p1: { label: 'Pathway 1', goesTo: 'p1' },
    p2: { label: 'Pathway 2', goesTo: 'p2' },
    p3: { label: 'Pathway 3', goesTo: 'p3' },
  },
  streams: {
    acute: {
      label: 'Ready to leave acute hospital',
      arrivalsPerDay: 6,
      shares: { p0: 0.505, p1: 0.335, p2: 0.075, p3: 0.085 },
    },
  },
  stations: {
    p1: {
      kind: 'caseload',
      label: 'Pathway 1',
      places: 37,
      stay: { shape: 'lognormal', meanDays: 14, sdDays: 10 },
      next: [{ to: 'home' }],
    },
    p2: {
      kind: 'ward',
      label: 'Pathway 2',
      beds: 11,
      stay: p2Stay,
      next: [
        { to: 'p1', share: 0.4 },
        { to: 'home', share: 0.6 },
      ],
    },
    p3: {
      kind: 'ward',
      label: 'Pathway 3',
      beds: 17,
      stay: { shape: 'lognormal', meanDays: 28, sdDays: 24 },
      next: [
        { to: 'p1', share: 0.25 },
        { to: 'home', share: 0.75 },
      ],
    },
    home: { kind: 'exit', label: 'Home' },
  },
});
