// What SimJS cannot express, in words: the rules of a model that queues, tokens and timers have no honest way to state.
import type { Program } from '../network/compile.ts';
import { UNLIMITED, type Network } from '../network/network.ts';

/** Sentences, each beginning with the path of a rule; none when SimJS can run the whole model. */
export function unsupported(program: Program): string[] {
  const { network, later } = program;
  const networks = [network, ...later.map((one) => one.network)];
  const mayFill = network.stationIds.map((_, station) =>
    networks.some((one) => one.places[station] !== UNLIMITED || one.startsPerMonth[station] >= 0),
  );
  return [
    ...waitedAlready(program),
    ...endless(program),
    ...network.stationIds.flatMap((id, station) => ofStation(program, networks, id, station)),
    ...newPriorities(network, mayFill),
    ...passedOver(network, mayFill),
    ...circles(network, mayFill),
  ];
}

const waitedAlready = ({ network: { initial, stationIds } }: Program): string[] =>
  initial
    .filter(({ since }) => since !== null)
    .map(({ state, station }) => {
      const path = `initial.${stationIds[station]}.${state === 'delayed' ? 'delayedFor' : state}`;
      return `${path}: some have waited since before the first moment; a SimJS queue begins when somebody joins it.`;
    });

const endless = ({ network: { streamIds, streams } }: Program): string[] =>
  streamIds
    .filter((_, stream) => streams[stream].alwaysWaiting > 0)
    .map(
      (id) =>
        `streams.${id}.alwaysWaiting: the next person comes the moment one is taken in, and is ranked by who they are; a SimJS queue is in order of arrival.`,
    );

function ofStation({ model }: Program, networks: readonly Network[], id: string, station: number): string[] {
  const path = `stations.${id}`;
  const said: string[] = [];
  const order = model.stations[id].order ?? 'first-come';
  if (order !== 'first-come')
    said.push(`${path}.order: people are ranked by the rule "${order}"; a SimJS queue is in order of arrival.`);
  if (networks.some((one) => one.visitsPerDay[station * 7] >= 0 && !one.takesAll[station]))
    said.push(
      `${path}.visitsPerDay: people are taken on while their visits fit into the day; SimJS counts places only.`,
    );
  const [{ initial, waitingRoom, askFrom, targets }] = networks as [Network];
  const room = waitingRoom[station];
  if (room >= 0 && model.stations[id].turnsAway === 'least-urgent')
    said.push(`${path}.turnsAway: the least urgent are turned away; a SimJS queue sends away whoever comes last.`);
  if (networks.some((one) => one.waitingRoom[station] !== room))
    said.push(
      `${path}.waitingRoom: changes on a date, when the last to come are sent away; a SimJS queue does not know who is last.`,
    );
  const waiting = initial
    .filter(({ state, asks }) => state === 'waiting' && asks.some((ask) => targets[askFrom[ask]] === station))
    .reduce((sum, { people }) => sum + people, 0);
  if (room >= 0 && waiting > room)
    said.push(`initial.${id}.waiting: more than the waiting room holds; a SimJS queue does not know who is last.`);
  return said;
}

/** A person whose need rises keeps their turn, ahead of others who came later to the queue of another priority. */
function newPriorities(network: Network, mayFill: readonly boolean[]): string[] {
  const { askFrom, askAltFrom, altFrom, altTargets, altClass, askClass, risesTo, needIds, stationIds, targets } =
    network;
  if (network.risePerDelayedDay === 0 || risesTo.every((need) => need < 0)) return [];
  const classes = stationIds.map(() => new Set<number>());
  for (let ask = 0; ask + 1 < askFrom.length; ask++) {
    for (let t = askFrom[ask]; t < askFrom[ask + 1]; t++) classes[targets[t]].add(askClass[ask]);
    for (let alt = askAltFrom[ask]; alt < askAltFrom[ask + 1]; alt++)
      for (let t = altFrom[alt]; t < altFrom[alt + 1]; t++) classes[altTargets[t]].add(altClass[alt]);
  }
  const mixed = stationIds.filter((_, station) => mayFill[station] && classes[station].size > 1);
  if (mixed.length === 0) return [];
  return needIds
    .filter((_, need) => risesTo[need] >= 0)
    .map(
      (id) =>
        `needs.${id}.risesTo: the turn that a person keeps may be one of another priority (${mixed.join(', ')}); SimJS lets nobody into the middle of a queue.`,
    );
}

/** On our lists, a person ahead who may not leave yet lets others pass; in a SimJS queue nobody does. */
function passedOver(network: Network, mayFill: readonly boolean[]): string[] {
  return network.stationIds.flatMap((id, station) => {
    if (network.releases[station] === null) return [];
    const next = [...nextPlaces(network, station, (ask) => network.askPrepare[ask] === null)];
    if (next.includes(station) && network.altAfterDays.length > 0)
      return [
        `stations.${id}.releases: people who may not leave may still stay on by their second choice; SimJS looks at their choices only when they may leave.`,
      ];
    const full = next.filter((to) => mayFill[to] && to !== station);
    if (full.length === 0) return [];
    const names = full.map((to) => network.stationIds[to]).join(', ');
    return [
      `stations.${id}.releases: people who may not leave yet are passed over on the list of ${names}; in a SimJS queue nobody is.`,
    ];
  });
}

/** Stations in which people may end up waiting for each other: Onward lets such a ring move, in SimJS it stays locked for ever. */
function circles(network: Network, mayFill: readonly boolean[]): string[] {
  const { stationIds } = network;
  const reaches = stationIds.map((_, station) => {
    const found = new Set<number>();
    const from = mayFill[station] ? [station] : [];
    for (const at of from)
      for (const to of nextPlaces(network, at))
        if (mayFill[to] && to !== at && !found.has(to)) {
          found.add(to);
          from.push(to);
        }
    return found;
  });
  const round = stationIds.filter((_, station) => reaches[station].has(station)).map((id) => `stations.${id}`);
  if (round.length === 0) return [];
  return [
    `${round.join(', ')}: people may end up waiting for each other in a ring; in SimJS it would never move again.`,
  ];
}

/** Places that people may wait for while they hold one here: past teams, who come to where they are, and with the care of another place. */
function nextPlaces(network: Network, station: number, counts = (_ask: number) => true): Set<number> {
  const { kinds, wayFrom, wayTo, wayAsk } = network;
  const places = new Set<number>();
  const caredFor = new Set([station]);
  const asked = (ask: number): void => {
    for (const to of everyPlaceOf(network, ask))
      if (network.keepsPlace[to]) caredFor.add(to);
      else if (!network.isExit[to] && counts(ask)) places.add(to);
  };
  for (const { state, station: at, asks } of network.initial)
    if (state === 'delayed' && at === station) asks.forEach(asked);
  for (let ask = 0; ask + 1 < network.askFrom.length; ask++) {
    const { keepsTurn, sameCare } = elsewhere(network, ask, station);
    if (keepsTurn) asked(ask);
    if (sameCare) caredFor.add(network.targets[network.askFrom[ask]]);
  }
  // A set that grows while it is gone through is gone through to its end.
  for (const care of caredFor)
    for (let row = care * kinds; row < (care + 1) * kinds; row++)
      for (let way = wayFrom[row]; way < wayTo[row]; way++)
        for (let kind = 0; kind < kinds; kind++) asked(wayAsk[way * kinds + kind]);
  return places;
}

function everyPlaceOf({ askFrom, targets, askAltFrom, altFrom, altTargets }: Network, ask: number): number[] {
  const places = Array.from(targets.slice(askFrom[ask], askFrom[ask + 1]));
  for (let alt = askAltFrom[ask]; alt < askAltFrom[ask + 1]; alt++)
    places.push(...altTargets.slice(altFrom[alt], altFrom[alt + 1]));
  return places;
}

/** Whether an ask may lead to this station as an alternative where the turn is kept, or the same care given. */
function elsewhere(network: Network, ask: number, station: number) {
  const { askAltFrom, altFrom, altTargets, altMovesOn, altStayFactor } = network;
  let keepsTurn = false;
  let sameCare = false;
  for (let alt = askAltFrom[ask]; alt < askAltFrom[ask + 1]; alt++) {
    if (!altTargets.slice(altFrom[alt], altFrom[alt + 1]).includes(station)) continue;
    if (altMovesOn[alt] === 1) keepsTurn = true;
    if (!Number.isNaN(altStayFactor[alt])) sameCare = true;
  }
  return { keepsTurn, sameCare };
}
