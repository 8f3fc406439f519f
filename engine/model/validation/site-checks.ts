// Checks where services and people are on the ground: one attribute says where people live, and stations name its values.
import type { Model } from '../document.ts';
import { kmBetween } from '../../ground/distance.ts';
import { error, listWords, nameHint, warning, type Problem } from '../../ground/problem.ts';
import { valuesOf } from '../who.ts';

/** Nobody is sent so far within a county; more likely west was written without its minus. */
const FAR_KM = 300;

export function siteProblems({ attributes = {}, stations }: Model): Problem[] {
  const [first, ...others] = Object.entries(attributes).flatMap(([id, { shares, where }]) =>
    where === undefined ? [] : [{ id, values: valuesOf(shares), where }],
  );
  const problems = others.map(({ id }) =>
    error(
      `attributes.${id}.where`,
      'a second answer to where people live',
      `one, as ${first.id} gives it`,
      'Remove it.',
    ),
  );
  if (first) problems.push(...whereProblems(first.id, first.values, Object.keys(first.where)));
  for (const [id, { lonLat, locality }] of Object.entries(stations)) {
    if (locality !== undefined && !first) {
      const hint = 'Say where people live: give an attribute a "where", with the centre of each locality.';
      problems.push(error(`stations.${id}.locality`, `"${locality}"`, 'a locality of an attribute with "where"', hint));
    } else if (locality !== undefined && !first.values.includes(locality)) {
      const hint = nameHint(locality, first.values, `values of ${first.id}`);
      problems.push(error(`stations.${id}.locality`, `"${locality}"`, `a value of ${first.id}`, hint));
    }
    if (lonLat === undefined || !first) continue;
    const nearestKm = Math.min(...Object.values(first.where).map(({ centre }) => kmBetween(lonLat, centre)));
    if (nearestKm <= FAR_KM) continue;
    const found = `${Math.round(nearestKm)} km from where anybody lives`;
    const hint = 'Are latitude and longitude swapped, or is a minus missing? West of Greenwich is negative.';
    problems.push(warning(`stations.${id}.lonLat`, found, `at most ${FAR_KM} km`, hint));
  }
  return problems;
}

function whereProblems(id: string, values: readonly string[], named: readonly string[]): Problem[] {
  const unknown = named
    .filter((value) => !values.includes(value))
    .map((value) => {
      const hint = nameHint(value, values, `values of ${id}`);
      return error(`attributes.${id}.where.${value}`, `"${value}"`, `a value of ${id}`, hint);
    });
  const missing = values.filter((value) => !named.includes(value));
  if (missing.length === 0) return unknown;
  const hint = 'Without it nobody can say how far these people go.';
  return [
    ...unknown,
    error(`attributes.${id}.where`, `no ${listWords(missing, 'or')}`, `a centre for each value of ${id}`, hint),
  ];
}
