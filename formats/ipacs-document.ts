// The model that an IPACS parameter workbook describes: three pathways in several areas, with an option for each of its scenarios.
import { dateAt } from '../engine/index.ts';
import { rounded, slug, streamId, type ByScenario, type Node, type Parts } from './ipacs-parts.ts';
import { evidenceOf, sentences } from './ipacs-told.ts';

const PATHWAYS = ['', 'home with support', 'a rehabilitation bed', 'an assessment bed'];
const PLACES = ['', 'home', 'rehabilitation beds', 'assessment beds'];
const needOf = ({ pathway }: Node): string => `p${pathway}`;
const areaOf = ({ area }: Node): string => area.toLowerCase().replace(/_/g, '-');

/** A document that `readModel` has yet to check, and what was understood of the workbook. */
export function documentOf(parts: Parts): { readonly document: object; readonly understood: readonly string[] } {
  const { nodes, capacity, stays, days, start, costs } = parts;
  const areas = [...new Set(nodes.map((node) => node.area))];
  const needs = [...new Set(nodes.map(needOf))].sort();
  const [first, last] = range([...days.values()].flatMap((one) => [...one.values()]));
  const [baseArrivals, ...otherArrivals] = [...days.keys()];
  const streams = Object.fromEntries(
    [...days].flatMap(([scenario, byNode]) =>
      nodes.flatMap((node) => {
        const listed = byNode.get(node.id);
        return listed
          ? [
              [
                streamId(node, scenario, baseArrivals),
                streamOf(node, listed, [first, last], scenario, scenario === baseArrivals),
              ],
            ]
          : [];
      }),
    ),
  );
  const document = {
    schemaVersion: 1,
    id: 'ipacs',
    title: `Discharge to assess in ${areas.length} areas`,
    about: `Places, stays, arrivals and people waiting as the parameter workbook ${parts.source} has them. Where that is silent, a number is chosen here and said to be illustrative.`,
    calendar: { startDate: dateAt(first), warmUpDays: 0, runDays: last - first + 1 },
    experiment: { replications: 20, seed: 1 },
    attributes: {
      area: {
        label: 'Where people live',
        shares: {
          by: 'stream',
          ...Object.fromEntries(Object.keys(streams).map((id) => [id, sharesOf(areas, id, nodes)])),
          else: sharesAtStart(areas, nodes, start),
        },
      },
    },
    needs: Object.fromEntries(
      needs.map((need) => {
        const there = nodes.filter((node) => needOf(node) === need);
        return [
          need,
          {
            label: `Pathway ${there[0].pathway}: ${PATHWAYS[there[0].pathway]}`,
            goesTo: { by: 'area', ...Object.fromEntries(there.map((node) => [areaOf(node), node.id])) },
          },
        ];
      }),
    ),
    streams,
    stations: {
      acute: {
        kind: 'ward',
        label: 'Acute hospitals',
        about:
          'People who no longer need an acute hospital and are waiting for the next place. Everyone here is delayed.',
        beds: 'unlimited',
        stay: { shape: 'fixed', days: 0 },
        next: [{ to: 'need' }],
        ...(costs.size > 0 && { costs: { delayedDayGbp: mean([...costs.values()].map(({ delayed }) => delayed)) } }),
      },
      ...Object.fromEntries(nodes.map((node) => [node.id, stationOf(node, parts)])),
      left: { kind: 'exit', label: 'Support ended' },
    },
    initial: {
      acute: { delayedFor: start['dtoc'] },
      ...Object.fromEntries(
        nodes.flatMap(({ id }) => (start['occ'][id] === undefined ? [] : [[id, { inCare: start['occ'][id] }]])),
      ),
    },
    options: [
      { id: 'today', title: 'As in the workbook' },
      ...[...capacity.keys()]
        .slice(1)
        .map((scenario) => option(scenario, 'Places', nodes, (node) => placesIn(node, scenario, parts))),
      ...[...stays.keys()]
        .slice(1)
        .map((scenario) => option(scenario, 'Stays', nodes, (node) => stayIn(node, scenario, parts))),
      ...otherArrivals.map((scenario) =>
        option(scenario, 'Arrivals', nodes, (node) => arrivalsIn(node, scenario, baseArrivals, parts)),
      ),
    ],
    controls: nodes
      .filter(({ pathway }) => pathway > 1)
      .map((node) => ({
        path: `stations.${node.id}.beds`,
        label: `Beds, ${labelOf(node)}`,
        least: 0,
        most: Math.max(10, 2 * (firstOf(capacity, node) ?? 0)),
        step: 1,
      })),
    evidence: evidenceOf(parts),
  };
  return { document, understood: sentences(parts, first, last) };
}

const range = (lists: readonly (readonly (readonly [number, number])[])[]): [number, number] => {
  const all = lists.flat().map(([day]) => day);
  return [all.reduce((a, b) => Math.min(a, b), Infinity), all.reduce((a, b) => Math.max(a, b), -Infinity)];
};

const mean = (values: readonly number[]): number => rounded(values.reduce((sum, one) => sum + one, 0) / values.length);
const labelOf = (node: Node): string => `${PLACES[node.pathway]}, ${node.area}`;

/** Days without a row have nobody. Those of another scenario come only under its option. */
function streamOf(
  node: Node,
  listed: readonly (readonly [number, number])[],
  [first, last]: readonly [number, number],
  scenario: string,
  isBase: boolean,
) {
  const means = Array.from({ length: last - first + 1 }, () => 0);
  for (const [day, value] of listed) means[day - first] += value;
  return {
    label: isBase ? `Ready to leave, ${node.name}` : `Ready to leave, ${node.name} in ${scenario}`,
    meansPerDay: { fromDate: dateAt(first), means, ...(isBase ? { times: 1 } : { times: 0 }) },
    shares: { [needOf(node)]: 1 },
    startsAt: 'acute',
  };
}

const sharesOf = (areas: readonly string[], stream: string, nodes: readonly Node[]) => {
  const node = nodes.find(({ id }) => stream === id || stream.startsWith(`${id}-`))!;
  return Object.fromEntries(areas.map((area) => [area.toLowerCase().replace(/_/g, '-'), area === node.area ? 1 : 0]));
};

/** Where those live who are there when the run begins. */
function sharesAtStart(areas: readonly string[], nodes: readonly Node[], start: Parts['start']) {
  const peopleIn = (some: readonly Node[]) =>
    some.reduce((sum, { id }) => sum + (start['dtoc'][id] ?? 0) + (start['occ'][id] ?? 0), 0);
  const all = peopleIn(nodes);
  return Object.fromEntries(
    areas.map((area) => {
      const there = nodes.filter((node) => node.area === area);
      return [areaOf(there[0]), all > 0 ? peopleIn(there) / all : 1 / areas.length];
    }),
  );
}

/** What the first scenario of a sheet says of a node. */
const firstOf = <T>(all: ByScenario<T>, node: Node): T | undefined => all.values().next().value?.get(node.id);

function stationOf(node: Node, { capacity, stays, visits, costs }: Parts) {
  const [places, stay, plan] = [firstOf(capacity, node) ?? 0, firstOf(stays, node), firstOf(visits, node)];
  const cost = costs.get(node.id)?.person;
  return {
    kind: node.pathway === 1 ? 'caseload' : 'ward',
    label: `Pathway ${node.pathway}, ${labelOf(node)}`,
    ...(node.pathway > 1
      ? { beds: places }
      : plan
        ? { places: 'unlimited', visitsPerDay: visitsFor(places, plan), visits: plan }
        : { places }),
    stay,
    next: [{ to: 'left' }],
    ...(cost === undefined ? {} : { costs: { personDayGbp: cost } }),
  };
}

/** The tool plans so many people with the mean of their first and last day's visits. */
const visitsFor = (people: number, { first, last }: { first: number; last: number }): number =>
  Math.floor((people * (first + last)) / 2);

type Set = Readonly<Record<string, unknown>>;

function placesIn(node: Node, scenario: string, { capacity, visits }: Parts): Set {
  const places = capacity.get(scenario)!.get(node.id);
  const plan = firstOf(visits, node);
  if (places === undefined) return {};
  if (node.pathway > 1) return { [`stations.${node.id}.beds`]: places };
  return plan
    ? { [`stations.${node.id}.visitsPerDay`]: visitsFor(places, plan) }
    : { [`stations.${node.id}.places`]: places };
}

function stayIn(node: Node, scenario: string, { stays }: Parts): Set {
  const stay = stays.get(scenario)!.get(node.id);
  return stay
    ? { [`stations.${node.id}.stay.meanDays`]: stay.meanDays, [`stations.${node.id}.stay.sdDays`]: stay.sdDays }
    : {};
}

/** The days of the scenario in place of the workbook's own. */
function arrivalsIn(node: Node, scenario: string, base: string, { days }: Parts): Set {
  if (!days.get(scenario)!.has(node.id)) return {};
  return {
    [`streams.${node.id}.meansPerDay.times`]: 0,
    [`streams.${streamId(node, scenario, base)}.meansPerDay.times`]: 1,
  };
}

const option = (scenario: string, what: string, nodes: readonly Node[], set: (node: Node) => Set) => ({
  id: slug(scenario),
  title: `${what} of ${scenario}`,
  set: Object.assign({}, ...nodes.map(set)) as Set,
});
