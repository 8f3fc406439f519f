// The story of a document with its recorded steps, stored in this browser; where storage is denied it lasts as long as the page.
import { createStore } from 'zustand/vanilla';
import { dayNumber, storyViews, storyYears, type Model } from '../../../engine/index.ts';
import { optionsOf } from '../../model/values.ts';
import type { StoryStep } from '../../shown/story-steps.ts';

const keyOf = (id: string): string => `onward.story.${id}`;
const MOST_STEPS = 100;

/** By the document's id; undefined: as the document has it. */
export const keptStories = createStore<Readonly<Record<string, readonly StoryStep[] | undefined>>>(() => ({}));

/** What an earlier visit left, read once. */
const found = new WeakMap<Model, readonly StoryStep[] | undefined>();

/** The story of this document as it stands: recorded, else its own. */
export function storyOf(model: Model, kept = keptStories.getState()): readonly StoryStep[] {
  if (!Object.hasOwn(kept, model.id)) {
    if (!found.has(model)) found.set(model, read(model));
    return found.get(model) ?? model.story ?? [];
  }
  return kept[model.id] ?? model.story ?? [];
}

/** Says whether it was kept for the next visit too. `undefined` goes back to the document's own. */
export function keepStory(model: Model, story: readonly StoryStep[] | undefined): boolean {
  keptStories.setState({ [model.id]: story?.slice(0, MOST_STEPS) });
  try {
    if (story) localStorage.setItem(keyOf(model.id), JSON.stringify(story.slice(0, MOST_STEPS)));
    else localStorage.removeItem(keyOf(model.id));
    return true;
  } catch {
    return false;
  }
}

export const isRecorded = (model: Model): boolean => storyOf(model) !== model.story && storyOf(model).length > 0;

function read(model: Model): readonly StoryStep[] | undefined {
  try {
    const text = localStorage.getItem(keyOf(model.id));
    const story: unknown = text === null ? undefined : JSON.parse(text);
    return Array.isArray(story) ? usable(model, story) : undefined;
  } catch {
    return undefined;
  }
}

/** What was kept may be of an older document, or nobody's: a step that this one cannot show is left out. */
export function usable(model: Model, story: readonly unknown[]): readonly StoryStep[] {
  return story.filter((step): step is StoryStep => isUsable(model, step)).slice(0, MOST_STEPS);
}

function isUsable(model: Model, step: unknown): boolean {
  if (typeof step !== 'object' || step === null) return false;
  const has = step as Record<keyof StoryStep, unknown>;
  const { startDate, runDays } = model.calendar;
  const isIn = (value: unknown, of: readonly string[]) => value === undefined || of.some((one) => one === value);
  const isText = (value: unknown, most: number) => typeof value === 'string' && value.length <= most;
  const day = typeof has.onDate === 'string' ? dayNumber(has.onDate) - dayNumber(startDate) : 0;
  const ids = (model.conditions ?? []).map(({ id }) => id);
  return (
    isText(has.title, 200) &&
    (has.say === undefined || isText(has.say, 2000)) &&
    isIn(
      has.option,
      optionsOf(model).map(({ id }) => id),
    ) &&
    (has.onDate === undefined || (typeof has.onDate === 'string' && day >= 0 && day <= runDays)) &&
    isIn(has.spotlight, Object.keys(model.stations)) &&
    isIn(has.view, storyViews) &&
    isIn(has.year, storyYears) &&
    (has.daysPerSecond === undefined ||
      (typeof has.daysPerSecond === 'number' && has.daysPerSecond >= 0.5 && has.daysPerSecond <= 30)) &&
    (has.conditions === undefined ||
      (Array.isArray(has.conditions) && has.conditions.every((id) => ids.includes(id as string))))
  );
}
