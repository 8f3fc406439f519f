// The finding at the top of the window for as long as it has scrolled out of sight while sliders are in it: so the slider and its effect are seen together.
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { toldOfShown, weeks } from '../../state/weeks.ts';
import { sayUnsettled } from '../../words/weeks.ts';
import './finding-in-sight.css';
import { findingOf, whatIsShown } from '../../state/what-is-shown.ts';

export function FindingInSight() {
  const model = useStore(settings, (s) => s.model);
  const state = useStore(results);
  const told = toldOfShown(useStore(weeks));
  const isAway = useAway();
  const bar = useVisibleTop(isAway);
  if (!isAway || !model) return null;
  const unsettled = told && state.shown && sayUnsettled(model, whatIsShown(model, state), told);
  const { sentence, range } = unsettled ?? findingOf(model, state).finding;
  // What was changed is under the reader's thumb: here only what comes of it. The whole finding is read out in its own place.
  const short = sentence.slice(unsettled ? 0 : sentence.lastIndexOf(': ') + 1).trim();
  return (
    <p className="finding-in-sight" ref={bar} aria-hidden="true" data-previous={state.isForPrevious}>
      <b>{short.charAt(0).toUpperCase() + short.slice(1)}</b>
      {/* Why there is no average is said in its own place: the slider needs the room. */}
      {range !== '' && !unsettled && `, ${range}`}
    </p>
  );
}

/** The sliders are in the window, and the finding is not. Both are found anew each time: another layout makes them anew. */
function useAway(): boolean {
  const [isAway, setAway] = useState(false);
  useEffect(() => {
    const isInSight = (selector: string): boolean => {
      const box = document.querySelector(selector)?.getBoundingClientRect();
      return box !== undefined && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
    };
    const look = () => setAway(isInSight('.controls') && !isInSight('.headline h1'));
    const options = { capture: true, passive: true };
    look();
    for (const event of ['scroll', 'resize']) window.addEventListener(event, look, options);
    return () => ['scroll', 'resize'].forEach((event) => window.removeEventListener(event, look, options));
  });
  return isAway;
}

/** A keyboard on the screen, or a picture drawn larger with two fingers, moves what is seen within the window. */
function useVisibleTop(isThere: boolean) {
  const bar = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const seen = window.visualViewport;
    if (!seen || !isThere) return;
    const follow = () => {
      if (!bar.current) return;
      bar.current.style.transform = `translate(${seen.offsetLeft}px, ${seen.offsetTop}px)`;
      bar.current.style.width = `${seen.width}px`;
    };
    follow();
    for (const event of ['resize', 'scroll']) seen.addEventListener(event, follow);
    return () => ['resize', 'scroll'].forEach((event) => seen.removeEventListener(event, follow));
  }, [isThere]);
  return bar;
}
