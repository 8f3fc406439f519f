// Long because it lists every column of every sheet. The sheets of a model's workbook: which facts stand on which sheet, in which column, and what each column means.
import { distributions } from '../../engine/index.ts';
import { kinds, oneOf, type Kind } from './kinds.ts';

/** `at`: from the row's place in the document; '' is the place itself. */
export interface Column {
  readonly head: string;
  readonly at: string;
  readonly kind: Kind;
  readonly means: string;
  /** Whose names stand there. */
  readonly namesOf?: NamesOf | undefined;
}

export type NamesOf = 'stations' | 'needs' | 'options';

/** Columns that name something described on a sheet of its own. */
export const described: Readonly<
  Record<string, { readonly list: 'stations' | 'needs' | 'streams'; readonly sheet: string }>
> = {
  Service: { list: 'stations', sheet: 'Services' },
  Need: { list: 'needs', sheet: 'Needs' },
  Stream: { list: 'streams', sheet: 'Streams' },
};

/** Words that stand where a name would. */
export const otherNames: Readonly<Record<NamesOf, readonly string[]>> = {
  stations: ['need', 'elsewhere', 'here'],
  needs: [],
  options: [],
};

/**
 * Rows of one shape. `rows` says where they lie: `{Service}` is a name that stands in the column Service, `{What=a|b}` one of these,
 * `@Option` the element with that id, `~For` the people a value is for ("need: p1"), `#Part` a place in a list by number and `#` one by order.
 */
export interface Part {
  readonly rows: string;
  readonly columns: readonly Column[];
}

export interface Table {
  readonly name: string;
  readonly about: string;
  readonly parts: readonly Part[];
}

const { text, number, limit, numbers, names, yes, date, holidays, json } = kinds;
const column = (head: string, at: string, kind: Kind, means: string, namesOf?: NamesOf): Column => ({
  head,
  at,
  kind,
  means,
  namesOf,
});
const table = (name: string, about: string, ...parts: Part[]): Table => ({ name, about, parts });
const part = (rows: string, ...columns: Column[]): Part => ({ rows, columns });

const shape = oneOf(...distributions.map((one) => one.shape));

/** A length of time: its shape and what it is on average. */
const stay = (at: string, before = ''): Column[] => {
  const head = (name: string) => (before === '' ? name : `${before} ${name[0].toLowerCase()}${name.slice(1)}`);
  const under = at === '' ? '' : `${at}.`;
  return [
    column(head('Shape'), `${under}shape`, shape, 'How lengths of time vary: fixed, exponential, lognormal …'),
    column(head('Mean (days)'), `${under}meanDays`, number, 'On average, in days'),
    column(head('Standard deviation (days)'), `${under}sdDays`, number, 'How far lengths spread around the mean'),
    column(head('Days'), `${under}days`, number, 'Where it is always the same: how many days'),
    column(head('Mean (hours)'), `${under}meanHours`, number, 'On average, in hours'),
  ];
};

const hours = [
  column('Days', 'days', text, 'Days of the week: Mon-Fri, or Sat, Sun'),
  column('From (hour)', 'fromHour', number, 'Hour of the day it begins, 0 to 24'),
  column('Until (hour)', 'toHour', number, 'Hour of the day it ends, 0 to 24'),
];

/** With heads of their own: a stay has a column *Days* as well. */
const during = (at: string): Column[] =>
  hours.map((one) => ({
    ...one,
    head: `During ${one.head[0].toLowerCase()}${one.head.slice(1)}`,
    at: at === '' ? one.at : `${at}.${one.at}`,
  }));

const dates = [
  column('From date', 'onDate', date, 'First day of the change'),
  column(
    'From day',
    'atDay',
    number,
    'First day of the change, counted from the first day of the run; instead of a date',
  ),
  column('Until', 'untilDate', date, 'Day on which it ends'),
  column('Over (days)', 'overDays', number, 'Days it takes to come fully into force'),
];

/** What an option or a condition changes, at once and from a date. */
const changesOf = (list: string, what: string): Table[] => {
  const value = (head: string, means: string) => column(head, '', json, means);
  const sets = value('Value', 'What the number becomes');
  return [
    table(
      `${what} dates`,
      `When the dated changes of each ${what.toLowerCase()} hold.`,
      part(`${list}.@${what}.changes.#Change`, ...dates),
    ),
    table(
      `${what} values`,
      `The numbers that each ${what.toLowerCase()} changes. Without a change's number: from the beginning.`,
      part(`${list}.@${what}.set.{Number}`, sets),
      part(`${list}.@${what}.changes.#Change.set.{Number}`, sets),
      part(`${list}.@${what}.changes.#Change.scale.{Number}`, value('Times', 'By what the number is multiplied')),
    ),
  ];
};

const stations = 'stations.{Service}';

export const tables: readonly Table[] = [
  table(
    'Needs',
    'What people need, one row each.',
    part(
      'needs.{Need}',
      column('Name', 'label', text, 'In words'),
      column('Meaning', 'meaning', text, 'Who needs this'),
      column(
        'Goes to',
        'goesTo',
        names,
        'The service, or several with semicolons between; else see the sheet Goes to',
        'stations',
      ),
      column('Priority', 'priority', number, 'Who goes first where several wait: 1 before 2'),
      column('Rises to', 'risesTo', text, 'The need it may become while people wait', 'needs'),
      ...stay('prepare', 'Getting ready:'),
    ),
  ),
  table(
    'Goes to',
    'Where people with a need go, where it is not the same for all.',
    part('needs.{Need}.goesTo~For', column('Goes to', '', names, 'The service', 'stations')),
  ),
  table(
    'Second choices',
    'Where people may go instead, in order.',
    part(
      'needs.{Need}.otherwise~For.#',
      column('To', 'to', names, 'The service', 'stations'),
      column('After (days)', 'afterDays', number, 'How long they wait first'),
      column('Stay there (times)', 'stayFactor', number, 'How long the stay there is, as a multiple of the usual one'),
      column('Priority', 'priority', number, 'On the list of that service'),
      column('Moves on', 'movesOn', yes, 'Whether they still go to their first choice when there is a place'),
    ),
  ),
  table(
    'Streams',
    'Where people come from, one row each.',
    part(
      'streams.{Stream}',
      column('Name', 'label', text, 'In words'),
      column('Arrivals a day', 'arrivalsPerDay', number, 'People a day, on average'),
      column('Growth a year', 'growthPerYear', number, 'As a fraction: 0.02 is two in a hundred'),
      column('Always waiting', 'alwaysWaiting', number, 'As many are always waiting to come'),
      column('Starts at', 'startsAt', text, 'The service where they are first', 'stations'),
      ...stay('everyDays', 'Between arrivals:'),
    ),
  ),
  table(
    'Starts at',
    'Where people are first, where it is not the same for all.',
    part('streams.{Stream}.startsAt~For', column('Starts at', '', text, 'The service, or need', 'stations')),
  ),
  table(
    'Shares',
    'Of the people of a stream, how many have each need: fractions that come to 1.',
    part('streams.{Stream}.shares~For.{Need}', column('Share', '', number, 'As a fraction')),
  ),
  table(
    'Arrivals',
    'Arrivals by weekday, by month, or as they were on each day.',
    part(
      'streams.{Stream}.{What=weekdayFactors|monthFactors|counts|atDays}.#No.',
      column('Value', '', number, 'A factor, people on a day, or the day of an arrival'),
    ),
  ),
  table(
    'Groups',
    'By what people differ: a group, and its share.',
    part('attributes.{Group}', column('Name', 'label', text, 'In words')),
    part('attributes.{Group}.shares~For.{Value}', column('Share', '', number, 'As a fraction')),
  ),
  table(
    'Localities',
    'Where the parts of the area lie, for the map.',
    part(
      'attributes.{Group}.where.{Value}',
      column('Longitude', 'centre.lon', number, 'Of its middle: degrees east'),
      column('Latitude', 'centre.lat', number, 'Degrees north'),
      column('Districts', 'districts', names, 'Codes of the districts it is made of, with semicolons between'),
    ),
  ),
  table(
    'Services',
    'Every place people are in, one row each.',
    part(
      stations,
      column(
        'Kind',
        'kind',
        oneOf('ward', 'caseload', 'team', 'delay', 'exit'),
        'A ward has beds, a caseload places at home, a team staff; at a delay there is no limit; people leave at an exit',
      ),
      column('Name', 'label', text, 'In words'),
      column('About', 'about', text, 'What kind of place it is'),
      column('Beds', 'beds', limit, 'Of a ward; unlimited, where there is no limit'),
      column('Places', 'places', limit, 'Of a caseload'),
      column('Staff', 'staff', limit, 'Of a team: how many see people at once'),
      column('Starts a month', 'startsPerMonth', number, 'The most people it takes on in a calendar month'),
      column('Visits a day', 'visitsPerDay', numbers, 'The most visits in a day; seven numbers for Monday to Sunday'),
      column('Waiting room', 'waitingRoom', number, 'The most people who may wait outside'),
      column(
        'Turns away',
        'turnsAway',
        oneOf('last', 'least-urgent'),
        'Who is turned away where too many wait outside',
      ),
      column('Order', 'order', text, 'Who goes first'),
      column('Defers (days)', 'deferDays', number, 'How long a first visit may be put off'),
      column('Takes all', 'takesAll', yes, 'Whether everybody is taken on, with fewer visits'),
      column('Extra beds', 'surge.beds', number, 'Beds that open when many wait'),
      column('Open at (waiting)', 'surge.openAtWaiting', number, 'People waiting when they open'),
      column('Close at (waiting)', 'surge.closeAtWaiting', number, 'People waiting when they close'),
      column('Open at least (days)', 'surge.minDays', number, 'Days they stay open at least'),
      column('£ a place a day', 'costs.placeDayGbp', number, 'Whether or not it is used'),
      column('£ a person a day', 'costs.personDayGbp', number, 'For each person there'),
      column('£ a delayed day', 'costs.delayedDayGbp', number, 'For each person who is ready to leave'),
      column('£ a visit', 'costs.visitGbp', number, ''),
      column('£ a start', 'costs.startGbp', number, ''),
      column('Costs grow a year', 'costs.growthPerYear', number, 'As a fraction'),
      column('Locality', 'locality', text, 'The part of the area it belongs to'),
      column('Longitude', 'lonLat.lon', number, 'Degrees east'),
      column('Latitude', 'lonLat.lat', number, 'Degrees north'),
    ),
  ),
  table(
    'Hours',
    'When services take people in, let them go, make progress or work. More than one row: number them.',
    part(`${stations}.{What=admits|releases|progresses|hours}`, ...hours),
    part(`${stations}.{What=admits|releases|progresses|hours}.#No.`, ...hours),
  ),
  table(
    'Routes',
    'Where people go from a service, in order.',
    part(
      `${stations}.next~For.#`,
      column('To', 'to', names, 'The service, or need: where their need says', 'stations'),
      column('Share', 'share', number, 'As a fraction; empty: the rest'),
      column('Priority', 'priority', number, 'On the list of that service'),
      column('Comes back', 'readmission', yes, 'Whether this counts as coming back to hospital'),
      ...stay('prepare', 'Getting ready:'),
    ),
  ),
  table(
    'Stays',
    'How long people stay in a service. Of a mixture: each part, numbered.',
    part(`${stations}.stay~For`, ...stay('')),
    part(
      `${stations}.stay~For.of.#Part`,
      column('Share', 'share', number, 'Of this part, as a fraction'),
      ...stay('stay'),
    ),
  ),
  table(
    'Visits',
    'How often staff visit one person a day, at the beginning and at the end of their stay.',
    part(
      `${stations}.visits~For`,
      column('First (a day)', 'first', number, 'At the beginning'),
      column('Last (a day)', 'last', number, 'At the end'),
    ),
  ),
  table(
    'Turnaround',
    'How long a place that somebody has left is made ready for the next.',
    part(`${stations}.turnaround`, ...stay('stay'), ...during('during')),
    part(`${stations}.turnaround.during.#No.`, ...during('')),
  ),
  table(
    'Patience',
    'Who gives up waiting, and where they go.',
    part(
      `${stations}.patience`,
      column('To', 'to', text, 'Where they go; here: they keep their place', 'stations'),
      ...stay('stay'),
    ),
  ),
  table(
    'Now',
    'People who are there when the run begins.',
    part('initial.{Service}.{What=inCare|delayedFor|waiting}', column('People', '', number, 'How many')),
    part('initial.{Service}.{What=inCare|delayedFor|waiting}.{Who}', column('People', '', number, 'How many')),
  ),
  table(
    'Options',
    'Plans to compare. The first is today.',
    part(
      'options.#',
      column('Option', 'id', text, 'A short name without blanks'),
      column('Name', 'title', text, 'In words'),
      column('About', 'about', text, ''),
      column('Other reading of', 'otherReadingOf', text, 'The option that this reads in another way', 'options'),
    ),
  ),
  ...changesOf('options', 'Option'),
  table(
    'Conditions',
    'What may be laid over every option.',
    part(
      'conditions.#',
      column('Condition', 'id', text, 'A short name without blanks'),
      column('Name', 'title', text, 'In words'),
      column('About', 'about', text, ''),
    ),
  ),
  ...changesOf('conditions', 'Condition'),
  table(
    'Sliders',
    'Numbers that can be moved on the page.',
    part(
      'controls.#',
      column('Number', 'path', text, 'The path to it in the document'),
      column('Name', 'label', text, 'In words'),
      column('Group', 'group', text, 'Under which heading'),
      column('Least', 'least', number, ''),
      column('Most', 'most', number, ''),
      column('Step', 'step', number, ''),
    ),
  ),
  table(
    'Thresholds',
    'Limits to be kept.',
    part('thresholds.#', column('Threshold', '', text, 'Such as acute.delayed.mean <= 10')),
  ),
  table(
    'Evidence',
    'Where each number comes from.',
    part(
      'evidence.{Number}',
      column('Status', 'status', oneOf('measured', 'estimated', 'illustrative'), 'How well it is known'),
      column('Source', 'source', text, 'Where it comes from'),
      column('Low', 'low', number, 'It may be as low as this'),
      column('High', 'high', number, 'It may be as high as this'),
      column('Note', 'note', text, ''),
    ),
  ),
  table(
    'Story',
    'The steps of a talk, in order.',
    part(
      'story.#',
      column('Title', 'title', text, ''),
      column('Says', 'say', text, ''),
      column('Option', 'option', text, '', 'options'),
      column('Spotlight', 'spotlight', names, 'The services it is about', 'stations'),
      column('Date', 'onDate', date, ''),
      column('Year', 'year', text, 'typical, bad or good'),
      column('View', 'view', text, ''),
    ),
  ),
];

/** One fact a row, by its name. */
export const place: readonly Column[] = [
  column('Short name', 'id', text, 'Without blanks; the name of its file'),
  column('Title', 'title', text, ''),
  column('About', 'about', text, 'What is known, and what is only illustrative'),
  column('First day', 'calendar.startDate', date, ''),
  column('Warm-up (days)', 'calendar.warmUpDays', number, 'Simulated before the first day and not counted'),
  column('Run (days)', 'calendar.runDays', number, 'From the first day'),
  column(
    'Holidays',
    'calendar.holidays',
    holidays,
    'Like a Sunday: england-and-wales, or dates with semicolons between',
  ),
  column('Looked at on days', 'calendar.lookAtDays', numbers, 'Counted from the first day, with semicolons between'),
  column('Replications', 'experiment.replications', number, 'How often it is simulated'),
  column('Seed', 'experiment.seed', number, 'Which random numbers'),
  column('Further stay for a day of delay (days)', 'consequencesOfDelay.stayDaysPerDelayedDay', number, ''),
  column('Readmitted for a day of delay (share)', 'consequencesOfDelay.readmitPerDelayedDay', number, ''),
  column('Need rises for a day of delay (share)', 'consequencesOfDelay.risePerDelayedDay', number, ''),
  column('Version of the format', 'schemaVersion', number, ''),
];

export const PLACE = 'Place';
export const ELSE = 'Anything else';
/** What no other sheet has a column for: the path to it, and its value as the document writes it. */
export const otherwise: readonly [string, string] = ['Path', 'Value'];
