// A presentation on a phone: the same steps as text and bars, to be read and not to be changed.
import { useStore } from 'zustand';
import { dayInWords } from '../../words/numbers/day-in-words.ts';
import { findingOf } from '../../state/what-is-shown.ts';
import { isEnough } from '../../shown/numbers.ts';
import { snapshotOf, useDay } from '../../state/counts.ts';
import { results } from '../../state/results.ts';
import { settings } from '../../state/settings.ts';
import { pictureOf } from '../../model/picture-asked.ts';
import { staged } from '../../state/staged.ts';
import { weeks } from '../../state/weeks.ts';
import { addressOf, route } from '../../address/route.ts';
import { subjectOf } from '../../model/values.ts';
import { LIMIT, sentenceOf } from '../../words/headline.ts';
import { AVERAGE_TO_COME, onAverage, sayAverage, sayBesideToday } from '../../words/one-day.ts';
import { evidenceOf, sayYear, waits } from '../../words/story.ts';
import type { Shown } from './maps/shown.ts';
import { OneDay } from './one-day.tsx';
import type { OnStage } from './on-stage.ts';
import { kindOfYear } from '../../model/year-by-rank.ts';
import { waitingIn } from '../../playback/waiting.ts';
import { yearsOf } from '../../session/choose-year.ts';

export function OnPhone({ model, steps, at, title, about, maps, run }: OnStage) {
  const state = useStore(results);
  const { finding, row } = findingOf(
    model,
    state,
    useStore(weeks, (s) => s.isDone),
  );
  const { replication, ...rest } = useStore(staged);
  const { replications, option } = useStore(settings, (s) => s.present);
  const picture = pictureOf(rest, option);
  const { runDays } = model.calendar;
  const { shown, isForPrevious } = state;
  const average = shown && !isForPrevious ? onAverage(row, isEnough(shown)) : undefined;
  const day = useDay();
  return (
    <div className="on-phone" data-status={state.status}>
      <p>
        {at === undefined ? 'From the presentation' : `Step ${at + 1} of ${steps.length}`}
        {about !== undefined && `: ${about}`}
      </p>
      <h1>{title}</h1>
      <p>
        {at !== undefined && about === undefined && <b>{sentenceOf({ ...finding, range: '' })} </b>}
        {shown && finding.range !== ''
          ? sayAverage({ range: finding.range, where: subjectOf(model).where, runs: shown.replications, runDays })
          : AVERAGE_TO_COME}
        <OneDay kind={kindOfYear(yearsOf(model), replication)} maps={maps} average={average} />
      </p>
      {picture === 'words' && (
        <p>
          {evidenceOf(model)
            .map(({ status, figures }) => `${figures} ${status}`)
            .join(', ')}
          .
        </p>
      )}
      {maps.length > 0 && (
        <section aria-label="This day">
          <h2>{dayInWords(model.calendar.startDate, day)}</h2>
          <Bars maps={maps} />
          <p>{sayYear(replication, replications, runDays, kindOfYear(yearsOf(model), replication))}.</p>
        </section>
      )}
      <p>{LIMIT}</p>
      <p className="on-phone-steps">
        <button type="button" disabled={at === 0} onClick={() => run('back')}>
          Back
        </button>
        <button type="button" disabled={at === steps.length - 1} onClick={() => run('next')}>
          Next step
        </button>
      </p>
      <p>
        <a href={addressOf('explore', route.getState())}>Try it yourself in Explore</a>
      </p>
      <p>{model.about}</p>
    </div>
  );
}

/** Who waits in each run, all on one scale. */
function Bars({ maps }: { readonly maps: readonly Shown[] }) {
  const told = maps.map(({ run, name, of }) => {
    const subject = subjectOf(run.model);
    return { name, of, where: subject.where, people: waitingIn(run.network, subject, snapshotOf(run)) };
  });
  const most = Math.max(1, ...told.map(({ people }) => people));
  return (
    <ul className="on-phone-bars">
      {told.map(({ name, of, where, people }, i) => (
        <li key={of} data-of={of} data-waiting={people}>
          {name}: <b>{people}</b> {waits(people)} {where}
          {i > 0 && `: ${sayBesideToday(people, told[0].people)}`}
          <span className="on-phone-bar" aria-hidden="true" style={{ width: `${(100 * people) / most}%` }} />
        </li>
      ))}
    </ul>
  );
}
