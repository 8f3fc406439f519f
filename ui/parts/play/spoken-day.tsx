// The spoken day: what the map shows, in a sentence for screen readers, never more often than people can follow.
import { useStore } from 'zustand';
import { sum } from '../../ground/sums.ts';
import { countsAt, useDayEvery } from '../../state/counts.ts';
import { watched, type WatchedRun } from '../../state/watched.ts';
import { dateInWords } from '../../words/numbers/day-in-words.ts';

const EVERY_MS = 5000;

export function SpokenDay() {
  const run = useStore(watched, (state) => state.run);
  const day = useDayEvery(EVERY_MS);
  return (
    <output className="transport-spoken" aria-live="polite">
      {run && sentence(run, day)}
    </output>
  );
}

function sentence(run: WatchedRun, day: number): string {
  const counts = countsAt(run, day);
  const delayed = sum(counts.delayed);
  const full = run.map.stations.filter(
    (s) => !s.isExit && !s.isUnlimited && counts.inUse[s.station] >= counts.places[s.station],
  );
  const people = delayed === 1 ? '1 person is' : `${delayed} people are`;
  const fullWords = full.length > 0 ? ` Full: ${full.map((s) => s.label).join(', ')}.` : '';
  return `${dateInWords(run.network.startDate, day)}. ${people} ready to leave and still waiting.${fullWords}`;
}
