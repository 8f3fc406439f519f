// The key under the map: which shape is which need, and what a place says by its light, its amber, its corners and its hatching.
import { useLayoutEffect, useRef, type RefObject } from 'react';
import type { Model } from '../../engine/index.ts';
import { places, type Place } from '../shown/place.ts';
import { needInSentence } from '../words/elsewhere.ts';
import { lookedAt } from './paint/palette.ts';
import { lastLook, Sign } from './legend-sign.tsx';
import { doorOf } from './layout/door.ts';
import type { SceneLayout } from './layout/scene-layout.ts';

export interface LegendProps {
  readonly model: Model;
  /** Null: not laid out yet. */
  readonly layout: SceneLayout | null;
}

/** What the picture shows and no more: no shapes where there are only bars, no bar where there is none. */
export function Legend({ model, layout }: LegendProps) {
  const shown = shownIn(layout);
  const { own, hasOthers } = lookedAt(model);
  const list = useKeptRoom(`${layout?.picture} ${layout?.width}`, JSON.stringify([shown, own, hasOthers]));
  return (
    <ul className="scene-legend" aria-label="Key to the map" ref={list}>
      {shown.hasMarks && (
        <>
          {own.map((id, i) => (
            <li key={id}>
              <Sign look={i} wait="none" /> needs {needInSentence(model.needs[id].label)}
            </li>
          ))}
          {hasOthers && (
            <li>
              <Sign look={lastLook} wait="none" /> other needs
            </li>
          )}
          <PlaceSigns shown={shown} />
        </>
      )}
      {shown.hasBars && (
        <li>
          <Bar /> many people: in care, then ready to leave
        </li>
      )}
    </ul>
  );
}

const names: Readonly<Record<Place, string>> = {
  bed: 'bed',
  roofed: 'bed in a home',
  house: 'place at home',
  staff: 'staff',
};

/** "free: bed, place at home". */
const sayFree = (some: readonly Place[]): string => `free: ${some.map((one) => names[one]).join(', ')}`;

/** What is said of places, by the kind of place it is said of. */
export function PlaceSigns({ shown, isShort = false }: { readonly shown: Shown; readonly isShort?: boolean }) {
  // Of people waiting outside, and in the plain picture, it is said by marks.
  const place = shown.places[0];
  return (
    <>
      <li>
        <Sign isLarge={isShort} place={place} look={0} wait="short" /> waits
      </li>
      <li>
        <Sign isLarge={isShort} place={place} look={0} wait="long" /> over 7 days
      </li>
      <li>
        <Sign isLarge={isShort} place={place} look={0} wait="very long" /> over 21
      </li>
      {shown.hasQueues && (
        <li>
          <Sign isLarge={isShort} look={0} wait="none" isOutline /> queue
        </li>
      )}
      {shown.hasElsewhere && place && (
        <li>
          <Sign isLarge={isShort} place={place} look={0} wait="none" isElsewhere />{' '}
          {isShort ? 'other care' : 'needs other care'}
        </li>
      )}
      {!isShort && shown.freePlaces.length > 0 && (
        <li>
          {shown.freePlaces.map((one) => (
            <Sign key={one} place={one} wait="none" />
          ))}{' '}
          {sayFree(shown.freePlaces)}
        </li>
      )}
    </>
  );
}

/**
 * The key keeps the room it has once taken at a width. What it lists depends on the height left for the map, which depends on the
 * key: a longer key could make the map fall back to bars, the shorter key of bars bring the marks back, and so on for ever.
 */
function useKeptRoom(of: string, listed: string): RefObject<HTMLUListElement | null> {
  const list = useRef<HTMLUListElement>(null);
  const kept = useRef({ of, height: 0 });
  useLayoutEffect(() => {
    if (!list.current) return;
    if (kept.current.of !== of) {
      kept.current = { of, height: 0 };
      list.current.style.minHeight = '';
    }
    kept.current.height = Math.max(kept.current.height, list.current.offsetHeight);
    list.current.style.minHeight = `${kept.current.height}px`;
  }, [of, listed]); // only then: to measure lays the page out
  return list;
}

type Shown = ReturnType<typeof shownIn>;

/** What is drawn of a layout; people as marks while there is none. */
export function shownIn(layout: SceneLayout | null) {
  const drawn = layout?.boxes.filter(({ of, isBar, tray }) => !isBar && (of.cells > 0 || tray)) ?? [];
  const inPlaces = layout?.picture === 'places' ? drawn.filter(({ of }) => of.cells > 0) : [];
  const kinds = (some: typeof drawn) => places.filter((kind) => some.some(({ of }) => (of.place ?? 'bed') === kind));
  return {
    hasMarks: !layout || drawn.length > 0,
    hasBars: layout !== null && layout.boxes.some((box) => box.isBar && box.of.cells > 0),
    /** The kinds of place that are drawn as what they are; none in the plain picture. */
    places: kinds(inPlaces),
    /** Of these, the ones that may be free. */
    freePlaces: kinds(inPlaces.filter(({ of }) => !of.isUnlimited)),
    /** Somebody may stand at a door. */
    hasQueues: layout?.boxes.some((box) => doorOf(layout, box) !== null) ?? false,
    /** Somebody may be in the wrong place. */
    hasElsewhere: inPlaces.some(({ of }) => of.isAlternative),
  };
}

/** As where there are too many people for marks. */
export const Bar = () => (
  <svg className="scene-bar-sign" width="32" height="16" viewBox="0 0 32 16" aria-hidden="true">
    <rect y="4" width="22" height="8" />
    <rect x="22" y="4" width="10" height="8" />
  </svg>
);
