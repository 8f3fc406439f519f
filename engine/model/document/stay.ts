// The schema of a stay in a document, made from the list of distributions.
import { z } from 'zod';
import {
  UNITS,
  distributions,
  documentKey,
  unitProblem,
  valueProblem,
  type Parameter,
  type Stay,
} from '../../distributions/index.ts';

function valueSchema(parameter: Parameter): z.ZodType {
  if (parameter.unit === 'parts')
    return z.array(z.strictObject({ share: z.number().min(0).max(1), stay: z.lazy(() => staySchema) })).min(1);
  const message = valueProblem(parameter, NaN) ?? '';
  let value = parameter.exclusive ? z.number().gt(parameter.least, message) : z.number().gte(parameter.least, message);
  if (parameter.unit === 'whole number') value = value.int();
  return parameter.list ? z.array(value).min(1) : value;
}

const shapes = distributions.map(({ shape, parameters }) => {
  const keys: Record<string, z.ZodType> = { shape: z.literal(shape) };
  for (const parameter of parameters) {
    for (const unit of UNITS)
      keys[documentKey(parameter, unit)] = valueSchema(parameter).optional().describe(parameter.label);
  }
  return z.strictObject(keys).superRefine((stay, context) => {
    const message = unitProblem(parameters, stay);
    if (message !== null) context.addIssue({ code: 'custom', message });
  });
});

/** The schemas of single shapes, by shape. */
export const shapeSchemas: ReadonlyMap<string, z.ZodType> = new Map(
  distributions.map(({ shape }, at) => [shape, shapes[at]]),
);

/** A stay as a document may write it: `shape` says which keys there are; any other key is an error. */
export const staySchema: z.ZodType<Stay> = z.discriminatedUnion('shape', shapes as never) as unknown as z.ZodType<Stay>;
