// Teams: people are assessed where they are, and keep their bed meanwhile.
import { checksOf, exponential, home, ward, type Check, type Figure } from './check.ts';
import { chainFrom, longRunOf, meanOver, type State } from './markov-chain.ts';
import { shareWhoWait } from './several-beds.ts';

export const team = (staff: number | 'unlimited', meanDays: number, more: object) => ({
  kind: 'team',
  label: 'Co-ordinators',
  staff,
  stay: exponential(meanDays),
  ...more,
});
export const reads = (station: string, measure: string, statistic?: string, who?: string) => ({
  station,
  measure,
  ...(statistic && { statistic }),
  ...(who && { who }),
});

/** Acute beds without end, then the team, then what follows. */
export const behind = (
  arrivalsPerDay: number,
  seenBy: object,
  then: object,
  calendar: { warmUpDays: number; runDays: number },
) => ({
  calendar,
  needs: { care: { label: 'Care', goesTo: 'after' } },
  streams: { people: { label: 'People', arrivalsPerDay, startsAt: 'acute' } },
  stations: {
    acute: ward('unlimited', exponential(0.5), { next: [{ to: 'team' }] }),
    team: seenBy,
    after: then,
    home,
  },
});
export const assessment = (expected: number): Figure => ({
  id: 'assessment',
  figure: 'people in acute beds for assessment',
  formula: 'λ × days from ready to the end of the task (Little)',
  reads: reads('team', 'delayCause', 'assessment', 'from:acute'),
  expected,
});

function fewStaff(): Check[] {
  const [arrivals, staff, task, places, stay] = [5, 2, 0.24, 3, 0.36];
  const wait = (beds: number, mean: number) => shareWhoWait(beds, arrivals * mean) / (beds / mean - arrivals);
  const [forTeam, forPlace] = [wait(staff, task), wait(places, stay)];
  return checksOf({
    id: 'team-staff',
    title: 'A team of two at all hours, and then three places',
    source: 'Erlang 1917; Burke, Operations Research 4 (1956) 699-704: what leaves M/M/c is as random as what came',
    setting: behind(arrivals, team(staff, task, { next: [{ to: 'after' }] }), ward(places, exponential(stay)), {
      warmUpDays: 30,
      runDays: 650,
    }),
    figures: [
      {
        id: 'mean-delay',
        figure: 'mean delay from ready to moved, days',
        formula: 'wait for the team, task, wait for a place: M/M/c twice',
        reads: reads('after', 'delayDays'),
        expected: forTeam + task + forPlace,
      },
      {
        id: 'waiting',
        figure: 'people not yet seen',
        formula: 'λ × the wait for M/M/2',
        reads: reads('team', 'waiting'),
        expected: arrivals * forTeam,
      },
      assessment(arrivals * (forTeam + task)),
      {
        id: 'no-place',
        figure: 'people in acute beds for want of a place',
        formula: 'λ × the wait for M/M/3',
        reads: reads('after', 'delayCause', 'no place'),
        expected: arrivals * forPlace,
      },
      {
        id: 'delayed',
        figure: 'people ready in acute beds',
        formula: 'λ × the whole delay (Little)',
        reads: reads('acute', 'delayed'),
        expected: arrivals * (forTeam + task + forPlace),
      },
    ],
  });
}

const few = { arrivals: 5, beds: 4, room: 3, stay: 0.5, staff: 1, task: 0.14 };

/** A state is [waiting outside, in care, ready and with or before the team]. */
export function teamBehindBeds({ arrivals, beds, room, stay, staff, task }: typeof few) {
  const settled = ([outside, inCare, ready]: State): State =>
    outside > 0 && inCare + ready < beds ? [outside - 1, inCare + 1, ready] : [outside, inCare, ready];
  const chain = chainFrom([[0, 0, 0]], ([outside, inCare, ready]) => [
    { to: settled([outside + 1, inCare, ready]), perDay: outside < room ? arrivals : 0 },
    { to: [outside, inCare - 1, ready + 1], perDay: inCare / stay },
    { to: settled([outside, inCare, ready - 1]), perDay: Math.min(ready, staff) / task },
  ]);
  const time = longRunOf(chain);
  const mean = (of: (state: State) => number) => meanOver(chain, time, of);
  return {
    waiting: mean(([outside]) => outside),
    delayed: mean(([, , ready]) => ready),
    notYetSeen: mean(([, , ready]) => Math.max(0, ready - staff)),
    turnedAwayPerDay: arrivals * mean(([outside]) => (outside === room ? 1 : 0)),
  };
}

function heldBeds(): Check[] {
  const exact = teamBehindBeds(few);
  const formula = 'chain of (outside, in care, with or before the team)';
  return checksOf({
    id: 'team-held-beds',
    title: 'Four beds held until one co-ordinator has seen whoever is ready',
    source: 'Markov chain worked out exactly',
    setting: {
      calendar: { warmUpDays: 20, runDays: 320 },
      streams: { people: { label: 'People', arrivalsPerDay: few.arrivals } },
      stations: {
        acute: ward(few.beds, exponential(few.stay), { waitingRoom: few.room, next: [{ to: 'team' }] }),
        team: team(few.staff, few.task, { next: [{ to: 'home' }] }),
        home,
      },
    },
    figures: [
      {
        id: 'delayed',
        figure: 'people ready in beds',
        formula,
        reads: reads('acute', 'delayed'),
        expected: exact.delayed,
      },
      {
        id: 'assessment',
        figure: 'people in beds for assessment',
        formula,
        reads: reads('team', 'delayCause', 'assessment'),
        expected: exact.delayed,
      },
      {
        id: 'not-yet-seen',
        figure: 'people not yet seen',
        formula,
        reads: reads('team', 'waiting'),
        expected: exact.notYetSeen,
      },
      {
        id: 'waiting',
        figure: 'people waiting for a bed',
        formula,
        reads: reads('acute', 'waiting'),
        expected: exact.waiting,
      },
      {
        id: 'turned-away',
        figure: 'people turned away, a day',
        formula,
        reads: reads('acute', 'turnedAway'),
        expected: exact.turnedAwayPerDay,
      },
    ],
  });
}

export const teams = (): Check[] => [...fewStaff(), ...heldBeds()];
