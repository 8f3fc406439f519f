// Options that several commands take, each said once; and those that go together, in the order of the help.
import type { CommandOption } from './arguments.ts';

export const condition: CommandOption = {
  name: 'condition',
  takes: 'id',
  repeatable: true,
  job: 'switch on a condition of the model, such as a bad winter',
};
export const set: CommandOption = {
  name: 'set',
  takes: 'path=value',
  repeatable: true,
  job: 'change a number of the model from the start; path@day=value changes it from that day of the run',
};
export const option: CommandOption = {
  name: 'option',
  takes: 'id',
  job: 'which option of the model; today if not given',
};
export const seed: CommandOption = {
  name: 'seed',
  takes: 'n',
  job: 'the random seed, which decides who arrives; the model’s own if not given',
};
const replications: CommandOption = {
  name: 'replications',
  takes: 'n',
  job: 'how many simulated periods; the model’s own if not given',
};
/** What is simulated, and how often. */
export const simulated: readonly CommandOption[] = [condition, set, seed, replications];

const precision: CommandOption = {
  name: 'precision',
  takes: 'p%',
  job: 'instead of --replications: as many as are needed for ±p% around what the thresholds name, or around people delayed',
};
const mostReplications: CommandOption = {
  name: 'most-replications',
  takes: 'n',
  job: 'with --precision: where to stop; 10000 if not given',
};
const antithetic: CommandOption = {
  name: 'antithetic',
  job: 'run periods in pairs, the second with every random number of the first mirrored, and print what that gains',
};
/** How many, until the answer is as exact as asked. */
export const precisely: readonly CommandOption[] = [precision, mostReplications, antithetic];

export const engine: CommandOption = {
  name: 'engine',
  takes: 'simjs',
  job: 'run the first period in a second engine as well, and only say whether both agree on every time of every person',
};
export const weeks: CommandOption = { name: 'weeks', job: 'also week by week: people in places, waiting and delayed' };
const percentiles: CommandOption = {
  name: 'percentiles',
  takes: 'p,p',
  job: 'more percentiles to show, such as 50,75,95,99: of days waited, stays, journeys and people; the model’s own if not given',
};
const over: CommandOption = {
  name: 'over',
  takes: 'n,n',
  job: 'thresholds to show, such as 7,21: the share of people above that many days, or of the time with more people; the model’s own if not given',
};
/** Rows to show besides the usual ones. */
export const moreRows: readonly CommandOption[] = [percentiles, over];

export const json: CommandOption = { name: 'json', job: 'print everything as JSON' };
export const out: CommandOption = {
  name: 'out',
  takes: 'DIR',
  job: 'write the tables as files, with a dictionary of their columns and a manifest, into DIR',
};
export const format: CommandOption = {
  name: 'format',
  takes: 'csv|parquet',
  job: 'with --out: the kind of files the tables are; CSV if not given',
};
export const seconds: CommandOption = {
  name: 'seconds',
  takes: 'n',
  job: 'stop after that many seconds, with what has finished by then',
};
export const workers: CommandOption = {
  name: 'workers',
  takes: 'n',
  job: 'how many worker threads; changes no result',
};
export const queue: CommandOption = {
  name: 'queue',
  takes: 'address',
  job: 'let the workers of this queue run it, such as redis://host:6379; ONWARD_QUEUE in the environment if not given, or none for this computer',
};
export const quiet: CommandOption = { name: 'quiet', job: 'print nothing but the result' };

/** What a table of what happened does not say of itself. */
export const fitted: readonly CommandOption[] = [
  {
    name: 'where',
    takes: 'column=word',
    job: 'only the rows with this word in that column, such as those of one service: Ward=Victoria',
  },
  { name: 'column', takes: 'name', job: 'the column of lengths of stay, by its head or its number' },
  {
    name: 'from',
    takes: 'name',
    job: 'the column of the days people came: with --to instead of --column; of arrivals the dates; of routes the places they left',
  },
  {
    name: 'count',
    takes: 'name',
    job: 'of arrivals, where a row is a day, week or month: the column of how many came; of routes of how many went, or none',
  },
  { name: 'observed', job: 'of arrivals: the observed days themselves as the piece, not a rate with factors' },
  {
    name: 'to',
    takes: 'name',
    job: 'with --from: the column of the days they left; nothing there: still there; of routes the places they went to',
  },
  { name: 'date', takes: 'name', job: 'of routes: the column of the days, which the evidence gives; or none' },
  { name: 'still-there', takes: 'name', job: 'with lengths: the column that says yes for who is still there' },
  { name: 'unit', takes: 'unit', job: 'of the lengths: minutes, hours, days or weeks; days if not given' },
  {
    name: 'counted-on',
    takes: 'date',
    job: 'the day of the records, for who is still there; the last date if not given',
  },
  {
    name: 'present-on',
    takes: 'date',
    job: 'the file has only people who were there on that day; no if that is chance',
  },
  { name: 'most', takes: 'days', job: 'longer stays are left out, such as codes for not known' },
  { name: 'zeros-as', takes: 'days', job: 'how long a stay of 0 days was, such as 0.5' },
  {
    name: 'leave-out',
    takes: 'a,b',
    job: 'rows to leave out: of stays zeros, negatives, unreadable; of routes empty, same, unreadable',
  },
  {
    name: 'spelling',
    takes: 'kind',
    job: 'of routes: names that are nearly the same are one place (alike) or two (as-written)',
  },
  { name: 'model', takes: 'MODEL', job: 'of routes: the model whose services the names are; the piece is then of it' },
  {
    name: 'is',
    takes: 'id=name',
    repeatable: true,
    job: 'with --model: what the file calls a service, need or stream, such as p1="Care at home"',
  },
  {
    name: 'without',
    takes: 'name',
    repeatable: true,
    job: 'of routes: a place in the file that the shares are not to count',
  },
  {
    name: 'shape',
    takes: 'name',
    job: 'of stays: the shape of the piece, or empirical for the records themselves; the best if not given',
  },
  {
    name: 'out',
    takes: 'DIR',
    job: 'write the tables as files, with a dictionary of their columns and the piece, into DIR',
  },
  format,
  { name: 'for', takes: 'path', job: 'where the piece goes in the model, such as stations.p2.stay or streams.acute' },
  json,
  quiet,
];

/** A table of what happened, to be held beside one option. */
export const history: readonly CommandOption[] = [
  {
    name: 'history',
    takes: 'FILE',
    job: 'instead: one option beside what happened, from a table by day, week or month: the band, the limits, a verdict, and what could explain a difference',
  },
  {
    name: 'series',
    takes: 'row=name',
    repeatable: true,
    job: 'with --history: what a series of the table counts, such as acute.delayed=Waiting or p2.starts=Admissions; people delayed if there is only one',
  },
  { name: 'date', takes: 'name', job: 'with --history: the column of the dates' },
  { name: 'count', takes: 'name', repeatable: true, job: 'with --history: a column of counts' },
  { name: 'leave-out', takes: 'a,b', job: 'with --history: what may be missing: gaps, zeros, unreadable' },
  { name: 'move-dates', job: 'with --history: the run begins and ends with the series, with the people counted then' },
];

/** Of a new model: the answers to its questions. */
export const answers: readonly CommandOption[] = [
  { name: 'title', takes: 'name', job: 'what the place is called' },
  { name: 'population', takes: 'n', job: 'how many people live there; gives the usual number of people a day' },
  {
    name: 'arrivals',
    takes: 'n',
    job: 'instead of --population: people a day who are ready to leave and need support',
  },
  { name: 'home-of-100', takes: 'n', job: 'of 100 of them, how many need it at home' },
  {
    name: 'beds-of-100',
    takes: 'n',
    job: 'of 100, how many need a bed to recover in; the rest need a nursing bed',
  },
  { name: 'home-days', takes: 'days', job: 'how long support at home is given, on average' },
  { name: 'bed-days', takes: 'days', job: 'how long a stay in a bed to recover in is' },
  { name: 'nursing-days', takes: 'days', job: 'how long a stay in a nursing bed is' },
  { name: 'home-places', takes: 'n', job: 'people supported at home at once' },
  { name: 'beds', takes: 'n', job: 'beds to recover in' },
  { name: 'nursing-beds', takes: 'n', job: 'nursing beds' },
  { name: 'start-date', takes: 'date', job: 'first day, as YYYY-MM-DD; today if not given' },
  { name: 'usual', job: 'use the usual answer, from national figures, for everything not given' },
];

/** A Better Care Fund plan, which goes into a model. */
export const plan: readonly CommandOption[] = [
  { name: 'model', takes: 'MODEL', job: 'of a plan by month: the model it goes into, which is not changed itself' },
  { name: 'pathway', takes: 'name', job: 'of a plan: the column of the pathways, by its head or its number' },
  { name: 'month', takes: 'name', job: 'of a plan: the column of the months' },
  { name: 'demand', takes: 'name', job: 'of a plan: the column of the expected demand, in people a month; or none' },
  { name: 'capacity', takes: 'name', job: 'of a plan: the column of the capacity; or none' },
  {
    name: 'capacity-in',
    takes: 'people|places',
    job: 'of a plan: whether capacity is people who can begin in a month, or places; places where its heads say beds, places or staff, and else people',
  },
  {
    name: 'amounts',
    takes: 'demand|capacity',
    job: 'of a plan with a column or row for each pathway: what the numbers are that say neither',
  },
  {
    name: 'is',
    takes: 'id=name',
    repeatable: true,
    job: 'of a plan: which service of the model a pathway is, such as p1="Reablement at home"',
  },
  { name: 'without', takes: 'name', repeatable: true, job: 'of a plan: a pathway that is left out' },
  { name: 'stream', takes: 'id', job: 'of a plan: by which stream of the model its people come, if there are several' },
  {
    name: 'replications',
    takes: 'n',
    job: 'of a plan, with --to: how many simulated periods stand beside it; 20 if not given',
  },
];
