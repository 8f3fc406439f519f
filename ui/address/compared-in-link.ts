// What a link says of what is compared, read pair by pair; state/compared.ts writes them.
import type { Model } from '../../engine/index.ts';
import { MOST_TOGETHER, type GoalKind } from '../model/goal.ts';
import { MOST_TRIED, triedProblem } from '../model/tried.ts';
import { controlOf, entryOf, optionsOf, TODAY } from '../model/values.ts';
import { EDITED, MOST_BESIDE, type Compared } from '../state/compared.ts';

/** With one more pair of a link; undefined when the pair is of something else, a sentence when it cannot be used. */
export function withPair(now: Compared, model: Model, key: string, text: string): Compared | string | undefined {
  if (key === 'x') {
    const before = now.beside ?? [];
    if (text === '') return { ...now, beside: before };
    if (!isColumn(model, text) || text === TODAY) return 'this model has no such option to compare with today.';
    if (before.includes(text) || before.length >= MOST_BESIDE)
      return `there is room for ${MOST_BESIDE} options beside today.`;
    return { ...now, beside: [...before, text] };
  }
  if (key === 'q')
    return /^\d{1,6}$/.test(text) ? { ...now, over: Number(text) } : 'it should be a whole number of people.';
  if (key === 'u') return withTried(now, model, text);
  if (key === 'f') return text === 'empty' || text === 'cost' ? { ...now, edge: text } : 'it should be empty or cost.';
  if (key !== 't') return undefined;
  const [, listed = '', kind = '', limit = '', within = ''] =
    /^(.{1,500})@(mean|p90|days):(\d{1,6}(?:\.\d{1,6})?)@(.{1,100})$/.exec(text) ?? [];
  const paths = [...new Set(listed.split(','))];
  if (listed === '') return 'it should read path@mean:number@option.';
  if (!paths.every((path) => controlOf(model, path))) return 'this model has no such slider.';
  if (paths.length > MOST_TOGETHER) return `at most ${MOST_TOGETHER} numbers are moved together.`;
  if (!isColumn(model, within)) return 'this model has no such option.';
  return { ...now, goal: { paths, kind: kind as GoalKind, limit: Number(limit), within } };
}

function withTried(now: Compared, model: Model, text: string): Compared | string {
  const [, path = '', ...ends] = /^(.{1,200})@(-?[\d.]{1,20}):(-?[\d.]{1,20}):([\d.]{1,20})$/.exec(text) ?? [];
  const [least, most, step] = ends.map(Number);
  const before = now.tried ?? [];
  if (path === '' || !(step > 0)) return 'it should read path@least:most:step.';
  const entry = entryOf(model, path);
  if (!entry) return 'this model has no such number.';
  if (before.length >= MOST_TRIED || before.some((one) => one.path === path))
    return `at most ${MOST_TRIED} numbers are tried together, each once.`;
  const one = { path, least, most, step };
  return triedProblem(one, entry) ?? { ...now, tried: [...before, one] };
}

const isColumn = (model: Model, id: string): boolean =>
  id === EDITED || optionsOf(model).some((option) => option.id === id);
