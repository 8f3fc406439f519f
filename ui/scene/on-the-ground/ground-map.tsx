// The map on the ground of one run: district outlines, the ways that people go, rings of care at home, and each place with its people.
import { useMemo } from 'react';
import { max } from 'd3';
import { areasOf, sitesOf } from '../../model/on-the-ground.ts';
import type { WatchedRun } from '../../state/watched.ts';
import source from './districts.json';
import { HomeRing } from './home-ring.tsx';
import { startsAWeek } from './people-there.ts';
import { projected, type District, type Point } from './projected.ts';
import { shortName } from './short-name.ts';
import { hospitalPx, SiteMark } from './site-mark.tsx';
import './on-the-ground.css';

/** JSON does not say which word a type is: all of these districts are of several parts. */
const all = source.features.map(({ properties, geometry: { coordinates } }): District => ({
  properties,
  geometry: { type: 'MultiPolygon', coordinates },
}));

/** The words of the Crown that must stay with any copy of the outlines. */
export const COPYRIGHT = source.source.replace(/^.*?Contains/s, 'Contains');

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface GroundMapProps {
  readonly run: WatchedRun;
  readonly size: Size;
  readonly fontPx: number;
  readonly laidOut: ReturnType<typeof layOut>;
}

/** Where everything is, and which names have no room. */
export function useLaidOut(run: WatchedRun, { width, height }: Size, fontPx: number) {
  return useMemo(() => layOut(run, { width, height }, fontPx, true), [run, width, height, fontPx]);
}

export function GroundMap({ run, size, fontPx, laidOut }: GroundMapProps) {
  const { areas } = areasOf(run.model)!;
  return (
    <svg width={size.width} height={size.height} fontSize={fontPx} aria-hidden="true">
      {laidOut && (
        <>
          {areas.map(({ id, districts }, at) =>
            districts.map((code) => (
              <path
                key={`${id} ${code}`}
                className="on-ground-district"
                data-tint={at % 3}
                d={laidOut.outlines.get(code)}
              />
            )),
          )}
          {laidOut.ways.map(({ key, d, widthPx, isAway }) => (
            <path key={key} className="on-ground-way" data-away={isAway || undefined} d={d} strokeWidth={widthPx} />
          ))}
          {laidOut.areas.map((area) => (
            <HomeRing key={area.id} run={run} area={area} label={labelOf(run, area.id)} />
          ))}
          {laidOut.sites.map((site) => (
            <SiteMark key={site.id} run={run} site={site} most={laidOut.most} fontPx={fontPx} />
          ))}
        </>
      )}
    </svg>
  );
}

export const labelOf = ({ map }: WatchedRun, id: string) => map.localities?.find((one) => one.id === id)?.label ?? id;

/** So large that the largest place of a county stays a place and the smallest can be seen. */
const MOST_RADIUS_PX = 26;
const LEAST_RADIUS_PX = 5;
const MOST_WAY_PX = 9;
/** Room is kept for so many people in a hospital. */
const MOST_DRAWN = 400;

/** Numbers beside the names take room that other names would have. */
export function layOut(run: WatchedRun, { width, height }: Size, fontPx: number, hasNumbers: boolean) {
  if (width === 0 || height === 0) return null;
  const { model } = run;
  const { attribute, areas } = areasOf(model)!;
  const codes = new Set(areas.flatMap(({ districts }) => districts));
  const districts = all.filter(({ properties }) => codes.has(properties.code));
  const sites = sitesOf(model);
  const bedsOf = (stations: readonly string[]) =>
    stations.reduce((beds, id) => beds + Math.max(0, run.map.stations.find((one) => one.id === id)?.cells ?? 0), 0);
  const most = Math.min(MOST_RADIUS_PX, height / 18);
  const mostBeds = max(sites, ({ stations, locality }) => (locality === undefined ? 0 : bedsOf(stations))) || 1;
  const siteSpots = sites.map(({ at, stations, name, locality }) => ({
    id: stations[0],
    at,
    radiusPx:
      locality === undefined
        ? hospitalPx(most, Math.min(MOST_DRAWN, bedsOf(stations)))
        : Math.max(LEAST_RADIUS_PX, most * Math.sqrt(bedsOf(stations) / mostBeds)),
    // Room for the longest that the second line may say.
    lines: [shortName(name), ...(hasNumbers ? ['88 of 88 FULL'] : [])],
  }));
  const areaSpots = areas.map(({ id, centre }) => ({ id, at: centre, radiusPx: fontPx, lines: [labelOf(run, id)] }));
  const { outlines, spots } = projected(districts, [...areaSpots, ...siteSpots], {
    width,
    height,
    fontPx,
  });
  const placed = spots.slice(areas.length);
  const weekly = sites.map(({ stations }) => startsAWeek(run, attribute, stations));
  const mostAWeek = max(weekly.flatMap((one, at) => (sites[at].locality === undefined ? [] : [...one.values()]))) || 1;
  const ways = sites.flatMap(({ locality }, at) =>
    locality === undefined
      ? []
      : areas.flatMap(({ id }, areaAt) => {
          const people = weekly[at].get(id) ?? 0;
          if (people === 0) return [];
          const widthPx = Math.max(0.6, (MOST_WAY_PX * people) / mostAWeek);
          const key = `${id} ${placed[at].id}`;
          return [{ key, d: arc(spots[areaAt], placed[at]), widthPx, isAway: id !== locality }];
        }),
  );
  return {
    outlines,
    areas: spots.slice(0, areas.length),
    most,
    ways: ways.toSorted((a, b) => Number(a.isAway) - Number(b.isAway)),
    sites: placed.map((one, at) => ({ ...one, ...sites[at] })),
  };
}

/** A way that bends to its left, so that one there and one back are both seen. */
function arc(from: Point, to: Point): string {
  const [x, y] = [(from.x + to.x) / 2 + (to.y - from.y) * 0.15, (from.y + to.y) / 2 - (to.x - from.x) * 0.15];
  const say = (n: number) => Math.round(n * 10) / 10;
  return `M${say(from.x)} ${say(from.y)}Q${say(x)} ${say(y)} ${say(to.x)} ${say(to.y)}`;
}
