// A drawing in words: what each kind of service is called, what is missing where, and what went with something that was removed.
import type { Problem } from '../../engine/index.ts';
import { partAt, partsOf, type Draft } from '../model/draft/draft.ts';
import type { Went } from '../model/draft/remove.ts';
import { routeParts } from '../model/draft/routes.ts';
import { valueAt } from '../model/values.ts';
import { sayNumberName } from './numbers/number-name.ts';

/** What a kind is called in the palette, and what a new one of it is called at first. */
const kinds: Readonly<Record<string, readonly [called: string, first: string]>> = {
  ward: ['Ward or beds', 'Ward'],
  caseload: ['Care at home', 'Care at home'],
  team: ['Team', 'Team'],
  delay: ['Time that passes', 'Time that passes'],
  exit: ['Way out', 'Home'],
};
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
export const kindCalled = (kind: string): string => kinds[kind]?.[0] ?? capital(kind);
export const firstLabel = (kind: string): string => kinds[kind]?.[1] ?? capital(kind);

/** What must be known of a stay to choose its shape, short enough for a list on a phone; what it means stands below the list. */
const known: Readonly<Record<string, string>> = {
  erlang: 'average and steps are known',
  exponential: 'only an average is known',
  fixed: 'everyone stays equally long',
  gamma: 'average and spread, shorter tail',
  lognormal: 'average and spread are known',
  triangular: 'least, likeliest, most known',
  uniform: 'only least and most are known',
  weibull: 'average and spread, chance varies',
};
export const shapeCalled = (shape: string, label: string): string =>
  known[shape] === undefined ? label : `${label} (${known[shape]})`;

export const NEW_STREAM = 'People who come';
export const WHERE_NEEDED = 'Where they need to be';

/** The label of a service, a stream or a need, or of what a route leads to. */
export function labelOf(draft: Draft, part: string): string {
  if (part === 'need') return WHERE_NEEDED;
  const label = partAt(draft, part)?.label ?? '';
  return label.trim() === '' ? partsOf(part)[1] : label;
}

/** "Ward A to Care at home"; of a need's, whose it is. */
export function sayRoute(draft: Draft, route: string): string {
  const [owner, to] = routeParts(route);
  return `${labelOf(draft, owner)} to ${labelOf(draft, to === 'need' ? to : `stations.${to}`)}`;
}

/** What became of a route that was asked for; `added` is nothing where none was drawn. */
export function sayDrawn(draft: Draft, from: string, to: string, added: string | undefined): string {
  if (added !== undefined)
    return `Drawn: ${labelOf(draft, from)} to ${labelOf(draft, to === 'need' ? to : `stations.${to}`)}.`;
  return to === 'need' && Object.keys(draft.needs).length === 0
    ? 'Not drawn: nobody needs anything yet. Draw a route to a service.'
    : 'There is such a route already.';
}

export const saySelected = (draft: Draft, selected: string): string =>
  selected.includes('>') ? sayRoute(draft, selected) : labelOf(draft, selected);

/** The service, stream or need that a problem is about; undefined: the model. */
export function ownerOfProblem({ path }: Problem): string | undefined {
  const [, family, id] = /^(?:evidence\.)?(stations|streams|needs|initial)\.([^.]+)/.exec(path) ?? [];
  return family === undefined ? undefined : `${family === 'initial' ? 'stations' : family}.${id}`;
}

/** What is missing or wrong, as a question to whoever draws; the engine's own words where there is no better one. */
export function sayMissing(draft: Draft, { path, found, expected, hint }: Problem): string {
  const isMissing = found === 'nothing';
  const [, key] = /\.(beds|staff|places)$/.exec(path) ?? [];
  if (isMissing && key) return `How many ${key} are there? Type a number, or choose no limit.`;
  if (isMissing && path.endsWith('.stay')) return 'How long do people stay? Choose a shape, then type its numbers.';
  if (isMissing && path.endsWith('.next')) return 'Where do people go from here? Draw a route to another service.';
  if (found.startsWith('no way out'))
    return `Nobody can leave from here${found.slice('no way out'.length)}: draw routes that lead to a way out.`;
  if (isMissing && path.endsWith('.share')) return `What share of people goes to ${wayTo(draft, path)}? Type it.`;
  if (found.startsWith('shares that add to')) return `${capital(inPercent(found))}. ${inPercent(hint)}`;
  if (isMissing && /^streams\.[^.]+\.shares$/.test(path))
    return Object.keys(draft.needs).length === 0
      ? 'Where do they start? Draw a route to a service.'
      : 'What share of these people has each need? Type the shares.';
  if (path === 'streams') return 'Nobody comes yet: add people who come.';
  if (found === 'no arrivals') return 'How many people come a day? Type a number.';
  if (path.endsWith('.stay') && hint.includes('is missing')) return `Length of stay: ${withoutUnits(hint)}`;
  const name = path === '' ? 'The model' : sayNumberName(draft, path.replace(/^evidence\./, ''));
  return `${name}: found ${found}; expected ${expected}. ${hint}`;
}

function wayTo(draft: Draft, path: string): string {
  const to = valueAt(draft, path.replace(/share$/, 'to'));
  return [to]
    .flat()
    .map((id) => labelOf(draft, id === 'need' ? 'need' : `stations.${String(id)}`))
    .join(' or ');
}

const inPercent = (text: string): string =>
  text.replace(/\d*\.?\d+/g, (number) => `${Number((Number(number) * 100).toFixed(4))} %`);

/** "meanDays (or meanHours) is missing" → "mean is missing" */
const withoutUnits = (text: string): string => text.replace(/(\w+?)Days( \(or \w+Hours\))?/g, '$1');

/** "Removed Ward A, and with it 2 routes and 1 need." */
export function sayRemoved(label: string, { routes, needs, options, sliders, steps, lines }: Went): string {
  const counts: readonly (readonly [count: number, one: string, many: string])[] = [
    [routes, 'route', 'routes'],
    [needs, 'need', 'needs'],
    [options, 'option', 'options'],
    [sliders, 'slider', 'sliders'],
    [steps, 'step of the story', 'steps of the story'],
    [lines, 'line of evidence', 'lines of evidence'],
  ];
  const said = counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
  if (said.length === 0) return `Removed ${label}.`;
  const list = said.length === 1 ? said[0] : `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
  return `Removed ${label}, and with it ${list}.`;
}
