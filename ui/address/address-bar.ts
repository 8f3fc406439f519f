// The address bar follows the settings, so that an address copied from it shows this screen again.
import { carriedOf } from './carried.ts';
import { writeLink, type Carried } from './link.ts';
import { route } from './route.ts';
import { compared } from '../state/compared.ts';
import { followed } from '../state/followed.ts';
import { ownOptions } from '../model/own-options.ts';
import { display } from '../state/display.ts';
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

/** Mail programs break longer ones. */
export const MOST_IN_MAIL = 2000;

/** With the document, where one that does not come with the page fits. */
export function linkNow(): string {
  const whole = wholeLink();
  return whole === undefined || whole.length > MOST_IN_MAIL ? linkWith(undefined) : whole;
}

/** However long; undefined where the name of the model says it all. */
export function wholeLink(): string | undefined {
  const { model } = settings.getState();
  const carried = model && carriedOf(model);
  return carried && linkWith(carried);
}

function linkWith(carried: Carried | undefined): string {
  const { model, present } = settings.getState();
  const day = Math.max(0, Math.floor(playhead.getState().day));
  const { view } = route.getState();
  const where = {
    view: isOfModel(view) ? view : 'explore',
    locality: locality.getState().open,
    drawing: drawing.getState().drawing,
    isPlain: display.getState().chosenPicture === 'plain',
    carried,
    // A whole document has its own ones.
    own: model && carried?.[0] !== 'z' ? ownOptions(model) : [],
    compared: compared.getState(),
    staged: staged.getState(),
    person: followed.getState().person,
  } as const;
  return `${location.href.split('#')[0]}${writeLink(model?.id ?? '', present, day, where)}`;
}

/**
 * After a quiet moment as soon as what is being done is done, so that a press and then a reload lose nothing; else no more often than is
 * allowed. Never in its midst: a view that opens another model and leaves for Explore would have the new model in its own address, and
 * the browser's Back would not find the old one.
 */
export function writeAddressSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(writeAddress, Math.max(0, lastWrite + PAUSE_MILLISECONDS - performance.now()));
}

/** At once, as before leaving a view of the model: going back must find all of it. Other views have addresses of their own. */
export function writeAddress(): void {
  clearTimeout(timer);
  lastWrite = performance.now();
  if (isOfModel(route.getState().view) && settings.getState().model) history.replaceState(null, '', linkNow());
}
