// What a presenter needs now and then: another picture, option or year, the conditions, recording a step, the speaker's window.
import { useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { storyViews, storyYears } from '../../../engine/index.ts';
import { linkNow } from '../../address/address-bar.ts';
import { Conditions } from '../../parts/sliders/conditions.tsx';
import { OptionList } from '../../parts/menus/option-list.tsx';
import { saveText } from '../../ground/save-file.ts';
import { playhead } from '../../state/playhead.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { pictureOf, type Picture } from '../../model/picture-asked.ts';
import { stage, staged } from '../../state/staged.ts';
import { yearMeans, years } from '../../words/story.ts';
import { canBeOnTheGround } from '../../model/drawn-on-ground.ts';
import { chooseYear, yearsOf } from '../../session/choose-year.ts';
import { takeOver } from './go.ts';
import { MapsTable } from './maps/maps-table.tsx';
import type { OnStage } from './on-stage.ts';
import { leaveToExplore } from './question.ts';
import { RecordStep } from './record-step.tsx';
import type { Speaker } from './speaker/use-speaker.ts';
import { FEWEST_TO_RANK, yearByRank } from '../../model/year-by-rank.ts';

const pictures: Readonly<Record<Picture, string>> = {
  map: 'One map',
  both: 'Two maps: today beside the option',
  ground: 'On the ground, where the services are',
  year: 'Through a whole year',
  words: 'What is not known',
};

export function StagePanel({ speaker, ...onStage }: OnStage & { readonly speaker: Speaker }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className="stage-more"
        aria-haspopup="dialog"
        onClick={() => {
          setOpen(true);
          dialog.current?.showModal();
        }}
      >
        More
      </button>
      <dialog ref={dialog} className="stage-panel" aria-label="More" onClose={() => setOpen(false)}>
        {isOpen && <Panel {...onStage} speaker={speaker} close={() => dialog.current?.close()} />}
      </dialog>
    </>
  );
}

interface PanelProps extends OnStage {
  readonly speaker: Speaker;
  readonly close: () => void;
}

function Panel({ speaker, close, ...onStage }: PanelProps) {
  const { model, maps } = onStage;
  const id = useId();
  const [said, setSaid] = useState('');
  const { spotlight, replication, ...rest } = useStore(staged);
  const option = useStore(settings, (s) => s.present.option);
  const picture = pictureOf(rest, option);
  const isDone = useStore(results, (s) => s.status === 'done');
  const daysPerSecond = useStore(playhead, (s) => s.daysPerSecond);
  const ranked = isDone ? yearsOf(model) : [];
  const isRanked = ranked.length >= FEWEST_TO_RANK;
  return (
    <>
      <button type="button" className="stage-close" onClick={close}>
        Close
      </button>
      <fieldset>
        <legend>Picture</legend>
        {storyViews
          .filter((one) => one !== 'ground' || canBeOnTheGround(model))
          .map((one) => (
            <label key={one}>
              <input
                type="radio"
                name={`${id}-picture`}
                checked={picture === one}
                onChange={() => stage({ picture: one })}
              />
              {pictures[one]}
            </label>
          ))}
      </fieldset>
      <p>
        <label htmlFor={`${id}-option`}>Option</label> <OptionList model={model} id={`${id}-option`} />
      </p>
      <p>
        <label htmlFor={`${id}-light`}>Highlight</label>{' '}
        <select
          id={`${id}-light`}
          value={spotlight ?? ''}
          onChange={(event) => stage({ spotlight: event.target.value || undefined })}
        >
          <option value="">no service</option>
          {Object.entries(model.stations)
            .filter(([, { kind }]) => kind !== 'exit')
            .map(([station, { label }]) => (
              <option key={station} value={station}>
                {label}
              </option>
            ))}
        </select>
      </p>
      <fieldset className="stage-years">
        <legend>Which simulated year</legend>
        {storyYears.map((kind) => (
          <button
            key={kind}
            type="button"
            disabled={!isRanked}
            aria-pressed={yearByRank(ranked, kind) === replication}
            onClick={() => {
              takeOver();
              chooseYear(model, kind);
            }}
          >
            {years[kind]}
            <small>{yearMeans[kind]}</small>
          </button>
        ))}
        {!isRanked && (
          <p>
            {isDone
              ? `At least ${FEWEST_TO_RANK} simulated years are needed to rank them.`
              : 'They can be ranked once all have been simulated.'}
          </p>
        )}
      </fieldset>
      <Conditions model={model} />
      <RecordStep {...onStage} daysPerSecond={daysPerSecond} said={setSaid} />
      <div className="stage-row">
        <button type="button" onClick={speaker.open}>
          Open the speaker window
        </button>
        <label>
          <input
            type="checkbox"
            checked={speaker.isUnderPicture}
            onChange={(event) => speaker.putUnderPicture(event.target.checked)}
          />
          Notes under the picture
        </label>
        <button type="button" onClick={() => void copyLink().then(setSaid)}>
          Copy link to this step
        </button>
        <button
          type="button"
          onClick={() => setSaid(saveText(`${JSON.stringify(withStory(onStage), null, 2)}\n`, `${model.id}.json`))}
        >
          Save the model with its story
        </button>
        <button
          type="button"
          onClick={() => {
            close();
            leaveToExplore();
          }}
        >
          Exit to Explore (Esc)
        </button>
      </div>
      <output>{said || speaker.said}</output>
      <details>
        <summary>This day as a table</summary>
        <MapsTable maps={maps} />
      </details>
    </>
  );
}

async function copyLink(): Promise<string> {
  try {
    await navigator.clipboard.writeText(linkNow());
    return 'Link copied.';
  } catch {
    return 'Copying is not allowed here; the link is in the address bar.';
  }
}

const withStory = ({ model, story }: Pick<OnStage, 'model' | 'story'>) => ({ ...model, story });
