// The route of the followed person in words under the map: each stop with its number on the map and its date.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { inSentence } from '../../model/values.ts';
import { needInSentence } from '../../words/elsewhere.ts';
import { dateOfDay } from '../../words/numbers/day-in-words.ts';
import { WhyLine } from './why-line.tsx';
import type { Stop } from '../../playback/journey.ts';
import { useDay } from '../../state/counts.ts';
import { followed, stopFollowing } from '../../state/followed.ts';
import { watched, type WatchedRun } from '../../state/watched.ts';
import { journeyIn } from '../../scene/followed-journey.ts';

export function FollowedWords() {
  const run = useStore(watched, (state) => state.run);
  const key = useStore(followed, (state) => state.person);
  const found = useMemo(() => run && key && journeyIn(run, key), [run, key]);
  const at = useDay((day) => found?.journey.stops.findLastIndex((stop) => stop.fromDay <= day) ?? -1);
  if (!run || !found) return null;
  const { person, journey } = found;
  const { model, network, people } = run;
  const need = person < 0 ? undefined : model.needs[network.needIds[people.need[person]]]?.label;
  return (
    <section className="scene-followed" aria-label="The person you are following">
      <p>
        <b>
          {need === undefined
            ? 'The person you were following does not come in this run.'
            : `Following one simulated person who came needing ${needInSentence(need)}.`}
        </b>
      </p>
      <button type="button" onClick={stopFollowing}>
        Stop following
      </button>
      <ol>
        {journey.stops.map((stop, i) => (
          <li key={i} aria-current={i === at ? 'step' : undefined} data-ahead={i > at || undefined}>
            {stopInWords(stop, run)}
          </li>
        ))}
        {journey.gaveUpDay !== null && <li>left without it on {dateOfDay(network.startDate, journey.gaveUpDay)}</li>}
      </ol>
      <WhyLine />
    </section>
  );
}

function stopInWords({ station, fromDay, readyDay, isTask, isOutside }: Stop, { model, network }: WatchedRun): string {
  const id = network.stationIds[station];
  const { label, kind } = model.stations[id];
  const date = (day: number) => dateOfDay(network.startDate, day);
  if (kind === 'exit') return `${label}, ${date(fromDay)}`;
  if (isOutside) return `waiting for ${inSentence(label)} from ${date(fromDay)}`;
  if (isTask) return `seen by ${inSentence(label)} from ${date(fromDay)}`;
  return `${label} from ${date(fromDay)}${readyDay === null ? '' : `, ready to leave ${date(readyDay)}`}`;
}
