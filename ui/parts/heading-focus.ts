// Whoever goes to a view by keyboard or screen reader begins at its heading; whoever opens the page there, at its top.
import { useEffect, useRef, type RefObject } from 'react';
import { route } from '../address/route.ts';

export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (route.getState().hasMoved) heading.current?.focus();
  }, []);
  return heading;
}
