// The family of distributions: the list, and what the engine draws from. A new shape is one new file and one line in this list.
import type { Distribution, Drawn, Parameter, Parameters, Part, Sampler, Stay } from './distribution.ts';
import { empirical } from './empirical.ts';
import { erlang } from './erlang.ts';
import { exponential } from './exponential.ts';
import { fixed } from './fixed.ts';
import { gamma } from './gamma.ts';
import { kept } from './kept.ts';
import { lognormal } from './lognormal.ts';
import { mixture } from './mixture.ts';
import { residualTable } from './residual.ts';
import { stayTable, type StayTable } from './stay-table.ts';
import { triangular } from './triangular.ts';
import { uniform } from './uniform.ts';
import { weibull } from './weibull.ts';

export { daysAt } from './days-at.ts';
export { meanings } from './meanings.ts';
export type { Distribution, Drawn, Parameter, Part, Sampler, Stay } from './distribution.ts';

export const distributions: readonly Distribution[] = [
  exponential,
  lognormal,
  gamma,
  weibull,
  erlang,
  triangular,
  uniform,
  fixed,
  empirical,
  mixture,
];

const byShape = new Map(distributions.map((each) => [each.shape, each]));

/** Days in one of each unit of time. */
const DAYS_IN = { days: 1, hours: 1 / 24 } as const;
type TimeUnit = keyof typeof DAYS_IN;
export const UNITS: readonly TimeUnit[] = ['days', 'hours'];

/** The key of a parameter in a document: mean in days is meanDays, the nameless length in hours is hours. */
export function documentKey(parameter: Parameter, unit: TimeUnit): string {
  if (parameter.unit !== 'time') return parameter.key;
  return parameter.key === '' ? unit : parameter.key + (unit === 'days' ? 'Days' : 'Hours');
}

const allTimes = distributions.flatMap(({ parameters }) => parameters).filter(({ unit }) => unit === 'time');
/** Every document key of a stay that is a time, with its unit. */
export const timeKeys: ReadonlyMap<string, TimeUnit> = new Map(
  allTimes.flatMap((each) => UNITS.map((unit) => [documentKey(each, unit), unit] as const)),
);

/** What is wrong with one value of a parameter, in words, or null. */
export function valueProblem({ key, label, unit, least, exclusive, hint }: Parameter, value: number): string | null {
  if (exclusive ? !(value > least) : !(value >= least))
    return hint ?? `${key || label} must be ${exclusive ? 'above' : 'at least'} ${least}`;
  return unit === 'whole number' && value !== Math.floor(value) ? `${key} must be a whole number` : null;
}

/** A stay gives all its times in one unit, each parameter once, and one of every group of alternatives. */
export function unitProblem(
  parameters: readonly Parameter[],
  stay: { readonly [key: string]: unknown },
): string | null {
  const times = parameters.filter(({ unit }) => unit === 'time');
  const used = UNITS.filter((unit) => times.some((each) => stay[documentKey(each, unit)] !== undefined));
  if (used.length > 1) return 'give its times in days or in hours, not both';
  const unit = used[0] ?? 'days';
  const given = (each: Parameter) => stay[documentKey(each, unit)] !== undefined;
  for (const parameter of parameters) {
    const name =
      documentKey(parameter, unit) +
      (used.length === 0 && parameter.unit === 'time' ? ` (or ${documentKey(parameter, 'hours')})` : '');
    if (parameter.oneOf !== undefined) {
      const group = parameters.filter(({ oneOf }) => oneOf === parameter.oneOf);
      if (group.filter(given).length !== 1)
        return `give exactly one of ${group.map((each) => documentKey(each, unit)).join(' and ')}`;
    } else if (!parameter.optional && !given(parameter)) return `${name} is missing`;
  }
  return null;
}

/** The parameters of a stay by their bare names, times turned into days. */
function parametersInDays({ parameters }: Distribution, stay: Stay): Parameters {
  const plain: Record<string, unknown> = {};
  for (const parameter of parameters) {
    for (const unit of UNITS) {
      const value = stay[documentKey(parameter, unit)];
      if (value === undefined) continue;
      const factor = parameter.unit === 'time' ? DAYS_IN[unit] : 1;
      if (typeof value === 'number') plain[parameter.key] = value * factor;
      else plain[parameter.key] = factor === 1 ? value : (value as number[]).map((each) => each * factor);
    }
  }
  return plain;
}

/** Everything wrong with a stay that its keys one by one cannot show, in words, or null. */
export function stayProblem(stay: Stay): string | null {
  const distribution = byShape.get(stay.shape);
  if (distribution === undefined)
    return `there is no shape "${stay.shape}"; there are ${[...byShape.keys()].join(', ')}`;
  const missing = unitProblem(distribution.parameters, stay);
  if (missing !== null) return missing;
  const plain = parametersInDays(distribution, stay);
  for (const parameter of distribution.parameters) {
    const value = plain[parameter.key];
    if (value === undefined) continue;
    for (const each of parameter.list ? value : [value]) {
      const problem = parameter.unit === 'parts' ? partProblem(each) : valueProblem(parameter, each);
      if (problem !== null) return problem;
    }
  }
  return distribution.problem(plain);
}

function partProblem({ share, stay }: Part): string | null {
  return share >= 0 && share <= 1 ? stayProblem(stay) : 'a share must lie between 0 and 1';
}

/** What is drawn and known of a stay. */
export type StaySampler = Sampler & Drawn;

const samplerByText = kept(256, (text: string): StaySampler => {
  const stay = JSON.parse(text) as Stay;
  const distribution = byShape.get(stay.shape)!;
  const sampler = distribution.sampler(parametersInDays(distribution, stay), samplerOf);
  const { unit, factor } = sampler.scaledFrom ?? { unit: sampler, factor: 1 };
  // Written out, so that all have their values in the same places: a draw then finds them sooner.
  return {
    meanDays: sampler.meanDays,
    sdDays: sampler.sdDays,
    table: sampler.isQuick === true ? null : tableOf(unit),
    factorDays: factor,
    quantile: sampler.quantile,
    shareWithin: sampler.shareWithin,
    shareBeyond: sampler.shareBeyond,
    residual: sampler.residual,
    jumps: sampler.jumps,
    isQuick: sampler.isQuick,
    scaledFrom: sampler.scaledFrom,
  };
});

const tables = new WeakMap<Sampler, StayTable>();

function tableOf(sampler: Sampler): StayTable {
  const known = tables.get(sampler);
  if (known !== undefined) return known;
  const made = stayTable(sampler.quantile);
  tables.set(sampler, made);
  return made;
}

/** The sampler (days) of a stay that has no problem. The same content gives the same sampler. */
export const samplerOf = (stay: Stay): StaySampler => samplerByText(JSON.stringify(stay));

/** What is left of a stay for someone found in the middle of it: its equilibrium residual. */
export const residualOf = (stay: Stay): Drawn => residualByText(JSON.stringify(stay));

const residualByText = kept(256, (text: string): Drawn => {
  const sampler = samplerOf(JSON.parse(text) as Stay);
  if (sampler.residual === sampler.quantile) return sampler;
  return { quantile: sampler.residual ?? residualTable(sampler), table: null, factorDays: 1 };
});
