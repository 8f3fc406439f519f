// The longest waits of the day on the map, as a list from which somebody can be followed: the way to pick a person by keyboard.
import { useState } from 'react';
import { useStore } from 'zustand';
import { useDay } from '../stores/counts.ts';
import { follow, followed, followedIn } from '../stores/followed.ts';
import { watched, type WatchedRun } from '../stores/watched.ts';
import { longestWaits, type Wait } from '../playback/longest-waits.ts';
import { dayInWords } from './day-in-words.ts';

const EVERY_MS = 1000;
const MOST = 10;

export function LongestWaits() {
  const run = useStore(watched, (state) => state.run);
  const [isOpen, setOpen] = useState(false);
  if (!run) return null;
  return (
    <details className="map-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Follow a person: the longest waits</summary>
      {isOpen && <List run={run} />}
    </details>
  );
}

function List({ run }: { readonly run: WatchedRun }) {
  const day = useDay(EVERY_MS);
  const person = followedIn(
    run,
    useStore(followed, (state) => state.person),
  );
  const { model, network } = run;
  const waits = longestWaits(run.timeline.worldAt(day), MOST);
  const label = (station: number) => model.stations[network.stationIds[station]].label;
  if (waits.length === 0) return <p>Nobody is waiting on {dayInWords(network.startDate, day)}.</p>;
  return (
    <table>
      <caption>{dayInWords(network.startDate, day)}</caption>
      <thead>
        <tr>
          <th scope="col">Waiting for</th>
          <th scope="col">Days</th>
          <th scope="col">Where they are</th>
          <th scope="col">Needs</th>
          <th scope="col">Follow</th>
        </tr>
      </thead>
      <tbody>
        {waits.map((wait, i) => (
          <tr key={wait.person}>
            <th scope="row">{wait.askedFor < 0 ? 'being let go' : label(wait.askedFor)}</th>
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
