// scratch
import { writeFileSync, readFileSync } from 'node:fs';
import { it } from 'vitest';
import { fingerprint, VERSION } from '../../engine/index.ts';
import { figureSvg } from '../../ui/export/figure-svg.ts';
import { paperOf } from '../../ui/export/paper.ts';
import { slides } from '../../ui/export/slides.ts';
import { tablesOf } from '../../ui/export/screen-tables.ts';
import { wordPaper } from '../../ui/export/word.ts';
import { workbook } from '../../ui/export/workbook.ts';
import { comparedOf, modelNamed, screenWith } from './ilkeston.ts';
import { openPackage } from './package.ts';
it('makes', async () => {
  const model = modelNamed('ilkeston-2019');
  const screen = screenWith(model, { option: 'proposed-16' });
  const paper = paperOf({
    screen,
    compared: comparedOf(model),
    methods: readFileSync('ui/method/methods.md', 'utf8'),
    version: VERSION,
    modelHash: fingerprint(model),
  });
  writeFileSync('/tmp/exp.docx', Buffer.from(await wordPaper(paper)));
  writeFileSync('/tmp/exp.pptx', await slides(paper));
  writeFileSync(
    '/tmp/exp.xlsx',
    Buffer.from(await (await workbook([['Title', paper.title]], tablesOf(screen))).arrayBuffer()),
  );
  paper.figures.forEach((f, i) => writeFileSync(`/tmp/exp${i}.svg`, figureSvg(f)));
  for (const f of ['docx', 'pptx', 'xlsx'])
    console.log(
      f,
      openPackage(readFileSync('/tmp/exp.' + f)).names.length,
      openPackage(readFileSync('/tmp/exp.' + f)).faults(),
    );
}, 120000);
