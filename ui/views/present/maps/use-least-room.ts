// The room for maps: the least it has been for what is on the slide. A shorter key would give it more, and more marks a longer key.
import { useEffect, useState, type RefObject } from 'react';

const none = { outer: 0, width: 0, height: 0, fontPx: 24 };

const sides = ['outer', 'width', 'height', 'fontPx'] as const;

/** In whole pixels; the style sheet says how large words are on this screen. `whole` holds the room and what stands round it; when that changes, or what the slide is `of`, it is measured anew. */
export function useLeastRoom(
  whole: RefObject<HTMLElement | null>,
  room: RefObject<HTMLElement | null>,
  of: readonly unknown[],
): { readonly width: number; readonly height: number; readonly fontPx: number } {
  const [now, setNow] = useState(none);
  useEffect(() => {
    const measure = () => {
      // Rounded down: a map a fraction of a pixel higher than its room would lose its lowest line.
      const of = room.current!.getBoundingClientRect();
      const [width, height] = [Math.floor(of.width), Math.floor(of.height)];
      const outer = whole.current!.clientHeight;
      const fontPx = Math.round(Number.parseFloat(getComputedStyle(room.current!).fontSize));
      const next = { outer, width, height, fontPx };
      setNow((last) => (sides.every((side) => last[side] === next[side]) ? last : next));
    };
    const observer = new ResizeObserver(measure);
    for (const { current } of [whole, room]) observer.observe(current!);
    return () => observer.disconnect();
  }, [whole, room]);

  const key = [now.outer, now.width, ...of];
  const [least, setLeast] = useState({ key, height: now.height });
  const isSame = least.key.length === key.length && key.every((one, i) => one === least.key[i]);
  const height = isSame ? Math.min(least.height, now.height) : now.height;
  if (!isSame || height !== least.height) setLeast({ key, height });
  return { width: now.width, height, fontPx: now.fontPx };
}
