// A note beside the average of all years: the two maps show one day of one year, and perhaps the opposite.
import { useCountsOf } from '../../state/counts.ts';
import { subjectOf } from '../../model/values.ts';
import { sayOneDay, type OnAverage } from '../../words/one-day.ts';
import type { YearKind } from '../../model/year-by-rank.ts';
import type { Shown } from './maps/shown.ts';
import { waitingIn } from '../../playback/waiting.ts';

interface OneDayProps {
  readonly maps: readonly Shown[];
  readonly average: OnAverage | undefined;
  readonly kind: YearKind | undefined;
}

export function OneDay({ maps: [first, second], average, kind }: OneDayProps) {
  const [here, there] = [useCountsOf(first?.run ?? null), useCountsOf(second?.run ?? null)];
  if (!first || !second || !here || !there) return null;
  const { model } = second.run;
  const subject = subjectOf(model);
  const today = waitingIn(first.run.network, subject, here);
  const people = waitingIn(second.run.network, subject, there);
  return ` ${sayOneDay({ runDays: model.calendar.runDays, kind, average, people, today })}`;
}
