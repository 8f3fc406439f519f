// The stage's side of the private window: opens it, sends it news, obeys it, and says where no window opens.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { dateOfDay } from '../../../words/numbers/day-in-words.ts';
import { useDay } from '../../../state/counts.ts';
import { playhead } from '../../../state/playhead.ts';
import type { Chooser, Choices } from '../choices/choices.ts';
import { answer, choose } from '../choices/choose.ts';
import { tableOf } from '../maps/maps-table.tsx';
import type { OnStage } from '../on-stage.ts';
import { toStage } from './heard.ts';
import { channelOf, presentationId, type Told, type ToSpeaker } from './speaker.ts';

/** So long a window has to say that it is there: it is this page once more, from the browser's own store. */
const PATIENCE_MS = 8000;

export interface Speaker extends Chooser {
  /** No second window opens here, or none answers. */
  readonly isWithout: boolean;
  /** In words, for the person who pressed the button. */
  readonly said: string;
  open(): void;
}

export function useSpeaker(onStage: OnStage, choices: Choices): Speaker {
  const { model, steps, at, title, notes, inFull, isBlack, maps, run } = onStage;
  const [isWithout, setWithout] = useState(false);
  const [isThere, setThere] = useState(false);
  const [said, setSaid] = useState('');
  const isPlaying = useStore(playhead, (s) => s.playing);
  const day = useDay(Math.floor);
  const next = (at === undefined ? steps[0]?.title : steps[at + 1]?.title) ?? '';
  const full = inFull.filter((line) => line !== '').join(' ');
  const date = dateOfDay(model.calendar.startDate, day);
  const told: Told | undefined = isThere
    ? {
        about: at === undefined ? '' : (steps[at]?.title ?? ''),
        title,
        notes,
        inFull: full,
        next,
        date,
        isPlaying,
        isBlack,
        step: at === undefined ? undefined : at + 1,
        steps: steps.length,
        table: tableOf(maps, day),
      }
    : undefined;
  const channel = useRef<BroadcastChannel>(undefined);
  const [id] = useState(presentationId);
  const post = (words: ToSpeaker) => channel.current?.postMessage(words);
  const chooser = useMemo(
    (): Chooser => ({
      choose(choice) {
        void choose(model, choice).then((words) => {
          setSaid(words);
          post({ said: words });
        });
      },
      ask: (what) => Promise.resolve(answer(model, what)),
    }),
    [model],
  );
  const latest = useRef({ run, chooser, wasHeard: false });
  useEffect(() => {
    latest.current = { ...latest.current, run, chooser };
  });

  useEffect(() => {
    const open = channelOf(id);
    channel.current = open;
    if (!open) return;
    open.onmessage = ({ data: sent }: MessageEvent<unknown>) => {
      const data = toStage(sent);
      if (!data) return;
      const { run, chooser } = latest.current;
      if ('command' in data) return run(data.command);
      if ('choice' in data) return chooser.choose(data.choice);
      if ('ask' in data) return void chooser.ask(data.ask).then((words) => post({ answer: words, to: data.ask }));
      latest.current.wasHeard = 'hello' in data;
      setThere('hello' in data);
      setSaid('hello' in data ? 'The private window is open.' : '');
      if ('hello' in data) setWithout(false);
    };
    // One that was open before this page was loaded again says that it is there.
    post({ hello: true });
    return () => {
      post({ over: true });
      open.close();
    };
  }, [id]);
  // What has not changed is not sent again: the choices of a county are long.
  const [news, offer] = [JSON.stringify(told), JSON.stringify(choices)];
  useEffect(() => {
    if (news !== undefined) post({ told: JSON.parse(news) as Told });
  }, [news]);
  useEffect(() => {
    if (isThere) post({ choices: JSON.parse(offer) as Choices });
  }, [isThere, offer]);

  const open = useCallback(() => {
    const window_ = window.open(
      `${location.href.split('#')[0]}#/speaker/${id}`,
      `onward-${id}`,
      'width=1200,height=800',
    );
    const without = (why: string) => {
      setSaid(`${why} The notes are under the picture instead, and what else there is to choose is here.`);
      setWithout(true);
    };
    if (!window_ || !channel.current) return without('The browser did not open another window.');
    if (latest.current.wasHeard) return window_.focus();
    setSaid('Opening…');
    setTimeout(() => {
      if (!latest.current.wasHeard) without('The other window does not answer.');
    }, PATIENCE_MS);
  }, [id]);
  return { ...chooser, isWithout, said, open };
}
