// Care at home in a locality, as a ring round the middle of where its people live: dark as far as its places are taken.
import { arc } from 'd3';
import { snapshotOf, useSnapshot } from '../../state/counts.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { homeServicesOf } from './home-services.ts';
import { thereAt } from './people-there.ts';
import type { Placed } from './projected.ts';

const ring = arc();
const turn = (part: number, outerRadius: number) =>
  ring({ innerRadius: outerRadius * 0.55, outerRadius, startAngle: 0, endAngle: 2 * Math.PI * part }) ?? '';

interface HomeRingProps {
  readonly run: WatchedRun;
  readonly area: Placed;
  readonly label: string;
}

export function HomeRing({ run, area: { id, x, y, radiusPx, label: at }, label }: HomeRingProps) {
  const limited = homeServicesOf(run, id).filter(({ isUnlimited }) => !isUnlimited);
  const stations = limited.map((one) => one.id);
  useSnapshot(run, (now) => JSON.stringify(thereAt(run, now, stations)));
  const { inUse, places, isFull } = thereAt(run, snapshotOf(run), stations);
  return (
    <g data-home={id}>
      {stations.length > 0 && (
        <g transform={`translate(${x} ${y})`}>
          <path className="on-ground-place" d={turn(1, radiusPx)} />
          <path className="on-ground-people" d={turn(Math.min(1, inUse / Math.max(1, places)), radiusPx)} />
          {isFull && <circle className="on-ground-full" r={radiusPx + 1.5} />}
        </g>
      )}
      {at && (
        <text className="on-ground-area" x={at.x} y={at.y} textAnchor={at.anchor}>
          {label}
        </text>
      )}
    </g>
  );
}
