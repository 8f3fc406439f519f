// The models of the golden stories: fixed stays and known moments, so that every line can be worked out by hand.
type Piece = Record<string, unknown>;

const fixed = (days: number): Piece => ({ shape: 'fixed', days });
const home = { kind: 'exit', label: 'Home' };
const ward = (beds: number, days: number, to: string, more: Piece = {}): Piece => ({
  kind: 'ward',
  label: 'Ward',
  beds,
  stay: fixed(days),
  next: [{ to }],
  ...more,
});

/** What changes on the way, if anything, is the option `changed`. */
function story(runDays: number, parts: { needs: Piece; streams: Piece; stations: Piece; options?: Piece[] }): Piece {
  return {
    schemaVersion: 1,
    id: 'story',
    title: 'A short story',
    about: 'For tests only.',
    calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays },
    experiment: { replications: 1, seed: 1 },
    ...parts,
  };
}

const needing = (goesTo: string): Piece => ({ care: { label: 'Care', goesTo } });
const coming = (need: string, atDays: number[]): Piece => ({ label: `Needs ${need}`, atDays, shares: { [need]: 1 } });

export const stories: Readonly<Record<string, Piece>> = {
  'blocked-bed': story(20, {
    needs: needing('acute'),
    streams: { people: coming('care', [0, 1, 5]) },
    stations: { acute: ward(1, 2, 'p2'), p2: ward(1, 5, 'home'), home },
  }),
  cascade: story(15, {
    needs: needing('one'),
    streams: { people: coming('care', [0, 0.5, 3.25, 5]) },
    stations: { one: ward(1, 1, 'two'), two: ward(1, 1.5, 'three'), three: ward(1, 10, 'home'), home },
  }),
  substitution: story(20, {
    needs: {
      p1: { label: 'P1', goesTo: 'p1', otherwise: [{ to: 'p3', afterDays: 1, stayFactor: 1.25 }] },
      p3: { label: 'P3', goesTo: 'p3' },
    },
    streams: { some: coming('p1', [0, 1, 2.5, 4.25]), others: { ...coming('p3', [5.5]), shares: { p1: 0, p3: 1 } } },
    stations: { p1: ward(1, 4, 'home'), p3: ward(1, 6, 'home'), home },
  }),
  surge: story(18, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 1, 2, 5.25, 5.5, 9]) },
    stations: {
      ward: ward(1, 4, 'home', { surge: { beds: 1, openAtWaiting: 2, closeAtWaiting: 0, minDays: 3 } }),
      home,
    },
  }),
  'places-change': story(12, {
    needs: needing('ward'),
    streams: { people: coming('care', [0, 0.5, 1, 5]) },
    stations: { ward: ward(2, 4, 'home'), home },
    options: [
      {
        id: 'changed',
        title: 'A bed closes, two open',
        changes: [
          { atDay: 2, set: { 'stations.ward.beds': 1 } },
          { atDay: 7, set: { 'stations.ward.beds': 3 } },
        ],
      },
    ],
  }),
  gridlock: story(12, {
    needs: { down: { label: 'Down', goesTo: 'a' }, up: { label: 'Up', goesTo: 'b' } },
    streams: { down: coming('down', [0, 1]), up: coming('up', [0.5]) },
    stations: {
      a: ward(1, 2, 'home', { next: { by: 'need', down: [{ to: 'b' }], up: [{ to: 'home' }] } }),
      b: ward(1, 3, 'home', { next: { by: 'need', down: [{ to: 'home' }], up: [{ to: 'a' }] } }),
      home,
    },
  }),
};
