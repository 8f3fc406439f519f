// The maps in a sentence for screen readers, never more often than people can follow: "14 January. Today 13 waiting, Option B 7."
import { dateInWords } from '../../../words/numbers/day-in-words.ts';
import { countsAt, useDayEvery } from '../../../state/counts.ts';
import { subjectOf } from '../../../model/values.ts';
import { sayDay } from '../../../words/story.ts';
import type { Shown } from './shown.ts';
import { waitingIn } from '../../../playback/waiting.ts';

const EVERY_MS = 5000;

export function SpokenMaps({ maps }: { readonly maps: readonly Shown[] }) {
  const day = useDayEvery(EVERY_MS);
  const [first] = maps;
  return (
    <output className="hidden" aria-live="polite">
      {first &&
        sayDay(
          dateInWords(first.run.network.startDate, day),
          maps.map(({ run, name }) => ({
            name,
            waiting: waitingIn(run.network, subjectOf(run.model), countsAt(run, day)),
          })),
        )}
    </output>
  );
}
