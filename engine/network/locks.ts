// Locks: which stations form a circle in which everyone may end up waiting for everyone else.
import type { Network } from './network.ts';

/**
 * Stations in a circle of people who may wait for each other: those that can reach themselves by ways and alternatives.
 * A station of unlimited places can never be full, so no circle goes through it.
 */
export function stationsThatMayLock(network: Omit<Network, 'mayLock'>): Uint8Array {
  const stations = network.stationIds.length;
  const reaches = new Uint8Array(stations * stations);
  const asks = (from: number, ask: number) => {
    for (let t = network.askFrom[ask]; t < network.askFrom[ask + 1]; t++)
      reaches[from * stations + network.targets[t]] = 1;
    for (let alt = network.askAltFrom[ask]; alt < network.askAltFrom[ask + 1]; alt++)
      for (let t = network.altFrom[alt]; t < network.altFrom[alt + 1]; t++)
        reaches[from * stations + network.altTargets[t]] = 1;
  };
  for (let from = 0; from < stations; from++) {
    // The need of anyone there may have risen to any other: every kind of person on every way.
    for (const ask of asksFrom(network, from)) asks(from, ask);
  }
  for (const group of network.initial) for (const ask of group.asks) asks(group.station, ask);
  // A person with the same care elsewhere goes on from there as from the place they needed.
  for (const { station, as } of caredForElsewhere(network)) for (const ask of asksFrom(network, as)) asks(station, ask);
  for (let via = 0; via < stations; via++)
    for (let from = 0; from < stations; from++)
      if (reaches[from * stations + via])
        for (let to = 0; to < stations; to++) if (reaches[via * stations + to]) reaches[from * stations + to] = 1;
  return Uint8Array.from({ length: stations }, (_, s) => (reaches[s * stations + s] ? 1 : 0));
}

/** Every ask by which people may go on from a station, whatever their kind. */
export function asksFrom(network: Omit<Network, 'mayLock'>, station: number): Set<number> {
  const { kinds, wayFrom, wayTo, wayAsk } = network;
  // Most kinds share their ways, and each way is looked at once.
  const ways = new Set<number>();
  for (let row = station * kinds; row < (station + 1) * kinds; row++)
    for (let way = wayFrom[row]; way < wayTo[row]; way++) ways.add(way);
  const asks = new Set<number>();
  for (const way of ways) for (let kind = 0; kind < kinds; kind++) asks.add(wayAsk[way * kinds + kind]);
  return asks;
}

/** Stations where people may have the care of another: `station` holds them, and they go on `as` from the one asked for first. */
export function caredForElsewhere(network: Omit<Network, 'mayLock'>): { station: number; as: number }[] {
  const { askFrom, targets, askAltFrom, altFrom, altTargets, altStayFactor } = network;
  const pairs = new Map<string, { station: number; as: number }>();
  for (let ask = 0; ask + 1 < askFrom.length; ask++) {
    const as = targets[askFrom[ask]];
    for (let alt = askAltFrom[ask]; alt < askAltFrom[ask + 1]; alt++) {
      if (Number.isNaN(altStayFactor[alt])) continue;
      for (let t = altFrom[alt]; t < altFrom[alt + 1]; t++)
        pairs.set(`${altTargets[t]} ${as}`, { station: altTargets[t], as });
    }
  }
  return [...pairs.values()];
}
