// Opens documents: what an address, a file or an earlier visit asks for is checked, put on the screen, and can be gone back from.
import { sayProblem, type Model } from '../../engine/index.ts';
import { writeAddressSoon } from '../address/address-bar.ts';
import { keepWorkOf } from '../kept/autosave.ts';
import { FIRST_MODEL, cameWithPage, textOfFirstModel } from '../model/first-model.ts';
import { modelInLink, saysSomething, type Linked } from '../address/link.ts';
import { carry } from '../address/carried.ts';
import { isReturn, route } from '../address/route.ts';
import { compared, nothingChosen } from '../state/compared.ts';
import { modelInPage } from '../address/saved-page.ts';
import { followed } from '../state/followed.ts';
import { left } from '../state/left.ts';
import { showPlain } from '../state/display.ts';
import { draw, drawing } from '../state/drawing.ts';
import { locality, openLocality } from '../state/locality.ts';
import { notices } from '../state/notices.ts';
import { playhead, seek, setRange } from '../state/playhead.ts';
import { results } from '../state/results.ts';
import { startOf } from '../model/asked.ts';
import { settings, type Done } from '../state/settings.ts';
import { stageAnew, staged } from '../state/staged.ts';
import { watched } from '../state/watched.ts';
import { weeks } from '../state/weeks.ts';
import { isOfModel } from '../address/views.ts';
import { hire, readToday, update, workers } from './session.ts';

/** Documents opened since the page was, by id: the way back to one from a file is the browser's too. */
const opened = new Map<string, Model>();

/** Hires the workers and lets the document follow the address. Once. */
export function connect(): void {
  if (!hire()) return;
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
      (await import('../model/shipped-models.ts')).sayNotShipped(asked, here !== undefined),
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
  if (type === 'shipped') cameWithPage(model);
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
    workers()!.ask(
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
  readToday();
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
