// The play bar: play and pause, steps, speed, and the timeline with its date in words.
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { useDay } from '../../state/counts.ts';
import { pause, play, playhead, seek, setSpeed, speeds, step } from '../../state/playhead.ts';
import { watched } from '../../state/watched.ts';
import { dateOfDay, dayInWords } from '../../words/numbers/day-in-words.ts';
import { LazyView } from '../../ground/lazy-view.tsx';
import { saySpeed } from '../../words/numbers/speed.ts';
import { weekends } from './weekends.ts';
import './transport.css';

const loadSpoken = () => import('./spoken-day.tsx').then(({ SpokenDay }) => SpokenDay);

const WEEK_DAYS = 7;
/** The button that plays: Tab reaches it first. */
const PLAY = 2;

interface TransportProps {
  /** What is being watched, such as "one of 50 simulated years". */
  readonly caption?: string;
  /** Where another year may be chosen. */
  readonly year?: React.ReactNode;
  /** The counter of days waited. */
  readonly waited?: React.ReactNode;
  /** What the map shows, for those who listen to it. */
  readonly spoken?: React.ReactNode;
  /** In a presentation: large, on one row with other buttons; how fast is the presenter's own affair. */
  readonly isOnStage?: boolean;
}

export function Transport({
  caption,
  year,
  waited,
  spoken = <LazyView load={loadSpoken} />,
  isOnStage = false,
}: TransportProps) {
  const startDate = useStore(watched, (state) => state.run?.network.startDate);
  const { minDay, maxDay } = useStore(watched, (state) => state.run?.timeline) ?? { minDay: 0, maxDay: 0 };
  const speed = useStore(playhead, (state) => state.daysPerSecond);
  const day = useDay(Math.floor);
  const words = startDate === undefined ? '' : dayInWords(startDate, day);
  const speedId = useId();

  return (
    <section className={isOnStage ? 'transport on-stage' : 'transport'} aria-label="Play bar">
      <Buttons />
      <span className="transport-time">
        <span className="transport-weekends" style={{ background: weekends(startDate, minDay, maxDay) }} />
        <input
          className="transport-timeline"
          type="range"
          aria-label="Day of the simulated year"
          aria-valuetext={words}
          min={minDay}
          max={Math.floor(maxDay)}
          step={1}
          value={day}
          onChange={(event) => seek(Number(event.target.value))}
          onKeyDown={stepByKey}
        />
      </span>
      <span className="transport-date" data-day={day}>
        {startDate !== undefined && dateOfDay(startDate, day)}
        <span className="transport-day"> · day {day}</span>
      </span>
      {!isOnStage && (
        <span className="transport-speed">
          <label htmlFor={speedId}>speed</label>
          <select id={speedId} value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
            {speeds.map((days) => (
              <option key={days} value={days}>
                {saySpeed(days)}
              </option>
            ))}
          </select>
        </span>
      )}
      {caption && (
        <span className="transport-caption">
          {year} {caption}
        </span>
      )}
      {waited}
      {spoken}
    </section>
  );
}

/** Browsers take a page to be a tenth of the whole; on a calendar it is a week. */
function stepByKey(event: KeyboardEvent): void {
  const days = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: WEEK_DAYS, PageDown: -WEEK_DAYS }[
    event.key
  ];
  if (days === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  seek(Math.floor(playhead.getState().day) + days);
}

/** A toolbar is one tab stop; the arrow keys go from button to button. */
function Buttons() {
  const playing = useStore(playhead, (state) => state.playing);
  const [current, setCurrent] = useState(PLAY);
  const bar = useRef<HTMLDivElement>(null);
  const buttons = [
    { name: 'Back a week', icon: icons.backWeek, press: () => step(-WEEK_DAYS) },
    { name: 'Back a day', icon: icons.backDay, press: () => step(-1) },
    playing ? { name: 'Pause', icon: icons.pause, press: pause } : { name: 'Play', icon: icons.play, press: play },
    { name: 'Forward a day', icon: icons.onDay, press: () => step(1) },
    { name: 'Forward a week', icon: icons.onWeek, press: () => step(WEEK_DAYS) },
  ];
  const move = (event: KeyboardEvent) => {
    const to = { ArrowLeft: current - 1, ArrowRight: current + 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + buttons.length) % buttons.length;
    setCurrent(next);
    bar.current?.querySelectorAll('button')[next].focus();
  };
  return (
    <div className="transport-buttons" role="toolbar" tabIndex={-1} aria-label="Playing" ref={bar} onKeyDown={move}>
      {buttons.map(({ name, icon, press }, i) => (
        <button
          key={i}
          type="button"
          className={i === PLAY ? 'transport-play' : undefined}
          aria-label={name}
          title={name}
          tabIndex={i === current ? 0 : -1}
          onFocus={() => setCurrent(i)}
          onClick={press}
        >
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            <path d={icon} fill="currentColor" />
          </svg>
        </button>
      ))}
    </div>
  );
}

/** Drawn, because the letters for these differ from one machine to the next and some are emoji. */
const icons = {
  play: 'M5 3 L17 10 L5 17 Z',
  pause: 'M4 3 H8 V17 H4 Z M12 3 H16 V17 H12 Z',
  backDay: 'M4 4 H6.5 V16 H4 Z M16 4 V16 L7.5 10 Z',
  onDay: 'M13.5 4 H16 V16 H13.5 Z M4 4 V16 L12.5 10 Z',
  backWeek: 'M10 4 V16 L2 10 Z M18 4 V16 L10 10 Z',
  onWeek: 'M2 4 V16 L10 10 Z M10 4 V16 L18 10 Z',
};
