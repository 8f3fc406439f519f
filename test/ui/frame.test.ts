// The frame: the marks drawn are exactly the people the engine counts, each in a cell of its own, gliding or not.
import { describe, expect, test } from 'vitest';
import fc, { cases } from '../properties.ts';
import { compile, readModel, type Model } from '../../engine/index.ts';
import { watch } from '../../engine/study/replication.ts';
import ilkeston from '../../models/ilkeston-2019.json?raw';
import {
  DELAYED,
  emptyFrame,
  fillFrame,
  IN_CARE,
  LEAVING,
  NO_GLIDE,
  OUTSIDE,
  type Frame,
} from '../../ui/playback/frame.ts';
import { buildTimeline } from '../../ui/playback/timeline.ts';
import { HOME, HOSPITAL, WARD, outline, story, storyPeople } from './story.ts';

const model = readModel(ilkeston).model as Model;

test('the marks are the people, at every sampled instant of any run', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      fc.double({ min: 1, max: 6, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      fc.array(fc.double({ min: 0, max: 365, noNaN: true }), { minLength: 5, maxLength: 15 }),
      (seed, arrivalsPerDay, glideDays, days) => {
        const program = compile(model, { option: 'today', set: { 'streams.acute.arrivalsPerDay': arrivalsPerDay } });
        const { trace, people } = watch(program, seed, 0);
        const timeline = buildTimeline({ trace, network: program.network, people: people.need.length });
        const frame = emptyFrame();
        for (const day of days) {
          const seats = timeline.seatsAt(day);
          fillFrame(frame, seats, trace, { days: glideDays, settledDays: 0, afterDay: -Infinity });
          const { occupancy, delayed, askedFor, state } = seats.world;
          expect(marksBy(frame, occupancy.length, [IN_CARE, DELAYED])).toEqual([...occupancy]);
          expect(marksBy(frame, occupancy.length, [DELAYED])).toEqual([...delayed]);
          const outside = [...occupancy].map(
            (_, s) => askedFor.filter((asked, p) => asked === s && state[p] === 1).length,
          );
          expect(marksBy(frame, occupancy.length, [OUTSIDE])).toEqual(outside);
          expectEachInItsOwnCell(frame);
        }
      },
    ),
    { numRuns: cases(12) },
  );
});

describe('the story', () => {
  const timeline = buildTimeline({ trace: story, network: outline, people: storyPeople });
  const frameAt = (day: number, glide = NO_GLIDE) => fillFrame(emptyFrame(1), timeline.seatsAt(day), story, glide);
  const markOf = (frame: Frame, person: number) => {
    const i = frame.person.subarray(0, frame.length).indexOf(person);
    const { kind, room, cell, arrived, from, fromCell, waitedDays } = frame;
    return i < 0
      ? null
      : {
          kind: kind[i],
          room: room[i],
          cell: cell[i],
          arrived: arrived[i],
          from: from[i],
          fromCell: fromCell[i],
          waited: waitedDays[i],
        };
  };
  const glide = { days: 2, settledDays: 0, afterDay: -Infinity };

  test('who waits has waited since they were ready, or since they came', () => {
    expect(markOf(frameAt(13), 3)).toMatchObject({ kind: DELAYED, room: HOSPITAL, waited: 10 });
    expect(markOf(frameAt(13), 4)).toMatchObject({ kind: OUTSIDE, room: 3 + WARD, waited: 4 });
    expect(markOf(frameAt(13), 2)).toMatchObject({ kind: IN_CARE, waited: 0 });
  });

  test('a mark glides from the cell it left, and counts where it is going', () => {
    const frame = frameAt(5.5, glide);
    expect(markOf(frame, 2)).toEqual({
      kind: IN_CARE,
      room: WARD,
      cell: 0,
      arrived: 0.25,
      from: HOSPITAL,
      fromCell: 0,
      waited: 0,
    });
    expect(markOf(frame, 0)).toMatchObject({ kind: LEAVING, room: HOME, cell: -1, arrived: 0.25, from: WARD });
    expect(markOf(frame, 1)).toMatchObject({ arrived: 1 });
    expect(markOf(frameAt(7, glide), 0)).toBeNull();
  });

  test('a glide ends although the playhead rests', () => {
    expect(markOf(frameAt(5.5, { ...glide, settledDays: 1 }), 2)).toMatchObject({ arrived: 0.75 });
    expect(markOf(frameAt(5.5, { ...glide, settledDays: 2 }), 2)).toMatchObject({ arrived: 1 });
    expect(markOf(frameAt(5.5, { ...glide, settledDays: 2 }), 0)).toBeNull();
  });

  test('nothing glides after a jump, or when marks do not travel', () => {
    for (const still of [NO_GLIDE, { ...glide, afterDay: 5.5 }]) {
      const frame = frameAt(5.5, still);
      expect(markOf(frame, 2)).toMatchObject({ arrived: 1 });
      expect(markOf(frame, 0)).toBeNull();
    }
  });
});

function marksBy(frame: Frame, stations: number, kinds: readonly number[]): number[] {
  const marks = Array.from({ length: stations }, () => 0);
  for (let i = 0; i < frame.length; i++) if (kinds.includes(frame.kind[i])) marks[frame.room[i] % stations]++;
  return marks;
}

function expectEachInItsOwnCell(frame: Frame): void {
  const cells = new Set<string>();
  for (let i = 0; i < frame.length; i++) {
    if (frame.kind[i] === LEAVING) continue;
    const cell = `${frame.room[i]}:${frame.cell[i]}`;
    expect(cells.has(cell)).toBe(false);
    cells.add(cell);
  }
}
