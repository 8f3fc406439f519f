// Which view the address asks for. Explore keeps the address it was left with, so that coming back changes nothing.
import { createStore } from 'zustand/vanilla';

export type View = 'explore' | 'checks' | 'method';

export interface Route {
  readonly view: View;
  /** The address's part from # on. */
  readonly hash: string;
  /** What Explore's address was when it was left, or its bare address. */
  readonly exploreHash: string;
  /** Views have been changed since the page was opened. */
  readonly hasMoved: boolean;
}

const BARE = '#/explore';

/** Whatever is no other view's address is Explore's, so that a link of any age opens something. */
export function viewOf(hash: string): View {
  const [, name] = /^#\/(checks|method)(?=$|[?/])/.exec(hash) ?? [];
  return (name as View | undefined) ?? 'explore';
}

export const route = createStore<Route>(() => ({ view: 'explore', hash: '', exploreHash: BARE, hasMoved: false }));

/** An address typed, followed or gone back to. `before` is the one it takes the place of, from # on. */
export function arrive(hash: string, before: string): void {
  const { view, exploreHash } = route.getState();
  const next = viewOf(hash);
  const left = view === 'explore' && next !== 'explore' ? before || BARE : exploreHash;
  route.setState({ view: next, hash, exploreHash: left, hasMoved: true });
}

/** Coming back to Explore by an address that asks for nothing new: what is there stays. */
export const isReturn = (now: Route, before: Route): boolean =>
  before.view !== 'explore' && (now.hash === before.exploreHash || !now.hash.includes('?'));

/** Follows the address bar from now on. */
export function followAddressBar(): void {
  const { hash } = location;
  route.setState({ view: viewOf(hash), hash });
  window.addEventListener('hashchange', ({ oldURL }) => arrive(location.hash, new URL(oldURL).hash));
}
