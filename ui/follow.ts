// Follows the settings: whatever the screen needs after a move is asked of the workers, the map's run first.
import { sayProblem, type Model } from '../engine/index.ts';
import { writeAddressSoon } from './address.ts';
import { isShipped, textOfModel, FIRST_MODEL } from './data.ts';
import { modelInLink, readLink } from './link.ts';
import { isReturn, route } from './route.ts';
import { stopFollowing } from './stores/followed.ts';
import { left } from './stores/left.ts';
import { locality, openLocality } from './stores/locality.ts';
import { notices } from './stores/notices.ts';
import { playhead, seek, setRange } from './stores/playhead.ts';
import { FIRST_REPLICATION, results } from './stores/results.ts';
import { requestOf, settings, watchedRequestOf, type Done } from './stores/settings.ts';
import { clearWatched, setWatched } from './stores/watched.ts';
import { weeks } from './stores/weeks.ts';
import { TODAY } from './values.ts';
import { isOfModel } from './views.ts';
import { createPool, type Listener, type Pool } from './worker/client.ts';
import { latestOnly } from './worker/latest-only.ts';
import type { Question } from './worker/protocol.ts';

const HUNG = 'A part of the simulation gave no answer for 20 seconds and was started afresh.';
export const STOPPED = 'The simulation stopped. Your settings are safe.';
/** A document larger than this is refused before it is read. */
export const MOST_BYTES = 5_000_000;

/** Documents opened since the page was, by id: the way back to one from a file is the browser's too. */
const opened = new Map<string, Model>();
let pool: Pool | undefined;
let askForMap: () => void;
let askForReading: () => void;
let begun: Promise<void> | undefined;

/** Starts the views of the model; whoever opens another view first does not wait for them, or pay for them. */
export const begin = (): Promise<void> => (begun ??= start());

async function start(): Promise<void> {
  connect();
  // Another view may have opened a model already.
  if (!settings.getState().model) await follow(route.getState().hash);
}

/** Hires the workers and lets what is asked for follow the settings and the address. Once. */
function connect(): void {
  if (pool) return;
  pool = createPool(undefined, undefined, () => notices.say(HUNG, ['It was asked again. Your settings are safe.']));
  results.connect(pool);
  weeks.connect(pool);
  results.subscribe((now) => weeks.follow(now, settings.getState().model));
  askForMap = latestOnly(pool, 0, mapQuestion, stopped, (reply, { model }) => {
    // A run of the document that was here before must not be drawn as one of this.
    if (reply.type === 'watched' && model === settings.getState().model) setWatched(reply, model);
  });
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
  route.subscribe((now, before) => {
    if (isOfModel(before.view) && now.view !== before.view) notices.forgetNews();
    if (!isOfModel(now.view)) return;
    if (isReturn(now, before)) writeAddressSoon();
    else void goTo(now.hash);
  });
}

/** As `follow`; what could not be fetched is said. */
const goTo = (hash: string): Promise<void> =>
  follow(hash).catch((error) => notices.say('The model could not be loaded. Reload the page.', [String(error)]));

/** Opens what a link asks for; without one, the first model. */
async function follow(hash: string): Promise<void> {
  const asked = modelInLink(hash);
  const here = settings.getState().model;
  if (here && (asked === undefined || asked === here.id)) return adopt(here, hash);
  const before = asked === undefined ? undefined : opened.get(asked);
  if (before) return adopt(before, hash);
  const isKnown = asked !== undefined && isShipped(asked);
  if (asked !== undefined && !isKnown)
    notices.say('Part of the link was not used', [
      `The model “${asked.slice(0, 60)}” does not come with this page; ${here ? 'the one here was kept' : 'another was opened'}. Open its file first, then the link.`,
    ]);
  if (here && !isKnown) return;
  await openText(await textOfModel(isKnown ? asked : FIRST_MODEL), hash);
}

/** Validates a document in a worker; the one on the screen keeps running unless the new one is sound. Says whether it is. */
export function openText(text: string, hash = ''): Promise<boolean> {
  connect();
  return new Promise((resolve) => {
    let isSound = false;
    pool!.ask(
      { type: 'validate', text },
      {
        reply(reply) {
          if (reply.type !== 'validated') return;
          const errors = reply.problems.filter(({ severity }) => severity === 'error');
          isSound = reply.model !== undefined;
          if (reply.model) adopt(reply.model, hash);
          else notices.say('This file cannot be used. What was here keeps running.', errors.map(sayProblem));
        },
        done: () => resolve(isSound),
        failed(message) {
          notices.say('This file could not be read. What was here keeps running.', [message]);
          resolve(false);
        },
      },
    );
  });
}

function adopt(model: Model, hash: string): void {
  const { settings: present, day, locality: part, ignored } = readLink(hash, model);
  if (ignored.length > 0) notices.say('Part of the link was not used', ignored);
  const { model: here } = settings.getState();
  if (here === model) {
    settings.become(present);
    lookAt(model, day, part);
    return update();
  }
  if (here) leave(here);
  show(model, { present, past: [], future: [] }, day, part);
  const { last } = left.getState();
  if (!here || !last) return;
  writeAddressSoon();
  const action = { label: `Go back to “${last.title}”`, act: last.goBack };
  notices.say(`Now open: ${model.title}`, [model.about], action);
}

/** Keeps the model on the screen and all that was done in it, to be put back; it can be gone back from in turn. */
function leave(model: Model): void {
  const { present, past, future } = settings.getState();
  const { day } = playhead.getState();
  const { open: part } = locality.getState();
  function goBack(): void {
    leave(settings.getState().model!);
    notices.forgetNews();
    show(model, { present, past, future }, day, part);
    writeAddressSoon();
  }
  left.setState({ last: { title: model.title, goBack } });
}

function show(model: Model, done: Done, day: number, part: string | undefined): void {
  opened.set(model.id, model);
  weeks.open();
  clearWatched();
  stopFollowing();
  results.open(model);
  settings.open(model, done);
  pool!.ask(readQuestion('today')!, {
    reply(reply) {
      if (reply.type === 'reading') results.setReading('today', reply.reading);
      askForMap(); // only now is it known which numbers may be dated
    },
    failed: stopped,
  });
  lookAt(model, day, part);
  update();
}

function lookAt(model: Model, day: number, part: string | undefined): void {
  openLocality(part);
  setRange(0, model.calendar.runDays);
  if (day > 0) seek(day);
}

function update(): void {
  askForMap();
  askForReading();
  results.run(settings.getState().present);
}

/** Asks everything again after a crash. */
export function retry(): void {
  results.retry();
  askForMap();
  askForReading();
}

/** Asks how the people in the model go from day to day from the very beginning, under the settings of the screen. */
export function askForWarmUp(listener: Listener): () => void {
  const { model, present } = settings.getState();
  if (!model || !pool) return () => {};
  const { seed } = present;
  const replications = Array.from({ length: warmUpReplications() }, (_, i) => FIRST_REPLICATION + i);
  return pool.ask({ type: 'warm-up', model, run: requestOf(present), seed, replications }, listener, 1);
}

/** More make no difference to what MSER-5 finds. */
export const warmUpReplications = (): number => Math.min(100, settings.getState().present.replications);

/** The options named, compared as the document has them, with the seed and the years of the screen. */
export async function compareOptions(
  options: readonly string[],
  progress?: (done: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const { model, present } = settings.getState();
  if (!model) throw new Error('There is no model yet.');
  const { conditions, seed, replications } = present;
  const { compareDocument } = await import('./compare.ts');
  return compareDocument(pool!, { model, options, conditions, seed, replications }, progress, signal);
}

type AboutModel = Extract<Question, { type: 'watch' | 'read' }>;

function mapQuestion(): AboutModel | undefined {
  const { model, present } = settings.getState();
  const facts = results.getState().readings.today?.facts;
  if (!model || !facts) return undefined;
  const run = watchedRequestOf(present, (path) => facts[path]?.dated ?? false);
  return { type: 'watch', model, run, seed: present.seed, replication: 0 };
}

function readQuestion(of: 'today' | 'option'): AboutModel | undefined {
  const { model, present } = settings.getState();
  if (!model) return undefined;
  const run = of === 'today' ? { option: TODAY } : requestOf(present);
  return { type: 'read', model, run, paths: (model.controls ?? []).map(({ path }) => path) };
}

const stopped = (message: string) => results.fail(message);
