// How many people a day an endless backlog sends: one for each person who is taken in, or who gives up waiting.
import { UNLIMITED, type Network } from '../network/network.ts';

/** An upper bound; Infinity where the next could come at the same instant for ever, because nothing takes time between two of them. */
export function backlogPerDay(network: Network, stream: number): number {
  let most = 0;
  for (const [ask, kind] of asksOf(network, stream))
    most = Math.max(most, takenByAsk(network, ask, kind, network.streams[stream].alwaysWaiting, []));
  return most;
}

/** The stations asked for, alternatives too, that take an endless backlog in without limit. */
export const takenWithoutLimit = (network: Network, stream: number): number[] => [
  ...new Set(
    asksOf(network, stream)
      .flatMap(([ask, kind]) => takers(network, ask, kind, network.streams[stream].alwaysWaiting, []))
      .filter(({ perDay }) => perDay === Infinity)
      .map(({ station }) => station),
  ),
];

/** The asks of the people of a stream, each with the kind of people. */
function asksOf(network: Network, stream: number): [ask: number, kind: number][] {
  const { kinds, needIds, streamAsk, streamShare, traits } = network;
  const share = (kind: number) =>
    streamShare[(stream * traits + (kind % traits)) * needIds.length + Math.floor(kind / traits)];
  return Array.from({ length: kinds }, (_, kind) => kind)
    .filter((kind) => share(kind) > 0)
    .map((kind) => [streamAsk[stream * kinds + kind], kind]);
}

/** By every place that will do for an ask while a backlog waits by it: at once, after some days, or by giving up. */
function takenByAsk(network: Network, ask: number, kind: number, people: number, before: readonly number[]): number {
  const first = network.targets[network.askFrom[ask]];
  const patience = network.patience[first];
  // Whoever keeps their place as they give up makes room for nobody.
  const givesUp = patience && network.patienceExit[first] >= 0 ? people / patience.meanDays : 0;
  return takers(network, ask, kind, people, before).reduce((sum, { perDay }) => sum + perDay, givesUp);
}

/** Each station of an ask, with how many a day it takes in at most. */
function takers(network: Network, ask: number, kind: number, people: number, before: readonly number[]) {
  const { altFrom, altAfterDays, altStayFactor, altTargets, askAltFrom, askFrom, targets } = network;
  const first = targets[askFrom[ask]];
  const readyDays = network.askPrepare[ask]?.meanDays ?? 0;
  const found: { readonly station: number; readonly perDay: number }[] = [];
  for (const station of targets.subarray(askFrom[ask], askFrom[ask + 1]))
    found.push({ station, perDay: takenIn(network, station, station, 1, kind, readyDays, before) });
  for (let alt = askAltFrom[ask]; alt < askAltFrom[ask + 1]; alt++) {
    const factor = altStayFactor[alt];
    for (const station of altTargets.subarray(altFrom[alt], altFrom[alt + 1])) {
      const [care, times] = factor === factor ? [first, factor] : [station, 1];
      const taken = takenIn(network, station, care, times, kind, readyDays, before);
      found.push({ station, perDay: Math.min(taken, people / altAfterDays[alt]) });
    }
  }
  return found;
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
  const stayDays = factor * (network.stay[row]?.meanDays ?? 0);
  const days = readyDays + stayDays + (network.turnaround[station]?.meanDays ?? 0);
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
