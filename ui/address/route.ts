// Which view the address asks for. Views of the model keep the settings they were left with, so that coming back changes nothing.
import { createStore } from 'zustand/vanilla';
import { isOfModel, viewNamed, type View } from './views.ts';

export interface Route {
  readonly view: View;
  /** The address's part from # on. */
  readonly hash: string;
  /** What the address was when a view of the model was last left, or Explore's bare address. */
  readonly modelHash: string;
  /** Views have been changed since the page was opened. */
  readonly hasMoved: boolean;
}

const BARE = '#/explore';

/** Whatever is no other view's address is Explore's, so that a link of any age opens something. */
export function viewOf(hash: string): View {
  const [, name] = /^#\/(\w+)(?=$|[?/])/.exec(hash) ?? [];
  return viewNamed(name) ?? 'explore';
}

export const route = createStore<Route>(() => ({ view: 'explore', hash: '', modelHash: BARE, hasMoved: false }));

/** An address typed, followed or gone back to. `before` is the one it takes the place of, from # on. */
export function arrive(hash: string, before: string): void {
  const { view, modelHash } = route.getState();
  const left = isOfModel(view) ? before || BARE : modelHash;
  route.setState({ view: viewOf(hash), hash, modelHash: left, hasMoved: true });
}

/** What an address asks for, whichever view it is of. */
const queryOf = (hash: string): string => (hash.includes('?') ? hash.slice(hash.indexOf('?')) : '');

/** From another view to one of the model, by an address that asks for nothing new: what is there stays. */
export const isReturn = (now: Route, before: Route): boolean =>
  before.view !== now.view && ['', queryOf(now.modelHash)].includes(queryOf(now.hash));

/** The address of a view from here. */
export function addressOf(view: View, { view: here, modelHash }: Route): string {
  return `#/${view}${isOfModel(view) && !isOfModel(here) ? queryOf(modelHash) : ''}`;
}

/** Follows the address bar from now on. */
export function followAddressBar(): void {
  const { hash } = location;
  route.setState({ view: viewOf(hash), hash });
  // What was asked for, though the page may have written its own address over it meanwhile.
  window.addEventListener('hashchange', ({ oldURL, newURL }) => arrive(new URL(newURL).hash, new URL(oldURL).hash));
}
