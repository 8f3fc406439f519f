// Names of a model that are markup, formulas or the ends of other texts: each file that leaves the page shows them as the letters they are, and stays whole.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { csvText, fingerprint, readModel, VERSION, type Model } from '../../engine/index.ts';
import { readExcel, writeExcel } from '../../formats/excel.ts';
import { modelOf } from '../../formats/workbook/read.ts';
import { sheetsOf } from '../../formats/workbook/write.ts';
import { paperOf, type Paper } from '../../ui/export/papers/paper.ts';
import { slides } from '../../ui/export/papers/slides.ts';
import { wordPaper } from '../../ui/export/papers/word.ts';
import { workbook } from '../../ui/export/papers/workbook.ts';
import { savedPage } from '../../ui/export/saved-page.ts';
import type { Screen } from '../../ui/export/screen.ts';
import { tablesOf } from '../../ui/export/screen-tables.ts';
import { root } from '../source-files.ts';
import { comparedOf, linesIn, modelNamed, screenWith } from './ilkeston.ts';
import { openPackage, plain } from './package.ts';

const methods = readFileSync(join(root, 'ui/words/methods.md'), 'utf8');
const NAME = `=1+1|"x"'y' <b onclick=a>&amp;&#65;</b>]]></script><!--`;

/** As a person may write it, and as it is accepted. */
function hostile(): Model {
  const document = structuredClone(modelNamed('ilkeston-2019')) as unknown as Record<string, never> & {
    stations: Record<string, { label: string }>;
    needs: Record<string, { label: string }>;
    options: { title: string }[];
    controls: { label?: string }[];
  };
  Object.assign(document, { title: NAME, about: NAME });
  for (const one of [...Object.values(document.stations), ...Object.values(document.needs), ...document.controls])
    one.label = NAME;
  for (const [at, option] of document.options.entries()) option.title = `${NAME}${at}`;
  const { model, problems } = readModel(JSON.stringify(document));
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return model!;
}

let model: Model;
let screen: Screen;
let paper: Paper;
beforeAll(() => {
  model = hostile();
  screen = screenWith(model, { option: 'proposed-16' });
  const modelHash = fingerprint(model);
  const about = { compared: comparedOf(model), lines: linesIn(model), methods, version: VERSION, modelHash };
  paper = paperOf({ screen, ...about });
});

describe('names that are markup and formulas', () => {
  it('are letters in Word, PowerPoint and Excel, which stay whole packages without a formula', async () => {
    const data =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const files = {
      word: await wordPaper(paper),
      slides: await slides(paper, { data, says: NAME }),
      excel: await (await workbook([[NAME, NAME]], tablesOf(screen))).arrayBuffer(),
    };
    for (const [what, bytes] of Object.entries(files)) {
      const parts = openPackage(bytes as ArrayBuffer);
      expect(parts.faults(), what).toEqual([]);
      const xml = parts.names.filter((name) => name.endsWith('.xml')).map(parts.text);
      expect(
        xml.some((text) => plain(text).includes(NAME)),
        what,
      ).toBe(true);
      expect(
        xml.filter((text) => /<f>|<b onclick/.test(text)),
        what,
      ).toEqual([]);
    }
  });

  it('are quoted in CSV, and no cell of it begins a formula', () => {
    const tables = tablesOf(screen).map(({ columns, rows }) =>
      csvText(
        columns.map(({ name }) => name),
        rows,
      ),
    );
    expect(tables.some((text) => text.includes(`"'${NAME.replaceAll('"', '""')}`))).toBe(true);
    for (const text of tables) expect(text).not.toMatch(/(^|,|\n)"?[=@\t]/);
  });

  it('go through a workbook and come back the same, and none of its cells is a formula', async () => {
    const bytes = await writeExcel(sheetsOf(model));
    const parts = openPackage(bytes);
    const sheets = parts.names.filter((name) => /worksheets\/sheet\d+\.xml$/.test(name)).map(parts.text);
    expect(sheets.filter((xml) => /<f[ >]/.test(xml))).toEqual([]);
    const { $schema: _, ...whole } = model as Model & { $schema?: string };
    expect(JSON.stringify(modelOf(await readExcel(bytes)).model)).toBe(JSON.stringify(whole));
  });

  it('end no script of a page that is saved with the model inside', () => {
    const page = savedPage('<html><head></head><body></body></html>', `#/explore?x="><b>`, JSON.stringify(model));
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page).not.toContain('<!--');
    expect(page).not.toMatch(/<b[ >]/);
    const [, inside = ''] = /<script type="application\/json"[^>]*>([^<]*)<\/script>/.exec(page) ?? [];
    expect((JSON.parse(inside) as Model).title).toBe(NAME);
  });
});
