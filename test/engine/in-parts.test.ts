// A replication in parts is the one in a piece, to the bit, whatever is simulated between its parts.
import { describe, expect, it } from 'vitest';
import { compile, replicate, replicateByWeek } from '../../engine/index.ts';
import { replicateInParts, watchInParts, type InParts } from '../../engine/study/in-parts.ts';
import { watch } from '../../engine/study/replication.ts';
import { shippedModel } from '../models/shipped.ts';

const county = compile(shippedModel('leicester-leicestershire-rutland-2018'), { option: 'today' });
const short = compile(shippedModel('one-queue'), { option: 'today' });

/** What came of it, and in how many parts besides the last; `between` happens after each. */
function whole<Result>(parts: InParts<Result>, between: () => void = () => {}): { result: Result; count: number } {
  for (let count = 0; ; count++) {
    const { done, value } = parts.next();
    if (done === true) return { result: value, count };
    between();
  }
}

describe('a replication of many events', () => {
  it('is left off and taken up often, while others of the same program run', () => {
    const other = replicateInParts(county, 1, 7, false, null);
    const { result, count } = whole(replicateInParts(county, 1, 3, false, null), () => void other.next());
    expect(count).toBeGreaterThan(10);
    expect(result.values).toEqual(replicate(county, 1, 3));
    expect(whole(other).result.values).toEqual(replicate(county, 1, 7));
  });

  it('has the same weeks', () => {
    const { result, count } = whole(replicateInParts(county, 1, 4, true, null));
    expect(count).toBeGreaterThan(10);
    expect(result).toEqual(replicateByWeek(county, 1, 4));
  });
});

it('a short one is one part', () => {
  expect(whole(replicateInParts(short, 1, 0, false, null))).toEqual({
    result: { values: replicate(short, 1, 0) },
    count: 0,
  });
});

it('a watched one has the same trace', () => {
  const { result } = whole(watchInParts(short, 1, 0, null));
  expect(result).toEqual(watch(short, 1, 0));
});
