// Which numbers a paper lists, and how it says where the others are.
import { describe, expect, it } from 'vitest';
import { numbersThatMatter, sayOthers } from '../../ui/shown/numbers-that-matter.ts';
import { linesIn } from '../export/ilkeston.ts';
import { shippedModel } from '../models/shipped.ts';

const model = shippedModel('ilkeston-2019');
const lines = linesIn(model);

describe('the numbers that a paper lists', () => {
  const shown = { option: 'today', set: {}, changes: [] };
  const listed = (most: number, of = shown) => numbersThatMatter(model, of, lines, most).map(({ path }) => path);
  const sliders = model.controls!.map(({ path }) => path);
  it('are all where they are few', () => {
    expect(listed(lines.length)).toEqual(lines.map(({ path }) => path));
    expect(sayOthers(lines.length, 0)).toBeUndefined();
  });
  it('are of many those with a slider or a range, or that an option changes, in the order of the document', () => {
    const many = listed(lines.length - 1);
    for (const path of sliders) expect(many).toContain(path);
    expect(many).not.toContain('experiment.seed');
    expect(many).toEqual(lines.map(({ path }) => path).filter((path) => many.includes(path)));
    expect(many.length).toBeLessThan(lines.length - 1);
  });
  it('are the sliders first, then what is changed on the screen, where there is no room for all', () => {
    expect(listed(sliders.length).toSorted()).toEqual([...sliders].toSorted());
    const path = 'experiment.seed';
    const of = { ...shown, set: { [path]: 3 } };
    expect(listed(sliders.length + 1, of)).toContain(path);
    expect(listed(sliders.length + 1)).not.toContain(path);
  });
  it('name a piece of what an option changes as a whole', () => {
    const stay = { ...model, options: [{ id: 'x', title: 'X', set: { 'experiment.seed': 4, calendar: {} as never } }] };
    const some = numbersThatMatter(stay, shown, lines, lines.length - 1).map(({ path }) => path);
    expect(some).toEqual(expect.arrayContaining(['experiment.seed', 'calendar.warmUpDays']));
  });
  it('are said with how many others there are, and where those are', () => {
    expect(sayOthers(33, 3388)).toMatch(
      /^The table has 33 numbers that have .*; the other 3,388 are in the model’s workbook/,
    );
    expect(sayOthers(1, 1)).toMatch(/^The table has 1 number that has .*; the other is in/);
    expect(sayOthers(0, 300)).toMatch(/^No number has .* All 300 are in the model’s workbook/);
  });
});
