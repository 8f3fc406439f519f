// People who reach a view by keyboard or screen reader begin at its heading; people who open the page there begin at its top.
import { useEffect, useRef, type RefObject } from 'react';
import { route } from '../address/route.ts';

export function useHeadingFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (route.getState().hasMoved) heading.current?.focus();
  }, []);
  return heading;
}
