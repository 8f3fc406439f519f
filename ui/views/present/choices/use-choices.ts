// The choices as they stand on the stage just now.
import { useStore } from 'zustand';
import { storyViews, storyYears, type Control, type Model } from '../../../../engine/index.ts';
import { hasEdits } from '../../../model/asked.ts';
import { canBeOnTheGround } from '../../../model/drawn-on-ground.ts';
import { pictureOf, type Picture } from '../../../model/picture-asked.ts';
import { onStep, optionsOf, valueUnderOption, type Value } from '../../../model/values.ts';
import { FEWEST_TO_RANK, yearByRank } from '../../../model/year-by-rank.ts';
import { yearsOf } from '../../../session/choose-year.ts';
import { playhead, speeds } from '../../../state/playhead.ts';
import { results } from '../../../state/results.ts';
import { leftVersions, settings } from '../../../state/settings.ts';
import { staged } from '../../../state/staged.ts';
import { whatOf } from '../../../state/what-is-shown.ts';
import { sayUnit, sayValue } from '../../../words/numbers/setting.ts';
import { yearMeans, years } from '../../../words/story.ts';
import { isRecorded } from '../kept-story.ts';
import type { StoryStep } from '../../../shown/story-steps.ts';
import type { Choices, Lever } from './choices.ts';

/** In front of the number of an edited version. */
export const EDITED = '*';

const pictures: Readonly<Record<Picture, string>> = {
  map: 'One map',
  both: 'Two maps: today beside the option',
  ground: 'On the ground, where the services are',
  year: 'Through a whole year',
  words: 'What is not known',
};

export function useChoices(model: Model, story: readonly StoryStep[], at: number | undefined): Choices {
  const { spotlight, replication, ...rest } = useStore(staged);
  const { present, past, future } = useStore(settings);
  const isDone = useStore(results, (s) => s.status === 'done');
  const readings = useStore(results, (s) => s.readings);
  const daysPerSecond = useStore(playhead, (s) => s.daysPerSecond);
  const ranked = isDone ? yearsOf(model) : [];
  const isEdited = hasEdits(present);
  const versions = [...(isEdited ? [present] : []), ...leftVersions({ past, present, future })];
  const lever = (control: Control): Lever => {
    const { path, least, most, step } = control;
    const facts = readings.today?.facts[path] ?? readings.option?.facts[path];
    const value = (present.set[path] ??
      readings.option?.values[path] ??
      valueUnderOption(model, present.option, path)) as Value | undefined;
    const label = control.label ?? facts?.title ?? path;
    const unit = sayUnit(facts, label);
    return {
      path,
      label,
      group: control.group ?? '',
      least,
      most,
      step,
      value: value === 'unlimited' ? most : onStep(control, value ?? least),
      said: `${sayValue(value, control, facts)}${unit === '%' ? '' : ` ${unit}`}`.trim(),
      isMoved: present.set[path] !== undefined,
    };
  };
  return {
    pictures: storyViews
      .filter((id) => id !== 'ground' || canBeOnTheGround(model))
      .map((id) => ({ id, title: pictures[id] })),
    picture: pictureOf(rest, present.option),
    options: [
      ...versions.map((version, i) => ({ id: `${EDITED}${i}`, title: `Edited: ${whatOf(model, version, readings)}` })),
      ...optionsOf(model).map(({ id, title }) => ({ id, title })),
    ],
    option: isEdited ? `${EDITED}0` : present.option,
    services: [
      { id: '', title: 'no service' },
      ...Object.entries(model.stations)
        .filter(([, { kind }]) => kind !== 'exit')
        .map(([id, { label }]) => ({ id, title: label })),
    ],
    spotlight: spotlight ?? '',
    years: storyYears.map((id) => ({
      id,
      title: `${years[id]}: ${yearMeans[id]}`,
      isOn: yearByRank(ranked, id) === replication,
    })),
    noYears: !isDone
      ? 'They can be ranked once all have been simulated.'
      : ranked.length < FEWEST_TO_RANK
        ? `At least ${FEWEST_TO_RANK} simulated years are needed to rank them.`
        : '',
    conditions: (model.conditions ?? []).map(({ id, title, about = '' }) => ({
      id,
      title,
      about,
      isOn: present.conditions.includes(id),
    })),
    speeds,
    daysPerSecond,
    levers: (model.controls ?? []).map(lever),
    isEdited,
    canTakeOut: at !== undefined && story.length > 1,
    isRecorded: isRecorded(model),
  };
}
