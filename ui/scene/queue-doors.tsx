// The queues at doors for hand and keyboard: pointing at a mark, or going along a queue by arrow keys, shows whose bed it is.
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { snapshotOf, useSnapshot } from '../state/counts.ts';
import { follow } from '../state/followed.ts';
import { pointed } from '../state/pointed.ts';
import type { WatchedRun } from '../state/watched.ts';
import { sayQueue, sayQueuing } from '../words/queue.ts';
import type { Box } from './layout/box.ts';
import { doorOf, markAt, marksAt, spotAt, type Door } from './layout/door.ts';
import type { SceneLayout } from './layout/scene-layout.ts';
import './queue-doors.css';

export interface QueueDoorsProps {
  readonly run: WatchedRun;
  readonly layout: SceneLayout;
}

export function QueueDoors({ run, layout }: QueueDoorsProps) {
  return layout.boxes.map((box) => {
    const door = doorOf(layout, box);
    return door && <QueueDoor key={box.of.id} run={run} box={box} door={door} layout={layout} />;
  });
}

interface QueueDoorProps extends QueueDoorsProps {
  readonly box: Box;
  readonly door: Door;
}

/** A finger is not a needle. */
const LEAST_PX = 32;

function QueueDoor({ run, box, door, layout }: QueueDoorProps) {
  const { station, label } = box.of;
  const people = useSnapshot(run, (counts) => counts.queues[station].length);
  const [at, setAt] = useState(-1);
  const shown = at < 0 ? -1 : Math.min(at, people - 1);
  const marks = marksAt(door, people);
  const [x, y] = spotAt(door, Math.max(1, marks), 0);
  const wide = Math.max(LEAST_PX, door.step * Math.min(door.columns, Math.max(1, marks)));
  const high = Math.max(LEAST_PX, door.step * Math.ceil(Math.max(1, marks) / door.columns));

  const show = (to: number) => {
    setAt(to);
    pointed.setState({ run, person: to < 0 ? -1 : (snapshotOf(run).queues[station][to] ?? -1) });
  };
  const onMove = (event: PointerEvent<HTMLElement>) => {
    const corner = event.currentTarget.parentElement!.getBoundingClientRect();
    show(markAt(door, marks, event.clientX - corner.x, event.clientY - corner.y) ?? 0);
  };
  const onKey = (event: KeyboardEvent) => {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const to = steps ? shown + steps : { Home: 0, End: people - 1 }[event.key];
    if (to === undefined || people === 0) return;
    event.preventDefault();
    show(Math.max(0, Math.min(people - 1, to)));
  };

  return (
    <>
      <button
        type="button"
        className="scene-door"
        data-door={box.of.id}
        data-people={people}
        aria-label={sayQueue(people, label)}
        tabIndex={people > 0 || at >= 0 ? 0 : -1}
        style={{
          left: door.x - wide,
          top: y + (door.step * Math.ceil(marks / door.columns) - high) / 2,
          width: wide,
          height: high,
        }}
        onPointerMove={onMove}
        onPointerLeave={() => show(-1)}
        onFocus={() => show(0)}
        onBlur={() => show(-1)}
        onKeyDown={onKey}
        onClick={(event) => {
          event.stopPropagation();
          const person = snapshotOf(run).queues[station][Math.max(0, shown)];
          if (person !== undefined) follow(run, person);
        }}
      />
      {shown >= 0 && (
        <Tip
          run={run}
          box={box}
          at={shown}
          left={Math.min(x + door.step + 8, layout.width - TIP_PX)}
          top={Math.max(0, box.y - 4)}
        />
      )}
    </>
  );
}

/** As wide as the style sheet has it. */
const TIP_PX = 270;

interface TipProps {
  readonly run: WatchedRun;
  readonly box: Box;
  readonly at: number;
  readonly left: number;
  readonly top: number;
}

function Tip({ run, box, at, left, top }: TipProps) {
  const words = useSnapshot(run, (counts) => {
    const person = counts.queues[box.of.station][at];
    if (person === undefined) return '';
    const { station, sinceDay, need } = run.timeline.worldAt(counts.day);
    const { model, network } = run;
    return sayQueuing({
      at,
      days: Math.floor(counts.day - sinceDay[person]),
      place: model.stations[network.stationIds[station[person]]].label,
      need: model.needs[network.needIds[need[person]]].label,
    });
  });
  return (
    <output className="scene-tip" style={{ left, top }}>
      {words}
    </output>
  );
}
