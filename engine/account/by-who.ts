// By who: which groups a person of each kind is counted in. Only where percentiles or thresholds are asked for.
import type { Asked } from '../model/asked.ts';
import { attributeGroups, needGroups, type Group } from '../network/groups.ts';
import type { Network } from '../network/network.ts';

/** A person is in one group by need and in one of each attribute. Accounts by who are by station × group: s × groups + group. */
export interface ByWho {
  readonly groups: readonly Group[];
  /** By kind, the groups it belongs to. */
  readonly groupsOf: readonly (readonly number[])[];
}

export function byWhoAsked(network: Network, asked: Asked): ByWho | null {
  if (asked.percentiles.length + asked.over.length === 0) return null;
  const groups = [...needGroups(network), ...attributeGroups(network)];
  const groupsOf = Array.from({ length: network.kinds }, (_, kind) =>
    groups.flatMap((group, at) => (group.kinds.includes(kind) ? [at] : [])),
  );
  return { groups, groupsOf };
}
