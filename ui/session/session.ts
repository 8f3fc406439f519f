// The workers of a visit: started once, and after every change asked for what the screen needs, its first numbers first.
import { writeAddressSoon } from '../address/address-bar.ts';
import { startKeeping } from '../kept/autosave.ts';
import { compared } from '../state/compared.ts';
import { followed } from '../state/followed.ts';
import { display } from '../state/display.ts';
import { drawing } from '../state/drawing.ts';
import { locality } from '../state/locality.ts';
import { notices } from '../state/notices.ts';
import { results } from '../state/results.ts';
import { requestOf, watchedRequestOf } from '../model/asked.ts';
import { firstFacts, isFirst } from '../model/first-model.ts';
import { settings } from '../state/settings.ts';
import { staged } from '../state/staged.ts';
import { watched } from '../state/watched.ts';
import { weeks } from '../state/weeks.ts';
import { TODAY } from '../model/values.ts';
import { askingToWatch, watchQuestion, watchTodayIn, type WatchQuestion, type Watched } from './watching.ts';
import { createPool, type Pool, type WarmPool } from '../worker/client.ts';
import { latestOnly } from '../worker/latest-only.ts';
import type { Question } from '../worker/protocol.ts';

const HUNG = 'A part of the simulation gave no answer for 20 seconds and was restarted.';
export const STOPPED = 'The simulation stopped. Your settings are safe.';
let pool: WarmPool | undefined;
let askForMap: () => void;
let askForReading: () => void;

/** Hires the workers and lets what is asked for follow the settings. Once: says whether it was this time. */
export function hire(): boolean {
  if (pool) return false;
  startKeeping();
  pool = createPool(undefined, undefined, () =>
    notices.say(HUNG, ['The question was sent again. Your settings are safe.']),
  );
  results.connect(pool);
  weeks.connect(pool);
  results.subscribe((now) => weeks.follow(now, settings.getState().model));
  weeks.subscribe(({ option, today, isStale }) => isStale || results.judged(option?.settling, today?.settling));
  const stopWaiting = results.subscribe(({ status }) => {
    if (status !== 'done') return;
    stopWaiting();
    // Without it nothing is missing.
    import('./warming.ts').then(({ keepWarm }) => keepWarm(pool!)).catch(() => {});
  });
  askForMap = askingToWatch(watched, pool, stopped, mapQuestion);
  const question = () => readQuestion('option');
  askForReading = latestOnly(pool, 1, question, stopped, (reply, { model }) => {
    if (reply.type === 'reading' && model === settings.getState().model) results.setReading('option', reply.reading);
  });
  settings.subscribe((now, before) => {
    if (now.present === before.present && now.model === before.model) return;
    if (now.model !== before.model) return; // `open` asks for everything itself
    update();
    writeAddressSoon();
  });
  locality.subscribe(writeAddressSoon);
  drawing.subscribe(writeAddressSoon);
  compared.subscribe(writeAddressSoon);
  display.subscribe(writeAddressSoon);
  followed.subscribe(writeAddressSoon);
  staged.subscribe((now, before) => {
    if (now.replication !== before.replication) askForMap();
    writeAddressSoon();
  });
  return true;
}

/** The numbers are asked for first: a worker that has nothing else to do begins with the first question it hears. */
export function update(): void {
  results.run(settings.getState().present);
  askForMap();
  askForReading();
}

/** Reads off the document what it offers today; only then is it known which numbers may be dated, and so what the map may ask. */
export function readToday(): void {
  pool!.ask(readQuestion('today')!, {
    reply(reply) {
      if (reply.type === 'reading') results.setReading('today', reply.reading);
      askForMap();
    },
    failed: stopped,
  });
}

/** Asks everything again after a crash. */
export function retry(): void {
  results.retry();
  askForMap();
  askForReading();
}

/** The workers, for a view that asks for more than the numbers of the screen; none before a model is there. */
export const workers = (): Pool | undefined => pool;

function mapQuestion(): WatchQuestion | undefined {
  const { model, present } = settings.getState();
  const facts = results.getState().readings.today?.facts;
  if (!model || !facts) return undefined;
  const run = watchedRequestOf(present, (path) => facts[path]?.dated ?? false);
  return watchQuestion(model, run, present.seed);
}

/** Watches today beside the run of the map, until stopped. */
export const watchToday = (where: Watched): (() => void) => (pool ? watchTodayIn(where, pool, stopped) : () => {});

function readQuestion(of: 'today' | 'option'): Extract<Question, { type: 'read' }> | undefined {
  const { model, present } = settings.getState();
  if (!model) return undefined;
  const run = of === 'today' ? { option: TODAY } : requestOf(present);
  const paths = [...(model.controls ?? []).map(({ path }) => path), ...Object.keys(present.set)];
  const isKnown = isFirst(model) && paths.every((path) => Object.hasOwn(firstFacts, path));
  return { type: 'read', model, run, paths, ...(isKnown && { known: firstFacts }) };
}

const stopped = (message: string) => results.fail(message);
