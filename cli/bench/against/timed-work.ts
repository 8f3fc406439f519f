// What each side of a comparison is timed at, over whichever engine this file is built with.
import { type Model, compile, differences, readModel, replicate, rowKeys, summarise } from '../../../engine/index.ts';
import { eventCounter } from '../events.ts';
import { movesOf, summaryAndDifferences } from '../slider-moves.ts';

/** Work that can be done in pieces, as long as it is asked for. */
export interface Work {
  /** Does the next piece, and says how much it was. */
  piece(): number;
  /** The same replications in every build, whose values tell whether the results are the same. */
  sample(): Float64Array[];
}

interface Kind {
  /** What the engine's door must hand out; an earlier build's may not. */
  readonly needs: Readonly<Record<string, unknown>>;
  begin(model: Model): Work;
}

/** As many as a slider asks for; the arrival books of so many years are all kept. */
const replications = 100;
const oneRun = { readModel, compile, replicate, rowKeys };

export const kinds: Readonly<Record<string, Kind>> = {
  /** The same people again and again, as when a slider moves. */
  kept: { needs: oneRun, begin: (model) => events(model, (number) => number % replications) },
  fresh: { needs: oneRun, begin: (model) => events(model, (number) => number) },
  moves: { needs: { ...oneRun, summarise, differences }, begin: moves },
  whole: {
    needs: oneRun,
    begin(model) {
      const run = runsOf(model);
      let number = 0;
      return { piece: () => (run(number++), 1), sample: () => [run(0)] };
    },
  },
};

/** What this engine makes of a document, one replication after another. */
export function runsOf(model: Model): (replication: number) => Float64Array {
  const program = compile(model, { option: 'today' });
  return (replication) => replicate(program, 1, replication);
}

function events(model: Model, replicationOf: (number: number) => number): Work {
  const eventsOf = eventCounter(compile(model, { option: 'today' }));
  const run = runsOf(model);
  let number = 0;
  return { piece: () => eventsOf(run(replicationOf(number++))), sample: () => [run(0), run(1)] };
}

/** A piece is one move: the option and today, all replications of both, and the differences. */
function moves(model: Model): Work {
  const { path, values } = movesOf(model);
  const keys = rowKeys(compile(model, { option: 'today' }));
  const today = runsOf(model);
  const all = (run: (replication: number) => Float64Array) => Array.from({ length: replications }, (_, at) => run(at));
  /** Compiled anew: each move is another document. */
  const moved = (value: number) => {
    const program = compile(model, { option: 'today', set: { [path]: value } });
    return (replication: number) => replicate(program, 1, replication);
  };
  let number = 0;
  return {
    piece() {
      summaryAndDifferences(keys, all(moved(values[number++ % values.length])), all(today));
      return 1;
    },
    sample: () => [today(0), moved(values[0])(0)],
  };
}
