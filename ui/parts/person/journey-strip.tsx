// A journey as a strip of time: care in full, being seen lighter, waiting hatched; drawn to one scale with the journey beside it.
import type { Course } from '../../playback/course.ts';

interface StripProps {
  readonly course: Course;
  readonly label: (station: number) => string;
  readonly fromDay: number;
  readonly toDay: number;
  /** The day on the map. */
  readonly day: number;
}

/** Narrower than this share of the strip, a span has no room for its name; the table below has it. */
const LEAST_NAMED = 0.14;

/** The table behind it says all of it, so it is hidden from those who listen. */
export function JourneyStrip({ course, label, fromDay, toDay, day }: StripProps) {
  const days = Math.max(toDay - fromDay, 1e-9);
  const percent = (of: number) => `${(100 * of) / days}%`;
  const { left } = course;
  return (
    <div className="journey-strip" aria-hidden="true">
      {course.spans.map((span) => (
        <span
          key={span.fromDay}
          data-what={span.what}
          style={{ left: percent(span.fromDay - fromDay), width: percent(span.toDay - span.fromDay) }}
        >
          {(span.toDay - span.fromDay) / days >= LEAST_NAMED && <b>{label(span.station)}</b>}
        </span>
      ))}
      {left && (
        <span className="journey-left" style={{ left: percent(left.day - fromDay) }}>
          ►
        </span>
      )}
      {day >= fromDay && day <= toDay && (
        <span className="journey-day" style={{ left: percent(day - fromDay) }} data-day={day} />
      )}
    </div>
  );
}
