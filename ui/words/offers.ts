// What a reader of tables asks, in the words of the page: the terminal's options have names in the form, and an answer it offers is one press.
import { sayProblem, type Problem } from '../../engine/index.ts';

/** By the terminal's option without its dashes: what the form calls it. */
export const optionNames: Readonly<Record<string, string>> = {
  where: 'Only the rows of',
  column: 'Lengths of stay',
  date: 'Date',
  from: 'Came on',
  to: 'Left on',
  'still-there': 'Still there',
  count: 'Number of people',
  unit: 'Unit',
  'counted-on': 'Day of the records',
  'present-on': 'Only people who were there on',
  most: 'Longest possible stay, days',
  'zeros-as': 'Stays of 0 days lasted, days',
  'leave-out': 'Leave out',
  spelling: 'Names that are nearly the same',
  pathway: 'Pathway',
  month: 'Month',
  demand: 'Expected demand',
  capacity: 'Capacity',
  amounts: 'Numbers are',
};

/** Of a table of where people went, whose columns have other things in them. */
const ofRoutes: Readonly<Record<string, string>> = { from: 'From where', to: 'To where', count: 'Number of people' };

/** `as`: what the table is taken as. */
export const optionName = (option: string, as?: string): string =>
  (as === 'routes' ? ofRoutes[option] : undefined) ?? optionNames[option];

export interface Offer {
  readonly option: string;
  readonly value: string;
}

const OPTION = /--([a-z-]+)(?: ((?:\d[\d.-]*\d|[\w-]*\w)))?/g;
/** What only the planner knows: which column, or which unit. */
const isBlank = (option: string, value: string | undefined): boolean =>
  value === undefined || /^[A-Z]+$/.test(value) || option === 'unit';

/** Answers that a message offers, each whole. */
export function offersIn({ hint }: Pick<Problem, 'hint'>): Offer[] {
  return [...hint.matchAll(OPTION)].flatMap(([, option, value]) =>
    option in optionNames && !isBlank(option, value) ? [{ option, value }] : [],
  );
}

/** "Give the unit: “Unit”." */
export const hintInPage = (hint: string, as?: string): string =>
  hint.replaceAll(OPTION, (all, option: string, value?: string) => {
    const name = optionName(option, as);
    if (name === undefined) return all;
    return isBlank(option, value) ? `“${name}”` : `“${name}”: ${value}`;
  });

/** "The columns: found …": a sentence, in the words of the form. */
export function sayAsked(problem: Problem, as?: string): string {
  const [, option] = /^--([a-z-]+)$/.exec(problem.path) ?? [];
  const path = option === undefined ? problem.path : `“${optionName(option, as)}”`;
  const said = sayProblem({ ...problem, path, hint: hintInPage(problem.hint, as) });
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** "Leave out: zeros". */
export const sayOffer = ({ option, value }: Offer, as?: string): string =>
  option === 'present-on' && value === 'no' ? 'That is chance' : `${optionName(option, as)}: ${value}`;
