// One map of a presentation: which option it shows, how many people wait just now, and every one of them in their row.
import { useLayoutEffect, useRef } from 'react';
import type { Model } from '../../../../engine/index.ts';
import { useCountsOf } from '../../../state/counts.ts';
import type { WatchedRun } from '../../../state/watched.ts';
import { Boxes } from '../../../scene/boxes.tsx';
import { Ground } from '../../../scene/ground.tsx';
import { Bar, PlaceSigns, shownIn } from '../../../scene/legend.tsx';
import { lastLook, Sign } from '../../../scene/legend-sign.tsx';
import { startLoop } from '../../../scene/paint/loop.ts';
import { lookedAt } from '../../../scene/paint/palette.ts';
import { subjectOf } from '../../../model/values.ts';
import { isBetter, sayBesideToday } from '../../../words/one-day.ts';
import { waits } from '../../../words/story.ts';
import type { Shown } from './shown.ts';
import type { StageLayout } from '../../../scene/layout/stage-layout.ts';
import { waitingIn } from '../../../playback/waiting.ts';
import '../../../scene/scene.css';
import { sayCount } from '../../../words/numbers/count.ts';

interface StageMapProps extends Shown {
  /** Null until there is room to draw in. */
  readonly layout: StageLayout | null;
  readonly spotlight: string | undefined;
}

export function StageMap({ run, name, of, layout, spotlight }: StageMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Before the browser paints, so that words and marks are of the same run.
  useLayoutEffect(() => {
    if (!layout || !canvas.current) return;
    const loop = startLoop(canvas.current, run, layout);
    return () => loop.stop();
  }, [run, layout]);
  if (!layout) return null;
  const { width, height } = layout;
  const lit = layout.boxes.find((box) => box.of.id === spotlight);
  return (
    <div className="stage-map" data-of={of} style={{ width, height }}>
      <Ground layout={layout} />
      <canvas className="scene-people" ref={canvas} style={{ width, height }} aria-hidden="true" />
      <svg
        className="scene-map"
        aria-label={`Map of ${name}`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        style={{ fontSize: layout.fontPx }}
      >
        <Boxes run={run} layout={layout} of="boxes" />
        {lit && (
          <rect
            className="stage-light"
            x={lit.x + 2}
            y={lit.y + 2}
            width={lit.width - 4}
            height={lit.height - 4}
            rx={3}
          >
            <title>Look here</title>
          </rect>
        )}
      </svg>
    </div>
  );
}

interface WaitingNowProps extends Shown {
  /** The other map's. */
  readonly beside: WatchedRun | undefined;
}

/** The large number over a map; blue only where it is better than the one beside it on that day. */
export function WaitingNow({ run, name, of, beside }: WaitingNowProps) {
  const counts = useCountsOf(run);
  const others = useCountsOf(beside ?? null);
  const subject = subjectOf(run.model);
  if (!counts) return null;
  const people = waitingIn(run.network, subject, counts);
  const other = beside && others ? waitingIn(beside.network, subjectOf(beside.model), others) : undefined;
  const isSecond = of === 'option' && other !== undefined;
  return (
    <p
      className="stage-now"
      data-of={of}
      data-day={counts.day}
      data-waiting={people}
      data-better={isBetter(people, other)}
    >
      <b>{sayCount(people)}</b>
      <span>
        <strong>{name}</strong>
        {waits(people)}
        {/* Beside another map, which has said where. */}
        {isSecond ? (
          <>
            : <span className="stage-beside">{sayBesideToday(people, other)}</span>
          </>
        ) : (
          ` ${subject.where}`
        )}
      </span>
    </p>
  );
}

interface StageLegendProps {
  readonly model: Model;
  readonly layout: StageLayout | null;
  readonly leftOut: StageLayout['leftOut'];
}

/** "Pathway 1", "2", "3": the word that all begin with is said once, because a key of one line leaves the map more room. */
function withoutRepeats(names: readonly string[]): readonly string[] {
  const word = /^\S+ /.exec(names[0] ?? '')?.[0] ?? '';
  const isOfAll = word !== '' && names.every((name) => name.startsWith(word));
  return isOfAll ? names.map((name, i) => (i === 0 ? name : name.slice(word.length))) : names;
}

/** Which mark is whose, and how many services had no room. */
export function StageLegend({ model, layout, leftOut }: StageLegendProps) {
  const drawn = shownIn(layout);
  const { own, hasOthers } = lookedAt(model);
  const names = own.map((id) => model.needs[id].label);
  // "Pathway 1: care at home" is known by what comes first, if nothing else begins so.
  const firsts = names.map((name) => name.split(':')[0]);
  const shortNames = withoutRepeats(new Set(firsts).size === firsts.length ? firsts : names);
  return (
    <ul className="stage-legend" aria-label="Key to the map: who needs what">
      {/* Also over bars: whoever moves is seen on the way. */}
      {own.map((id, i) => (
        <li key={id}>
          <Sign isLarge look={i} wait="none" /> {shortNames[i]}
        </li>
      ))}
      {hasOthers && (
        <li>
          <Sign isLarge look={lastLook} wait="none" /> other
        </li>
      )}
      {drawn.hasMarks && <PlaceSigns shown={drawn} isShort />}
      {drawn.hasBars && (
        <li>
          <Bar /> in care, then waiting
        </li>
      )}
      {leftOut.length > 0 && (
        <li
          className="stage-left-out"
          data-services={leftOut.flatMap(({ id, members = [] }) => [id, ...members.map((one) => one.id)]).join(' ')}
        >
          {leftOut.length} more in Explore
        </li>
      )}
    </ul>
  );
}
