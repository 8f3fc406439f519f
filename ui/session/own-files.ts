// Files that a planner brings and takes away: a workbook becomes a document, and a document a workbook. Nothing leaves the computer.
import type { Model } from '../../engine/index.ts';
import type { Around } from '../../formats/workbook/around.ts';
import { ownWorker } from '../ground/own-script.ts';
import { notices } from '../state/notices.ts';
import { refusedWorkbook } from '../state/refused-workbook.ts';
import type { FileProgress, FileReply, FileRequest } from '../worker/file-protocol.ts';
import { openText } from './opening.ts';
import { toExplore } from './to-explore.ts';
import { route } from '../address/route.ts';
import { isOfModel } from '../address/views.ts';

/** The answer of a worker that is hired for it alone; rejected where it fails, or when the signal says stop. */
export function askOfFile(
  request: FileRequest,
  signal?: AbortSignal,
  progress?: (done: number) => void,
): Promise<FileReply> {
  const worker = ownWorker(new URL('../worker/file-worker.ts', import.meta.url));
  return new Promise<FileReply>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<FileReply | FileProgress>) =>
      data.type === 'progress' ? progress?.(data.done) : resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message || 'The worker that reads files could not be started.'));
    };
    signal?.addEventListener('abort', () => reject(new Error('Stopped; nothing was saved.')));
    worker.postMessage(request);
  }).finally(() => worker.terminate());
}

/** A file larger than this is refused before it is read. */
const MOST_BYTES = 5_000_000;

const STILL_RUNNING = 'The model that was open is still running.';

const IN_THE_SHEET = 'See them in the sheet';

/** Checked before anything is replaced, then shown in Explore. Never read when it is too large. */
export async function openOwn(file: File): Promise<void> {
  if (file.size > MOST_BYTES) {
    const megabytes = (file.size / 1e6).toFixed(1);
    return notices.say(`This file is too large. ${STILL_RUNNING}`, [
      `It is ${megabytes} MB; the limit is ${MOST_BYTES / 1e6} MB. Is it a model?`,
    ]);
  }
  const isWorkbook = /\.(xls[xmb]?|ods)$/i.test(file.name);
  const isOpen = await (isWorkbook ? openWorkbook(file) : openDocument(file));
  const { view } = route.getState();
  if (isOpen && (!isOfModel(view) || view === 'bring')) await toExplore();
}

/** What has changed since it was chosen, or is gone, a browser may not read. */
const sayUnread = (name: string, error: unknown) =>
  notices.say(`${name} could not be read. ${STILL_RUNNING}`, [String(error)]);

async function openDocument(file: File): Promise<boolean> {
  const text = await file.text().catch((error: unknown) => sayUnread(file.name, error));
  return typeof text === 'string' && openText(text);
}

/** Says whether it was opened; what is wrong with it is on the screen, by sheet and cell. */
async function openWorkbook(file: File): Promise<boolean> {
  refusedWorkbook.setState({ last: undefined });
  try {
    const reply = await askOfFile({ type: 'read', name: file.name, file });
    if (reply.type === 'document') {
      const isOpen = await openText(reply.text);
      if (isOpen) sayUnderstood(file.name, reply.understood);
      return isOpen;
    }
    if (reply.type === 'refused') sayRefused(file.name, reply.problems, reply.around ?? []);
  } catch (error) {
    sayUnread(file.name, error);
  }
  return false;
}

/** Your data shows it beside the cells; from elsewhere one press leads there. */
function sayRefused(name: string, problems: readonly string[], around: readonly Around[]): void {
  const title = `${name} cannot be used. ${STILL_RUNNING}`;
  if (around.length === 0) return notices.say(title, problems);
  refusedWorkbook.setState({ last: { name, problems, around } });
  if (route.getState().view === 'bring') return;
  notices.say(title, problems, { label: IN_THE_SHEET, act: () => void (location.hash = '#/bring') });
}

/** With the news that another model is open, where there is such news. */
function sayUnderstood(name: string, understood: readonly string[]): void {
  const news = notices.getState().notices.findLast(({ action }) => action !== undefined);
  const words = `Understood of ${name}: ${understood.join('; ')}.`;
  notices.say(news?.title ?? `${name} is open`, [words], news?.action);
}

export async function workbookOf(model: Model, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const reply = await askOfFile({ type: 'write', model }, signal);
  if (reply.type !== 'written') throw new Error('The workbook was not written.');
  return reply.bytes;
}
