// The route of the followed person on the map: solid where they have been, dashed where they have yet to go.
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDay } from '../state/counts.ts';
import { followed } from '../state/followed.ts';
import type { WatchedRun } from '../state/watched.ts';
import { journeyIn } from './followed-journey.ts';
import type { SceneLayout } from './layout/scene-layout.ts';
import { routeLine } from './route-line.ts';

export interface FollowedRouteProps {
  readonly run: WatchedRun;
  readonly layout: SceneLayout;
  /** Lines lie under the boxes, so as not to strike out their words; signs lie on them. */
  readonly part: 'lines' | 'signs';
}

export function FollowedRoute({ run, layout, part }: FollowedRouteProps) {
  const key = useStore(followed, (state) => state.person);
  const { stops } = journeyIn(run, key).journey;
  const signPx = Math.round(Math.min(layout.fontPx * 1.25, 22));
  const { legs, signs } = useMemo(() => routeLine(layout, stops, signPx), [layout, stops, signPx]);
  const at = useDay((day) => stops.findLastIndex((stop) => stop.fromDay <= day));
  const stateOf = (stop: number) => (stop === at ? 'now' : stop < at ? 'past' : 'ahead');
  return (
    <g className="scene-route" aria-hidden="true">
      {part === 'lines' &&
        legs.map((leg) => (
          <g key={leg.to} data-when={leg.to <= at ? 'past' : 'ahead'}>
            <path className="scene-route-edge" d={leg.path} />
            <path d={leg.path} />
          </g>
        ))}
      {part === 'signs' &&
        signs.map(({ stop, x, y }) => (
          <g key={stop} data-when={stateOf(stop)}>
            <circle cx={x} cy={y} r={signPx / 2} />
            <text x={x} y={y + signPx * 0.26} textAnchor="middle" fontSize={signPx * 0.72}>
              {stop + 1}
            </text>
          </g>
        ))}
    </g>
  );
}
