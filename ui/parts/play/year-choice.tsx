// A bad, a typical or a good year on the map of Explore, chosen as in Present; any other year goes by its number.
import { useStore } from 'zustand';
import { storyYears } from '../../../engine/index.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { staged } from '../../state/staged.ts';
import { years as names } from '../../words/story.ts';
import { chooseYear, yearsOf } from '../../session/choose-year.ts';
import { FEWEST_TO_RANK, kindOfYear, type YearKind } from '../../model/year-by-rank.ts';

export function YearChoice() {
  const model = useStore(settings, (s) => s.model);
  const replication = useStore(staged, (s) => s.replication);
  const isDone = useStore(results, (s) => s.status === 'done' && !s.isForPrevious);
  const years = isDone && model ? yearsOf(model) : [];
  const kind = kindOfYear(years, replication);
  return (
    <select
      className="transport-year"
      aria-label="Which simulated year"
      value={kind ?? ''}
      disabled={years.length < FEWEST_TO_RANK}
      onChange={(event) => model && chooseYear(model, event.target.value as YearKind)}
    >
      {kind === undefined && <option value="">Year {replication + 1}</option>}
      {storyYears.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  );
}
