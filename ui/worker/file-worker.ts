// Reads and writes the files that a planner brings, in a Web Worker of its own: a large workbook never holds the page up.
import { sayProblem } from '../../engine/index.ts';
import { NotAWorkbook, writeExcel } from '../../formats/excel.ts';
import { openWorkbook } from '../../formats/workbook-file.ts';
import { aroundProblems } from '../../formats/workbook/around.ts';
import { sheetsOf } from '../../formats/workbook/write.ts';
import { arrivalsIn, logIn, lookedAt, networkIn, routesIn, seriesIn, staysIn } from './fits.ts';
import { planBeside, planIn } from './plans.ts';
import type { FileProgress, FileReply, FileRequest } from './file-protocol.ts';

/** The columns of a log change hands: copying them would hold the page up. */
const say = (reply: FileReply) => self.postMessage(reply, { transfer: buffersIn(reply) });

const tell = (done: number) => self.postMessage({ type: 'progress', done } satisfies FileProgress);

function buffersIn(reply: FileReply): ArrayBuffer[] {
  if (reply.type !== 'events' || !reply.found) return [];
  const { trace, people } = reply.found.watched;
  const columns = [trace, people].flatMap((of) => Object.values(of)).filter((one) => typeof one !== 'number');
  return columns.map(({ buffer }) => buffer as ArrayBuffer);
}

self.onmessage = ({ data }: MessageEvent<FileRequest>) => {
  answerTo(data).then(say, (error) => {
    // Whoever asked hears of it as of any crash.
    setTimeout(() => {
      throw error;
    });
  });
};

async function answerTo(request: FileRequest): Promise<FileReply> {
  if (request.type === 'read') return documentIn(request);
  if (request.type === 'write') return workbookOf(request);
  if (request.type === 'look') return lookedAt(request);
  if (request.type === 'pathsimr') return networkIn(request);
  if (request.type === 'events') return logIn(request, tell);
  if (request.type === 'plan') return planIn(request);
  if (request.type === 'beside-plan') return planBeside(request, tell);
  if (request.type === 'routes') return routesIn(request, tell);
  if (request.type === 'series') return seriesIn(request);
  return request.type === 'stays' ? staysIn(request, tell) : arrivalsIn(request, tell);
}

async function documentIn({ file, name }: Extract<FileRequest, { type: 'read' }>): Promise<FileReply> {
  try {
    const { model, problems, sheets, understood } = await openWorkbook(new Uint8Array(await file.arrayBuffer()), name);
    if (model) return { type: 'document', text: JSON.stringify(model, null, 2), understood };
    const errors = problems.filter(({ severity }) => severity === 'error');
    const inWords = errors.map(({ place: { sheet, cell }, ...problem }) =>
      sayProblem({ ...problem, path: cell === '' ? `the sheet ${sheet}` : `${sheet}, cell ${cell}` }),
    );
    return { type: 'refused', problems: inWords, around: aroundProblems(sheets, errors) };
  } catch (error) {
    if (!(error instanceof NotAWorkbook)) throw error;
    return { type: 'refused', problems: [`It is ${error.found}. ${error.hint}`] };
  }
}

const workbookOf = async ({ model }: Extract<FileRequest, { type: 'write' }>): Promise<FileReply> => ({
  type: 'written',
  bytes: await writeExcel(sheetsOf(model)),
});
