// The pictures of the story, each beside words that say the same: a way through the days, a full service with its queue, a crowd, ten days.
import type { Place } from '../../shown/place.ts';
import type { Span } from '../../playback/course.ts';
import { together } from '../../words/plain/person.ts';
import { WHO } from '../../words/plain/plain.ts';
import { Bed, House, Person } from './drawings.tsx';
import type { Side } from './use-story.ts';

const isWait = ({ what }: Span): boolean => what !== 'in care';

interface WaysProps {
  readonly sides: readonly { readonly name: string; readonly side: Side }[];
}

/** One future under the other, drawn to one scale of days. */
export function Ways({ sides }: WaysProps) {
  // A wait that the words leave out is not drawn either.
  const told = sides.map(({ name, side }) => ({ name, side, spans: together(side.course.spans) }));
  const spans = told.flatMap((one) => one.spans);
  if (spans.length === 0) return null;
  const from = Math.min(...spans.map(({ fromDay }) => fromDay));
  const to = Math.max(...spans.map(({ toDay }) => toDay), from + 1);
  const wide = (days: number) => `${(100 * days) / (to - from)}%`;
  return (
    <div className="story-ways" aria-hidden="true">
      {told.map(({ name, side, spans: its }) => (
        <div key={name} className="story-way">
          <b>{name}</b>
          <div className="story-track">
            {its.map((span) => (
              <span
                key={span.fromDay}
                className={isWait(span) ? 'story-span waits' : 'story-span cared'}
                style={{ left: wide(span.fromDay - from), width: wide(span.toDay - span.fromDay) }}
              >
                {isWait(span) && span.toDay - span.fromDay > 0.16 * (to - from) && <Bed tone="waits" />}
              </span>
            ))}
            {side.course.left && (
              <span className="story-end" style={{ left: wide(side.course.left.day - from) }}>
                <House tone="cared" />
              </span>
            )}
          </div>
        </div>
      ))}
      <p className="story-key">
        <span>
          <i className="story-span waits" /> waits
        </span>
        <span>
          <i className="story-span cared" /> is cared for
        </span>
      </p>
    </div>
  );
}

/** More marks than this nobody counts: one then stands for several. */
const MOST_MARKS = 40;
const eachStandsFor = (most: number): number => Math.max(1, Math.ceil(most / MOST_MARKS));
const marks = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Of a team each place is one of its staff. */
const drawnAs = { bed: Bed, roofed: Bed, house: House, staff: Person } as const;

interface FullProps {
  readonly places: number;
  readonly inUse: number;
  /** Of those, people who need other care. */
  readonly elsewhere: number;
  readonly place: Place;
  /** In the queue before her. */
  readonly ahead: number;
}

/** The service she waits for, with all its places, and the queue at its door: the last of them is she. */
export function FullService({ places, inUse, elsewhere, place, ahead }: FullProps) {
  const each = eachStandsFor(Math.max(places, ahead));
  const Place = drawnAs[place];
  return (
    <div className="story-full" aria-hidden="true">
      <div className="story-places">
        {marks(Math.ceil(places / each)).map((at) => (
          <Place key={at} tone={at * each < elsewhere ? 'other' : at * each < inUse ? 'cared' : 'free'} />
        ))}
      </div>
      {place === 'staff' && (
        <p className="story-key">
          <span>
            <Person tone="cared" /> sees somebody
          </span>
          {inUse < places && (
            <span>
              <Person tone="free" /> not at work at that hour
            </span>
          )}
        </p>
      )}
      {elsewhere > 0 && (
        <p className="story-key">
          <span>
            <Place tone="other" /> needs other care
          </span>
        </p>
      )}
      <div className="story-queue">
        {marks(Math.ceil(ahead / each)).map((at) => (
          <Person key={at} tone="free" />
        ))}
        <Person tone="waits" />
      </div>
      <p className="story-key">
        {inUse < places && place !== 'staff' && (
          <span>
            <Place tone="free" /> free
          </span>
        )}
        {ahead > 0 && (
          <span>
            <Person tone="free" /> in the queue before her
          </span>
        )}
        <span>
          <Person tone="waits" /> {WHO}
        </span>
      </p>
      <EachStandsFor each={each} />
    </div>
  );
}

const EachStandsFor = ({ each }: { readonly each: number }) =>
  each === 1 ? null : <p className="story-each">Each mark stands for {each}.</p>;

interface CrowdProps {
  readonly rows: readonly { readonly name: string; readonly people: number }[];
}

/** One bed for each who waits on a usual day. */
export function CrowdPicture({ rows }: CrowdProps) {
  const each = eachStandsFor(Math.max(...rows.map(({ people }) => people)));
  return (
    <div className="story-crowd" aria-hidden="true">
      {rows.map(({ name, people }) => (
        <div key={name}>
          <b>{name}</b>
          <div className="story-places">
            {Math.round(people / each) === 0 ? (
              <span>{each === 1 ? 'nobody' : 'hardly anybody'}</span>
            ) : (
              marks(Math.round(people / each)).map((at) => <Bed key={at} tone="waits" />)
            )}
          </div>
        </div>
      ))}
      <EachStandsFor each={each} />
    </div>
  );
}

interface TenDaysProps {
  /** More people than this wait on a bad day. */
  readonly over: number;
  readonly rows: readonly { readonly name: string; readonly share: number }[];
}

/** Ten days, those with too many waiting filled. */
export const TenDays = ({ rows, over }: TenDaysProps) => (
  <div className="story-days" aria-hidden="true">
    {rows.map(({ name, share }) => (
      <div key={name}>
        <b>{name}</b>
        <div className="story-ten">
          {marks(10).map((at) => (
            <i key={at} className={at < Math.round(share * 10) ? 'bad' : undefined} />
          ))}
        </div>
      </div>
    ))}
    <p className="story-key">
      <span>
        <i className="bad" /> a day with more than {over} waiting
      </span>
    </p>
  </div>
);

/** Of the numbers that the model was told, those that were measured. */
export function Measured({ all, measured }: { readonly all: number; readonly measured: number }) {
  const each = Math.max(1, Math.ceil(all / 60));
  return (
    <div className="story-measured" aria-hidden="true">
      <div className="story-dots">
        {marks(Math.ceil(all / each)).map((at) => (
          <i key={at} className={at * each < measured ? 'known' : undefined} />
        ))}
      </div>
      <p className="story-key">
        <span>
          <i className="known" /> measured
        </span>
        <span>
          <i /> not measured
        </span>
      </p>
      <EachStandsFor each={each} />
    </div>
  );
}
