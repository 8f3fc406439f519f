// The people who have waited longest on the day of the map, each with a button to follow them.
import { useStore } from 'zustand';
import { ColumnHeads } from '../../ground/column-heads.tsx';
import { longestWaits, type Wait } from '../../playback/longest-waits.ts';
import { useDay } from '../../state/counts.ts';
import { follow, followed, followedIn } from '../../state/followed.ts';
import { watched } from '../../state/watched.ts';
import { dayInWords } from '../../words/numbers/day-in-words.ts';

const MOST = 10;

export function LongestList() {
  const run = useStore(watched, (state) => state.run);
  const day = useDay();
  const key = useStore(followed, (state) => state.person);
  if (!run) return null;
  const person = followedIn(run, key);
  const { model, network } = run;
  const waits = longestWaits(run.timeline.worldAt(day), MOST);
  const label = (station: number) => model.stations[network.stationIds[station]].label;
  if (waits.length === 0) return <p>Nobody is waiting on {dayInWords(network.startDate, day)}.</p>;
  return (
    <table>
      <caption>{dayInWords(network.startDate, day)}</caption>
      <ColumnHeads of={['Waiting for', 'Days', 'Where they are', 'Needs', 'Follow']} />
      <tbody>
        {waits.map((wait, i) => (
          <tr key={wait.person}>
            <th scope="row">{wait.askedFor < 0 ? 'being seen' : label(wait.askedFor)}</th>
            <td>{daysInWords(wait)}</td>
            <td>{wait.station < 0 ? 'outside' : label(wait.station)}</td>
            <td>{model.needs[network.needIds[wait.need]].label}</td>
            <td>
              <button
                type="button"
                aria-label={`Follow number ${i + 1} of this list`}
                aria-pressed={wait.person === person}
                onClick={() => follow(run, wait.person)}
              >
                {wait.person === person ? 'Followed' : 'Follow'}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const daysInWords = ({ days }: Wait): string => (days < 1 ? 'less than 1' : String(Math.floor(days)));
