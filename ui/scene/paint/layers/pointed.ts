// Pointed at: a ring round the bed of the person whose mark in a queue is pointed at, and round that mark.
import { marksAt, spotAt } from '../../layout/door.ts';
import type { Layer } from '../painting.ts';
import { ring, ringPerson } from '../ring.ts';

export const pointed: Layer = (painting) => {
  const { palette, plan, queues, pointed: person } = painting;
  if (person < 0) return;
  const look = { colour: palette.ink, width: 2.5 };
  ringPerson(painting, person, 0.75, look);
  const station = queues.findIndex((people) => people.includes(person));
  const door = plan.doors[station];
  if (!door) return;
  const marks = marksAt(door, queues[station].length);
  const [x, y] = spotAt(door, marks, Math.min(marks - 1, queues[station].indexOf(person)));
  const half = door.step * 0.43;
  ring(painting, (x + half) * plan.ratio, (y + half) * plan.ratio, Math.max(6, door.step * 0.7) * plan.ratio, look);
};
