// The stage's side of the speaker's window: opens it, sends it news, obeys it, and puts the notes under the picture where no window opens.
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { dateOfDay } from '../../../words/numbers/day-in-words.ts';
import { useDay } from '../../../state/counts.ts';
import { playhead } from '../../../state/playhead.ts';
import type { OnStage } from '../on-stage.ts';
import { channelOf, presentationId, type Told, type ToSpeaker, type ToStage } from './speaker.ts';

/** So long a window has to say that it is there: it is this page once more, from the browser's own store. */
const PATIENCE_MS = 8000;

export interface Speaker {
  readonly isUnderPicture: boolean;
  /** In words, for the person who pressed the button. */
  readonly said: string;
  open(): void;
  putUnderPicture(isThere: boolean): void;
}

export function useSpeaker({ model, steps, at, title, notes, inFull, run }: OnStage): Speaker {
  const [isUnderPicture, putUnderPicture] = useState(false);
  const [said, setSaid] = useState('');
  const isPlaying = useStore(playhead, (s) => s.playing);
  const date = dateOfDay(model.calendar.startDate, useDay(Math.floor));
  const next = at === undefined ? steps[0]?.title : steps[at + 1]?.title;
  const full = inFull.filter((line) => line !== '').join(' ');
  const told: Told = {
    title,
    notes,
    inFull: full,
    next: next ?? '',
    step: at === undefined ? undefined : at + 1,
    steps: steps.length,
    date,
    isPlaying,
  };
  const latest = useRef({ told, run, wasHeard: false });
  const channel = useRef<BroadcastChannel>(undefined);
  const [id] = useState(presentationId);
  const post = (words: ToSpeaker) => channel.current?.postMessage(words);

  useEffect(() => {
    const open = channelOf(id);
    channel.current = open;
    if (!open) return;
    open.onmessage = ({ data }: MessageEvent<ToStage>) => {
      if ('command' in data) return latest.current.run(data.command);
      latest.current.wasHeard = true;
      setSaid('The speaker window is open.');
      putUnderPicture(false);
      post({ told: latest.current.told });
    };
    return () => {
      post({ over: true });
      open.close();
    };
  }, [id]);
  useEffect(() => {
    latest.current = { ...latest.current, told, run };
  });
  useEffect(() => {
    post({ told: latest.current.told });
  }, [title, notes, full, next, at, steps.length, date, isPlaying]);

  const open = useCallback(() => {
    latest.current.wasHeard = false;
    const window_ = window.open(
      `${location.href.split('#')[0]}#/speaker/${id}`,
      `onward-${id}`,
      'width=900,height=700',
    );
    const without = (why: string) => {
      setSaid(`${why} The notes are under the picture instead.`);
      putUnderPicture(true);
    };
    if (!window_ || !channel.current) return without('The browser did not open another window.');
    setSaid('Opening…');
    setTimeout(() => {
      if (!latest.current.wasHeard) without('The other window does not answer.');
    }, PATIENCE_MS);
  }, [id]);
  return { isUnderPicture, said, open, putUnderPicture };
}
