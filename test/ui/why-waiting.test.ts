// Why somebody waits, on the golden stories: facts worked out by hand from the stories, then the words made of them.
import { describe, expect, it } from 'vitest';
import { causes, compile, readModel, type Model } from '../../engine/index.ts';
import { gatesOf } from '../../engine/network/gate-outline.ts';
import { watch } from '../../engine/study/replication.ts';
import { waitAt } from '../../engine/trace/waits.ts';
import { sayWhy, type WhyNames } from '../../ui/words/why-waiting.ts';
import { corners } from '../golden/corners.ts';
import { stories as golden } from '../golden/stories.ts';

const stories = { ...golden, ...corners };

function watched(story: string) {
  const model = readModel(JSON.stringify(stories[story])).model as Model;
  const program = compile(model, { option: model.options ? 'changed' : 'today' });
  return { ...watch(program, 1, 0), network: program.network, gates: gatesOf(program) };
}
const runs = Object.fromEntries(Object.keys(stories).map((story) => [story, watched(story)]));

function waitIn(story: string, person: number, day: number) {
  const { network } = runs[story];
  const wait = waitAt(runs[story], person, day);
  const names: WhyNames = {
    label: (station) => network.stationIds[station],
    place: () => ({ one: 'bed', many: 'beds' }),
    date: (on) => `day ${Math.floor(on)}`,
    moment: (at) => `day ${at}`,
  };
  return { wait, id: (station: number) => network.stationIds[station], said: wait && sayWhy(wait, names) };
}

describe('on the golden stories', () => {
  it('no place: the one bed is taken until day 7, and then they get it', () => {
    const { wait, id, said } = waitIn('blocked-bed', 1, 4.5);
    expect(wait).toMatchObject({ places: 1, inUse: 1, ahead: 0, sinceDay: 4, nextPlaceDay: 7 });
    expect([causes[wait!.cause], id(wait!.station), id(wait!.held)]).toEqual(['no place', 'p2', 'acute']);
    expect(wait!.ends).toMatchObject({ day: 7, how: 'moves' });
    expect(said).toBe('The one bed at p2 is taken; nobody is ahead; the next place comes on day 7, and they get it.');
  });

  it('nothing is said of whoever is in care, not yet there, or gone', () => {
    for (const day of [-1, 0.5, 2.5, 8]) expect(waitIn('blocked-bed', 0, day).wait).toBeNull();
    expect(waitIn('blocked-bed', -1, 5).wait).toBeNull();
  });

  it('closed hours: the bed is free on Sunday, and opens on Monday at noon', () => {
    const { wait, said } = waitIn('closed-hours', 1, 6.5);
    expect(wait).toMatchObject({ places: 1, inUse: 0, closed: 'there', opensDay: 7.5 });
    expect(said).toBe('There is room at p2, and p2 takes nobody in until day 7.5; they move there on day 7.');
    // On Friday the bed is taken by whoever was let past; that comes first.
    expect(causes[waitIn('closed-hours', 1, 4).wait!.cause]).toBe('no place');
  });

  it('starts limit: both starts of January are gone, and February begins on day 31', () => {
    const { wait, said } = waitIn('starts-a-month', 3, 25);
    expect(wait).toMatchObject({ startsPerMonth: 2, nextMonthDay: 31, ahead: 1, sinceDay: 20 });
    expect(said).toBe(
      'P1 can start 2 people a month, and this month’s starts are used; 1 person is ahead; the next month begins on day 31; they move there on day 31.',
    );
    expect(waitIn('starts-a-month', 4, 35).wait).toMatchObject({ startsPerMonth: 2, nextMonthDay: 60, ends: null });
  });

  it('preparation: the bed is theirs on day 3.5, they are ready at midnight, and may go at 9:00', () => {
    const early = waitIn('preparation', 1, 3.75);
    expect(early.wait).toMatchObject({ preparedDay: 4, promised: 1, inUse: 0, ahead: 0 });
    expect(early.said).toBe(
      'A place at p2 is kept for them while it is made ready, until day 4; they move there on day 4.',
    );
    const late = waitIn('preparation', 1, 4.25);
    expect(late.wait).toMatchObject({ closed: 'here', opensDay: 4.375 });
    expect(late.said).toBe(
      'A place at p2 is ready for them, and acute lets nobody go until day 4.375; they move there later that day.',
    );
    // The empty bed is kept for person 1, so for person 2 there is none.
    expect(waitIn('preparation', 2, 4).said).toBe(
      'The one bed at p2 is kept for somebody getting ready; nobody is ahead; the next place comes on day 6, and they get it.',
    );
  });

  it('assessment: waiting for the team’s hours, then being seen', () => {
    const shut = waitIn('team', 0, 1.25);
    expect(shut.wait).toMatchObject({ isSeen: false, closed: 'there', opensDay: 1.375, assessedDay: 1.375 });
    const seen = waitIn('team', 0, 1.4);
    expect(seen.wait).toMatchObject({ isSeen: true, assessedDay: 1.5 });
    expect([shut, seen].map(({ wait }) => causes[wait!.cause])).toEqual(['assessment', 'assessment']);
    expect(seen.said).toBe('They are being seen by team; that is over later that day; they move to p2 later that day.');
    // Outside, after the team is shut on Tuesday at 15:00: seen on Wednesday at 9:00.
    expect(waitIn('team', 2, 1.75).wait).toMatchObject({ held: -1, assessedDay: 2.375, opensDay: 2.375 });
  });

  it('visits: 1½ are planned on Tuesday of 3, so 2 more do not fit; on Wednesday 1 is, and they do', () => {
    const { wait, said } = waitIn('visits', 1, 1.25);
    expect(causes[wait!.cause]).toBe('visits');
    expect(wait).toMatchObject({ ahead: 0, nextPlaceDay: 2 });
    expect(said).toBe(
      'Care-at-home has no visits left today for one more person; nobody is ahead; the next place comes on day 2, and they get it.',
    );
    expect(waitIn('visits', 2, 1.75).wait).toMatchObject({ ahead: 1, nextPlaceDay: 2, ends: { day: 4, how: 'moves' } });
  });

  it('giving up and being turned away are said as what ends the wait', () => {
    const { wait } = waitIn('giving-up', 1, 1.2);
    // One bed for 4 days from day 0; patience of 2 days from asking on day 1.
    expect(wait!.ends).toMatchObject({ day: 3, how: 'gives up' });
  });

  it('a place being made ready: nobody is in the one bed from day 1¼, and nobody can have it before day 1.625', () => {
    const { wait, said } = waitIn('turnaround', 1, 1.5);
    expect(wait).toMatchObject({ inUse: 0, promised: 0, turning: 1, nextPlaceDay: 1.625 });
    expect(said).toMatch(/^The one bed at ward is being made ready for the next person; nobody is ahead; /);
  });

  it('whoever gives up and stays is said to stay: the bed of P2 comes on day 5, and patience ends on day 3', () => {
    const { wait, id, said } = waitIn('stays-after-all', 1, 2);
    expect(wait!.ends).toMatchObject({ day: 3, how: 'gives up' });
    expect(id(wait!.ends!.station)).toBe('acute');
    expect(said).toMatch(/; they give up on day 3 and stay again in acute\.$/);
  });

  it('says when others may also go first: the ward is a second choice of those who need P1', () => {
    const { wait, said } = waitIn('substitution', 4, 5.75);
    expect(wait).toMatchObject({ isAtLeast: true });
    expect(said).toMatch(/at least \d+ p|nobody is ahead with this as their first choice/);
  });
});

describe('whatever the facts', () => {
  it('a sentence begins with a capital, ends with one full stop, and has no number that is not there', () => {
    for (const story of Object.keys(stories))
      for (let person = 0; person < Math.min(3, runs[story].people.need.length); person++)
        for (let day = 0.1; day < 9; day += 0.35) {
          const { said } = waitIn(story, person, day);
          if (said)
            expect(said, `${story} ${person} ${day}`).toMatch(/^\p{Lu}(?!.*(NaN|undefined|null|Infinity)).*[^.]\.$/u);
        }
  });
});
