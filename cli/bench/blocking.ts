// The second network both engines are timed on: limited acute beds, which people hold until the pathway they need has room.

const lognormal = (meanDays: number, sdDays: number) => ({ shape: 'lognormal', meanDays, sdDays });

/** As a model document, `days` long and starting empty. Everywhere about nine places in ten are taken, the delayed included. */
export const blockingDocument = (days: number) => ({
  schemaVersion: 1,
  id: 'blocking-bench',
  title: 'Beds held while people wait, for timing',
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
    emergency: {
      label: 'Emergency admissions',
      arrivalsPerDay: 4,
      shares: { p0: 0.33, p1: 0.45, p2: 0.15, p3: 0.07 },
      startsAt: 'acute',
    },
  },
  stations: {
    acute: { kind: 'ward', label: 'Acute hospital', beds: 40, stay: lognormal(7, 5), next: [{ to: 'need' }] },
    p1: { kind: 'caseload', label: 'Pathway 1', places: 25, stay: lognormal(12.5, 9), next: [{ to: 'home' }] },
    p2: { kind: 'ward', label: 'Pathway 2', beds: 12, stay: lognormal(18, 12), next: [{ to: 'home' }] },
    p3: { kind: 'ward', label: 'Pathway 3', beds: 6, stay: lognormal(19.3, 13), next: [{ to: 'home' }] },
    home: { kind: 'exit', label: 'Home' },
  },
});
