// The speaker's window: notes, what comes next and the time that has passed, for the screen that the hall does not see.
import { useEffect, useRef, useState } from 'react';
import type { ViewProps } from '../../../ground/lazy-view.tsx';
import { commandOf, focusOn, type Command } from '../keys.ts';
import { channelOf, sayElapsed, type Told, type ToSpeaker, type ToStage } from './speaker.ts';
import './speaker.css';

export function SpeakerPage({ section }: ViewProps) {
  const { told, isOver, send } = useTold(section ?? '');
  const [began, setBegan] = useState(() => Date.now());
  const now = useClock();
  return (
    <div className="speaker">
      <h1>Speaker window</h1>
      {!told && <p>Waiting for the presentation in the other window…</p>}
      {isOver && <p role="alert">The presentation has been closed or left.</p>}
      {told && (
        <>
          <p className="speaker-where">
            {told.step === undefined ? 'No step of the story' : `Step ${told.step} of ${told.steps}`} · {told.date}
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
          </div>
        </>
      )}
      <p className="speaker-time">
        <b role="timer">{sayElapsed(now - began)}</b>{' '}
        <button type="button" onClick={() => setBegan(Date.now())}>
          Start the clock again
        </button>
      </p>
    </div>
  );
}

function useTold(id: string) {
  const [told, setTold] = useState<Told>();
  const [isOver, setOver] = useState(false);
  const channel = useRef<BroadcastChannel>(undefined);
  const say = (words: ToStage) => channel.current?.postMessage(words);
  useEffect(() => {
    const open = channelOf(id);
    channel.current = open;
    if (!open) return;
    open.onmessage = ({ data }: MessageEvent<ToSpeaker>) => {
      if ('told' in data) setTold(data.told);
      setOver('over' in data);
    };
    say({ hello: true });
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event, focusOn(event.target));
      if (command === undefined || command === 'leave') return;
      event.preventDefault();
      say({ command });
    };
    window.addEventListener('keydown', onKey);
    return () => {
      open.close();
      window.removeEventListener('keydown', onKey);
    };
  }, [id]);
  return { told, isOver, send: (command: Command) => say({ command }) };
}

function useClock(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return now;
}
