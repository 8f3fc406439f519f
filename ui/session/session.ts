// Long because all that begins the views of the model begins here. Follows the settings: it requests from the workers what the screen needs after a move, the first numbers first.
import { sayProblem, type Model } from '../../engine/index.ts';
import { writeAddressSoon } from '../address/address-bar.ts';
import { keepWorkOf, startKeeping } from '../kept/autosave.ts';
import { FIRST_MODEL, textOfFirstModel } from '../model/first-model.ts';
import { modelInLink, saysSomething, type Linked } from '../address/link.ts';
import { carry } from '../address/carried.ts';
import { isReturn, route } from '../address/route.ts';
import { compared, nothingChosen } from '../state/compared.ts';
import { modelInPage } from '../address/saved-page.ts';
import { followed } from '../state/followed.ts';
import { left } from '../state/left.ts';
import { display, showPlain } from '../state/display.ts';
import { draw, drawing } from '../state/drawing.ts';
import { locality, openLocality } from '../state/locality.ts';
import { notices } from '../state/notices.ts';
import { playhead, seek, setRange } from '../state/playhead.ts';
import { results } from '../state/results.ts';
import { requestOf, startOf, watchedRequestOf } from '../model/asked.ts';
import { settings, type Done } from '../state/settings.ts';
import { stageAnew, staged } from '../state/staged.ts';
import { watched } from '../state/watched.ts';
import { weeks } from '../state/weeks.ts';
import { TODAY } from '../model/values.ts';
import { isOfModel } from '../address/views.ts';
import { askingToWatch, watchQuestion, watchTodayIn, type WatchQuestion, type Watched } from './watching.ts';
import { createPool, type Pool, type WarmPool } from '../worker/client.ts';
import { latestOnly } from '../worker/latest-only.ts';
import type { Question } from '../worker/protocol.ts';

const HUNG = 'A part of the simulation gave no answer for 20 seconds and was restarted.';
export const STOPPED = 'The simulation stopped. Your settings are safe.';
/** A document larger than this is refused before it is read. */
export const MOST_BYTES = 5_000_000;

/** Documents opened since the page was, by id: the way back to one from a file is the browser's too. */
const opened = new Map<string, Model>();
let pool: WarmPool | undefined;
let askForMap: () => void;
let askForReading: () => void;

/** Hires the workers and lets what is asked for follow the settings and the address. Once. */
export function connect(): void {
  if (pool) return;
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
  route.subscribe((now, before) => {
    if (isOfModel(before.view) && now.view !== before.view) notices.forgetNews();
    if (!isOfModel(now.view)) return;
    if (isReturn(now, before)) writeAddressSoon();
    else void goTo(now.hash);
  });
}

/** Links and documents in the order in which they were asked for: some take longer to come than others. */
let turns = 0;
let lastShown = 0;

/** As `follow`; what could not be fetched is said. */
const goTo = (hash: string): Promise<void> =>
  follow(hash).catch((error) => notices.say('The model could not be loaded. Reload the page.', [String(error)]));

/** Opens what a link asks for; without one, the first model. */
export async function follow(hash: string): Promise<void> {
  const turn = ++turns;
  const asked = modelInLink(hash);
  const here = settings.getState().model;
  // What a link brings is read by code that is fetched for it.
  const brought = /&[aez]=/.test(hash) ? await import('./brought.ts') : undefined;
  const openOwn = (text: string, refused = cannotBeUsed) => open(turn, text, 'validate', hash, true, refused);
  const isBrought = await brought?.openDocument(hash, here, openOwn);
  if (isBrought === 'here') return adopt(turn, here!, await linkedIn(hash, here!));
  if (isBrought) return;
  const before = asked === undefined || asked === here?.id ? here : opened.get(asked);
  if (before && (await brought?.openWithOwn(hash, before, openOwn))) return;
  if (before) return adopt(turn, before, await linkedIn(hash, before));
  const enclosed = modelInPage(asked);
  const shipped = asked === undefined || enclosed !== undefined ? undefined : await textOfShipped(asked);
  const isKnown = (enclosed ?? shipped) !== undefined;
  if (asked !== undefined && !isKnown)
    notices.say('About this link', [
      `The model “${asked.slice(0, 60)}” does not come with this page; ${here ? 'the one here was kept' : 'another was opened'}. Open its file first, then the link.`,
    ]);
  if (here && !isKnown) return;
  const known = enclosed ?? shipped;
  if (known !== undefined && (await brought?.openWithOwn(hash, JSON.parse(known) as Model, openOwn))) return;
  if (enclosed !== undefined) await open(turn, enclosed, 'validate', hash, false);
  else await open(turn, shipped ?? (await textOfFirstModel()), 'shipped', hash, false);
}

/** The text of a document that comes with the page; the list of all but the first is fetched. */
async function textOfShipped(id: string): Promise<string | undefined> {
  if (id === FIRST_MODEL) return textOfFirstModel();
  const { isShipped, textOfModel } = await import('../model/shipped-models.ts');
  return isShipped(id) ? textOfModel(id) : undefined;
}

/** Opens a document; the one on the screen keeps running unless the new one is sound. Says whether it is. */
export const openText = (text: string): Promise<boolean> => open(++turns, text, 'validate', '', true);

async function open(
  turn: number,
  text: string,
  type: 'validate' | 'shipped',
  hash: string,
  isOwn: boolean,
  refused = cannotBeUsed,
): Promise<boolean> {
  const model = await modelIn(text, type, refused);
  if (!model) return false;
  const link = await linkedIn(hash, model);
  if (turn > lastShown) keepWorkOf(model, text, isOwn);
  if (isOwn) void carry(model, writeAddressSoon);
  adopt(turn, model, link);
  return true;
}

/** Checks a document in a worker, and says what is wrong with it; nothing unless it is sound. */
export const validated = (text: string): Promise<Model | undefined> => modelIn(text, 'validate');

const STILL_RUNNING = 'The model that was open is still running.';
const cannotBeUsed = (why: readonly string[]) => notices.say(`This file cannot be used. ${STILL_RUNNING}`, why);

function modelIn(text: string, type: 'validate' | 'shipped', refused = cannotBeUsed): Promise<Model | undefined> {
  connect();
  return new Promise((resolve) => {
    let found: Model | undefined;
    pool!.ask(
      { type, text },
      {
        reply(reply) {
          if (reply.type !== 'validated') return;
          const errors = reply.problems.filter(({ severity }) => severity === 'error');
          found = reply.model;
          if (!found) refused(errors.map(sayProblem));
        },
        done: () => resolve(found),
        failed(message) {
          notices.say(`This file could not be read. ${STILL_RUNNING}`, [message]);
          resolve(undefined);
        },
      },
    );
  });
}

/** What an address asks for; how to read one is fetched where it says anything. */
async function linkedIn(hash: string, model: Model): Promise<Linked> {
  if (!saysSomething(hash)) return { settings: startOf(model), day: 0, isOnlyModel: true, ignored: [] };
  const { readLink } = await import('../address/read-link.ts');
  return readLink(hash, model);
}

/** What was asked for before something that is on the screen already comes too late. */
function adopt(turn: number, model: Model, link: Linked): void {
  if (turn < lastShown) return;
  lastShown = turn;
  const { settings: present, ignored } = link;
  if (ignored.length > 0) notices.say('About this link', ignored);
  const { model: here } = settings.getState();
  if (here === model) {
    compared.setState(link.compared ?? nothingChosen);
    settings.become(present);
    lookAt(model, link);
    return update();
  }
  if (here) leave(here);
  show(model, { present, past: [], future: [] }, link);
  if (link.isOnlyModel && route.getState().view === 'explore')
    void import('./open-typical.ts').then(({ openTypical }) => openTypical(model));
  const { last } = left.getState();
  if (!here || !last) return;
  writeAddressSoon();
  const action = { label: `Go back to “${last.title}”`, act: last.goBack };
  notices.say(`Now open: ${model.title}`, [model.about], action);
}

/** The same document with other options takes the place of the one on the screen; whoever looks stays where they are. */
export function becomeDocument(model: Model, text: string, done: Done): void {
  lastShown = ++turns;
  keepWorkOf(model, text, true);
  void carry(model, writeAddressSoon);
  show(model, done, placeNow());
  writeAddressSoon();
}

const placeNow = (): Place => ({
  day: playhead.getState().day,
  locality: locality.getState().open,
  drawing: drawing.getState().drawing,
  compared: compared.getState(),
  staged: staged.getState(),
  person: followed.getState().person,
});

/** Keeps the model on the screen and all that was done in it, to be put back; it can be gone back from in turn. */
function leave(model: Model): void {
  const { present, past, future } = settings.getState();
  const place = placeNow();
  function goBack(): void {
    lastShown = ++turns;
    leave(settings.getState().model!);
    notices.forgetNews();
    show(model, { present, past, future }, place);
    writeAddressSoon();
  }
  left.setState({ last: { title: model.title, goBack } });
}

/** Puts a document on the screen with what was done in it; what is there now can be gone back to. */
export function showInstead(model: Model, done: Done, place: Place): void {
  lastShown = ++turns;
  const { model: here } = settings.getState();
  if (here) leave(here);
  show(model, done, place);
}

function show(model: Model, done: Done, place: Place): void {
  opened.set(model.id, model);
  weeks.open();
  watched.clear();
  results.open(model);
  compared.setState(place.compared ?? nothingChosen); // before the settings: other columns are of another model
  settings.open(model, done);
  pool!.ask(readQuestion('today')!, {
    reply(reply) {
      if (reply.type === 'reading') results.setReading('today', reply.reading);
      askForMap(); // only now is it known which numbers may be dated
    },
    failed: stopped,
  });
  lookAt(model, place);
  update();
}

/** Where the user is in a model, besides its settings. */
type Place = Pick<Linked, 'day' | 'locality' | 'drawing' | 'isPlain' | 'compared' | 'staged' | 'person'>;

function lookAt(
  model: Model,
  { day, locality: part, drawing = 'diagram', isPlain, staged: onStage, person }: Place,
): void {
  followed.setState({ person });
  openLocality(part);
  draw(drawing);
  if (isPlain) showPlain();
  stageAnew(onStage);
  setRange(0, model.calendar.runDays);
  if (day > 0) seek(day);
}

/** The numbers are asked for first: a worker that has nothing else to do begins with the first question it hears. */
function update(): void {
  results.run(settings.getState().present);
  askForMap();
  askForReading();
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
  return {
    type: 'read',
    model,
    run,
    paths: [...(model.controls ?? []).map(({ path }) => path), ...Object.keys(present.set)],
  };
}

const stopped = (message: string) => results.fail(message);
