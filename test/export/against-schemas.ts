// Checks an Office file against the format's own schemas and rules, with Microsoft's Open XML SDK.
import validate from '@ooxml-tools/validate';

/** Every breach, as "part: what"; there should be none. `ending` is .docx, .pptx or .xlsx. */
export async function againstSchemas(bytes: Uint8Array, ending: string): Promise<string[]> {
  const found = await validate(new Uint8Array(bytes), ending.replace('.', '') as 'docx' | 'pptx' | 'xlsx');
  return found.map(({ path, description }) => `${path.partUri} ${path.xpath}: ${description}`);
}
