// Figure: CPU seconds of one replication that begins with a hundred thousand people on one list, and with a million.
import { compile, replicate, validate } from '../../engine/index.ts';
import type { Figure } from './figure.ts';

const MOST_IN_A_GROUP = 100_000;
const groupsOf = (people: number) => Array.from({ length: people / MOST_IN_A_GROUP }, (_, n) => `g${n}`);

/** A group may have a hundred thousand people: more come as groups of as many needs. */
const document = (waiting: number) => ({
  schemaVersion: 1,
  id: 'long-list-bench',
  title: 'A long list, for timing',
  about: 'Made up to time engines. Not any real place.',
  calendar: { startDate: '2024-01-01', warmUpDays: 0, runDays: 5 },
  experiment: { replications: 1, seed: 1 },
  needs: Object.fromEntries(groupsOf(waiting).map((id) => [id, { label: id, goesTo: 'ward' }])),
  streams: { late: { label: 'One more', atDays: [1], shares: { g0: 1 } } },
  stations: {
    ward: { kind: 'ward', label: 'Ward', beds: 10, stay: { shape: 'fixed', days: 1 }, next: [{ to: 'home' }] },
    home: { kind: 'exit', label: 'Home' },
  },
  initial: { ward: { waiting: Object.fromEntries(groupsOf(waiting).map((id) => [id, MOST_IN_A_GROUP])) } },
});

export function longList(): Figure {
  const rounds = [100_000, 1_000_000].map((waiting) => {
    const program = compile(validate(document(waiting)).model!, { option: 'today' });
    const start = process.cpuUsage();
    replicate(program, 1, 0);
    const { user, system } = process.cpuUsage(start);
    return { waiting, cpuSeconds: (user + system) / 1e6 };
  });
  return {
    name: 'long-list',
    result: { rounds },
    sentences: rounds.map(
      ({ waiting, cpuSeconds }) =>
        `${waiting.toLocaleString('en-GB')} people on one list from the start: ${cpuSeconds.toFixed(2)} CPU seconds a replication on one thread.`,
    ),
  };
}
