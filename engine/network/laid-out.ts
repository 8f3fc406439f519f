// Networks laid out for a document: one that differs from the last in amounts only, as after most moves of a slider, is not laid out again.
import type { Model } from '../model/document.ts';
import { amountsOf, differInAmountsOnly, stationsOf } from './amounts.ts';
import type { Network } from './network.ts';

/** A network and the document in force that it was laid out from. */
interface LaidOut {
  readonly model: Model;
  readonly network: Network;
}

/** By document and option, the network that was laid out last. */
const lastOf = new WeakMap<Model, Map<string, LaidOut>>();

/** Networks of what is in force under one option: one that differs from the last in amounts only shares all else with it. */
export function laidOutFor(
  of: Model,
  option: string,
  layOut: (model: Model, option: string) => Network,
): (model: Model) => Network {
  let byOption = lastOf.get(of);
  if (byOption === undefined) lastOf.set(of, (byOption = new Map()));
  return (model) => {
    let last = byOption.get(option);
    if (last === undefined || !differInAmountsOnly(last.model, model))
      byOption.set(option, (last = { model, network: layOut(model, option) }));
    // Also where nothing differs: so that all of them have one hidden class, and what V8 has compiled for one program holds for the next.
    return { ...last.network, ...amountsOf(stationsOf(model)) };
  };
}
