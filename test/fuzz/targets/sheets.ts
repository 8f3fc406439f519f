// Workbooks as sheets of cells, our own and those of IPACS: what is wrong is named by sheet and cell.
import { compile, readModel } from '../../../engine/index.ts';
import { isIpacs, modelOfIpacs } from '../../../formats/ipacs.ts';
import { aroundProblems } from '../../../formats/workbook/around.ts';
import type { CellProblem } from '../../../formats/workbook/cell-problems.ts';
import { modelOf } from '../../../formats/workbook/read.ts';
import { sheetName, type CellValue, type Sheet } from '../../../formats/workbook/sheet.ts';
import { sheetsOf } from '../../../formats/workbook/write.ts';
import { fnv1a } from '../../../ui/ground/fnv1a.ts';
import { smallDocument, wideDocument } from '../../engine/small-model.ts';
import { someModel } from '../../laws/some-model.ts';
import { jsonKind, readJson } from '../kinds/json.ts';
import { bytesOf, textOf, type Answer, type Said, type Target } from '../target.ts';
import { mustRun, placed, wordsOfModels } from './model.ts';

/** In JSON a date is a text that begins so. */
const DATE = 'date:';
const NODES = ['P1_A', 'P2_A', 'P3_A'];

export function ipacsSheets(): Sheet[] {
  const first = Date.UTC(2023, 0, 1);
  const days = Array.from({ length: 14 }, (_, at) => at);
  const both = ['Base', 'Other'];
  return [
    {
      name: 'arrivals',
      rows: [
        ['node', 'arrivals', 'scenario', 'date'],
        ...both.flatMap((scenario) =>
          NODES.flatMap((node, at) =>
            days.map((day) => [node, 1 + at + (day % 7) / 10, scenario, new Date(first + day * 864e5)]),
          ),
        ),
      ],
    },
    {
      name: 'initial conditions',
      rows: [
        ['node', 'measure', 'value'],
        ...NODES.flatMap((node) => ['dtoc', 'occ'].map((measure) => [node, measure, 3])),
      ],
    },
    {
      name: 'capacity',
      rows: [['node', 'scenario', 'capacity'], ...both.flatMap((one) => NODES.map((node) => [node, one, 20]))],
    },
    {
      name: 'los',
      rows: [
        ['node', 'IVR', 'FVR', 'scenario', 'mu', 'sigma'],
        ...both.flatMap((one) =>
          NODES.map((node) => [node, node === 'P1_A' ? 4 : null, node === 'P1_A' ? 1 : null, one, 2, 0.7]),
        ),
      ],
    },
    { name: 'costs', rows: [['node', 'community_cost', 'acute_dtoc'], ...NODES.map((node) => [node, 100, 300])] },
  ];
}

const modelsOf = (documents: readonly object[]) =>
  documents.flatMap((one) => readModel(JSON.stringify(one)).model ?? []);
export const workbooks = (): readonly (readonly Sheet[])[] => [
  ...modelsOf([smallDocument(), wideDocument(), ...[3, 8, 13, 21].map((seed) => someModel(seed))]).map(sheetsOf),
  ipacsSheets(),
];

/** Names and rows alone: what programs offer in a cell is not read. */
export const asJson = (sheets: readonly Sheet[]): Uint8Array =>
  bytesOf(
    JSON.stringify(
      sheets.map(({ name, rows }) => [
        name,
        ...rows.map((row) => row.map((cell) => (cell instanceof Date ? DATE + cell.toISOString() : cell))),
      ]),
    ),
  );

function sheetsIn(input: Uint8Array): Sheet[] | undefined {
  const whole = readJson(input);
  if (!Array.isArray(whole)) return undefined;
  return whole.filter(Array.isArray).map(([name, ...rows]: unknown[], at) => ({
    name: sheetName(typeof name === 'string' ? name : '', at),
    rows: rows.filter(Array.isArray).map((row) => (row as unknown[]).map(cellOf)),
  }));
}

function cellOf(cell: unknown): CellValue {
  if (typeof cell === 'number' || typeof cell === 'boolean') return cell;
  if (typeof cell !== 'string') return null;
  const date = cell.startsWith(DATE) ? new Date(cell.slice(DATE.length)) : undefined;
  return date === undefined || Number.isNaN(date.getTime()) ? cell : date;
}

const { keys, values } = wordsOfModels();
const cells = [
  ...values.filter((one) => typeof one !== 'object'),
  ...keys,
  `${DATE}2024-02-01T00:00:00Z`,
  `${DATE}0001-01-01T00:00:00Z`,
];

export const sheets: Target = {
  name: 'sheets',
  kind: jsonKind({ keys: ['0', '1', '2', '3', '9'], values: cells }),
  seeds: () => workbooks().map(asJson),
  answer(input) {
    const all = sheetsIn(input);
    if (!all) return { isAccepted: false, said: [{ place: 'the input', words: ['No list of sheets.'] }] };
    return answerOfSheets(all, fnv1a(textOf(input)));
  },
};

const saidOfCells = (problems: readonly CellProblem[]): Said[] =>
  problems.map(({ place: { sheet, cell }, found, expected, hint }) => ({
    place: cell === '' ? sheet : `${sheet}, ${cell}`,
    words: [found, expected, hint],
  }));

function answerOfSheets(all: readonly Sheet[], lot: number): Answer {
  if (!isIpacs(all)) {
    const { model, problems } = modelOf(all);
    aroundProblems(all, problems);
    if (model) mustRun(model, lot);
    return { isAccepted: model !== undefined, said: saidOfCells(problems) };
  }
  const { document, problems, understood } = modelOfIpacs(all, 'ipacs.xlsx');
  const said = [
    ...saidOfCells(problems.all),
    ...understood.map((words): Said => ({ place: 'the workbook', words: [words] })),
  ];
  if (!document) return { isAccepted: false, said };
  const read = readModel(JSON.stringify(document));
  if (!read.model) return { isAccepted: false, said: placed(read.problems) };
  compile(read.model, { option: 'today' });
  return { isAccepted: true, said };
}
