// An Office file held against the format's own schemas and rules, by the Open XML SDK of those who make Office.
import validate from '@ooxml-tools/validate';

/** Every breach, as "part: what"; none is how it should be. `ending` is .docx, .pptx or .xlsx. */
export async function againstSchemas(bytes: Uint8Array, ending: string): Promise<string[]> {
  const found = await validate(new Uint8Array(bytes), ending.replace('.', '') as 'docx' | 'pptx' | 'xlsx');
  return found.map(({ path, description }) => `${path.partUri} ${path.xpath}: ${description}`);
}
