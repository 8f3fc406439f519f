// Plausible worlds in plain words: in how many fewer people wait, what decides it most, and what happens in each.
import {
  worldsWords,
  type Deciding,
  type JudgedReading,
  type JudgedWorld,
  type Model,
  type WorldsSummary,
} from '../../engine/index.ts';
import { inSentence, isIn } from '../model/values.ts';
import { neededIn } from './elsewhere.ts';
import { sayNumberName } from './numbers/number-name.ts';
import { labelOfSlider, lowered } from './numbers/short-name.ts';

export const NO_RANGES = 'Nobody has said how far the numbers may be off, so no other world can be tried.';
export const LONG = 'Trying other plausible numbers takes long in this model.';
export const ONLY_DECIDED = 'Only numbers that the options set have a range, so no other world can be tried.';

/** "Fewer people wait in 171 of 200 plausible worlds."; where most of them cannot be compared, that too. */
export function sayWorlds(summary: WorldsSummary): string {
  const { worlds, count, of, leans } = summary;
  const unsettled = of['does not settle'] - leans.lower - leans.higher;
  if (count === 0)
    return unsettled * 2 > worlds
      ? `In ${sayOf(unsettled, worlds)} plausible worlds a queue keeps growing, so nothing can be compared.`
      : `Just as many people wait in ${worlds - unsettled} of ${worlds} plausible worlds.`;
  const [said] = worldsWords(summary);
  return unsettled * 2 > worlds ? `${said.slice(0, -1)}; in ${unsettled} a queue keeps growing.` : said;
}

const sayOf = (count: number, worlds: number): string => (count === worlds ? `all ${worlds}` : `${count} of ${worlds}`);

/** "What decides it most: how long care at home lasts." Nothing is claimed that chance may have made. */
export function sayDecides(model: Model, decides: readonly Deciding[]): string {
  const [first] = decides.filter(({ isClear }) => isClear);
  if (first) return `What decides it most: ${sayUncertain(model, first.path)}.`;
  return decides.every(({ correlation }) => correlation === null)
    ? 'Too few of them can be compared to say what decides it.'
    : 'No one number decides it.';
}

const CARE = /\b(care|support|help)\b/i;

/** What a number is about, as a question: "how long care at home lasts", "how many people come". */
export function sayUncertain(model: Model, path: string, title?: string): string {
  const [family, id = '', ...inner] = path.split('.');
  const slider = labelOfSlider(model, path) ?? '';
  const rest = inner.join('.');
  if (family === 'consequencesOfDelay') return 'how much longer people stay after a delay';
  if (family === 'streams' && rest === 'arrivalsPerDay')
    return Object.keys(model.streams).length === 1
      ? 'how many people come'
      : `how many people come (${model.streams[id]?.label ?? id})`;
  if (family === 'streams' && inner[0] === 'shares') {
    const [, need] = /^Need (.+)/.exec(slider) ?? [];
    const last = inner.at(-1)!;
    return `how many people need ${need ?? (isIn(model.needs, last) ? neededIn(model.needs[last].label) : last)}`;
  }
  if (family === 'stations' && rest === 'stay.meanDays') {
    const { kind, label } = model.stations[id];
    if (kind === 'caseload' && CARE.test(label)) return `how long ${lowered(label)} lasts`;
    const [, where] = /^Stay\b(.*), mean$/.exec(slider) ?? [];
    return where === undefined ? `how long people stay in ${inSentence(label)}` : `how long people stay${where}`;
  }
  if (family === 'stations' && rest === 'stay.sdDays')
    return `how much one stay differs from another (${model.stations[id].label})`;
  if (family === 'stations' && ['beds', 'places', 'staff'].includes(rest) && slider !== '')
    return `how many ${lowered(slider)} there are`;
  return lowered(sayNumberName(model, path, title));
}

/** What happens in one world, for those who look at all of them. */
export const happenings = ['fewer', 'the same', 'more', 'does not settle', 'nobody'] as const;
export type Happens = (typeof happenings)[number];

export function happensIn({ verdict, leans }: JudgedWorld): Happens {
  if (verdict === 'lower' || leans === 'lower') return 'fewer';
  if (verdict === 'higher' || leans === 'higher') return 'more';
  return verdict === 'no difference' ? 'the same' : verdict === 'nobody to measure' ? 'nobody' : 'does not settle';
}

export const happensWords: Readonly<Record<Happens, string>> = {
  fewer: 'fewer people wait',
  more: 'more people wait',
  'the same': 'just as many wait',
  'does not settle': 'a queue keeps growing, so nothing can be compared',
  nobody: 'nobody is there to wait',
};

/** Sentences behind the headline: where a line grows without end, how many are more than chance, and what stays fixed. */
export function sayMoreOfWorlds(
  summary: WorldsSummary,
  { numbers, without }: { readonly numbers: number; readonly without: number },
): string[] {
  const { direction, leans, count, clear, of, drawnAgain } = summary;
  const others = of['does not settle'] - leans.lower - leans.higher;
  const said = [
    `A plausible world draws ${numbersOf(numbers)} at once, each within the range given for it. The same people come today and with the option. ${without === 0 ? 'No number stays fixed.' : `The other ${without} have no range, so they stay fixed.`}`,
  ];
  const leaning = leans[direction];
  if (leaning > 0)
    said.push(
      direction === 'lower'
        ? `In ${leaning} of the ${count}, today’s queue keeps growing, and the option stops that. Then there is no average, so no number of people is given.`
        : `In ${leaning} of the ${count}, the queue keeps growing with the option, and not today. Then there is no average, so no number of people is given.`,
    );
  if (others > 0) said.push(`In ${others} of all the worlds a queue keeps growing, so there is no average to compare.`);
  if (clear < count - leaning)
    said.push(
      `In ${count - leaning - clear} of the ${count} the difference is small enough to be chance: those marks are hollow.`,
    );
  if (drawnAgain > 0)
    said.push(
      `${drawnAgain === 1 ? 'One world' : `${drawnAgain} worlds`} had numbers that do not fit together, and got new ones.`,
    );
  return said;
}

const numbersOf = (count: number): string => (count === 1 ? 'one number' : `${count} numbers`);

/** "Read as 37 starts a month, a queue keeps growing."; a title that says no "read as" is quoted. */
export function sayReading({ title, world }: JudgedReading): string {
  const [, as] = /\bread as (.+)$/i.exec(title) ?? [];
  const what = happensIn(world);
  const happens = what === 'does not settle' ? 'a queue keeps growing' : happensWords[what];
  return `Read ${as === undefined ? `another way (“${title}”)` : `as ${as}`}, ${happens}.`;
}

/** How far the answer goes with a number: "strongly: when it is higher, the option helps more". */
export function sayCorrelation({ correlation, isClear }: Deciding): string {
  if (correlation === null) return 'cannot be said';
  if (!isClear) return 'may be chance';
  const size = Math.abs(correlation);
  const how = size >= 0.7 ? 'strongly' : size >= 0.4 ? 'clearly' : 'a little';
  return `${how}: when it is higher, the option helps ${correlation < 0 ? 'more' : 'less'}`;
}
