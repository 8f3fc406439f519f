// One place on the map: a circle as large as its beds, filled by its people, amber those who are ready to leave and still there.
import { snapshotOf, useSnapshot } from '../../state/counts.ts';
import type { WatchedRun } from '../../state/watched.ts';
import { sayThere, thereAt } from './people-there.ts';
import type { Placed } from './projected.ts';
import { shortName } from './short-name.ts';

export interface DrawnSite extends Placed {
  readonly name: string;
  readonly stations: readonly string[];
  /** A hospital has none. */
  readonly locality?: string;
}

/** A hospital is as large as the people who are ready to leave it, on a scale of its own: nobody can say how many beds it has. */
export const hospitalPx = (most: number, people: number): number => most * Math.sqrt(people / PEOPLE_OF_MOST);
/** So many are as large as the largest place of beds. */
const PEOPLE_OF_MOST = 100;

interface SiteMarkProps {
  readonly run: WatchedRun;
  readonly site: DrawnSite;
  /** The radius of the largest place of beds. */
  readonly most: number;
  readonly fontPx: number;
}

export function SiteMark({ run, site, most, fontPx }: SiteMarkProps) {
  const { x, y, label, name, stations, locality } = site;
  useSnapshot(run, (now) => JSON.stringify(thereAt(run, now, stations)));
  const there = thereAt(run, snapshotOf(run), stations);
  const { inUse, places, delayed, isFull } = there;
  const radiusPx = locality === undefined ? Math.min(site.radiusPx, hospitalPx(most, inUse)) : site.radiusPx;
  const part = Number.isFinite(places) ? Math.min(1, inUse / Math.max(1, places)) : 1;
  const ofThem = inUse > 0 ? delayed / inUse : 0;
  return (
    <g data-site={site.id} data-full={isFull || undefined}>
      <circle className="on-ground-place" cx={x} cy={y} r={radiusPx} />
      <circle className="on-ground-people" cx={x} cy={y} r={radiusPx * Math.sqrt(part)} />
      <circle className="on-ground-delayed" cx={x} cy={y} r={radiusPx * Math.sqrt(part * ofThem)} />
      {isFull && <circle className="on-ground-full" cx={x} cy={y} r={radiusPx + 1.5} />}
      {label && (
        <text x={label.x} y={label.y} textAnchor={label.anchor}>
          <tspan className="scene-name">{shortName(name)}</tspan>
          {label.lines > 1 && (
            <tspan x={label.x} dy={fontPx * 1.2}>
              {sayThere(there)}
            </tspan>
          )}
        </text>
      )}
    </g>
  );
}
