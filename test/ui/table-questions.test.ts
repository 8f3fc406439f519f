// What the page asks about a table of a planner's: in its own words, each offered answer accepted, and a table known for what it is.
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../engine/index.ts';
import { hintInPage, offersIn, optionNames, sayAsked, sayOffer } from '../../ui/words/offers.ts';
import { arrivalsIn, lookedAt, routesIn, staysIn } from '../../ui/worker/fits.ts';
import type { Answers } from '../../ui/worker/file-protocol.ts';

const file = (text: string) => new Blob([text]);

async function asked(
  of: 'stays' | 'arrivals' | 'routes',
  text: string,
  answers: Answers = {},
): Promise<readonly Problem[]> {
  const table = { name: 'table.csv', file: file(text), answers };
  const reply =
    of === 'stays'
      ? await staysIn({ type: of, ...table })
      : of === 'routes'
        ? await routesIn({ type: of, ...table })
        : await arrivalsIn({ type: of, ...table });
  if (reply.type !== of) throw new Error(JSON.stringify(reply));
  return reply.problems;
}

const stays = (extra: string) => `stay\n${Array.from({ length: 40 }, (_, at) => (at % 13) + 1).join('\n')}\n${extra}\n`;
const presentOnOneDay = `came,left\n${Array.from({ length: 30 }, (_, at) => `2026-01-${String((at % 9) + 1).padStart(2, '0')},2026-02-${String((at % 20) + 5).padStart(2, '0')}`).join('\n')}\n`;
const everyDay = Array.from({ length: 20 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`);

const moves = (extra: string) => `From,To\n${'P2,Home\n'.repeat(30)}${extra}\n`;

describe.each([
  ['nobody knows where', 'routes', moves('P2,'), 1],
  ['where they were already', 'routes', moves('P2,P2'), 1],
  ['a slip in a name', 'routes', moves('P2,Hoem'), 2],
  ['no time at all', 'stays', stays('0'), 2],
  ['less than nothing', 'stays', stays('-3'), 1],
  ['a code for not known', 'stays', stays('9999'), 1],
  ['what cannot be read', 'stays', stays('2 months'), 1],
  ['people of one day', 'stays', presentOnOneDay, 2],
  ['a date that is none', 'arrivals', `date,count\n${everyDay.map((day) => `${day},3`).join('\n')}\nsoon,4\n`, 1],
  ['every date once', 'arrivals', `${everyDay.join('\n')}\n`, 1],
] as const)('%s', (_what, of, text, offered) => {
  it('is asked in words of the page, and whatever is offered settles it', async () => {
    const [problem, ...others] = await asked(of, text);
    expect(others).toEqual([]);
    expect(hintInPage(problem.hint, of)).not.toContain('--');
    const offers = offersIn(problem);
    expect(offers.length).toBeGreaterThanOrEqual(offered);
    for (const { option, value } of offers) {
      const after = await asked(of, text, { [option]: value });
      expect(
        after.map(({ found }) => found),
        sayOffer({ option, value }),
      ).not.toContain(problem.found);
    }
  });
});

it('begins as a sentence, and calls an answer that does not fit what the form calls it', async () => {
  const [which] = await asked('stays', 'a,b\n1,2\n3,4\n');
  expect(sayAsked(which, 'stays')).toMatch(/^The columns: found "a", "b"; expected /);
  const [wrong] = await asked('routes', 'From,To\nP2,Home\nP2,P1\n', { from: 'Form' });
  expect(sayAsked(wrong, 'routes')).toMatch(/^“From where”: found "Form"/);
});

it('says which columns it found, even where others are missing', async () => {
  const columns = async (of: 'stays' | 'routes', text: string) => {
    const table = { name: 'table.csv', file: file(text), answers: {} };
    const reply = of === 'stays' ? await staysIn({ type: of, ...table }) : await routesIn({ type: of, ...table });
    return 'columns' in reply && reply.columns;
  };
  const both = 'date in,date out,where from,where to\n2026-01-03,2026-01-19,P2,Home\n2026-01-04,2026-01-09,P2,P1\n';
  expect(await columns('stays', both)).toEqual({ from: 'date in', to: 'date out' });
  expect(await columns('routes', both)).toEqual({ from: 'where from', to: 'where to', date: 'date in' });
  expect(await columns('stays', 'date in,note\n2026-01-03,a\n2026-01-04,b\n')).toEqual({ from: 'date in' });
  expect(await columns('routes', 'a,where to\nP2,Home\nP2,P1\n')).toEqual({ to: 'where to' });
  expect(await columns('stays', 'a,b\n1,2\n3,4\n')).toEqual({});
});

it('names the columns that only the planner knows by what the form calls them', async () => {
  const [problem] = await asked('stays', 'a,b\n1,2\n3,4\n');
  expect(hintInPage(problem.hint)).toContain(`“${optionNames.column}”`);
  expect(offersIn(problem)).toEqual([]);
  const [which] = await asked('routes', 'Ward,Place\nP2,Home\nP2,P1\n');
  expect(hintInPage(which.hint, 'routes')).toBe('Say which: “From where” “To where”.');
});

it.each([
  ['stays', 'admitted,left\n2026-01-03,2026-01-19\n2026-01-04,\n2026-01-05,2026-01-09\n'],
  ['stays', '3\n4\n5\n'],
  ['stays', 'admitted,left,Discharged from,Destination\n2026-01-03,2026-01-19,P2,Home\n2026-01-04,2026-01-05,P2,P1\n'],
  ['stays', 'date in,date out,where from,where to\n2026-01-03,2026-01-19,P2,Home\n2026-01-04,2026-01-05,P2,P1\n'],
  ['stays', 'Came home,Went on\n2026-01-03,2026-01-19\n2026-01-04,\n2026-01-05,2026-01-09\n'],
  ['plan', 'Month,P1 demand,P1 capacity\nApr-26,3,4\nMay-26,3,4\n'],
  ['plan', 'Pathway,Measure,Apr-26,May-26,Jun-26\nP1,Demand,3,4,5\nP1,Capacity,3,4,5\n'],
  ['series', `Date,Demand,P1 demand\n${everyDay.map((day, at) => `${day},${(at * 7) % 5},${at}`).join('\n')}\n`],
  [
    'series',
    'Place,Apr-26,May-26,Jun-26,Jul-26,Aug-26,Sep-26,Oct-26,Nov-26\nP1,3,4,5,6,7,8,9,10\nP2,3,4,5,6,7,8,9,10\n',
  ],
  ['routes', 'where from,where to\nP2,Home\nP2,P1\n'],
  ['routes', 'From,To\nP2,Home\nP2,P1\n'],
  ['routes', 'Ward,Place\nP2,Home\nP2,P1\n'],
  ['routes', 'Discharge date,Discharged from,Destination\n2026-01-03,P2,Home\n2026-01-04,P2,P1\n'],
  ['arrivals', `date,people\n${everyDay.map((day, at) => `${day},${(at * 7) % 5}`).join('\n')}\n`],
])('takes %s for what they are', async (kind, text) => {
  expect(await lookedAt({ type: 'look', name: 'a', file: file(text) })).toMatchObject({ type: 'looked', kind });
});

it('fits what the terminal fits', async () => {
  const reply = await staysIn({ type: 'stays', name: 'a', file: file(stays('')), answers: { unit: 'hours' } });
  if (reply.type !== 'stays' || !reply.found) throw new Error(JSON.stringify(reply));
  const lengths = Array.from({ length: 40 }, (_, at) => ((at % 13) + 1) / 24);
  const mean = lengths.reduce((sum, each) => sum + each, 0) / 40;
  const exponential = reply.found.fit.shapes.find(({ shape }) => shape === 'exponential')!;
  expect(exponential.mean.value).toBeCloseTo(mean, 10);
  expect(reply.found.curve.columns.slice(0, 2)).toEqual(['days', 'records']);
  expect(reply.found.curve.rows.at(-1)![1]).toBeCloseTo(0, 10);
});
