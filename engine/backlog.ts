// How many people a day an endless backlog sends: as many as the places they come for can take in.
import { UNLIMITED, type Network } from './network.ts';

/** Infinity where nothing limits who is taken in, so that the next would come at the same instant for ever. */
export function backlogPerDay(network: Network, stream: number): number {
  const { kinds, traits } = network;
  const needs = network.needIds.length;
  let most = 0;
  for (let kind = 0; kind < kinds; kind++) {
    const need = Math.floor(kind / traits);
    if (network.streamShare[(stream * traits + (kind % traits)) * needs + need] === 0) continue;
    most = Math.max(most, takenByAsk(network, network.streamAsk[stream * kinds + kind]!, kind, []));
  }
  return most;
}

function takenByAsk(network: Network, ask: number, kind: number, before: readonly number[]): number {
  let sum = 0;
  for (let t = network.askFrom[ask]!; t < network.askFrom[ask + 1]!; t++)
    sum += takenIn(network, network.targets[t]!, kind, before);
  return sum;
}

/** Starts a day at most: by the limit of starts, the places over the stay, the visits, or what lies behind a place only passed through. */
function takenIn(network: Network, station: number, kind: number, before: readonly number[]): number {
  const starts = network.startsPerMonth[station]!;
  if (starts >= 0) return (starts * 12) / 365;
  let visits = Infinity;
  for (let day = 0; day < 7; day++) {
    const made = network.visitsPerDay[station * 7 + day]!;
    if (made >= 0) visits = day === 0 ? made : Math.max(visits, made);
  }
  const places = network.places[station]! + network.surgePlaces[station]!;
  const row = station * network.kinds + kind;
  const meanDays = network.stay[row]?.meanDays ?? 0;
  if (meanDays > 0) return Math.min(visits, network.places[station] === UNLIMITED ? Infinity : places / meanDays);
  if (network.isExit[station] || network.places[station] === UNLIMITED) return visits;
  // A circle of such places leads nowhere else.
  if (before.includes(station)) return 0;
  let behind = 0;
  for (let way = network.wayFrom[row]!; way < network.wayTo[row]!; way++)
    behind += takenByAsk(network, network.wayAsk[way * network.kinds + kind]!, kind, [...before, station]);
  return Math.min(visits, behind);
}
