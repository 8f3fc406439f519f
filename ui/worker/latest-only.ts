// A request repeated while a slider moves: one at a time, and then only the newest.
import type { Pool } from './client.ts';
import type { PageReply, Question } from './protocol.ts';

/** So that answers keep coming during a drag instead of being cancelled for ever. `question` may have none to ask. */
export function latestOnly<Q extends Question>(
  pool: Pool,
  seat: number,
  question: () => Q | undefined,
  stopped: (message: string) => void,
  hear: (reply: PageReply, question: Q) => void,
): () => void {
  let isAsked = false;
  let isStale = false;
  return function ask(): void {
    isStale = isAsked;
    if (isAsked) return;
    const now = question();
    if (!now) return;
    isAsked = true;
    const over = () => {
      isAsked = false;
      if (isStale) ask();
    };
    pool.ask(
      now,
      {
        reply(reply) {
          hear(reply, now);
          // What is wrong with the settings is said once, by the numbers' own refusal.
          if (reply.type === 'refused') over();
        },
        done: over,
        failed(message) {
          isAsked = isStale = false;
          stopped(message);
        },
      },
      seat,
    );
  };
}
