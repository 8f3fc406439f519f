// The followed person in two runs side by side: why they are waiting on the day of the map, their journeys as strips and tables.
import { useId, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { Table } from '../table/data-table.tsx';
import { dateOfDay } from '../../words/numbers/day-in-words.ts';
import { useDayEvery } from '../../state/counts.ts';
import { followed, type PersonKey } from '../../state/followed.ts';
import { playhead, seek } from '../../state/playhead.ts';
import { hasEdits } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { watched } from '../../state/watched.ts';
import { optionOf, optionsOf, TODAY } from '../../model/values.ts';
import { INVENTED, sayBoth, sayWaited, type Waited } from '../../words/journey.ts';
import { JourneyStrip } from './journey-strip.tsx';
import { journeyTable } from './journey-table.ts';
import { longestWait, waitedDays, type Course } from '../../playback/course.ts';
import { courseIn, namesOf, sayNow } from './told.ts';
import { useWait } from './use-wait.ts';
import { useBeside, type BesideRun } from '../../session/watch-beside.ts';
import { PANEL } from './why-line.tsx';
import './person.css';

const EVERY_MS = 1000;

export function PersonPanel() {
  const key = useStore(followed, (s) => s.person);
  const model = useStore(settings, (s) => s.model);
  return key && model ? <Panel key={`${model.id} ${key.high} ${key.low}`} model={model} person={key} /> : null;
}

/** One run with the person in it. */
interface Side {
  readonly name: string;
  readonly run: BesideRun;
  readonly person: number;
  readonly course: Course;
}

function Panel({ model, person: key }: { readonly model: Model; readonly person: PersonKey }) {
  const id = useId();
  const run = useStore(watched, (s) => s.run);
  const present = useStore(settings, (s) => s.present);
  const isToday = present.option === TODAY && !hasEdits(present);
  const others = optionsOf(model).filter((option) => option.id !== present.option || hasEdits(present));
  const [asked, setAsked] = useState<string>();
  const usual = isToday ? (others[0]?.id ?? TODAY) : TODAY;
  const besideId = others.some((option) => option.id === asked) ? asked! : usual;
  const { run: other, problem } = useBeside({ option: besideId, conditions: present.conditions });
  const day = useDayEvery(EVERY_MS);

  const name = `${optionOf(model, present.option).title}${hasEdits(present) ? ', edited' : ''}`;
  const mine = useMemo(() => run && { run, ...courseIn(run, key) }, [run, key]);
  const theirs = useMemo(() => other && { run: other, ...courseIn(other, key) }, [other, key]);
  const sides = [mine && { ...mine, name }, theirs && { ...theirs, name: optionOf(model, besideId).title }].filter(
    (side): side is Side => Boolean(side),
  );
  const [fromDay, toDay] = scaleOf(sides);
  const waits = sides.map((side) => waitedOf(side));
  const wait = mine && longestWait(mine.course);
  const need =
    mine && mine.person >= 0 ? model.needs[mine.run.network.needIds[mine.run.people.need[mine.person]]] : undefined;

  return (
    <section className="person" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <span id={PANEL} tabIndex={-1}>
          {need ? `One person who comes needing ${need.label}` : 'The person you are following'}
        </span>
      </h2>
      <p className="person-invented">{INVENTED}</p>
      <div className="person-do">
        <span>
          <label htmlFor={`${id}-beside`}>Compare with</label>{' '}
          <select id={`${id}-beside`} value={besideId} onChange={(event) => setAsked(event.target.value)}>
            {others.map((option) => (
              <option key={option.id} value={option.id}>
                {option.title}
              </option>
            ))}
          </select>
        </span>
        {wait && (
          <button type="button" onClick={() => seek(Math.max(0, (wait.fromDay + wait.toDay) / 2))}>
            Go to the middle of their longest wait
          </button>
        )}
      </div>
      {waits.length === 2 && <p className="person-both">{sayBoth(waits[0], waits[1])}</p>}
      <div className="person-sides">
        {sides.map((side, at) => (
          <SideOf key={at} {...{ side, day, fromDay, toDay }} id={`journey-${at === 0 ? 'shown' : 'beside'}`} />
        ))}
        {sides.length < 2 && <p>{problem || 'Simulating the same year under the other option…'}</p>}
      </div>
      {fromDay < toDay && mine && (
        <div aria-hidden="true">
          <p className="person-scale">
            <span>{dateOfDay(mine.run.network.startDate, fromDay)}</span>
            <span>{dateOfDay(mine.run.network.startDate, toDay)}</span>
          </p>
          <p className="person-key">
            <span>
              <i data-what="in care" /> in care
            </span>
            <span>
              <i data-what="being seen" /> being seen
            </span>
            <span>
              <i data-what="ready, waiting" /> waiting
            </span>
            <span>
              <i className="day" /> the day on the map
            </span>
          </p>
        </div>
      )}
    </section>
  );
}

function SideOf({
  side,
  day,
  fromDay,
  toDay,
  id,
}: {
  readonly side: Side;
  readonly day: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly id: string;
}) {
  const { name, run, person, course } = side;
  const { label } = namesOf(run);
  const { startDate } = run.network;
  const found = useWait(run, person, day);
  const isPlaying = useStore(playhead, (s) => s.playing);
  const why = found?.wait ?? null;
  const said = found ? sayNow(run, course, why, found.day) : '…';
  if (person < 0)
    return (
      <div className="person-side" data-side={id}>
        <h3>{name}</h3>
        <p>This person does not come in this run.</p>
      </div>
    );
  return (
    <div
      className="person-side"
      data-side={id}
      data-known={found !== undefined}
      data-waits={why !== null}
      data-ahead={why?.ahead}
    >
      <h3>
        {name} <span>{sayWaited(waitedOf(side))}</span>
      </h3>
      <JourneyStrip {...{ course, label, fromDay, toDay, day }} />
      <p className="person-why">
        <b>
          {dateOfDay(startDate, found?.day ?? day)}
          {why ? ', why they wait' : ''}:
        </b>{' '}
        {said}
      </p>
      {/* Told to those who listen while the day rests; a sentence a second nobody could follow. */}
      <output className="hidden">{isPlaying || !found ? '' : `${name}: ${said}`}</output>
      <details>
        <summary>Their journey as a table</summary>
        <Table
          table={journeyTable(id, `${name}: the journey of one invented person`, course, label, startDate)}
          modelId={run.model.id}
        />
      </details>
    </div>
  );
}

const waitedOf = ({ name, person, course }: Side): Waited => ({
  name: name.replace(/^Today$/, 'today'),
  days: person < 0 ? null : waitedDays(course),
  isWhole: course.isWhole,
});

/** From the first coming to the last leaving, the same for both. */
function scaleOf(sides: readonly Side[]): [fromDay: number, toDay: number] {
  const spans = sides.flatMap(({ course }) => course.spans);
  if (spans.length === 0) return [0, 0];
  return [Math.min(...spans.map(({ fromDay }) => fromDay)), Math.max(...spans.map(({ toDay }) => toDay))];
}
