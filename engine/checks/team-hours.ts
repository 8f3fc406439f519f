// Teams with hours of their own: outside them the team sees nobody new, and a task that has begun stands still.
import { checksOf, exponential, ward, type Check } from './check.ts';
import type { State } from './markov-chain.ts';
import { assessment, behind, reads, team } from './teams.ts';
import { weeklyMeans } from './weekly-chain.ts';
import { exponentialStay, meanStandingStill, meanToOpening, workingHours, type Week } from './week.ts';

function staffForAll(): Check[] {
  const [arrivals, task] = [10, 3 / 24];
  const { said, week } = workingHours(9, 17);
  const days = meanStandingStill(week, exponentialStay(task));
  return checksOf({
    id: 'team-hours',
    title: 'A team with staff for all, who work on weekdays from 9 to 17',
    source: 'People at random see time averages: Wolff, Operations Research 30 (1982) 223-231',
    setting: behind(
      arrivals,
      team('unlimited', task, { hours: said, next: [{ to: 'need' }] }),
      ward('unlimited', exponential(0.5)),
      { warmUpDays: 14, runDays: 84 },
    ),
    figures: [
      {
        id: 'mean-delay',
        figure: 'mean delay from ready to moved, days',
        formula: 'wait for the opening, the task, and the gaps it meets',
        reads: reads('after', 'delayDays', 'mean', 'from:acute'),
        expected: days,
      },
      assessment(arrivals * days),
      {
        id: 'waiting',
        figure: 'people not yet seen',
        formula: 'λ × Σ gap² / 2 over the gaps of a week',
        reads: reads('team', 'waiting'),
        expected: arrivals * meanToOpening(week),
      },
      {
        id: 'being-seen',
        figure: 'people being seen, nights within a task included',
        formula: 'λ (delay − wait for the opening)',
        reads: reads('team', 'occupancy'),
        expected: arrivals * (days - meanToOpening(week)),
      },
    ],
  });
}

/** A state is [being seen, waiting]: a task begun goes on where it stood when the team comes back. */
export function teamInHours(arrivals: number, staff: number, task: number, week: Week) {
  const takesOn = ([seen, waiting]: State): State => {
    const taken = Math.min(staff - seen, waiting);
    return [seen + taken, waiting - taken];
  };
  const come = ([seen, waiting]: State) => ({ to: [seen, waiting + 1], perDay: waiting < 60 ? arrivals : 0 });
  return weeklyMeans(week, [0, 0], {
    open: (state) => [
      { ...come(state), to: takesOn(come(state).to) },
      { to: takesOn([state[0] - 1, state[1]]), perDay: state[0] / task },
    ],
    closed: (state) => [come(state)],
    opens: takesOn,
  });
}

function twoStaff(): Check[] {
  const [arrivals, staff, task] = [3, 2, 3 / 24];
  const { said, week } = workingHours(8, 18);
  const { mean } = teamInHours(arrivals, staff, task, week);
  const [seen, waiting] = [mean((state) => state[0]), mean((state) => state[1])];
  const formula = 'chain of (being seen, waiting), the same each week';
  return checksOf({
    id: 'team-staff-hours',
    title: 'A team of two who work on weekdays from 8 to 18',
    source: 'Periodic Markov chain worked out exactly (uniformisation, Jensen 1953)',
    setting: behind(
      arrivals,
      team(staff, task, { hours: said, next: [{ to: 'home' }] }),
      ward('unlimited', exponential(1)),
      {
        warmUpDays: 28,
        runDays: 490,
      },
    ),
    figures: [
      {
        id: 'mean-delay',
        figure: 'mean delay from ready to gone home, days',
        formula: 'people with or before the team over λ (Little)',
        reads: reads('home', 'delayDays'),
        expected: (seen + waiting) / arrivals,
      },
      { id: 'waiting', figure: 'people not yet seen', formula, reads: reads('team', 'waiting'), expected: waiting },
      { id: 'being-seen', figure: 'people being seen', formula, reads: reads('team', 'occupancy'), expected: seen },
      assessment(seen + waiting),
    ],
  });
}

export const teamHours = (): Check[] => [...staffForAll(), ...twoStaff()];
