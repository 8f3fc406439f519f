// Addresses and views: an old link opens Explore, another view leaves Explore's settings alone, and coming back is no request.
import { beforeEach, describe, expect, it } from 'vitest';
import { arrive, isReturn, route, viewOf } from '../../ui/route.ts';

const explored = '#/explore?m=ilkeston-2019&o=today&s=2019&n=100&stations.p2.beds=11&d=83&v=1.abc';
const fresh = { view: 'explore', hash: '', exploreHash: '#/explore', hasMoved: false } as const;
beforeEach(() => route.setState(fresh, true));

it.each([
  ['', 'explore'],
  ['#', 'explore'],
  [explored, 'explore'],
  ['#/checks', 'checks'],
  ['#/checks?s=2', 'checks'],
  ['#/method/rule-4', 'method'],
  ['#/checksum', 'explore'],
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
    expect(route.getState()).toMatchObject({ view: 'checks', exploreHash: explored });
    go('#/method/rule-4');
    go('#/checks?s=2');
    expect(route.getState().exploreHash).toBe(explored);
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
});
