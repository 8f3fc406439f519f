// Two stations in line where a person who is ready keeps the first bed until the second has room: the exact Markov chain.
import { afterDays, chainMean, steadyState, walkChain, type Moves } from './markov-chain.ts';

export interface BlockingLine {
  readonly arrivalsPerDay: number;
  readonly waitingRoom: number;
  readonly firstBeds: number;
  readonly firstMeanDays: number;
  readonly secondBeds: number;
  readonly secondMeanDays: number;
}

export interface BlockingFigures {
  readonly waitingOutside: number;
  readonly delayedInFirst: number;
  readonly occupancyFirst: number;
  readonly occupancySecond: number;
  readonly turnedAwayPerDay: number;
}

/** A state is [waiting outside, in care in the first, delayed in the first, in the second]. */
function movesOf(line: BlockingLine): Moves {
  return ([waiting, inCare, delayed, second]) => {
    const moves: { to: number[]; perDay: number }[] = [];
    const full = inCare + delayed === line.firstBeds;
    if (!full) moves.push({ to: [waiting, inCare + 1, delayed, second], perDay: line.arrivalsPerDay });
    else if (waiting < line.waitingRoom)
      moves.push({ to: [waiting + 1, inCare, delayed, second], perDay: line.arrivalsPerDay });
    /** A first bed falls free: the next from outside takes it. */
    const refill = (care: number, held: number, further: number): number[] =>
      waiting > 0 ? [waiting - 1, care + 1, held, further] : [0, care, held, further];
    if (inCare > 0) {
      const to =
        second < line.secondBeds ? refill(inCare - 1, delayed, second + 1) : [waiting, inCare - 1, delayed + 1, second];
      moves.push({ to, perDay: inCare / line.firstMeanDays });
    }
    if (second > 0) {
      const to = delayed > 0 ? refill(inCare, delayed - 1, second) : [waiting, inCare, delayed, second - 1];
      moves.push({ to, perDay: second / line.secondMeanDays });
    }
    return moves;
  };
}

function figures(line: BlockingLine, mean: (of: (state: readonly number[]) => number) => number): BlockingFigures {
  return {
    waitingOutside: mean(([waiting]) => waiting),
    delayedInFirst: mean(([, , delayed]) => delayed),
    occupancyFirst: mean(([, inCare, delayed]) => inCare + delayed),
    occupancySecond: mean(([, , , second]) => second),
    turnedAwayPerDay:
      line.arrivalsPerDay *
      mean(([waiting, inCare, delayed]) =>
        waiting === line.waitingRoom && inCare + delayed === line.firstBeds ? 1 : 0,
      ),
  };
}

export function blockingLine(line: BlockingLine): BlockingFigures {
  const chain = walkChain([0, 0, 0, 0], movesOf(line));
  const share = steadyState(chain);
  return figures(line, (of) => chainMean(chain, share, of));
}

/** The same from an empty start, some days on. */
export function blockingLineAfter(line: BlockingLine, days: number): BlockingFigures {
  const chain = walkChain([0, 0, 0, 0], movesOf(line));
  const share = afterDays(chain, 0, days);
  return figures(line, (of) => chainMean(chain, share, of));
}
