// Why one person is waiting, in words: the cause first, then who is ahead, then what comes next.
import { causes, UNLIMITED, type Wait } from '../../engine/index.ts';
import { inSentence, isMany } from '../model/values.ts';
import { sayCount } from './numbers/count.ts';

export interface WhyNames {
  /** Of a station by its index: "Supportive care beds". */
  readonly label: (station: number) => string;
  /** What a place there is called: place, bed, member of staff. */
  readonly place: (station: number) => { readonly one: string; readonly many: string };
  /** A day of the run as a date: "Thursday 23 January"; a moment with its hour: "Monday 27 January at 9:00". */
  readonly date: (day: number) => string;
  readonly moment: (day: number) => string;
}

/** "on Thursday 23 January", or "later that day". */
const on = (wait: Wait, day: number, { date }: WhyNames): string =>
  Math.floor(day) === Math.floor(wait.day) ? 'later that day' : `on ${date(day)}`;

const count = (n: number, one: string, many: string): string => `${sayCount(n)} ${n === 1 ? one : many}`;

/** The whole sentence: "All 3 supportive care beds are taken; 4 people are ahead; the next place comes on …". */
export function sayWhy(wait: Wait, names: WhyNames): string {
  const parts = [sayCause(wait, names), sayAhead(wait), sayNext(wait, names)].filter((part) => part !== '');
  const text = parts.join('; ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** By rule 18; `causes` holds the six in order. */
export function sayCause(wait: Wait, names: WhyNames): string {
  const { station, places, startsPerMonth } = wait;
  const where = inSentence(names.label(station));
  const cause = causes[wait.cause];
  if (cause === 'assessment') return sayAssessment(wait, names);
  if (cause === 'preparation') {
    if (wait.preparedDay > wait.day)
      return `a place at ${where} is kept for them while it is made ready, until ${names.moment(wait.preparedDay)}`;
    return `a place at ${where} is ready for them, and ${sayClosed(wait, names)}`;
  }
  if (cause === 'no place') {
    if (places === 0) return `there are no ${names.place(station).many} open at ${where} at present`;
    const taken = [
      wait.inUse > 0 || wait.promised + wait.turning === 0 ? 'taken' : '',
      wait.promised === 0 ? '' : `kept for ${places === 1 ? 'somebody' : 'people'} getting ready`,
      wait.turning === 0 ? '' : 'being made ready for the next person',
    ].filter((part) => part !== '');
    return `${allOf(wait, names)} ${places === 1 ? 'is' : 'are'} ${taken.join(' or ')}`;
  }
  if (cause === 'starts limit')
    return `${where} can start ${count(startsPerMonth, 'person', 'people')} a month, and this month’s ${startsPerMonth === 1 ? 'start is' : 'starts are'} used`;
  if (cause === 'visits')
    return `${where} ${isMany(names.label(station)) ? 'have' : 'has'} no visits left today for one more person`;
  return `there is room at ${where}, and ${sayClosed(wait, names)}`;
}

/** "all 24 beds at the ward", "the one bed at the ward"; where the beds are its name, "all 3 supportive care beds". */
export function allOf({ station, places }: Wait, names: WhyNames, inWords = inSentence): string {
  const { one, many } = names.place(station);
  const name = inWords(names.label(station));
  const beds = name.replace(/^(\u2068?)the (?=.*\bbeds(\u2069?$| in ))/, '$1');
  if (beds === name) return places === 1 ? `the one ${one} at ${name}` : `all ${sayCount(places)} ${many} at ${name}`;
  return places === 1 ? `the one ${beds.replace('beds', 'bed')}` : `all ${sayCount(places)} ${beds}`;
}

function sayAssessment(wait: Wait, names: WhyNames): string {
  const where = inSentence(names.label(wait.station));
  if (wait.isSeen) return `they are being seen by ${where}`;
  if (wait.closed === 'there')
    return `they are waiting to be seen by ${where}, who see nobody until ${names.moment(wait.opensDay)}`;
  if (wait.places === UNLIMITED || wait.inUse < wait.places) return `they are waiting to be seen by ${where}`;
  const { one, many } = names.place(wait.station);
  const all = wait.places === 1 ? `the one ${one}` : `all ${sayCount(wait.places)} ${many}`;
  return `they are waiting to be seen by ${where}, where ${all} ${wait.places === 1 ? 'is' : 'are'} busy`;
}

function sayClosed({ closed, opensDay, held, station }: Wait, { label, moment }: WhyNames): string {
  const said = (at: number, one: string, many: string) => `${inSentence(label(at))} ${isMany(label(at)) ? many : one}`;
  if (closed === 'here') return `${said(held, 'lets', 'let')} nobody go until ${moment(opensDay)}`;
  if (closed === 'there') return `${said(station, 'takes', 'take')} nobody in until ${moment(opensDay)}`;
  return 'they may move at any moment';
}

/** A person with a place promised, or who is being seen, has nobody ahead. */
export function sayAhead({ isSeen, preparedDay, ahead, isAtLeast, cause }: Wait): string {
  if (isSeen || !Number.isNaN(preparedDay)) return '';
  const people = count(ahead, 'person is', 'people are');
  if (ahead > 0) return `${isAtLeast ? 'at least ' : ''}${people} ahead`;
  if (causes[cause] === 'closed hours') return '';
  return isAtLeast ? 'nobody is ahead with this as their first choice' : 'nobody is ahead';
}

/** What comes next, and when this person's own turn comes. */
export function sayNext(wait: Wait, names: WhyNames): string {
  const { ends, nextPlaceDay, assessedDay, isSeen } = wait;
  const cause = causes[wait.cause];
  const both = (first: string) => [first, sayOwn(wait, names)].filter((part) => part !== '').join('; ');
  if (cause === 'assessment') {
    const seen = isSeen ? 'that is over' : 'they are seen';
    return both(assessedDay === null ? '' : `${seen} ${on(wait, assessedDay, names)}`);
  }
  if (cause === 'preparation' || cause === 'closed hours') return both('');
  if (cause === 'starts limit') return both(`the next month begins on ${names.date(wait.nextMonthDay)}`);
  if (nextPlaceDay === null) return both('no place comes before the run ends');
  const next = `the next place comes ${on(wait, nextPlaceDay, names)}`;
  const isTheirs = ends?.how === 'moves' && ends.station === wait.station && ends.day === nextPlaceDay;
  return isTheirs && wait.ahead === 0 ? `${next}, and they get it` : both(next);
}

function sayOwn(wait: Wait, names: WhyNames): string {
  const { ends, station } = wait;
  if (ends === null) return 'they are still waiting when the run ends';
  const when = on(wait, ends.day, names);
  if (ends.how === 'is turned away') return `they are turned away ${when}`;
  if (ends.how === 'gives up' && ends.station === wait.held)
    return `they give up ${when} and stay again in ${inSentence(names.label(ends.station))}`;
  if (ends.how === 'gives up') return `they give up and leave ${when} (${names.label(ends.station)})`;
  if (ends.how === 'leaves') return `they leave ${when} (${names.label(ends.station)})`;
  return ends.station === station
    ? `they move there ${when}`
    : `they move to ${inSentence(names.label(ends.station))} ${when}`;
}
