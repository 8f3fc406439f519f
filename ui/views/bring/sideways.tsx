// Says that a table goes on beyond the edge, for as long as it does: on a phone nothing else shows that it scrolls.
import { useEffect, useRef, useState } from 'react';

export function Sideways({ children }: { readonly children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useEffect(() => {
    const scrolls = box.current?.querySelector('.bring-scroll, .data-scroll');
    if (!scrolls) return;
    const look = () => setWider(scrolls.scrollWidth > scrolls.clientWidth + 1);
    const seen = new ResizeObserver(look);
    for (const one of [scrolls, ...scrolls.children]) seen.observe(one);
    return () => seen.disconnect();
  }, []);
  return (
    <div ref={box}>
      {isWider && <p className="small bring-sideways">Scroll the table sideways to see the rest of it →</p>}
      {children}
    </div>
  );
}
