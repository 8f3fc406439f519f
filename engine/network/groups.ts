// Groups of people that measures distinguish: by need, and by each value of each attribute.
import type { Network } from './network.ts';

export interface Group {
  /** As rows name it: `need:p1`, `locality:city`. */
  readonly who: string;
  /** The kinds of people in it: indices of the network's tables. */
  readonly kinds: Int32Array;
}

export function needGroups(network: Network): Group[] {
  const { traits } = network;
  return network.needIds.map((need, n) => ({
    who: `need:${need}`,
    kinds: Int32Array.from({ length: traits }, (_, trait) => n * traits + trait),
  }));
}

export function attributeGroups(network: Network): Group[] {
  const everyKind = Array.from({ length: network.kinds }, (_, kind) => kind);
  return network.attributes.flatMap(({ id, values, stride }) =>
    values.map((value, at) => ({
      who: `${id}:${value}`,
      kinds: Int32Array.from(
        everyKind.filter((kind) => Math.floor((kind % network.traits) / stride) % values.length === at),
      ),
    })),
  );
}
