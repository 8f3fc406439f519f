// Workbooks as bytes: the zip and the XML in it, as a model, and as a table of stays.
import { NotAWorkbook, writeExcel } from '../../../formats/excel.ts';
import { openWorkbook } from '../../../formats/workbook-file.ts';
import { lookedAt } from '../../../ui/worker/fits.ts';
import { zipKind } from '../kinds/zip.ts';
import type { Answer, Said, Target } from '../target.ts';
import { workbooks } from './sheets.ts';

const [small, , , , , , ipacs] = workbooks();
const table = [
  {
    name: 'Stays',
    rows: [
      ['Admitted', 'Left'],
      ...Array.from({ length: 12 }, (_, at) => [
        new Date(Date.UTC(2026, 3, 1 + at)),
        new Date(Date.UTC(2026, 3, 3 + 2 * at)),
      ]),
    ],
  },
];
const seeds = await Promise.all([small, ipacs, table].map((one) => writeExcel(one)));

export const workbook: Target = {
  name: 'workbook',
  kind: zipKind([
    't="s"',
    't="str"',
    't="inlineStr"',
    't="b"',
    't="e"',
    't="d"',
    'r="XFD1048576"',
    'r="A0"',
    's="99999"',
    '<c',
    '<row',
    '</row>',
    '<v>',
    '<v/>',
    '<f>1+1</f>',
    'r:id="rId99"',
    '<sheet ',
    'count="-1"',
    '&#0;',
    '<![CDATA[',
    '<?xml',
    ']]>',
    '&amp',
    'xml:space="preserve"',
  ]),
  seeds: () => seeds,
  async answer(input): Promise<Answer> {
    const bytes = Uint8Array.from(input);
    const inFile = (words: string): Said => ({ place: 'the file', words: [words] });
    const looked = await lookedAt({ type: 'look', name: 'file.xlsx', file: new Blob([bytes]) });
    const said = looked.type === 'refused' ? looked.problems.map(inFile) : [];
    try {
      const { model, problems } = await openWorkbook(bytes, 'file.xlsx');
      const ofCells = problems.map(({ place: { sheet, cell }, found, expected, hint }): Said => ({
        place: `${sheet} ${cell}`,
        words: [found, expected, hint],
      }));
      return { isAccepted: model !== undefined, said: [...said, ...ofCells] };
    } catch (error) {
      if (!(error instanceof NotAWorkbook)) throw error;
      return { isAccepted: false, said: [...said, { place: 'the file', words: [error.found, error.hint] }] };
    }
  },
};
