// The private window's side: messages from the stage, and commands to it. From a phone both pass through the private window on the laptop.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Ask, Chooser, Choices } from '../choices/choices.ts';
import { commandOf, focusOn, type Command } from '../keys.ts';
import { roomIn } from './phone-room.ts';
import { openLine } from './relay-line.ts';
import { channelOf, type FromPhone, type Told, type ToPhone, type ToSpeaker, type ToStage } from './speaker.ts';

/** `section` names the presentation in this browser, or the room to which a phone belongs. */
export function useStage(section: string) {
  const room = roomIn(section);
  const [told, setTold] = useState<Told>();
  const [choices, setChoices] = useState<Choices>();
  const [said, setSaid] = useState('');
  const [isOver, setOver] = useState(false);
  const [isCutOff, setCutOff] = useState(false);
  const [began, setBegan] = useState(() => Date.now());
  const channel = useRef<{ postMessage(words: ToStage | FromPhone): void; close(): void }>(undefined);
  const waiting = useRef(new Map<Ask, (words: string) => void>());
  const say = (words: ToStage | FromPhone) => channel.current?.postMessage(words);
  useEffect(() => {
    const hear = (data: ToSpeaker | ToPhone) => {
      if ('passed' in data) return setBegan(Date.now() - data.passed);
      if ('told' in data) setTold(data.told);
      else if ('choices' in data) setChoices(data.choices);
      else if ('said' in data) setSaid(data.said);
      else if ('answer' in data) waiting.current.get(data.to)?.(data.answer);
      else if ('hello' in data) say({ hello: true });
      setOver('over' in data);
    };
    const open =
      room === undefined
        ? channelOf(section)
        : openLine<ToPhone, FromPhone | ToStage>(room, { heard: hear, reached: (is) => setCutOff(!is) });
    channel.current = open;
    if (!open) return;
    if (open instanceof BroadcastChannel) open.onmessage = ({ data }: MessageEvent<ToSpeaker>) => hear(data);
    say({ hello: true });
    const onKey = (event: KeyboardEvent) => {
      // A slider keeps its arrows; what a clicker sends turns the page, or it would change the answer in the hall.
      const isPage = event.key === 'PageDown' || event.key === 'PageUp';
      const isSlider = event.target instanceof HTMLInputElement && event.target.type === 'range';
      const command = commandOf(event, isPage && isSlider ? 'stage' : focusOn(event.target));
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
  }, [section, room]);
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
  const restart = () => {
    setBegan(Date.now());
    if (room !== undefined) say({ restart: true });
  };
  const send = useCallback((command: Command) => say({ command }), []);
  return { told, choices, said, isOver, isOnPhone: room !== undefined, isCutOff, began, restart, chooser, send };
}
