// `onward schema`: the JSON Schema of a model document.
import { jsonSchema } from '../../engine/index.ts';

export async function command(): Promise<number> {
  process.stdout.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  return 0;
}
