// The address bar follows the settings, so that an address copied from it shows this screen again.
import { writeLink } from './link.ts';
import { route } from './route.ts';
import { compared } from '../state/compared.ts';
import { followed } from '../state/followed.ts';
import { ownOptions } from '../model/own-options.ts';
import { drawing } from '../state/drawing.ts';
import { locality } from '../state/locality.ts';
import { playhead } from '../state/playhead.ts';
import { settings } from '../state/settings.ts';
import { staged } from '../state/staged.ts';
import { isOfModel } from './views.ts';

/** Browsers count how often an address changes, and refuse past a hundred in half a minute: so not at every step of a thumb. */
const PAUSE_MILLISECONDS = 400;
let timer: ReturnType<typeof setTimeout> | undefined;
let lastWrite = -Infinity;

export function linkNow(): string {
  const { model, present } = settings.getState();
  const day = Math.max(0, Math.floor(playhead.getState().day));
  const { view } = route.getState();
  const where = {
    view: isOfModel(view) ? view : 'explore',
    locality: locality.getState().open,
    drawing: drawing.getState().drawing,
    own: model ? ownOptions(model) : [],
    compared: compared.getState(),
    staged: staged.getState(),
    person: followed.getState().person,
  } as const;
  return `${location.href.split('#')[0]}${writeLink(model?.id ?? '', present, day, where)}`;
}

/** At once after a quiet moment, so that a press and then a reload lose nothing; then no more often than is allowed. */
export function writeAddressSoon(): void {
  const wait = lastWrite + PAUSE_MILLISECONDS - performance.now();
  if (wait <= 0) return writeAddress();
  clearTimeout(timer);
  timer = setTimeout(writeAddress, wait);
}

/** At once, as before leaving a view of the model: going back must find all of it. Other views have addresses of their own. */
export function writeAddress(): void {
  clearTimeout(timer);
  lastWrite = performance.now();
  if (isOfModel(route.getState().view) && settings.getState().model) history.replaceState(null, '', linkNow());
}
