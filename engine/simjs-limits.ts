// What SimJS cannot be told, in words: the rules of a model that its lines, tokens and timers have no honest way to say.
import type { Program } from './compile.ts';
import { UNLIMITED, type Network } from './network.ts';

/** Sentences, each beginning with the path of a rule; none when SimJS can run the whole model. */
export function unsupported(program: Program): string[] {
  const { model, network, later } = program;
  const networks = [network, ...later.map((one) => one.network)];
  const mayFill = network.stationIds.map((_, station) =>
    networks.some((one) => one.places[station] !== UNLIMITED || one.startsPerMonth[station]! >= 0),
  );
  const { streams, needs, stations } = model;
  return [
    ...Object.entries({ streams, needs, stations }).flatMap(([key, value]) => inDocument(key, key, value)),
    ...network.stationIds.flatMap((id, station) => ofStation(id, station, networks)),
    ...differentPriorities(network, mayFill),
    ...passedOver(network, mayFill),
    ...circles(network, mayFill),
  ];
}

const rules: Readonly<Record<string, string>> = {
  alwaysWaiting:
    'the next of an endless backlog comes the moment one has been taken; SimJS cannot rank them by who they are.',
  otherwise: 'people stand on two lists and take whichever comes first; SimJS cannot take back a token already given.',
};
const listOrders: Readonly<Record<string, string>> = {
  'longest-delayed': 'a list in order of who has been ready longest; a line of SimJS’s is first come, first served.',
};
const equalStations = 'whichever of several equal stations comes first; SimJS’s people stand in one line at a time.';

const surge = 'places open and close by the length of a list; SimJS has nothing that looks at one.';
const visits = 'people are taken on while their visits fit into the day; SimJS has places only.';

/** Rules that are seen in the document itself, wherever they stand in it, tables included. */
function inDocument(path: string, key: string, value: unknown): string[] {
  if (Object.hasOwn(rules, key)) return [`${path}: ${rules[key]}`];
  if (key === 'order' && Object.hasOwn(listOrders, String(value))) return [`${path}: ${listOrders[String(value)]}`];
  if (isChoice(value)) return [`${path}: ${equalStations}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([inner, one]) => inDocument(`${path}.${inner}`, inner, one));
}

function ofStation(id: string, station: number, networks: readonly Network[]): string[] {
  const surges = networks.some((one) => one.surgePlaces[station]! > 0);
  const countsVisits = networks.some((one) => one.visitsPerDay[station * 7]! >= 0 && !one.takesAll[station]);
  return [
    ...(surges ? [`stations.${id}.surge: ${surge}`] : []),
    ...(countsVisits ? [`stations.${id}.visitsPerDay: ${visits}`] : []),
  ];
}

/** The only lists of several words in streams, needs and stations are of stations, in order of choice. */
const isChoice = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 1 && value.every((one) => typeof one === 'string');

function differentPriorities({ stationIds, askFrom, targets, askClass }: Network, mayFill: readonly boolean[]) {
  const classes = stationIds.map(() => new Set<number>());
  for (let ask = 0; ask + 1 < askFrom.length; ask++) classes[targets[askFrom[ask]!]!]!.add(askClass[ask]!);
  return stationIds
    .filter((_, station) => mayFill[station] && classes[station]!.size > 1)
    .map(
      (id) =>
        `stations.${id}: people ask for it with a different priority; a line of SimJS’s is first come, first served.`,
    );
}

/** Someone ahead on a list who may not leave yet lets others by; in a line nobody does. */
function passedOver(network: Network, mayFill: readonly boolean[]): string[] {
  return network.stationIds.flatMap((id, station) => {
    if (network.releases[station] === null) return [];
    const full = [...nextPlaces(network, station)].filter((to) => mayFill[to] && to !== station);
    if (full.length === 0) return [];
    const names = full.map((to) => network.stationIds[to]).join(', ');
    return [
      `stations.${id}.releases: who may not leave yet is passed over on the list of ${names}; in SimJS nobody is.`,
    ];
  });
}

/** Stations in which people may come to wait for each other: Onward lets such a ring move, in SimJS it stands still for ever. */
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
  const round = stationIds.filter((_, station) => reaches[station]!.has(station)).map((id) => `stations.${id}`);
  if (round.length === 0) return [];
  return [`${round.join(', ')}: people may come to wait for each other in a ring; in SimJS it would never move again.`];
}

/** Places that people ask for while they hold one here, past teams, who come to where they are. */
function nextPlaces(network: Network, station: number): Set<number> {
  const { kinds, wayFrom, wayTo, wayAsk, askFrom, targets } = network;
  const places = new Set<number>();
  const seen = new Set([station]);
  const asked = (ask: number): void => {
    const to = targets[askFrom[ask]!]!;
    if (network.keepsPlace[to]) seen.add(to);
    else if (!network.isExit[to]) places.add(to);
  };
  for (const { state, station: at, asks } of network.initial)
    if (state === 'delayed' && at === station) asks.forEach(asked);
  // A set that grows while it is gone through is gone through to its end.
  for (const at of seen)
    for (let row = at * kinds; row < (at + 1) * kinds; row++)
      for (let way = wayFrom[row]!; way < wayTo[row]!; way++)
        for (let kind = 0; kind < kinds; kind++) asked(wayAsk[way * kinds + kind]!);
  return places;
}
