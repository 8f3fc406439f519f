// Reads the table that a planner has given in a worker, again after each answer; the last asked is what is shown.
import { notices } from '../state/notices.ts';
import { becomeTable, ownTable, type OwnTable } from '../state/own-table.ts';
import { keepPlan, keptPlan } from '../state/plan-columns.ts';
import type { FileReply, FileRequest, GivenFile, TableKind } from '../worker/file-protocol.ts';
import { askOfFile, openOwn } from './own-files.ts';
import { openText } from './opening.ts';

/** A file larger than this is refused before it is read: so many are some millions of rows, and of an event log one. */
const MOST_BYTES = 120_000_000;

let stopLast = new AbortController();

export async function giveFiles(files: readonly File[]): Promise<void> {
  const large = files.find(({ size }) => size > MOST_BYTES);
  if (large !== undefined) {
    becomeTable([]);
    return refuse([`${large.name} is ${(large.size / 1e6).toFixed(0)} MB; the limit is ${MOST_BYTES / 1e6} MB.`]);
  }
  await look(files.map((file) => ({ name: file.name, file })));
}

/** As copied from a spreadsheet. */
export const givePasted = (text: string): Promise<void> => look([{ name: 'pasted rows', file: new Blob([text]) }]);

async function look(given: readonly GivenFile[]): Promise<void> {
  const { files, as } = ownTable.getState();
  const last = given.at(-1);
  if (!last) return;
  // The second file of a network joins the first.
  const isPair = as === 'pathsimr' && files.length === 1 && given.length === 1;
  becomeTable(isPair ? [...files, last] : given);
  const reply = await ask({ type: 'look', ...last });
  if (reply?.type !== 'looked') return;
  if (reply.kind === 'workbook') {
    becomeTable([]);
    return openOwn(new File([last.file], last.name));
  }
  const columns = knownPlan(reply.columns);
  const kind = given.length > 1 ? 'pathsimr' : columns ? 'plan' : reply.kind;
  ownTable.setState({
    as: kind,
    columns: reply.columns,
    choices: reply.choices,
    ...(columns && { answers: columns }),
    files: kind === 'pathsimr' ? ownTable.getState().files : [last],
  });
  await read();
}

/** The columns of the last plan, where a table has them all. */
function knownPlan(heads: readonly string[]): Readonly<Record<string, string>> | undefined {
  const { columns } = keptPlan();
  const all = Object.values(columns);
  return all.length > 2 && all.every((head) => heads.includes(head)) ? columns : undefined;
}

export function takeAs(as: TableKind): void {
  ownTable.setState({ as, answers: {}, told: undefined });
  void read();
}

/** Undefined takes an answer back. */
export function answer(option: string, value: string | undefined): void {
  ownTable.setState(({ answers }) => ({ answers: { ...answers, [option]: value } }));
  void read();
}

export const forgetTable = (): void => {
  stopLast.abort();
  becomeTable([]);
};

async function read(): Promise<void> {
  ownTable.setState({ isReading: true, done: undefined });
  const told = await ask(requestFor(ownTable.getState()));
  if (!told || told.type === 'refused') return;
  ownTable.setState({ isReading: false, told });
  if (told.type === 'plan' && told.found) keepPlan({ columns: told.columns });
  if (told.type === 'document') await openMade(told.text, told.understood);
}

/** A model that was made of what was given takes the place of the open one. */
export async function openMade(text: string, understood: readonly string[]): Promise<void> {
  const { files } = ownTable.getState();
  if (!(await openText(text))) return;
  notices.say(`Understood of ${files.map(({ name }) => name).join(' and ')}`, [`${understood.join('; ')}.`]);
  location.hash = '#/explore';
}

function requestFor({ files, as, answers }: OwnTable): FileRequest {
  if (as !== 'pathsimr') return { type: as, ...files[0], answers };
  const unit = (['minutes', 'hours', 'weeks'] as const).find((one) => one === answers.unit) ?? 'days';
  return { type: 'pathsimr', files, unit };
}

/** Nothing where it was refused, which is then said, or where something else was asked meanwhile. */
async function ask(request: FileRequest): Promise<FileReply | undefined> {
  stopLast.abort();
  const stop = (stopLast = new AbortController());
  try {
    const reply = await askOfFile(request, stop.signal, (done) => {
      if (!stop.signal.aborted) ownTable.setState({ done });
    });
    if (stop.signal.aborted) return undefined;
    if (reply.type === 'refused') refuse(reply.problems);
    return reply;
  } catch (error) {
    if (!stop.signal.aborted) refuse([error instanceof Error ? error.message : String(error)]);
    return undefined;
  }
}

const refuse = (refused: readonly string[]): void => ownTable.setState({ refused, told: undefined, isReading: false });
