// One person's course through a run, by hand on a small story: spans end to end, days waited, and the words for two of them.
import { describe, expect, it } from 'vitest';
import { journeyOf } from '../../ui/playback/journey.ts';
import { courseOf, longestWait, spanAt, waitedDays } from '../../ui/playback/course.ts';
import { sayBoth, sayWaited } from '../../ui/words/journey.ts';
import { HOME, HOSPITAL, outline, story, WARD } from './story.ts';

const course = (person: number) => courseOf(journeyOf(story, outline, person), outline.isExit, outline.runDays);

describe('a course', () => {
  it('who waits in hospital from day 3 to day 20 and is then in the ward to the end', () => {
    const one = course(3);
    expect(one.spans).toEqual([
      { what: 'ready, waiting', station: HOSPITAL, fromDay: 3, toDay: 20 },
      { what: 'in care', station: WARD, fromDay: 20, toDay: 100 },
    ]);
    expect([waitedDays(one), one.left, one.isWhole]).toEqual([17, null, false]);
    expect(spanAt(one, 19.9)?.what).toBe('ready, waiting');
    expect(spanAt(one, 20)?.what).toBe('in care');
  });

  it('who gets in at once and goes home has waited for nothing', () => {
    const one = course(0);
    expect(one.spans).toEqual([{ what: 'in care', station: WARD, fromDay: -2, toDay: 5 }]);
    expect([waitedDays(one), one.isWhole, longestWait(one)]).toEqual([0, true, undefined]);
    expect(one.left).toEqual({ station: HOME, day: 5 });
  });

  it('who waits outside waits for the ward, from day 9 to day 30', () => {
    const one = course(4);
    expect(one.spans[0]).toEqual({ what: 'waiting outside', station: WARD, fromDay: 9, toDay: 30 });
    expect(longestWait(one)?.toDay).toBe(30);
  });

  it('nobody has no course', () => expect(course(-1).spans).toEqual([]));

  it('has no gap and no overlap, for everybody in the story', () => {
    for (let person = 0; person < 5; person++) {
      const { spans } = course(person);
      spans.forEach((span, at) => {
        expect(span.toDay).toBeGreaterThan(span.fromDay);
        if (at > 0) expect(span.fromDay).toBe(spans[at - 1].toDay);
      });
    }
  });
});

describe('two journeys in words', () => {
  const whole = { isWhole: true };
  it('says under which they wait longer', () =>
    expect(sayBoth({ name: 'today', days: 9, ...whole }, { name: 'Option B', days: 2, ...whole })).toBe(
      'This person waits 7.0 days longer under today than under Option B.',
    ));
  it('claims nothing of what it cannot see, and nothing where there is no difference', () => {
    expect(sayBoth({ name: 'a', days: null, ...whole }, { name: 'b', days: 2, ...whole })).toBe('');
    expect(sayBoth({ name: 'a', days: 2, isWhole: false }, { name: 'b', days: 2.01, ...whole })).toBe(
      'This person waits equally long in both, within this run.',
    );
  });
  it('one day is one day', () => expect(sayWaited({ name: 'a', days: 1, ...whole })).toBe('Waited 1.0 day in all'));
});
