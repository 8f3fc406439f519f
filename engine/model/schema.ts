// The JSON Schema of a model document, for editors and other tools; models/model.schema.json is its printed form.
import { z } from 'zod';
import { modelSchema } from './document.ts';
import { saySentences } from './said.ts';

/** JSON Schema 2020-12, with the title and unit of every number. What the schema cannot say, `validate` checks. */
export function jsonSchema(): object {
  saySentences();
  const { $schema, ...rest } = z.toJSONSchema(modelSchema, { io: 'input', target: 'draft-2020-12', reused: 'ref' });
  return {
    $schema,
    title: 'Onward model document',
    description: 'A system of health and care stations, the people who need them, and options for changing it.',
    ...rest,
  };
}

/** The schema as it is written to a file: two spaces, a line feed at the end. */
export function jsonSchemaText(): string {
  return `${JSON.stringify(jsonSchema(), null, 2)}\n`;
}
