// How many people a day an endless backlog sends: one for each person who is taken in, or who gives up waiting.
import { UNLIMITED, type Network } from '../network/network.ts';

/** An upper bound; Infinity where the next could come at the same instant for ever, because nothing takes time between two of them. */
export function backlogPerDay(network: Network, stream: number): number {
  const { kinds, traits } = network;
  const needs = network.needIds.length;
  let most = 0;
  for (let kind = 0; kind < kinds; kind++) {
    const need = Math.floor(kind / traits);
    if (network.streamShare[(stream * traits + (kind % traits)) * needs + need] === 0) continue;
    const ask = network.streamAsk[stream * kinds + kind];
    most = Math.max(most, takenByAsk(network, ask, kind, network.streams[stream].alwaysWaiting, []));
  }
  return most;
}

/** By every place that will do for an ask while a backlog waits by it: at once, after some days, or by giving up. */
function takenByAsk(network: Network, ask: number, kind: number, people: number, before: readonly number[]): number {
  const { altFrom, altAfterDays, altStayFactor, altTargets, askAltFrom, askFrom, targets } = network;
  const first = targets[askFrom[ask]];
  const readyDays = network.askPrepare[ask]?.meanDays ?? 0;
  const patience = network.patience[first];
  let sum = patience ? people / patience.meanDays : 0;
  for (let t = askFrom[ask]; t < askFrom[ask + 1]; t++)
    sum += takenIn(network, targets[t], targets[t], 1, kind, readyDays, before);
  for (let alt = askAltFrom[ask]; alt < askAltFrom[ask + 1]; alt++) {
    const factor = altStayFactor[alt];
    for (let t = altFrom[alt]; t < altFrom[alt + 1]; t++) {
      const station = altTargets[t];
      const [care, times] = factor === factor ? [first, factor] : [station, 1];
      const taken = takenIn(network, station, care, times, kind, readyDays, before);
      sum += Math.min(taken, people / altAfterDays[alt]);
    }
  }
  return sum;
}

/** Starts a day at most: by the limit of starts, the visits, the places over the days each is kept, or what lies behind a place only passed through. */
function takenIn(
  network: Network,
  station: number,
  care: number,
  factor: number,
  kind: number,
  readyDays: number,
  before: readonly number[],
): number {
  const starts = network.startsPerMonth[station];
  if (starts >= 0) return (starts * 12) / 365;
  const visits = takenByVisits(network, station, kind);
  if (network.isExit[station] || network.places[station] === UNLIMITED) return visits;
  const places = network.places[station] + network.surgePlaces[station];
  const row = care * network.kinds + kind;
  const days = readyDays + factor * (network.stay[row]?.meanDays ?? 0);
  if (days > 0) return Math.min(visits, places / days);
  // A circle of such places leads nowhere else.
  if (places === 0 || before.includes(station)) return 0;
  // A person who cannot go on keeps the place, so the way that takes fewest for its share decides.
  let behind = Infinity;
  for (let way = network.wayFrom[row]; way < network.wayTo[row]; way++) {
    const share = network.wayShare[way];
    if (share === 0) continue;
    const ask = network.wayAsk[way * network.kinds + kind];
    // The place is kept, too, while the next one is got ready.
    const readyNext = network.askPrepare[ask]?.meanDays ?? 0;
    const onward = Math.min(takenByAsk(network, ask, kind, places, [...before, station]), places / readyNext);
    behind = Math.min(behind, onward / share);
  }
  return Math.min(visits, behind);
}

/** By the first visits of each plan, where they must fit into the day. */
function takenByVisits(network: Network, station: number, kind: number): number {
  const first = network.firstVisits[station * network.kinds + kind];
  const most = Math.max(...network.visitsPerDay.subarray(station * 7, station * 7 + 7));
  return most < 0 || network.takesAll[station] || !(first > 0) ? Infinity : most / first;
}
