// Whether a run settles, judged by its own simulated years as soon as the last of them has come. Until then no difference from it is shown: it might have to be taken back.
import { TO_SEE_WHETHER_IT_SETTLES, type Model, type RunRequest, type Settling } from '../../engine/index.ts';
import type { Pool } from '../worker/client.ts';
import type { Book } from './book.ts';

/** A run, and how many simulated years are asked for. */
export interface ToJudge {
  readonly model: Model;
  readonly run: RunRequest;
  /** Of the request. */
  readonly print: string;
  readonly replications: number;
}

type Named = Pick<ToJudge, 'print' | 'replications'>;

export function createJudge({ verdicts }: Pick<Book, 'verdicts'>) {
  const enough = ({ replications }: Named) => Math.min(TO_SEE_WHETHER_IT_SETTLES, replications);
  const keyOf = (of: Named) => `${enough(of)} ${of.print}`;
  const isJudged = (of: Named) => verdicts().given.has(keyOf(of));
  const weeksOf = ({ print }: Named) => verdicts().weeks.get(print) ?? new Map<number, Float64Array>();

  function judge(of: Named, settling: Settling | undefined): void {
    verdicts().given.set(keyOf(of), settling);
    verdicts().weeks.delete(of.print);
  }

  return {
    isJudged,
    verdict: (of: Named) => verdicts().given.get(keyOf(of)),
    judge,
    /** Whether the weeks of this year are still wanted. */
    lacks: (of: Named, year: number) => year < enough(of) && !isJudged(of) && !weeksOf(of).has(year),
    /** Says whether that was the last that is needed: a request of thousands of years is judged long before it ends. */
    heard(of: Named, year: number, weeks: Float64Array): boolean {
      verdicts().weeks.set(of.print, weeksOf(of).set(year, weeks));
      return !isJudged(of) && weeksOf(of).size >= enough(of);
    },
    /** Called once every year has come that is needed. Where nobody can say, the numbers stand as they are. */
    async ask(pool: Pool, of: ToJudge, then: () => void): Promise<void> {
      if (isJudged(of)) return;
      const here = verdicts();
      const end = (settling: Settling | undefined) => {
        // Another document may have been opened meanwhile.
        if (here !== verdicts() || isJudged(of)) return;
        judge(of, settling);
        then();
      };
      const weeks = Array.from({ length: enough(of) }, (_, year) => weeksOf(of).get(year));
      if (!weeks.every((one) => one !== undefined)) return end(undefined);
      // The first numbers do not wait for this piece.
      const { askSettling } = await import('../worker/settling.ts');
      askSettling(pool, of.model, of.run, weeks, { judged: end, failed: () => end(undefined) });
    },
  };
}
