// One person of the watched run, chosen from the longest waits of the day, and everything that happens to them.
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { longestWaits } from '../../playback/longest-waits.ts';
import { dayInWords } from '../../words/numbers/day-in-words.ts';
import { useDay } from '../../state/counts.ts';
import { follow, followed, followedIn, stopFollowing } from '../../state/followed.ts';
import { watched, type WatchedRun } from '../../state/watched.ts';
import { sayDays } from '../../words/now.ts';
import { PersonPanel } from '../../parts/person/person-panel.tsx';
import { Table } from '../../parts/table/data-table.tsx';
import { eventTable } from './now-table.ts';
import type { DataTable } from '../../parts/table/table.ts';

const MOST = 20;

export function Person({ model }: { readonly model: Model }) {
  const run = useStore(watched, (s) => s.run);
  const key = useStore(followed, (s) => s.person);
  const day = useDay();
  if (!run) return null;
  const person = followedIn(run, key);
  const waits = waitTable(run, day);
  return (
    <section aria-label="One person">
      <h3>One person: who waits longest, and what happens to them</h3>
      {waits.rows.length === 0 ? (
        <p>Nobody is waiting on {dayInWords(run.network.startDate, day)}.</p>
      ) : (
        <Table
          table={waits}
          modelId={model.id}
          action={{
            title: 'Follow',
            of: ({ key: who }, at) => (
              <button
                type="button"
                aria-label={`Follow the person in row ${at + 1}`}
                aria-pressed={Number(who) === person}
                onClick={() => follow(run, Number(who))}
              >
                {Number(who) === person ? 'Followed' : 'Follow'}
              </button>
            ),
          }}
        />
      )}
      {key && (
        <>
          {person < 0 ? (
            <p>The person you were following does not come in this run.</p>
          ) : (
            <>
              <PersonPanel />
              <Table table={eventTable(run, person)} modelId={model.id} />
            </>
          )}
          <button type="button" onClick={stopFollowing}>
            Stop following
          </button>
        </>
      )}
    </section>
  );
}

function waitTable(run: WatchedRun, day: number): DataTable {
  const { model, network } = run;
  const label = (station: number) => model.stations[network.stationIds[station]].label;
  return {
    id: 'longest-waits',
    caption: `The longest waits on ${dayInWords(network.startDate, day)}. Invented people in a simulated year`,
    columns: [
      { key: 'for', title: 'Waiting for' },
      { key: 'days', title: 'Waited', unit: 'days', isNumber: true },
      { key: 'where', title: 'Where they are' },
      { key: 'need', title: 'Needs' },
    ],
    rows: longestWaits(run.timeline.worldAt(day), MOST).map(({ person, days, station, askedFor, need }) => ({
      key: String(person),
      cells: {
        for: { value: askedFor < 0 ? 'being seen' : label(askedFor) },
        days: { value: days, shown: sayDays(days) },
        where: { value: station < 0 ? 'outside' : label(station) },
        need: { value: model.needs[network.needIds[need]].label },
      },
    })),
  };
}
