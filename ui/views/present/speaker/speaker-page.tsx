// The private window: notes, what comes next, the time that has passed, and all that there is to choose, for the screen that the hall does not see.
import { useEffect, useState } from 'react';
import type { ViewProps } from '../../../ground/lazy-view.tsx';
import { Choosing } from '../choices/choosing.tsx';
import { Recording } from '../choices/recording.tsx';
import { MapsTable } from '../maps/maps-table.tsx';
import { PhoneBeside } from './phone-beside.tsx';
import { sayElapsed } from './speaker.ts';
import type { InWindow } from './use-phone.ts';
import { useStage } from './use-stage.ts';
import './speaker.css';

export function SpeakerPage({ section }: ViewProps) {
  const inWindow = useStage(section ?? '');
  const { told, choices, said, isOver, isOnPhone, isCutOff, began, restart, chooser, send } = inWindow;
  return (
    <div className="speaker">
      <div className="speaker-talk">
        <h1>Private window</h1>
        {isCutOff && (
          <p className="speaker-cut-off" role="alert">
            No connection. Trying again…
          </p>
        )}
        {!told && !isCutOff && (
          <p>Waiting for the presentation {isOnPhone ? 'on the laptop' : 'in the other window'}…</p>
        )}
        {isOver && <p role="alert">The presentation has been closed or left.</p>}
        {told && (
          <>
            <p className="speaker-where">
              {told.step === undefined ? 'No step of the story' : `Step ${told.step} of ${told.steps}`} · {told.date}
              {told.about !== '' && <> · {told.about}</>}
            </p>
            <h2>{told.title}</h2>
            <p className="speaker-notes">{told.notes || 'No notes.'}</p>
            <p className="speaker-full">{told.inFull}</p>
            <p className="speaker-next">
              <b>Next:</b> {told.next || 'the end'}
            </p>
            <div className="speaker-buttons">
              <button type="button" onClick={() => send('back')}>
                Back
              </button>
              <button type="button" onClick={() => send('next')}>
                Next step
              </button>
              <button type="button" onClick={() => send('freeze')}>
                {told.isPlaying ? 'Freeze' : 'Play'}
              </button>
              <button type="button" onClick={() => send('black')}>
                {told.isBlack ? 'Show the screen again' : 'Black the screen'}
              </button>
              <button type="button" onClick={() => send('leave')}>
                A question: to Explore
              </button>
            </div>
          </>
        )}
        <Elapsed began={began} restart={restart} />
      </div>
      <div className="speaker-beside">
        {!isOnPhone && <PhoneBeside {...inWindow} />}
        {told && choices && (
          <section className="speaker-choices" aria-label="What the hall sees">
            <Choosing choices={choices} choose={chooser.choose} />
            {/* Steps are written, and files saved, where there is a keyboard. */}
            {!isOnPhone && (
              <Recording
                key={told.step}
                {...chooser}
                choices={choices}
                title={told.about || told.title}
                notes={told.notes}
                said={said}
              />
            )}
            <details>
              <summary>This day as a table</summary>
              <MapsTable table={told.table} />
            </details>
          </section>
        )}
      </div>
    </div>
  );
}

function Elapsed({ began, restart }: Pick<InWindow, 'began' | 'restart'>) {
  const [now, setNow] = useState(began);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return (
    <p className="speaker-time">
      <b role="timer">{sayElapsed(now - began)}</b>{' '}
      <button type="button" onClick={restart}>
        Start the clock again
      </button>
    </p>
  );
}
