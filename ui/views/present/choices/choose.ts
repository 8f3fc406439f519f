// A choice takes effect on the stage, wherever it was made; says what came of it where that cannot be seen.
import type { Model } from '../../../../engine/index.ts';
import { linkNow } from '../../../address/address-bar.ts';
import { hasEdits } from '../../../model/asked.ts';
import { ownOptions } from '../../../model/own-options.ts';
import { canBeOnTheGround } from '../../../model/drawn-on-ground.ts';
import { MOST_OWN } from '../../../model/own-document.ts';
import { controlOf, isIn } from '../../../model/values.ts';
import { kindOfYear } from '../../../model/year-by-rank.ts';
import { chooseYear, yearsOf } from '../../../session/choose-year.ts';
import { keepAsOption } from '../../../session/own-options.ts';
import { recordStep } from '../../../shown/story-steps.ts';
import { playhead, setSpeed } from '../../../state/playhead.ts';
import { results } from '../../../state/results.ts';
import { leftVersions, settings } from '../../../state/settings.ts';
import { stage, staged } from '../../../state/staged.ts';
import { whatOf } from '../../../state/what-is-shown.ts';
import { takeOver } from '../go.ts';
import { keepStory, storyOf } from '../kept-story.ts';
import type { Ask, Choice } from './choices.ts';
import { EDITED } from './use-choices.ts';

export async function choose(model: Model, choice: Choice): Promise<string> {
  if (!hasWhatIsChosen(model, choice)) return '';
  if ('record' in choice) return record(model, choice.record);
  if ('picture' in choice) stage({ picture: choice.picture });
  else if ('option' in choice) chooseOption(choice.option);
  else if ('spotlight' in choice) stage({ spotlight: choice.spotlight || undefined });
  else if ('condition' in choice) settings.lay(choice.condition, choice.isOn);
  else if ('daysPerSecond' in choice) setSpeed(choice.daysPerSecond);
  // From the first day, as the finding above the maps has it: a clock near its end would show nothing of it.
  else if ('path' in choice) settings.move(choice.path, choice.value, 0);
  else if ('moved' in choice) settings.reset();
  else if ('year' in choice) {
    takeOver();
    chooseYear(model, choice.year);
  } else return changeStory(model, choice.story);
  return '';
}

export function answer(model: Model, what: Ask): string {
  if (what === 'link') return linkNow();
  return `${JSON.stringify({ ...model, story: storyOf(model) }, null, 2)}\n`;
}

/** A phone may still show the choices of a model that was open before. */
function hasWhatIsChosen(model: Model, choice: Choice): boolean {
  if ('picture' in choice) return choice.picture !== 'ground' || canBeOnTheGround(model);
  if ('spotlight' in choice) return choice.spotlight === '' || isIn(model.stations, choice.spotlight);
  if (!('path' in choice)) return true;
  const slider = controlOf(model, choice.path);
  return slider !== undefined && choice.value >= slider.least && choice.value <= slider.most;
}

function chooseOption(option: string): void {
  if (!option.startsWith(EDITED)) return settings.choose(option);
  const { past, present, future } = settings.getState();
  const at = Number(option.slice(EDITED.length)) - (hasEdits(present) ? 1 : 0);
  const version = leftVersions({ past, present, future })[at];
  if (version) settings.takeUp(version);
}

/** A slider that was moved becomes an option of one's own first: that is kept with the document and goes with its link. */
async function record(model: Model, { title, notes }: { title: string; notes: string }): Promise<string> {
  const { present } = settings.getState();
  // A document that becomes another one has no step on the screen any more.
  const { step: at, ...onStage } = staged.getState();
  let kept = '';
  if (hasEdits(present)) {
    if (ownOptions(model).length >= MOST_OWN)
      return `Nothing was recorded: there are ${MOST_OWN} options of yours. Delete one in Explore to keep another.`;
    const name = whatOf(model, present, results.getState().readings);
    if (!(await keepAsOption(name))) return 'Nothing was recorded: what was moved could not be kept as an option.';
    kept = ` What was moved is an option now: ${name}.`;
  }
  const here = settings.getState().model ?? model;
  const { day, daysPerSecond } = playhead.getState();
  const step = recordStep(
    here,
    {
      settings: settings.getState().present,
      staged: { ...onStage, step: at },
      day,
      daysPerSecond,
      year: kindOfYear(yearsOf(here), onStage.replication),
    },
    title.trim(),
    notes.trim(),
  );
  const story = storyOf(here);
  const after = Math.min(story.length, at === undefined ? story.length : at + 1);
  const words = keep(here, [...story.slice(0, after), step, ...story.slice(after)], `Recorded as step ${after + 1}.`);
  stage({ ...onStage, step: after });
  return words + kept;
}

function changeStory(model: Model, how: 'without this step' | 'as it was'): string {
  const { step } = staged.getState();
  stage({ step: undefined });
  if (how === 'as it was') return keep(model, undefined, 'The story is the document’s own again.');
  return keep(
    model,
    storyOf(model).filter((_, i) => i !== step),
    'The step was taken out.',
  );
}

const keep = (model: Model, story: Parameters<typeof keepStory>[1], words: string): string =>
  `${words}${keepStory(model, story) ? '' : ' This browser keeps nothing, so save the model to keep it.'}`;
