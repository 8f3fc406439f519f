// The address bar as a document: what was asked for, readable, versioned, and every value checked on the way in.
import { storyViews, type LiveChange, type Model } from '../engine/index.ts';
import { fnv1a } from './fnv1a.ts';
import { localitiesToOpen } from './scene/localities.ts';
import { comparedPairs, nothingChosen, withPair, type Compared } from './stores/compared.ts';
import type { PersonKey } from './stores/followed.ts';
import { startOf, type Settings } from './stores/settings.ts';
import type { Picture, Staged } from './stores/staged.ts';
import { isOfModel, views, type View } from './views.ts';
import { entryOf, optionsOf, readNumber } from './values.ts';

/** Raised when a link written today would be misread by yesterday's page. */
const VERSION = 1;
const MOST_CHARACTERS = 64 * 1024;
const START = '#/explore?';
/** The other views of the model say the same after their own name. */
const starts = views.filter(({ view }) => isOfModel(view)).map(({ view }) => `#/${view}?`);

export interface Linked {
  readonly settings: Settings;
  /** Where the map stood. */
  readonly day: number;
  /** What the map was opened into. */
  readonly locality?: string;
  /** What stands beside what in the Compare view, where anything was chosen. */
  readonly compared?: Compared;
  /** The simulated year on the map, and what a presentation shows. */
  readonly staged?: Partial<Staged> | undefined;
  /** Who is followed on the map. */
  readonly person?: PersonKey | undefined;
  /** Plain sentences: what in the link was not used, and why. */
  readonly ignored: readonly string[];
}

interface Where {
  readonly view?: View;
  readonly locality?: string | undefined;
  readonly compared?: Compared;
  readonly staged?: Staged;
  readonly person?: PersonKey | undefined;
}

/**
 * #/explore?m=ilkeston-2019&o=proposed-16&s=2019&n=100&stations.p2.beds=11&d=83&v=1.x4k2p
 * `k` is a condition, `l` the locality the map is opened into, `y` the simulated year on the map, `p` who is followed, `x`, `q` and `t` are of the Compare view, `step`, `show` and `light` what a presentation shows,
 * `c` is a change kept with a date (path@day:value), `w` a move made on the map only. What follows the version
 * is a check on all before it but the view, because mail programs cut and re-wrap; a link typed by hand may leave it out.
 */
export function writeLink(
  modelId: string,
  settings: Settings,
  day: number,
  { view = 'explore', locality, compared = nothingChosen, staged, person }: Where = {},
): string {
  const dated = (key: string, list: readonly LiveChange[]) =>
    list.map(({ path, atDay, value }) => pair(key, `${path}@${atDay}:${value}`));
  const text = [
    pair('m', modelId),
    pair('o', settings.option),
    ...settings.conditions.map((id) => pair('k', id)),
    pair('s', settings.seed),
    pair('n', settings.replications),
    ...Object.keys(settings.set)
      .sort()
      .map((path) => pair(path, settings.set[path])),
    ...dated('c', settings.changes),
    ...dated('w', settings.moves),
    pair('d', day),
    ...(locality === undefined ? [] : [pair('l', locality)]),
    ...comparedPairs(compared).map(([key, value]) => pair(key, value)),
    ...(staged?.replication ? [pair('y', staged.replication)] : []),
    ...(person ? [pair('p', `${person.high}-${person.low}`)] : []),
    ...(staged && view === 'present' ? stagePairs(staged) : []),
  ].join('&');
  return `#/${view}?${text}&v=${VERSION}.${checkOf(START + text)}`;
}

const stagePairs = ({ step, picture, spotlight }: Staged): string[] => [
  ...(step === undefined ? [] : [pair('step', step + 1)]),
  ...(picture === undefined ? [] : [pair('show', picture)]),
  ...(spotlight === undefined ? [] : [pair('light', spotlight)]),
];

/** Which model a link is about, before that model is there to check the rest against. */
export function modelInLink(hash: string): string | undefined {
  return hash.length > MOST_CHARACTERS ? undefined : pairsOf(inExplore(hash)).find(([key]) => key === 'm')?.[1];
}

/** Whether two addresses ask for the same settings of the same model, whatever the view, the day and the part of the map. */
export function isSameWork(one: string, other: string): boolean {
  const settingsOf = (hash: string) =>
    pairsOf(inExplore(hash))
      .filter(([key]) => !['d', 'l', 'p', 'v'].includes(key))
      .join('&');
  return settingsOf(one) === settingsOf(other);
}

export function readLink(address: string, model: Model): Linked {
  const hash = inExplore(address);
  const start = startOf(model);
  if (hash.length > MOST_CHARACTERS)
    return {
      settings: start,
      day: 0,
      ignored: [`This link has ${hash.length} characters; the most is ${MOST_CHARACTERS}. It was not read.`],
    };
  if (!hash.startsWith(START)) return { settings: start, day: 0, ignored: [] };

  const ignored = wholeOrNot(hash);
  const set: Record<string, number> = {};
  const changes: LiveChange[] = [];
  const moves: LiveChange[] = [];
  const asked = new Set<string>();
  let { option, seed, replications } = start;
  let day = 0;
  let locality: string | undefined;
  let compared = nothingChosen;
  let staged: Partial<Staged> | undefined;
  let person: PersonKey | undefined;
  const leave = (key: string, why: string) => void ignored.push(`“${shown(key)}” in the link was ignored: ${why}`);
  const whole = (key: string, text: string, most: number, least: number, otherwise: number): number => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    leave(`${key}=${text}`, `it should be a whole number from ${least} to ${most}.`);
    return otherwise;
  };

  for (const [key, text] of pairsOf(hash)) {
    if (key === 'm') {
      if (text !== model.id) leave(`m=${text}`, `the model here is ${model.id}.`);
    } else if (key === 'o') {
      if (optionsOf(model).some(({ id }) => id === text)) option = text;
      else leave(`o=${text}`, 'this model has no such option.');
    } else if (key === 'k') {
      if (model.conditions?.some(({ id }) => id === text)) asked.add(text);
      else leave(`k=${text}`, 'this model has no such condition.');
    } else if (key === 's') seed = whole(key, text, 4_294_967_295, 0, seed);
    else if (key === 'n') replications = whole(key, text, 10_000, 2, replications);
    else if (key === 'd') {
      const onDay = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? Number(text) : Number.NaN;
      if (onDay <= model.calendar.runDays) day = onDay;
      else leave(`d=${text}`, 'it is not a day of this run.');
    } else if (key === 'l') {
      if (localitiesToOpen(model).includes(text)) locality = text;
      else leave(`l=${text}`, 'the map of this model has no such part.');
    } else if (key === 'y') staged = { ...staged, replication: whole(key, text, 9_999, 0, 0) };
    else if (key === 'p') {
      const [high = Number.NaN, low = Number.NaN] = /^\d{1,10}-\d{1,10}$/.test(text) ? text.split('-').map(Number) : [];
      if (Math.max(high, low) < 2 ** 32) person = { high, low };
      else leave(`p=${text}`, 'nobody is called so.');
    } else if (key === 'step') {
      const step = whole(key, text, 100, 1, 0) - 1;
      if (step >= 0) staged = { ...staged, step };
    } else if (key === 'show') {
      if (storyViews.some((one) => one === text)) staged = { ...staged, picture: text as Picture };
      else leave(`show=${text}`, `it should be one of ${storyViews.join(', ')}.`);
    } else if (key === 'light') {
      if (Object.hasOwn(model.stations, text)) staged = { ...staged, spotlight: text };
      else leave(`light=${text}`, 'this model has no such service.');
    } else if (key === 'c' || key === 'w') {
      const change = readDated(model, text);
      if (typeof change === 'string') leave(`${key}=${text}`, change);
      else (key === 'c' ? changes : moves).push(change);
    } else if (key !== 'v') {
      const more = withPair(compared, model, key, text);
      if (typeof more === 'string') leave(`${key}=${text}`, more);
      else if (more) compared = more;
      if (more !== undefined) continue;
      const value = readSet(model, key, text);
      if (typeof value === 'string') leave(`${key}=${text}`, value);
      else set[key] = value;
    }
  }
  const conditions = (model.conditions ?? []).map(({ id }) => id).filter((id) => asked.has(id));
  return {
    settings: { option, conditions, set, changes, moves, seed, replications },
    day,
    locality,
    compared: compared === nothingChosen ? undefined : compared,
    staged,
    person,
    ignored: ignored.slice(0, 8),
  };
}

/** The same link as Explore has it. */
function inExplore(hash: string): string {
  const start = starts.find((one) => hash.startsWith(one));
  return start === undefined ? hash : START + hash.slice(start.length);
}

const pair = (key: string, value: string | number) => `${encode(key)}=${encode(String(value))}`;
/** Only what a link could not carry is escaped, so that it stays readable. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('%40', '@').replaceAll('%3A', ':');

function pairsOf(hash: string): [string, string][] {
  if (!hash.startsWith(START)) return [];
  return hash
    .slice(START.length)
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const cut = part.indexOf('=');
      return cut < 0 ? [decode(part), ''] : [decode(part.slice(0, cut)), decode(part.slice(cut + 1))];
    });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % is somebody's typing; the checks below will say what is wrong with it
  }
}

function wholeOrNot(hash: string): string[] {
  const end = /^(.*)&v=(\d{1,6})(?:\.([0-9a-z]{1,10}))?$/s.exec(hash);
  if (!end)
    return ['The end of this link is missing, so some settings may be lost. Ask for it again, or check the sliders.'];
  if (Number(end[2]) > VERSION) return ['This link was made by a newer version; what this one knows was used.'];
  if (end[3] !== undefined && end[3] !== checkOf(end[1]))
    return ['This link was changed after it was copied. What could be read was used; check the sliders.'];
  return [];
}

function readSet(model: Model, path: string, text: string): number | string {
  const control = entryOf(model, path);
  if (!control) return 'this model has no such number.';
  const read = readNumber(control, text);
  return 'value' in read ? read.value : read.problem;
}

function readDated(model: Model, text: string): LiveChange | string {
  const parts = /^(.{1,500})@(\d{1,6}(?:\.\d{1,6})?):(.{1,40})$/.exec(text);
  if (!parts) return 'it should read path@day:value.';
  const atDay = Number(parts[2]);
  if (atDay > model.calendar.runDays) return 'that day is after the end of the run.';
  const value = readSet(model, parts[1], parts[3]);
  return typeof value === 'string' ? value : { atDay, path: parts[1], value };
}

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);

/** To notice accidents; every value is checked whatever it says. */
const checkOf = (text: string): string => fnv1a(text).toString(36);
