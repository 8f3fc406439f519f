// `onward fit`: lengths of stay, arrivals or routes from what happened, as a piece of a model.
import { type Given, isOn, refuseBoth } from '../arguments.ts';
import { badCommand, unknownWord } from '../bad-command.ts';

/** The options that are of one kind of table, or of some. */
const OPTIONS = {
  stays: 'where column from to still-there unit counted-on present-on most zeros-as leave-out shape for',
  arrivals: 'where column from count observed leave-out for',
  routes: 'where from to count date leave-out spelling model is without',
} as const;
type What = keyof typeof OPTIONS;
const KINDS = Object.keys(OPTIONS) as What[];

const takes = (what: What, name: string): boolean => OPTIONS[what].split(' ').includes(name);

export async function command(given: Given): Promise<number> {
  const [word = 'nothing'] = given.words;
  const what = KINDS.find((kind) => kind === word);
  if (what === undefined)
    throw unknownWord('fit', word, KINDS, KINDS.map((kind) => `onward fit ${kind} FILE`).join(', or '));
  const others = KINDS.filter((kind) => kind !== what);
  const needless = Object.keys(given.options).find(
    (name) => !takes(what, name) && others.some((kind) => takes(kind, name)),
  );
  if (needless !== undefined && isOn(given, needless)) {
    const owners = others.filter((kind) => takes(kind, needless));
    throw badCommand(
      `--${needless}`,
      `with ${what}`,
      owners.join(' or '),
      `Leave --${needless} out, or fit ${owners.join(' or ')}.`,
    );
  }
  refuseBoth(given);
  if (what === 'stays') return (await import('../fit-stays.ts')).fitStaysOf(given);
  if (what === 'arrivals') return (await import('../fit-arrivals.ts')).fitArrivalsOf(given);
  return (await import('../fit-routes.ts')).fitRoutesOf(given);
}
