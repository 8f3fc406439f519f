// Writes a link: the settings as a readable, versioned address. read-link.ts reads one.
import type { LiveChange, Option } from '../../engine/index.ts';
import { fnv1a } from '../ground/fnv1a.ts';
import { comparedPairs, nothingChosen, type Compared } from '../state/compared.ts';
import type { Drawing } from '../state/drawing.ts';
import type { PersonKey } from '../state/followed.ts';
import type { Settings } from '../model/asked.ts';
import type { Staged } from '../model/picture-asked.ts';
import { writeOwn } from '../model/own-options.ts';
import { namesOfModel, type View } from './views.ts';

/** Raised when a link written today would be misread by yesterday's page, or when the same link comes to mean other people. */
export const VERSION = 2;
/** The last version whose people had other numbers. */
export const NUMBERED_ANEW_AFTER = 1;
export const MOST_CHARACTERS = 64 * 1024;
export const START = '#/explore?';
/** The other views of the model say the same after their own name. */
const starts = namesOfModel.map((name) => `#/${name}?`);

/** `z`: a whole document. `e`: what was entered in one that comes with the page. */
export type Carried = readonly [key: 'z' | 'e', text: string];

export interface Linked {
  readonly settings: Settings;
  /** Where the map stood. */
  readonly day: number;
  /** What the map was opened into. */
  readonly locality?: string;
  /** How it is drawn; without it, as a diagram. */
  readonly drawing?: Drawing;
  /** Plain marks were chosen. */
  readonly isPlain?: true;
  /** What the Compare view compares, where anything was chosen. */
  readonly compared?: Compared;
  /** The simulated year on the map, and what a presentation shows. */
  readonly staged?: Partial<Staged> | undefined;
  /** Who is followed on the map. */
  readonly person?: PersonKey | undefined;
  /** It names a model and nothing of where to stand in it. */
  readonly isOnlyModel?: boolean;
  /** Plain sentences: what in the link was not used, and why. */
  readonly ignored: readonly string[];
}

interface Where {
  readonly view?: View;
  readonly locality?: string | undefined;
  readonly drawing?: Drawing;
  readonly isPlain?: boolean;
  readonly compared?: Compared;
  readonly staged?: Staged;
  /** Those made here: the document that the link names does not have them. */
  readonly own?: readonly Option[];
  /** Of a document that does not come with the page: all of it, or what was entered in one that does. */
  readonly carried?: Carried | undefined;
  readonly person?: PersonKey | undefined;
}

/**
 * #/explore?m=ilkeston-2019&o=proposed-16&s=2019&n=100&stations.p2.beds=11&d=83&v=2.x4k2p
 * `z` is a whole document and `e` what was entered in one that comes with the page, both packed; `a` is an option made here, `k` is a condition, `l` the locality the map is opened into, `g` how it is drawn, `i` that its marks are plain, `y` the simulated year on the map, `p` who is followed, `x`, `q` and `t` are of the Compare view, `step`, `show` and `light` what a presentation shows,
 * `c` is a change kept with a date (path@day:value), `w` a move made on the map only. What follows the version
 * is a check on all before it but the view, because mail programs cut and re-wrap; a link typed by hand may leave it out.
 */
export function writeLink(
  modelId: string,
  settings: Settings,
  day: number,
  {
    view = 'explore',
    locality,
    drawing = 'diagram',
    isPlain = false,
    compared = nothingChosen,
    staged,
    person,
    carried,
    own = [],
  }: Where = {},
): string {
  const dated = (key: string, list: readonly LiveChange[]) =>
    list.map(({ path, atDay, value }) => pair(key, `${path}@${atDay}:${value}`));
  const text = [
    pair('m', modelId),
    ...(carried ? [pair(...carried)] : []),
    ...own.map((option) => pair('a', writeOwn(option))),
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
    ...(drawing === 'diagram' ? [] : [pair('g', drawing)]),
    ...(isPlain ? [pair('i', 'plain')] : []),
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

/** Whether there is anything to be read in an address. */
export const saysSomething = (hash: string): boolean =>
  hash.length > MOST_CHARACTERS || inExplore(hash).startsWith(START);

/** Whether two addresses ask for the same settings of the same model, whatever the view, the day and the part of the map. */
export function isSameWork(one: string, other: string): boolean {
  const settingsOf = (hash: string) =>
    pairsOf(inExplore(hash))
      .filter(([key]) => !['d', 'l', 'g', 'i', 'p', 'v'].includes(key))
      .join('&');
  return settingsOf(one) === settingsOf(other);
}

/** Whether a link brings a document, entries or options that another does not. */
export function bringsOther(hash: string, than: string): boolean {
  const brought = (one: string) => pairsOf(inExplore(one)).filter(([key]) => ['a', 'e', 'z'].includes(key));
  return brought(hash).length > 0 && String(brought(hash)) !== String(brought(than));
}

/** The same link as Explore has it. */
export function inExplore(hash: string): string {
  const start = starts.find((one) => hash.startsWith(one));
  return start === undefined ? hash : START + hash.slice(start.length);
}

const pair = (key: string, value: string | number) => `${encode(key)}=${encode(String(value))}`;
/** Only what a link could not carry is escaped, so that it stays readable. */
const encode = (text: string) => encodeURIComponent(text).replaceAll('%40', '@').replaceAll('%3A', ':');

export function pairsOf(hash: string): [string, string][] {
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

/** To notice accidents; every value is checked whatever it says. */
export const checkOf = (text: string): string => fnv1a(text).toString(36);
