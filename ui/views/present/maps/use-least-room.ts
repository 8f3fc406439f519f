// The room for maps: the least it has been for what is on the slide. A shorter key would give it more, and more marks a longer key.
import { useEffect, useState, type RefObject } from 'react';

const none = { outer: 0, width: 0, height: 0 };

/** In whole pixels. `whole` holds the room and what stands round it; when that changes, or what the slide is `of`, it is measured anew. */
export function useLeastRoom(
  whole: RefObject<HTMLElement | null>,
  room: RefObject<HTMLElement | null>,
  of: readonly unknown[],
): { readonly width: number; readonly height: number } {
  const [now, setNow] = useState(none);
  useEffect(() => {
    const measure = () => {
      // Rounded down: a map a fraction of a pixel higher than its room would lose its lowest line.
      const of = room.current!.getBoundingClientRect();
      const [width, height] = [Math.floor(of.width), Math.floor(of.height)];
      const outer = whole.current!.clientHeight;
      setNow((last) =>
        last.outer === outer && last.width === width && last.height === height ? last : { outer, width, height },
      );
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
  return { width: now.width, height };
}
