// All numbers on the screen once they are judged: whether a run settles is known a moment after its numbers, and is said in them.
import { numbersDocument } from '../shown/numbers-document.ts';
import { results } from '../state/results.ts';
import { settings } from '../state/settings.ts';
import { weeks } from '../state/weeks.ts';

export function judgedNumbers(): Promise<string> {
  return new Promise((resolve) => {
    const give = () => resolve(numbersDocument(settings.getState().model, results.getState().shown));
    if (weeks.getState().isDone || results.getState().status !== 'done') return give();
    const stop = weeks.subscribe(({ isDone }) => {
      if (!isDone) return;
      stop();
      give();
    });
  });
}
