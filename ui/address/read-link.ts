// Reads a link: checks every value and says what it does not use. Fetched only when an address holds any.
import { storyViews, type LiveChange, type Model } from '../../engine/index.ts';
import {
  checkOf,
  inExplore,
  MOST_CHARACTERS,
  NUMBERED_ANEW_AFTER,
  pairsOf,
  START,
  VERSION,
  type Linked,
} from './link.ts';
import { localitiesToOpen } from '../model/localities.ts';
import { canBeOnTheGround } from '../model/drawn-on-ground.ts';
import { readOwn } from '../model/own-document.ts';
import { nothingChosen } from '../state/compared.ts';
import { withPair } from './compared-in-link.ts';
import type { PersonKey } from '../state/followed.ts';
import { startOf } from '../model/asked.ts';
import type { Picture } from '../model/picture-asked.ts';
import type { Staged } from '../model/picture-asked.ts';
import { entryOf, optionsOf, readNumber } from '../model/values.ts';

export function readLink(address: string, model: Model): Linked {
  const hash = inExplore(address);
  const start = startOf(model);
  if (hash.length > MOST_CHARACTERS)
    return {
      settings: start,
      day: 0,
      ignored: [`This link has ${hash.length} characters; the limit is ${MOST_CHARACTERS}. It was not read.`],
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
  let drawing: Linked['drawing'];
  let isPlain = false;
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
    } else if (key === 'z' || key === 'e') {
      // The document that it brings is the one here by now, or was refused in words of its own.
    } else if (key === 'a') {
      // Those it carries are in the document by now.
      if (!readOwn(text)) leave('a=…', 'this is no option that a page has written.');
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
    } else if (key === 'g') {
      if (text === 'map' && canBeOnTheGround(model)) drawing = text;
      else leave(`g=${text}`, 'this model cannot be drawn so.');
    } else if (key === 'i') {
      if (text === 'plain') isPlain = true;
      else leave(`i=${text}`, 'it should be plain.');
    } else if (key === 'y') staged = { ...staged, replication: whole(key, text, 9_999, 0, 0) };
    else if (key === 'p') {
      const [high = Number.NaN, low = Number.NaN] = /^\d{1,10}-\d{1,10}$/.test(text) ? text.split('-').map(Number) : [];
      if (Math.max(high, low) < 2 ** 32) person = { high, low };
      else leave(`p=${text}`, 'there is nobody with that name.');
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
    drawing,
    ...(isPlain ? { isPlain } : {}),
    compared: compared === nothingChosen ? undefined : compared,
    staged,
    person,
    ...(pairsOf(hash).every(([key]) => key === 'm' || key === 'v') ? { isOnlyModel: true } : {}),
    ignored: ignored.slice(0, 8),
  };
}

function wholeOrNot(hash: string): string[] {
  const end = /^(.*)&v=(\d{1,6})(?:\.([0-9a-z]{1,10}))?$/s.exec(hash);
  // Somebody who types a model's name has lost nothing.
  if (!end && pairsOf(hash).every(([key]) => key === 'm')) return [];
  if (!end)
    return ['The end of this link is missing, so some settings may be lost. Ask for it again, or check the sliders.'];
  if (Number(end[2]) > VERSION)
    return ['This link was made by a newer version; the parts that this version knows were used.'];
  if (end[3] !== undefined && end[3] !== checkOf(end[1]))
    return ['This link was changed after it was copied. What could be read was used; check the sliders.'];
  // One typed by hand has no check, and no numbers that anybody saw before.
  if (end[3] !== undefined && Number(end[2]) <= NUMBERED_ANEW_AFTER)
    return [
      'This link was made by an earlier version, whose simulated people were others. Averages agree within their ranges; single years, days and people do not.',
    ];
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
