// What each button of the page makes: the screen of the moment, turned into a file and saved.
import { differencesTable, fingerprint, sayProblem, summaryTable, tidyCsv, VERSION } from '../../engine/index.ts';
import { linesOf, type AssumptionLine } from '../shown/assumption-lines.ts';
import { askForStudy, compareOptions } from '../session/questions.ts';
import { isCompared } from '../shown/numbers.ts';
import { saveFile, saveText } from '../ground/save-file.ts';
import { hasEdits, requestOf } from '../model/asked.ts';
import { settings } from '../state/settings.ts';
import { optionsOf, TODAY } from '../model/values.ts';
import { figureTable, type Figure } from './pictures/figure.ts';
import { figureSvg } from './pictures/figure-svg.ts';
import type { Compared, Paper } from './papers/paper.ts';
import { pngOf } from './pictures/png.ts';
import { screenNow } from './screen-now.ts';
import { tablesOf } from './screen-tables.ts';
import type { Screen } from './screen.ts';
import { sentenceOf } from '../words/headline.ts';
import { sayRuns } from '../words/numbers/runs.ts';
import { tableCsv } from './table.ts';
import { workbook, XLSX, type CoverLine } from './papers/workbook.ts';
import type { Task } from './work.tsx';

const CSV = 'text/csv;charset=utf-8';
const PARQUET = 'application/vnd.apache.parquet';

/** Of the model and the option; letters that a file name may have anywhere. */
export const fileName = (what: string, ending: string): string => {
  const { model, present } = settings.getState();
  return `onward-${model?.id ?? 'numbers'}-${present.option}${what === '' ? '' : `-${slug(what)}`}.${ending}`;
};

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);

/** The rows of summary.csv as `onward run … --out` writes them, or `onward compare`; or the same as Parquet. */
export const saveSummary =
  (format: 'csv' | 'parquet'): Task =>
  async (_progress, signal) => {
    const { shown } = await screenNow(signal);
    const isAlone = shown.settings.option === TODAY || hasEdits(shown.settings);
    const table = summaryTable(isAlone ? shown.option : [...shown.today, ...shown.option]);
    const name = fileName('summary', format);
    if (format === 'csv') return saveText(tidyCsv(table), name, CSV);
    const { parquetOf } = await import('../../formats/parquet.ts');
    return save(parquetOf(table), name, PARQUET, signal);
  };

export const saveDifferences: Task = async (_progress, signal) => {
  const { shown } = await screenNow(signal);
  if (!isCompared(shown)) throw new Error('there is nothing to compare today with.');
  return saveText(tidyCsv(differencesTable(shown.differences)), fileName('differences', 'csv'), CSV);
};

export const saveWorkbook: Task = async (_progress, signal) => {
  const screen = await screenNow(signal);
  return save(await workbook(coverOf(screen), tablesOf(screen)), fileName('', 'xlsx'), XLSX, signal);
};

export function coverOf({ model, what, findings, limits, shown, command, link }: Screen): CoverLine[] {
  return [
    ['Onward', model.title],
    ['About', model.about],
    ['On the screen', what],
    ...findings.map((finding): CoverLine => ['The model suggests', sentenceOf(finding)]),
    ['Limits', limits],
    ['Simulated', sayRuns(shown.replications, model.calendar.runDays)],
    ['Seed', String(shown.settings.seed)],
    ['Version', `Onward ${VERSION}; model SHA-256 ${fingerprint(model)}`],
    ['In a terminal', command],
    ...(link === undefined ? [] : [['In a browser', link] as const]),
  ];
}

export const saveWord: Task = (progress, signal) =>
  savePaper(progress, signal, 'docx', async (paper) => {
    const { DOCX, wordPaper } = await import('./papers/word.ts');
    return new Blob([await wordPaper(paper)], { type: DOCX });
  });

export const saveSlides: Task = (progress, signal) =>
  savePaper(progress, signal, 'pptx', async (paper, { what }) => {
    const { PICTURE_RATIO, PPTX, slides } = await import('./papers/slides.ts');
    const { slidePicture } = await import('./pictures/slide-picture.ts');
    const picture = await slidePicture(what, PICTURE_RATIO, signal);
    return new Blob([(await slides(paper, picture)) as BlobPart], { type: PPTX });
  });

async function savePaper(
  progress: (done: number) => void,
  signal: AbortSignal,
  ending: string,
  make: (paper: Paper, screen: Screen) => Promise<Blob>,
): Promise<string> {
  const screen = await screenNow(signal);
  const { model } = screen;
  const options = optionsOf(model).map(({ id }) => id);
  const order = [TODAY, ...options.filter((id) => id !== TODAY)];
  const compared: Compared = JSON.parse(await compareOptions(order, (done) => progress(0.9 * done), signal));
  const lines = await linesNow(screen);
  const { default: methods } = await import('../words/methods.md?raw');
  const { paperOf } = await import('./papers/paper.ts');
  const blob = await make(
    paperOf({ screen, compared, lines, methods, version: VERSION, modelHash: fingerprint(model) }),
    screen,
  );
  return save(blob, fileName('', ending), blob.type, signal);
}

/** Every number of the document, from a worker. */
const linesNow = ({ model, shown }: Screen): Promise<AssumptionLine[]> =>
  new Promise((resolve, reject) => {
    askForStudy(
      { type: 'numbers', run: requestOf(shown.settings) },
      {
        reply(reply) {
          if (reply.type === 'numbers') resolve(linesOf(model, reply.numbers));
          if (reply.type === 'refused') reject(new Error(reply.problems.map(sayProblem).join(' ')));
        },
        failed: (message) => reject(new Error(message)),
      },
    );
  });

export const savePicture =
  (figure: Figure, as: 'png' | 'svg'): Task =>
  async (_progress, signal) => {
    const svg = figureSvg(figure);
    const content = as === 'svg' ? svg : await pngOf(svg);
    return save(content, fileName(figure.name, as), as === 'svg' ? 'image/svg+xml' : 'image/png', signal);
  };

export const saveFigureTable =
  (figure: Figure, as: 'csv' | 'xlsx'): Task =>
  async (_progress, signal) => {
    const table = figureTable(figure);
    if (as === 'csv') return saveText(tableCsv(table), fileName(figure.name, 'csv'), CSV);
    const cover: CoverLine[] = [
      ['Onward', figure.title],
      ['Limits', figure.limits],
    ];
    return save(await workbook(cover, [table]), fileName(figure.name, 'xlsx'), XLSX, signal);
  };

/** A person who stopped it wants no file. */
function save(content: BlobPart, name: string, type: string, signal: AbortSignal): string {
  signal.throwIfAborted();
  return saveFile(content, name, type);
}
