// A sign of the key: the very sprite the map stamps, so that the key can show nothing else than the picture does.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { display } from '../state/display.ts';
import { dark, light, looks } from './paint/palette.ts';
import { heightOf, type Shape } from './paint/shape.ts';
import { placesReady } from './paint/fetched.ts';
import { makeSprites } from './paint/sprites.ts';

const [lightSprites, darkSprites] = [makeSprites(light), makeSprites(dark)];
/** In pixels of the page; places are shown a little larger, for what is in them to be seen. */
const [MARK_PX, PLACE_PX] = [15, 18];

/** Whether places can be drawn; the key may come before that. */
function useIsReady(): boolean {
  const [isReady, setReady] = useState(false);
  useEffect(() => void placesReady.then(() => setReady(true)), []);
  return isReady;
}

interface SignProps extends Omit<Shape, 'look'> {
  /** Which of the looks; undefined: nobody is there. */
  readonly look?: number;
  /** Beside larger words. */
  readonly isLarge?: boolean;
}

export function Sign({ look, isLarge = false, ...shape }: SignProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDark = useStore(display, (state) => state.isDark);
  const { place, wait, isElsewhere, isHeld, isOutline } = shape;
  const width = Math.round((place ? PLACE_PX : MARK_PX) * (isLarge ? 1.1 : 1));
  const height = heightOf(shape, width);
  const isReady = useIsReady();
  useLayoutEffect(() => {
    const [sprites, palette] = isDark ? [darkSprites, dark] : [lightSprites, light];
    const sharp = Math.ceil(window.devicePixelRatio || 1);
    const sprite = sprites(
      { place, wait, isElsewhere, isHeld, isOutline, look: look === undefined ? undefined : palette.looks[look] },
      width * sharp,
    );
    const element = canvas.current!;
    Object.assign(element, { width: sprite.width, height: sprite.height });
    element.getContext('2d')!.drawImage(sprite, 0, 0);
  }, [place, wait, isElsewhere, isHeld, isOutline, look, width, isDark, isReady]);
  return <canvas className="scene-sign" ref={canvas} style={{ width, height }} aria-hidden="true" />;
}

/** Of needs that have no look of their own. */
export const lastLook = looks.length - 1;
