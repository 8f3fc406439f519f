// Addresses and views: an old link opens Explore, other views leave the settings alone, and coming back requests nothing.
import { beforeEach, describe, expect, it } from 'vitest';
import { addressOf, arrive, isReturn, route, viewOf } from '../../ui/address/route.ts';
import { headerOf, listed } from '../../ui/address/views.ts';

const explored = '#/explore?m=ilkeston-2019&o=today&s=2019&n=100&stations.p2.beds=11&d=83&v=1.abc';
const fresh = { view: 'explore', hash: '', modelHash: '#/explore', hasMoved: false } as const;
beforeEach(() => route.setState(fresh, true));

it.each([
  ['', 'explore'],
  ['#', 'explore'],
  [explored, 'explore'],
  ['#/checks', 'checks'],
  ['#/checks?s=2', 'checks'],
  ['#/method/rule-4', 'method'],
  ['#/start', 'start'],
  ['#/costs?m=costs&v=1', 'outcomes'],
  ['#/outcomes', 'outcomes'],
  ['#/checksum', 'explore'],
  ['#/toString', 'explore'],
  ['#/constructor', 'explore'],
])('“%s” is %s', (hash, view) => expect(viewOf(hash)).toBe(view));

describe('going and coming back', () => {
  const go = (hash: string) => {
    const before = route.getState();
    arrive(hash, before.hash);
    return isReturn(route.getState(), before);
  };

  it('finds the address Explore was left with, through any other views', () => {
    go(explored);
    go('#/checks');
    expect(route.getState()).toMatchObject({ view: 'checks', modelHash: explored });
    go('#/method/rule-4');
    go('#/checks?s=2');
    expect(route.getState().modelHash).toBe(explored);
    expect(go(explored)).toBe(true);
  });

  it('is a request when the address is another one', () => {
    go(explored);
    go('#/checks');
    expect(go(explored.replace('=11', '=9'))).toBe(false);
  });

  it('is no request by a bare address, but within Explore a new address is one', () => {
    go('#/checks');
    expect(go('#/explore')).toBe(true);
    expect(go(explored)).toBe(false);
  });

  const inOutcomes = explored.replace('explore', 'outcomes');

  it('is no request between views of the model either, whichever has the settings in its address', () => {
    go(explored);
    expect(go('#/outcomes')).toBe(true);
    // As the page writes it there.
    route.setState({ hash: inOutcomes });
    expect(go(explored)).toBe(true);
    expect(go(inOutcomes)).toBe(true);
    expect(go(explored.replace('=11', '=9'))).toBe(false);
  });

  it('from another view goes to the settings that were left', () => {
    go(explored);
    expect(addressOf('outcomes', route.getState())).toBe('#/outcomes');
    go('#/checks');
    expect(addressOf('outcomes', route.getState())).toBe(inOutcomes);
    expect(addressOf('explore', route.getState())).toBe(explored);
    expect(addressOf('start', route.getState())).toBe('#/start');
    expect(go(addressOf('outcomes', route.getState()))).toBe(true);
  });
});

describe('the header', () => {
  it.each([false, true])('has every view once, in order, in its row or under More (narrow: %s)', (isNarrow) => {
    const { row, more } = headerOf(isNarrow);
    const inRow = ['Explore', 'Compare', 'Present'];
    expect(row.map(({ name }) => name)).toEqual(isNarrow ? inRow : ['Story', ...inRow]);
    const under = 'Assumptions,Outcomes and costs,Data,Your data,Report,Build,Models,Checks,Method,Help'.split(',');
    expect(more.map(({ name }) => name)).toEqual(isNarrow ? ['Story', ...under] : under);
    expect([...row, ...more].map(({ view }) => view).toSorted()).toEqual(listed.map(({ view }) => view).toSorted());
  });
});
