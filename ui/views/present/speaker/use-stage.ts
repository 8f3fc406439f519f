// The private window's side: what the stage says, and what it is told to do.
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Ask, Chooser, Choices } from '../choices/choices.ts';
import { commandOf, focusOn, type Command } from '../keys.ts';
import { channelOf, type Told, type ToSpeaker, type ToStage } from './speaker.ts';

export function useStage(id: string) {
  const [told, setTold] = useState<Told>();
  const [choices, setChoices] = useState<Choices>();
  const [said, setSaid] = useState('');
  const [isOver, setOver] = useState(false);
  const channel = useRef<BroadcastChannel>(undefined);
  const waiting = useRef(new Map<Ask, (words: string) => void>());
  const say = (words: ToStage) => channel.current?.postMessage(words);
  useEffect(() => {
    const open = channelOf(id);
    channel.current = open;
    if (!open) return;
    open.onmessage = ({ data }: MessageEvent<ToSpeaker>) => {
      if ('told' in data) setTold(data.told);
      else if ('choices' in data) setChoices(data.choices);
      else if ('said' in data) setSaid(data.said);
      else if ('answer' in data) waiting.current.get(data.to)?.(data.answer);
      else if ('hello' in data) say({ hello: true });
      setOver('over' in data);
    };
    say({ hello: true });
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event, focusOn(event.target));
      if (command === undefined || command === 'leave') return;
      event.preventDefault();
      say({ command });
    };
    const onLeave = () => say({ bye: true });
    window.addEventListener('keydown', onKey);
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pagehide', onLeave);
      open.close();
    };
  }, [id]);
  const chooser = useMemo(
    (): Chooser => ({
      choose: (choice) => say({ choice }),
      ask: (what) =>
        new Promise((resolve) => {
          waiting.current.set(what, resolve);
          say({ ask: what });
        }),
    }),
    [],
  );
  return { told, choices, said, isOver, chooser, send: (command: Command) => say({ command }) };
}
