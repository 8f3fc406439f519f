// Planned demand as arrivals: the mean of each day, and who of them needs what, over the whole plan and month by month.
import { dateAt, nextMonthStart } from '../../ground/dates.ts';
import { error, listWords, type Problem } from '../../ground/problem.ts';
import type { Model } from '../../model/document.ts';
import type { Stream } from '../../model/document/people.ts';
import { everyValueOf, isTable } from '../../model/who.ts';
import { sharesToOne } from '../shares-to-one.ts';
import { PLAN_MIX, type PlanAsks, type PlannedModel } from './plan.ts';
import { withMeans } from './means-in-place.ts';

/** Months whose shares differ by less are alike. */
const ALIKE = 0.005;

export function withDemand(model: Model, asks: PlanAsks, days: readonly number[]): PlannedModel | Problem {
  const stream = model.streams[asks.stream];
  const path = `streams.${asks.stream}`;
  const { shares } = stream;
  if (isTable(shares))
    return error(
      `${path}.shares`,
      'shares that depend on who people are',
      'one share of each need',
      'Give the plan to a model in which they do not.',
    );
  const needs = needsOf(model, asks);
  if ('path' in needs) return needs;
  const rate = rateOf(stream);
  const planned = new Set([...needs.values()].flat());
  const others = Object.keys(model.needs).filter((need) => !planned.has(need) && shareOf(shares, need, model) > 0);
  if (others.length > 0 && rate === undefined)
    return error(
      path,
      `arrivals without a rate, and ${listWords(others)} not in the plan`,
      'a plan for every need',
      'Give arrivalsPerDay in the model, or the other needs in the plan.',
    );
  const perDay = days.map((month) => {
    const length = nextMonthStart(month) - month;
    const byNeed = new Map(others.map((need) => [need, rate! * shareOf(shares, need, model)]));
    for (const one of asks.months)
      if (one.month === month && one.demand !== null) {
        const its = needs.get(one.service)!;
        const whole = its.reduce((sum, need) => sum + shareOf(shares, need, model), 0);
        for (const need of its) {
          const part = whole > 0 ? shareOf(shares, need, model) / whole : 1 / its.length;
          byNeed.set(need, (byNeed.get(need) ?? 0) + (part * one.demand) / length);
        }
      }
    return { month, length, byNeed };
  });
  const means = perDay.flatMap(({ length, byNeed }) => {
    const mean = Number([...byNeed.values()].reduce((sum, each) => sum + each, 0).toPrecision(6));
    return Array.from({ length }, () => mean);
  });
  if (!means.some((mean) => mean > 0))
    return error('the plan', 'no demand at all', 'people who come', 'Is this the right column?');
  const source = `${asks.file}: expected demand by month, ${dateAt(days[0]).slice(0, 7)} to ${dateAt(days[days.length - 1]).slice(0, 7)}`;
  const ids = Object.keys(model.needs);
  const mixOf = (parts: typeof perDay) =>
    sharesToOne(
      ids.map((need) => parts.reduce((sum, { length, byNeed }) => sum + length * (byNeed.get(need) ?? 0), 0)),
    );
  const mix = mixOf(perDay);
  const next = withMeans(model, asks.stream, { fromDate: dateAt(days[0]), means, times: 1 }, rate, source);
  const byMonth = perDay.map((part) => mixOf([part]));
  const differs = byMonth.some((each) => each.some((share, at) => Math.abs(share - mix[at]) > ALIKE));
  const hasShares = ids.length > 1;
  const document: Model = {
    ...next.document,
    streams: {
      ...next.document.streams,
      [asks.stream]: {
        ...next.document.streams[asks.stream],
        ...(hasShares && { shares: Object.fromEntries(ids.map((need, at) => [need, mix[at]])) }),
      },
    },
    conditions: [
      ...(next.document.conditions ?? []).filter(({ id }) => id !== PLAN_MIX),
      ...(differs
        ? [
            {
              id: PLAN_MIX,
              title: 'Needs change by month, as in the plan',
              about: `Of the people who come, as many need each kind of care as ${asks.file} says for the month. Without this, as many as over the whole plan.`,
              changes: perDay.map(({ month }, at) => ({
                onDate: dateAt(month),
                set: Object.fromEntries(ids.map((need, n) => [`${path}.shares.${need}`, byMonth[at][n]])),
              })),
            },
          ]
        : []),
    ],
    evidence: {
      ...next.document.evidence,
      ...(hasShares &&
        Object.fromEntries(ids.map((need) => [`${path}.shares.${need}`, { status: 'estimated' as const, source }]))),
    },
  };
  if (document.conditions!.length === 0) delete document.conditions;
  return { document, said: [...saidOf(model, asks, perDay), ...next.said] };

  function saidOf({ needs: all }: Model, { stream: id }: PlanAsks, months: typeof perDay): string[] {
    const people = months.reduce(
      (sum, { length, byNeed }) => sum + length * [...byNeed.values()].reduce((a, b) => a + b, 0),
      0,
    );
    const label = (need: string) => all[need].label;
    return [
      `${Math.round(people)} people in ${months.length} months come by “${stream.label ?? id}”, each month with a mean of its own`,
      'people who come from another service are not in the demand: the model sends them on by its routes',
      ...others.map(
        (need) =>
          `${label(need)} is not in the plan, and stays at ${short(rate! * shareOf(shares, need, model))} a day`,
      ),
      ...(differs
        ? [
            'what they need changes by month in the condition “Needs change by month, as in the plan”; without it, it is that of the whole plan',
          ]
        : []),
    ];
  }
}

const short = (value: number): number => Number(value.toPrecision(3));
const shareOf = (shares: Stream['shares'], need: string, model: Model): number =>
  shares === undefined
    ? Object.keys(model.needs).length === 1
      ? 1
      : 0
    : ((shares as Record<string, number>)[need] ?? 0);

/** The mean of a stream in people a day, where it has one. */
function rateOf({ arrivalsPerDay, meansPerDay }: Stream): number | undefined {
  if (arrivalsPerDay !== undefined) return arrivalsPerDay;
  const { means, times = 1 } = meansPerDay ?? { means: [] };
  return means.length === 0 ? undefined : (times * means.reduce((sum, one) => sum + one, 0)) / means.length;
}

/** By service, the needs that lead there. */
function needsOf(model: Model, { months }: PlanAsks): Map<string, string[]> | Problem {
  const found = new Map<string, string[]>();
  for (const { service, demand } of months) {
    if (demand === null || found.has(service)) continue;
    const its = Object.entries(model.needs).flatMap(([need, { goesTo }]) =>
      everyValueOf(goesTo).flat().includes(service) ? [need] : [],
    );
    if (its.length === 0)
      return error(
        `stations.${service}`,
        'demand of a service to which no need leads',
        'a service that people need when they come',
        'Only people from other services go there: leave its demand out of the plan.',
      );
    found.set(service, its);
  }
  return found;
}
