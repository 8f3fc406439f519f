// As much of zod as the engine's schemas use, in zod's own small edition: the page is built with this instead of 'zod'.
import {
  _default,
  array,
  boolean,
  catchall,
  discriminatedUnion,
  enum as oneOf,
  globalRegistry,
  gt,
  gte,
  int,
  lazy,
  length,
  literal,
  lt,
  lte,
  maxLength,
  minLength,
  nullable,
  number,
  object,
  optional,
  record,
  refine,
  regex,
  strictObject,
  string,
  superRefine,
  union,
  unknown,
  ZodMiniType,
  type core,
  type ZodMiniObject,
} from 'zod/mini';

/**
 * zod's usual edition hangs every check and format it knows on each schema, so that a page carries all of them: 25 kB
 * gzipped, of which this is a third. The engine's sources say `z.number().min(0)` either way; a word missing here fails
 * as soon as the page is opened. That both editions find the same problems in the same words is held by a test.
 */
type Schema = ZodMiniType;
type Check = core.$ZodCheck<unknown>;
/** What a schema or a check was made from; which keys there are depends on its kind. */
type Made = Readonly<Record<string, unknown>>;

const madeFrom = (part: { readonly _zod: { readonly def: object } }) => part._zod.def as Made;
const isNumber = (schema: Schema) => madeFrom(schema).type === 'number';

function described(schema: Schema, facts: Made): Schema {
  const copy = schema.clone();
  globalRegistry.add(copy, facts);
  return copy;
}

/** Chained words, as every schema of the usual edition has them. */
const words = {
  min(this: Schema, least: number, message?: string) {
    return this.check((isNumber(this) ? gte(least, message) : minLength(least, message)) as unknown as Check);
  },
  max(this: Schema, most: number, message?: string) {
    return this.check((isNumber(this) ? lte(most, message) : maxLength(most, message)) as unknown as Check);
  },
  length(this: Schema, items: number, message?: string) {
    return this.check(length(items, message) as unknown as Check);
  },
  gt(this: Schema, above: number, message?: string) {
    return this.check(gt(above, message) as unknown as Check);
  },
  gte(this: Schema, least: number, message?: string) {
    return this.check(gte(least, message) as unknown as Check);
  },
  lt(this: Schema, below: number, message?: string) {
    return this.check(lt(below, message) as unknown as Check);
  },
  lte(this: Schema, most: number, message?: string) {
    return this.check(lte(most, message) as unknown as Check);
  },
  positive(this: Schema, message?: string) {
    return this.check(gt(0, message) as unknown as Check);
  },
  int(this: Schema, message?: string) {
    return this.check(int(message) as unknown as Check);
  },
  regex(this: Schema, pattern: RegExp, message?: string) {
    return this.check(regex(pattern, message) as unknown as Check);
  },
  refine(this: Schema, holds: (value: unknown) => unknown, message?: string) {
    return this.check(refine(holds, message) as unknown as Check);
  },
  superRefine(this: Schema, look: Parameters<typeof superRefine>[0]) {
    return this.check(superRefine(look) as unknown as Check);
  },
  optional(this: Schema) {
    return optional(this);
  },
  nullable(this: Schema) {
    return nullable(this);
  },
  default(this: Schema, value: unknown) {
    return _default(this, value as never);
  },
  catchall(this: Schema, inner: Schema) {
    return catchall(this as ZodMiniObject, inner);
  },
  describe(this: Schema, description: string) {
    return described(this, { description });
  },
  meta(this: Schema, facts?: Made) {
    return facts === undefined ? globalRegistry.get(this) : described(this, facts);
  },
};
// What stands on the prototype, zod hands on to every schema and every copy of one.
Object.assign(ZodMiniType.prototype, words);

/** The limits of a number, a text or a list, in the words of JSON Schema; of other kinds the page never asks. */
function toJSONSchema(schema: Schema): Made {
  const found: Record<string, unknown> = { type: madeFrom(schema).type };
  const [least, most] = found.type === 'array' ? ['minItems', 'maxItems'] : ['minLength', 'maxLength'];
  for (const check of (madeFrom(schema).checks ?? []) as readonly Check[]) {
    const { check: kind, inclusive, value, minimum, maximum, length } = madeFrom(check);
    if (kind === 'number_format') found.type = 'integer';
    if (kind === 'greater_than') found[inclusive ? 'minimum' : 'exclusiveMinimum'] = value;
    if (kind === 'less_than') found[inclusive ? 'maximum' : 'exclusiveMaximum'] = value;
    if (kind === 'min_length' || kind === 'length_equals') found[least!] = minimum ?? length;
    if (kind === 'max_length' || kind === 'length_equals') found[most!] = maximum ?? length;
  }
  return found;
}

const kinds = {
  string,
  number,
  boolean,
  literal,
  union,
  discriminatedUnion,
  array,
  record,
  object,
  strictObject,
  lazy,
};
export const z = { ...kinds, unknown, enum: oneOf, toJSONSchema, globalRegistry };
