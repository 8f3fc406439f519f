// What is said of an IPACS parameter workbook: where each number of the document comes from, and what was understood.
import { dateAt } from '../engine/index.ts';
import { streamId, type ByScenario, type Parts } from './ipacs-parts.ts';

export function evidenceOf({ nodes, days, costs, source }: Parts) {
  const [base] = days.keys();
  const of = (sheet: string, status = 'estimated') => ({ status, source: `${source}, sheet ${sheet}` });
  const ours = (note: string) => ({ status: 'illustrative', source: 'Chosen on import', note });
  return {
    'calendar.warmUpDays': ours('None: the workbook says who is there at the start.'),
    'stations.acute.beds': ours('The acute hospital always finds a bed for people who wait, so that delay is counted.'),
    'stations.acute.stay.days': ours('People enter the model when they are ready to leave.'),
    ...(costs.size > 0 && { 'stations.acute.costs': of('costs') }),
    attributes: ours('Each node has people of its own area alone.'),
    initial: of('initial conditions', 'measured'),
    ...Object.fromEntries(
      [...days.keys()].flatMap((scenario) =>
        nodes.map((node) => [`streams.${streamId(node, scenario, base)}`, of('arrivals')]),
      ),
    ),
    ...Object.fromEntries(
      nodes.flatMap((node) => [
        [
          `stations.${node.id}`,
          {
            ...of('capacity, los, costs'),
            ...(node.pathway === 1 && {
              note: 'As many visits a day as the people planned for need, with the mean of their first and last day.',
            }),
          },
        ],
      ]),
    ),
  };
}

export function sentences(
  { nodes, capacity, stays, days, costs, visits }: Parts,
  first: number,
  last: number,
): string[] {
  const delayed = new Set([...costs.values()].map((one) => one.delayed));
  const without = nodes.filter(({ id }) => !costs.has(id)).map(({ name }) => name);
  const gaps = [...days].flatMap(([scenario, byNode]) =>
    nodes.flatMap(({ id, name }) => {
      const missing = last - first + 1 - new Set((byNode.get(id) ?? []).map(([day]) => day)).size;
      return missing > 0 ? [`${name} in ${scenario}: ${missing}`] : [];
    }),
  );
  const list = (one: ByScenario<unknown>) => [...one.keys()].join(', ');
  return [
    `${nodes.length} services, ${last - first + 1} days of arrivals from ${dateAt(first)}`,
    `scenarios of places: ${list(capacity)}; of stays: ${list(stays)}; of arrivals: ${list(days)}`,
    ...(visits.size > 0
      ? ['Pathway 1 is limited by visits: where its stays differ by scenario, the visits of the first are used for all']
      : []),
    ...(delayed.size > 1
      ? [`a delayed day has one price, the mean of the ${costs.size} given: £${[...delayed].join(', £')}`]
      : []),
    ...(without.length > 0 ? [`costs not given: ${without.join(', ')}`] : []),
    ...(gaps.length > 0 ? [`days without arrivals count as 0: ${gaps.join('; ')}`] : []),
  ];
}
