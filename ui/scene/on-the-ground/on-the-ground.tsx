// The county on the ground: districts, each place where it is, as large as its beds and filled by its people, and who comes from where.
import { useEffect, useMemo, useRef } from 'react';
import { max } from 'd3';
import { useStore } from 'zustand';
import { useSize } from '../../ground/use-size.ts';
import { areasOf, sitesOf } from '../../model/on-the-ground.ts';
import { watched, type WatchedRun } from '../../state/watched.ts';
import { DrawingChoice } from '../drawing-choice.tsx';
import { everyFrame } from '../paint/every-frame.ts';
import { AreaTable } from './area-table.tsx';
import { Closeness } from './closeness.tsx';
import source from './districts.json';
import { GroundKey } from './ground-key.tsx';
import { HomeRing, RING_PX } from './home-ring.tsx';
import { startsAWeek } from './people-there.ts';
import { projected, type District, type Point } from './projected.ts';
import { shortName } from './short-name.ts';
import { SiteMark } from './site-mark.tsx';
import './on-the-ground.css';

const all = source.features as unknown as readonly District[];
const FONT_PX = 13;
/** Narrower, the table stands below the map. */
const BESIDE_PX = 640;
/** As wide as the map is high, or more: a county is about square. */
const MOST_RATIO = 1.25;
const MOST_PART = 0.6;

export function OnTheGround() {
  const run = useStore(watched, (state) => state.run);
  // The clock goes on while there is a picture; words and marks read it.
  useEffect(() => everyFrame(() => {}), []);
  if (!run) return <p className="scene-none">One run for the map is being simulated…</p>;
  return <Ground run={run} />;
}

function Ground({ run }: { readonly run: WatchedRun }) {
  const { model } = run;
  const { attribute, areas } = areasOf(model)!;
  const room = useRef<HTMLDivElement>(null);
  const roomPx = useSize(room);
  const isBeside = roomPx.width >= BESIDE_PX;
  const width = isBeside ? Math.min(roomPx.width * MOST_PART, roomPx.height * MOST_RATIO) : roomPx.width;
  const height = isBeside ? roomPx.height : Math.round(roomPx.width / MOST_RATIO);
  const size = useMemo(() => ({ width, height }), [width, height]);
  const side = isBeside ? { left: width } : undefined;
  const laidOut = useMemo(() => layOut(run, size), [run, size]);

  return (
    <section className="on-ground" aria-label="Map of places">
      <div className="scene-bar">
        <DrawingChoice model={model} />
        <Closeness model={model} />
      </div>
      <div className="on-ground-body" data-beside={isBeside || undefined} ref={room}>
        <div className="on-ground-map" style={size}>
          <svg width={size.width} height={size.height} fontSize={FONT_PX} aria-hidden="true">
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
                  <path
                    key={key}
                    className="on-ground-way"
                    data-away={isAway || undefined}
                    d={d}
                    strokeWidth={widthPx}
                  />
                ))}
                {laidOut.areas.map((area) => (
                  <HomeRing key={area.id} run={run} area={area} label={labelOf(run, area.id)} />
                ))}
                {laidOut.sites.map((site) => (
                  <SiteMark key={site.id} run={run} site={site} fontPx={FONT_PX} />
                ))}
              </>
            )}
          </svg>
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls: by Tab, or nobody without a mouse could see the rest */}
        <section className="on-ground-side" style={side} aria-label="Places" tabIndex={0}>
          {areas.map(({ id }, at) => (
            <AreaTable key={id} run={run} locality={id} label={labelOf(run, id)} tint={at % 3} attribute={attribute} />
          ))}
          <GroundKey />
          <p className="small">{source.source.replace(/^.*?Contains/s, 'Contains')}</p>
        </section>
      </div>
    </section>
  );
}

const labelOf = ({ map }: WatchedRun, id: string) => map.localities?.find((one) => one.id === id)?.label ?? id;

/** So large that the largest place of a county stays a place and the smallest can be seen. */
const MOST_RADIUS_PX = 26;
const LEAST_RADIUS_PX = 5;
const MOST_WAY_PX = 9;

function layOut(run: WatchedRun, { width, height }: { readonly width: number; readonly height: number }) {
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
    // A hospital holds many times as many people, and is told by its number.
    radiusPx: locality === undefined ? most : Math.max(LEAST_RADIUS_PX, most * Math.sqrt(bedsOf(stations) / mostBeds)),
    // Room for the longest that the second line may say.
    lines: [shortName(name), '88 of 88 FULL'],
  }));
  const areaSpots = areas.map(({ id, centre }) => ({ id, at: centre, radiusPx: RING_PX, lines: [labelOf(run, id)] }));
  const { outlines, spots } = projected(districts, [...areaSpots, ...siteSpots], {
    width,
    height,
    fontPx: FONT_PX,
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
    ways: ways.toSorted((a, b) => Number(a.isAway) - Number(b.isAway)),
    sites: placed.map((one, at) => ({ ...one, name: sites[at].name, stations: sites[at].stations })),
  };
}

/** A way that bends to its left, so that one there and one back are told apart. */
function arc(from: Point, to: Point): string {
  const [x, y] = [(from.x + to.x) / 2 + (to.y - from.y) * 0.15, (from.y + to.y) / 2 - (to.x - from.x) * 0.15];
  const say = (n: number) => Math.round(n * 10) / 10;
  return `M${say(from.x)} ${say(from.y)}Q${say(x)} ${say(y)} ${say(to.x)} ${say(to.y)}`;
}
