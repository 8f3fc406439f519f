// The steps of a story: the document's, or six of our own where it has none, and how the screen becomes a step.
import { dateAt, dayNumber, type Model } from '../../engine/index.ts';
import type { Settings } from '../model/asked.ts';
import { pictureOf, type Picture } from '../model/picture-asked.ts';
import type { Staged } from '../model/picture-asked.ts';
import { optionOf, optionsOf, TODAY } from '../model/values.ts';
import { sayChanges } from '../words/option-changes.ts';
import * as words from '../words/story.ts';
import type { YearKind } from '../model/year-by-rank.ts';

/** As a document has it. */
export type StoryStep = NonNullable<Model['story']>[number];

export interface Step {
  readonly title: string;
  /** For the speaker, not for the hall. */
  readonly notes: string;
  readonly option: string;
  readonly picture: Picture;
  /** `worst week`: of the year on the map, today. Undefined: the day stays. */
  readonly day: number | 'worst week' | undefined;
  readonly daysPerSecond: number | undefined;
  readonly spotlight: string | undefined;
  /** Undefined: those that are switched on stay on. */
  readonly conditions: readonly string[] | undefined;
  readonly year: YearKind | undefined;
}

/** The document's own, or six that are made for it. */
export const stepsOf = (model: Model, story: readonly StoryStep[] | undefined = model.story): readonly Step[] =>
  story && story.length > 0 ? story.map((step) => stepOf(model, step)) : defaultSteps(model);

export function stepOf({ calendar }: Model, step: StoryStep): Step {
  const option = step.option ?? TODAY;
  return {
    title: step.title,
    notes: step.say ?? '',
    option,
    picture: pictureOf({ picture: step.view }, option),
    day: step.onDate === undefined ? undefined : dayNumber(step.onDate) - dayNumber(calendar.startDate),
    daysPerSecond: step.daysPerSecond,
    spotlight: step.spotlight,
    conditions: step.conditions,
    year: step.year,
  };
}

/** How people leave now, a bad week, the option, the same week with it, the whole year, and what is not known. */
export function defaultSteps(model: Model): readonly Step[] {
  const plain = { daysPerSecond: undefined, spotlight: undefined, conditions: undefined, notes: '' };
  const today: Step = { ...plain, title: '', option: TODAY, picture: 'map', day: 0, year: 'typical' };
  const option = optionsOf(model).find(({ id }) => id !== TODAY);
  const steps: (Step | false)[] = [
    { ...today, title: words.NOW, notes: model.about },
    { ...today, title: words.BAD_WEEK, notes: words.BAD_WEEK_NOTES, day: 'worst week', year: 'bad', daysPerSecond: 1 },
    option !== undefined && {
      ...today,
      title: words.sayOption(option.title),
      notes: [option.about ?? '', ...sayChanges(model, option)].filter((line) => line !== '').join('\n'),
      option: option.id,
      picture: 'both',
    },
    option !== undefined && {
      ...today,
      title: words.saySameWeek(option.title),
      notes: words.SAME_WEEK_NOTES,
      option: option.id,
      picture: 'both',
      day: 'worst week',
      year: 'bad',
      daysPerSecond: 1,
    },
    { ...today, title: words.YEAR, notes: words.YEAR_NOTES, option: option?.id ?? TODAY, picture: 'year' },
    { ...today, title: words.UNKNOWN, notes: words.UNKNOWN_NOTES, option: option?.id ?? TODAY, picture: 'words' },
  ];
  return steps.filter((step) => step !== false);
}

/** What is on the screen, to be kept as a step. Sliders moved by hand are no part of one. */
export interface Screen {
  readonly settings: Settings;
  readonly staged: Staged;
  readonly day: number;
  readonly daysPerSecond: number;
  readonly year: YearKind | undefined;
}

export function recordStep({ calendar }: Model, screen: Screen, title: string, notes: string): StoryStep {
  const { settings, staged, day, daysPerSecond, year } = screen;
  return {
    title,
    ...(notes === '' ? {} : { say: notes }),
    option: settings.option,
    onDate: dateAt(dayNumber(calendar.startDate) + Math.floor(day)),
    view: pictureOf(staged, settings.option),
    daysPerSecond,
    conditions: [...settings.conditions],
    ...(staged.spotlight === undefined ? {} : { spotlight: staged.spotlight }),
    ...(year === undefined ? {} : { year }),
  };
}

/** The settings a step asks for; the same object where nothing is to be changed. */
export function settingsFor(model: Model, step: Step, now: Settings): Settings {
  const option = optionOf(model, step.option).id;
  const conditions = step.conditions ?? now.conditions;
  const isSame =
    now.option === option &&
    String(now.conditions) === String(conditions) &&
    Object.keys(now.set).length + now.changes.length + now.moves.length === 0;
  return isSame ? now : { ...now, option, conditions, set: {}, changes: [], moves: [] };
}
