// The document on the page becomes one that differs in what somebody entered; whoever looks stays where they are, and may take it back.
import { sayProblem, type Model } from '../../engine/index.ts';
import type { Settings } from '../model/asked.ts';
import { fittedTo } from '../model/fits-in.ts';
import { notices } from '../state/notices.ts';
import { settings } from '../state/settings.ts';
import { becomeDocument } from './opening.ts';
import { workers } from './session.ts';

/** What is to be seen of the new document, where that is not what was seen of the one before. */
type Seen = (now: Settings) => Settings;

/** `said` is what was done. Gives why it cannot be, in a sentence, or nothing. */
export function revise(next: Model, said: string, seen?: Seen): Promise<string> {
  const pool = workers();
  const { model: before } = settings.getState();
  if (!pool || !before) return Promise.resolve('There is no model yet.');
  const text = JSON.stringify(next, null, 2);
  return new Promise((resolve) => {
    pool.ask(
      { type: 'validate', text },
      {
        reply(reply) {
          if (reply.type !== 'validated') return;
          const { model, present: was } = settings.getState();
          const errors = reply.problems.filter(({ severity }) => severity === 'error');
          if (!reply.model) return resolve(errors.map(sayProblem).join(' '));
          if (model !== before) return resolve('Another model was opened meanwhile.');
          become(reply.model, text, seen);
          // What was seen before is seen again, if something else came in its place.
          const back = seen && (() => was);
          notices.say(said, [], { label: 'Take it back', act: () => void revise(before, 'It is as it was.', back) });
          resolve('');
        },
        failed: resolve,
      },
      1,
    );
  });
}

/** Steps that can be undone lose only what the new document does not have. */
function become(model: Model, text: string, seen?: Seen): void {
  const { present: now, past: before, future: after } = settings.getState();
  const [past, future] = [before, after].map((all) => all.map((one) => fittedTo(model, one)));
  const present = fittedTo(model, seen ? seen(now) : now);
  const isStep = seen !== undefined && JSON.stringify(present) !== JSON.stringify(now);
  becomeDocument(
    model,
    text,
    isStep ? { present, past: [...past, fittedTo(model, now)], future: [] } : { present, past, future },
  );
}
