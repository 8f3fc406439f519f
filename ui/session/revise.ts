// The document on the page becomes one that differs in what somebody entered; whoever looks stays where they are, and may take it back.
import { sayProblem, type Model } from '../../engine/index.ts';
import { notices } from '../state/notices.ts';
import { settings } from '../state/settings.ts';
import { becomeDocument } from './opening.ts';
import { workers } from './session.ts';

/** `said` is what was done. Gives why it cannot be, in a sentence, or nothing. */
export function revise(next: Model, said: string): Promise<string> {
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
          const { model, present, past, future } = settings.getState();
          const errors = reply.problems.filter(({ severity }) => severity === 'error');
          if (!reply.model) return resolve(errors.map(sayProblem).join(' '));
          if (model !== before) return resolve('Another model was opened meanwhile.');
          becomeDocument(reply.model, text, { present, past, future });
          notices.say(said, [], { label: 'Take it back', act: () => void revise(before, 'It is as it was.') });
          resolve('');
        },
        failed: resolve,
      },
      1,
    );
  });
}
