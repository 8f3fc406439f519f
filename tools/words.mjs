// `node tools/words.mjs`: writes the catalogue of words anew. `node tools/words.mjs FILE`: builds the page in the language of that file.
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Plain, prepare, root, run } from './install.mjs';

await run(async () => {
  await prepare();
  const [file] = process.argv.slice(2);
  if (file !== undefined) return buildIn(resolve(file));
  const { CATALOGUE, phrasesByFile } = await import('./catalogue.mjs');
  const found = phrasesByFile();
  const text = `// Long because it is every phrase of the page, by the file it stands in. Made by \`node tools/words.mjs\`; tests see that it is true.

/** In braces stands what the page puts there: another language may put it elsewhere, and must put all of it somewhere. */
export const phrases = ${JSON.stringify(found)} as const;

export type Phrase = (typeof phrases)[keyof typeof phrases][number];

/** Another language is one file that exports one of these as \`language\`. \`tag\` is its BCP 47 tag, such as "cy-GB". */
export interface Language {
  readonly tag: string;
  readonly phrases: Readonly<Record<Phrase, string>>;
}
`;
  writeFileSync(join(root, CATALOGUE), text);
  execFileSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt'), CATALOGUE], { cwd: root });
  const all = new Set(Object.values(found).flat());
  console.log(`${CATALOGUE}: ${all.size} phrases`);
});

async function buildIn(file) {
  if (!existsSync(file))
    throw new Plain(`${file}: there is no such file; it should export a \`language\`, as ui/words/phrases.ts says.`);
  const { runnerImport } = await import('vite');
  const { buildPageIn } = await import('./catalogue.mjs');
  const { language } = (await runnerImport(file)).module;
  const outDir = join(root, `dist/ui-${language.tag}`);
  await buildPageIn(language, outDir);
  console.log(outDir);
}
