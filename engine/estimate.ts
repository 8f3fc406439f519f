// An estimate of the work asked for, made before it starts, and the refusal of what no machine could finish.
import type { Program } from './compile.ts';
import { flowBalance, meanPerDay } from './offered.ts';
import type { Problem } from './problem.ts';

/** About a quarter of an hour on an office laptop, by the benchmark's events a second. */
const MOST_EVENTS = 2_000_000_000;
const MOST_EVENTS_IN_ONE = 200_000_000;

/** Expected arrivals and events (arrivals and ended stays) of all replications together. */
export function estimate(
  program: Program,
  replications: number,
): { arrivals: number; events: number; refusal?: Problem } {
  let most = 0;
  let arrivals = 0;
  for (const network of [program.network, ...program.later.map((one) => one.network)]) {
    const days = network.warmUpDays + network.runDays;
    const outside = network.streams.reduce(
      (sum, stream) => sum + meanPerDay(stream, network.runDays) * growth(stream.growthPerDay, network.runDays),
      0,
    );
    const inside = flowBalance(network).arrivalsPerDay.reduce((sum, people) => sum + people, 0);
    if ((outside + inside) * days > most) {
      most = (outside + inside) * days;
      arrivals = outside * days;
    }
  }
  const events = most * replications;
  if (most <= MOST_EVENTS_IN_ONE && events <= MOST_EVENTS) return { arrivals: arrivals * replications, events };
  const refusal: Problem = {
    path: 'the request',
    found: `about ${rounded(arrivals * replications)} arrivals and ${rounded(events)} events`,
    expected: `at most ${rounded(MOST_EVENTS_IN_ONE)} events in a replication and ${rounded(MOST_EVENTS)} in all`,
    hint: 'Check that arrivals are a day, shorten the run or ask for fewer replications.',
    severity: 'error',
  };
  return { arrivals: arrivals * replications, events, refusal };
}

/** Mean of the growth factor over the run, roughly: half of what it comes to. */
function growth(perDay: number, days: number): number {
  let factor = 1;
  for (let year = 0; year < days / 365; year++) for (let day = 0; day < 365; day++) factor *= perDay;
  return perDay === 1 ? 1 : (1 + factor) / 2;
}

function rounded(count: number): string {
  const digits = Math.round(count).toString();
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}
