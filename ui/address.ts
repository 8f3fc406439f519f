// The address bar follows the settings, so that whatever is copied from it shows this screen again.
import { writeLink } from './link.ts';
import { route } from './route.ts';
import { playhead } from './stores/playhead.ts';
import { settings } from './stores/settings.ts';

/** Browsers count how often an address changes, so not while a thumb is moving. */
const PAUSE_MILLISECONDS = 300;
let timer: ReturnType<typeof setTimeout> | undefined;

export function linkNow(): string {
  const { model, present } = settings.getState();
  const day = Math.max(0, Math.floor(playhead.getState().day));
  return `${location.href.split('#')[0]}${writeLink(model?.id ?? '', present, day)}`;
}

export function writeAddressSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(writeAddress, PAUSE_MILLISECONDS);
}

/** At once, as before leaving Explore: going back must find all of it. Other views have addresses of their own. */
export function writeAddress(): void {
  clearTimeout(timer);
  if (route.getState().view === 'explore' && settings.getState().model) history.replaceState(null, '', linkNow());
}
