// The laptop's end of a phone: passes on what the stage has told this window, and does here what is pressed there.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { fromPhone } from './heard.ts';
import { keepRoom, keptRoom, newRoom } from './phone-room.ts';
import { openLine, type Line } from './relay-line.ts';
import type { FromPhone, ToPhone } from './speaker.ts';
import type { useStage } from './use-stage.ts';

export type InWindow = ReturnType<typeof useStage>;

export function usePhone({ told, choices, isOver, began, send, chooser, restart }: InWindow) {
  const [room, setRoom] = useState(keptRoom);
  // Another object each time, so that a phone that comes as another goes hears everything too.
  const [there, setThere] = useState({ phones: 0 });
  const line = useRef<Line<ToPhone>>(undefined);
  const heard = useEffectEvent((sent: unknown) => {
    const words = fromPhone(sent);
    if (!words) return;
    if ('command' in words) send(words.command);
    else if ('choice' in words) chooser.choose(words.choice);
    else if ('restart' in words) restart();
  });
  useEffect(() => {
    keepRoom(room);
    if (room === undefined) return;
    const phones = (count: number) => setThere({ phones: count });
    const open = openLine<FromPhone, ToPhone>(room, { heard: (words) => heard(words), phones }, 'laptop');
    line.current = open;
    return () => {
      line.current = undefined;
      open.close();
    };
  }, [room]);
  const say = useCallback((words: ToPhone) => there.phones > 0 && line.current?.postMessage(words), [there]);
  useEffect(() => void (told && say({ told })), [told, say]);
  useEffect(() => void (choices && say({ choices })), [choices, say]);
  useEffect(() => void say({ passed: Date.now() - began }), [began, say]);
  // Last: whatever is said after it says that there is a presentation.
  useEffect(() => void (isOver && say({ over: true })), [isOver, say]);
  return { room, phones: there.phones, turn: (isOn: boolean) => setRoom(isOn ? newRoom() : undefined) };
}
