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

/** Whether the sliders are on the screen and the finding is not. Uses an observer: measuring would cost a layout at every answer. */
function useAway(): boolean {
  const [isAway, setAway] = useState(false);
  const seen = useRef({ observer: undefined as IntersectionObserver | undefined, of: new Map<Element, boolean>() });
  useEffect(() => {
    const { current } = seen;
    // Both are looked up each time: another layout makes them anew.
    const [controls, finding] = ['.controls', '.headline h1'].map((selector) => document.querySelector(selector));
    const both = [controls, finding].filter((one) => one !== null);
    if (current.observer && both.length === current.of.size && both.every((one) => current.of.has(one))) return;
    current.observer?.disconnect();
    current.of = new Map(both.map((one) => [one, false]));
    current.observer = new IntersectionObserver((changed) => {
      for (const { target, isIntersecting } of changed) current.of.set(target, isIntersecting);
      const isInSight = (one: Element | null) => one !== null && current.of.get(one) === true;
      setAway(isInSight(controls) && !isInSight(finding));
    });
    for (const one of both) current.observer.observe(one);
  });
  useEffect(() => {
    const { current } = seen;
    return () => {
      current.observer?.disconnect();
      current.observer = undefined;
    };
  }, []);
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
