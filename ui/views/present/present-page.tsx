// The Present view: one picture, one figure and one sentence at a time, for a hall; a phone gets the same as text and bars.
import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Model } from '../../../engine/index.ts';
import { Transport } from '../../parts/play/transport.tsx';
import { pause, play, playhead } from '../../state/playhead.ts';
import { hasEdits } from '../../model/asked.ts';
import { settings } from '../../state/settings.ts';
import { canBeOnTheGround } from '../../model/drawn-on-ground.ts';
import { pictureOf } from '../../model/picture-asked.ts';
import { stage, staged } from '../../state/staged.ts';
import { watched } from '../../state/watched.ts';
import { optionOf, TODAY } from '../../model/values.ts';
import { sayYear, sayYearInShort } from '../../words/story.ts';
import { useStepsAhead } from './ahead.ts';
import { yearsOf } from '../../session/choose-year.ts';
import { goTo, takeOver } from './go.ts';
import { keptStories, storyOf } from './kept-story.ts';
import { commandOf, focusOn, stepAfter, type Command } from './keys.ts';
import { useChoices } from './choices/use-choices.ts';
import { MOST_LETTERS, useFound } from './found.ts';
import { useGroundPiece } from './ground-piece.ts';
import { Maps } from './maps/maps.tsx';
import type { Shown } from './maps/shown.ts';
import { OneDay } from './one-day.tsx';
import { OnPhone } from './on-phone.tsx';
import type { OnStage } from './on-stage.ts';
import { leaveToExplore } from './question.ts';
import { SpokenMaps } from './maps/spoken-maps.tsx';
import { StagePanel } from './stage-panel.tsx';
import { settingsFor, stepsOf, type Step } from '../../shown/story-steps.ts';
import { ThroughYear } from './through-year.tsx';
import { todayRun, useWatchingToday } from '../../session/today-run.ts';
import { Unknowns } from './unknowns.tsx';
import { useSpeaker } from './speaker/use-speaker.ts';
import { kindOfYear } from '../../model/year-by-rank.ts';
import './present.css';
import './picture.css';

const PHONE = '(max-width: 700px)';

export function PresentPage() {
  const model = useStore(settings, (s) => s.model);
  return model ? <Presentation model={model} /> : <p className="stage">Opening the model…</p>;
}

function Presentation({ model }: { readonly model: Model }) {
  const isPhone = useMedia(PHONE);
  const [isBlack, setBlack] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const story = storyOf(model, useStore(keptStories));
  const steps = stepsOf(model, story);
  const { step: at, spotlight, replication, ...rest } = useStore(staged);
  const present = useStore(settings, (s) => s.present);
  const asked = pictureOf(rest, present.option);
  const picture =
    asked === 'ground' && !canBeOnTheGround(model) ? pictureOf({ picture: undefined }, present.option) : asked;
  const isPair = picture === 'both' || (picture === 'ground' && present.option !== TODAY);
  const today = useWatchingToday();
  const run = useStore(watched, (s) => s.run);
  const isTodayBehind = useStore(todayRun, (s) => s.isBehind);
  const isBehind = useStore(watched, (s) => s.isBehind) || (isPair && isTodayBehind);

  useBeginning(model, steps);
  const isOnGround = canBeOnTheGround(model) && [picture, ...steps.map((one) => one.picture)].includes('ground');
  const ground = useGroundPiece(isOnGround);
  const isGround = picture === 'ground' && !ground.isMissing;
  const isAhead = useStepsAhead(model, steps, at) && !(isOnGround && !ground.Maps && !ground.isMissing);
  const step = at === undefined ? undefined : steps[at];
  const name = `${optionOf(model, present.option).title}${hasEdits(present) ? ', edited' : ''}`;
  const of = present.option === TODAY ? 'today' : 'option';
  // Laid out anew only where something in them differs.
  const maps = useMemo(() => mapsOf(isPair, run && { run, name, of }, today), [isPair, run, name, of, today]);
  const isMap = picture === 'map' || picture === 'both' || picture === 'ground';
  const found = useFound(model, isBehind, spotlight);
  // What the step is about becomes a line above as soon as it is known what has been found.
  const isFound = found.isKnown && picture !== 'words' && found.sentence.length <= MOST_LETTERS;
  const title = step && !isFound ? step.title : found.sentence;
  const about = step && isFound ? step.title : undefined;
  const obey = (command: Command) => {
    // Whatever else is asked for is to be seen.
    setBlack(command === 'black' && !isBlack);
    const next = stepAfter(command, at, steps.length);
    if (next !== undefined) goTo(model, steps, next);
    else if (command === 'freeze') (playhead.getState().playing ? pause : play)();
    else if (command === 'leave') leaveToExplore();
  };
  const kind = kindOfYear(yearsOf(model), replication);
  const inFull = [
    isMap ? `${sayYear(replication, present.replications, model.calendar.runDays, kind)}.` : '',
    found.inFull,
  ];
  const notes = step?.notes ?? '';
  const onStage: OnStage = { model, steps, story, at, title, about, notes, inFull, isBlack, name, maps, run: obey };
  const choices = useChoices(model, story, at);
  const speaker = useSpeaker(onStage, choices);
  useKeys(root, obey);

  if (isPhone) return <OnPhone {...onStage} />;
  const isIllustrative = Object.values(model.evidence ?? {}).some(({ status }) => status === 'illustrative');
  return (
    <div
      className="stage"
      ref={root}
      tabIndex={-1}
      data-status={found.status}
      data-step={at}
      data-picture={picture}
      data-ahead={isAhead}
    >
      <div className="stage-top">
        <div className="stage-steps">
          <button type="button" aria-label="Back a step" disabled={at === 0} onClick={() => obey('back')}>
            ‹
          </button>
          <span>{at === undefined ? `– of ${steps.length}` : `${at + 1} of ${steps.length}`}</span>
          <button type="button" aria-label="Next step" disabled={at === steps.length - 1} onClick={() => obey('next')}>
            ›
          </button>
        </div>
        {about !== undefined && <span className="stage-about">{about}</span>}
        {isIllustrative && <span className="stage-illustrative">Illustrative figures</span>}
      </div>
      <h1>{title}</h1>
      <div className="stage-picture">
        {picture === 'year' && <ThroughYear model={model} name={name} />}
        {picture === 'words' && <Unknowns model={model} />}
        {isMap &&
          (maps.length > 0 && isGround ? (
            ground.Maps && <ground.Maps maps={maps} spotlight={spotlight} isBehind={isBehind} />
          ) : maps.length > 0 ? (
            <Maps maps={maps} spotlight={spotlight} isBehind={isBehind} />
          ) : (
            <p>No run for the map yet…</p>
          ))}
      </div>
      {picture !== 'words' && (
        <p className="stage-below">
          {isPair || picture === 'year' ? (
            <>
              <span className="stage-at-length">{found.inShort[0]}</span>
              {found.inShort[1]}
              <OneDay maps={maps} average={found.average} kind={kind} />
            </>
          ) : (
            sayYearInShort(replication, present.replications, model.calendar.runDays, kind)
          )}
        </p>
      )}
      <div className="stage-bar">
        {isMap && <Transport isOnStage spoken={<SpokenMaps maps={maps} />} />}
        <StagePanel {...onStage} speaker={speaker} choices={choices} />
      </div>
      {speaker.isWithout && (
        <section className="stage-notes" aria-label="Notes">
          {onStage.notes || 'No notes.'}
        </section>
      )}
      {isBlack && (
        <button
          type="button"
          className="stage-black"
          aria-label="The screen is black: show it again"
          onClick={() => obey('black')}
        />
      )}
    </div>
  );
}

/** Today comes first, so that it is always on the same side. */
function mapsOf(isPair: boolean, option: Shown | null, today: OnStageRun): readonly Shown[] {
  if (!option) return [];
  if (!isPair || !today) return [option];
  // Beside the document's today is the edited one.
  return [
    { run: today, name: 'Today', of: 'today' },
    { ...option, of: 'option' },
  ];
}
type OnStageRun = ReturnType<typeof useWatchingToday>;

/** A presentation that is opened afresh begins at its first step; one that is come back to, or opened by a link, is as it was. */
function useBeginning(model: Model, steps: readonly Step[]): void {
  // Once for a document: the story may change during a presentation.
  const begin = useEffectEvent(() => {
    const { step, picture } = staged.getState();
    const { present } = settings.getState();
    const isUntouched = present.option === TODAY && !hasEdits(present);
    const isThere = step !== undefined && steps[step] && settingsFor(model, steps[step], present) === present;
    if (step === undefined && picture === undefined && isUntouched) goTo(model, steps, 0);
    else if (step !== undefined && !isThere) stage({ step: undefined, picture: undefined });
  });
  useEffect(() => {
    begin();
    return takeOver;
  }, [model]);
}

function useKeys(root: React.RefObject<HTMLElement | null>, obey: (command: Command) => void): void {
  const press = useEffectEvent(obey);
  useEffect(() => {
    root.current?.focus({ preventScroll: true });
    const onKey = (event: KeyboardEvent) => {
      const command = commandOf(event, focusOn(event.target));
      if (command === undefined) return;
      event.preventDefault();
      press(command);
    };
    // After using the mouse on the timeline a presenter goes on with the clicker: its keys must be steps again.
    const onRelease = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.stage-bar input')) root.current?.focus({ preventScroll: true });
    };
    window.addEventListener('keydown', onKey);
    window.addEventListener('pointerup', onRelease);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('pointerup', onRelease);
    };
  }, [root]);
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const media = matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}
