// `onward schema`: the JSON Schema of a model document.
import { jsonSchemaText } from '../../engine/index.ts';

export async function command(): Promise<number> {
  process.stdout.write(jsonSchemaText());
  return 0;
}
