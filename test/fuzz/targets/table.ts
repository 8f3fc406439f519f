// A table as a target: read as the page reads it, with what was answered about it, and what the page then says.
import { compile, readModel } from '../../../engine/index.ts';
import type { FileReply } from '../../../ui/worker/file-protocol.ts';
import { givenIn, tableKind } from '../kinds/table.ts';
import { Broken, saidOf, type Answer, type Said, type Target } from '../target.ts';

export const day = (at: number, of = 28): string =>
  `2026-${String(4 + Math.floor(at / of)).padStart(2, '0')}-${String(1 + (at % of)).padStart(2, '0')}`;
export const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('\n');

/** What a reply says; a refusal of the whole file names it. */
export function answerOf(reply: FileReply): Answer {
  const inFile = (words: string): Said => ({ place: 'the file', words: [words] });
  if (reply.type === 'refused') return { isAccepted: false, said: reply.problems.map(inFile) };
  if (reply.type === 'document') {
    mustBeModel(reply.text);
    return { isAccepted: true, said: reply.understood.map(inFile) };
  }
  if (reply.type === 'questions') return { isAccepted: false, said: saidOf(reply.problems) };
  if (!('found' in reply)) return { isAccepted: true, said: [] };
  const { problems, understood, doubts, found } = reply;
  if (found === null && problems.length === 0) throw new Broken('nothing was found, and nothing is asked');
  if (found !== null && reply.type === 'events') mustBeModel(reply.found!.text);
  if (found !== null && reply.type === 'stays') mustBePlain(reply.found!.words);
  if (found !== null && reply.type === 'arrivals') mustBePlain(reply.found!.words);
  return { isAccepted: found !== null, said: [...saidOf(problems), ...[...understood, ...doubts].map(inFile)] };
}

function mustBePlain(words: readonly string[]): void {
  const odd = words.find((one) => /\bNaN\b|\bundefined\b|Infinity/.test(one));
  if (odd !== undefined) throw new Broken(`it says "${odd.replace(/[\d.]+/g, '0')}"`);
}

function mustBeModel(text: string): void {
  const { model, problems } = readModel(text);
  if (!model)
    throw new Broken(
      `the model that is made of it is refused: ${problems[0].path.replace(/\.[^.]+\./g, '.*.')} ${problems[0].expected}`,
    );
  compile(model, { option: 'today' });
}

type Reader = (given: { name: string; file: Blob; answers: Record<string, string> }) => FileReply | Promise<FileReply>;

export function table(
  name: string,
  read: Reader,
  seeds: readonly Uint8Array[],
  heads: readonly string[],
  options: readonly string[],
  words: readonly string[] = [],
): Target {
  return {
    name,
    kind: tableKind(heads, options, words),
    seeds: () => seeds,
    async answer(input) {
      const { answers, bytes } = givenIn(input);
      return answerOf(await read({ name: 'file.csv', file: new Blob([bytes]), answers }));
    },
  };
}

export const UNITS = ['minutes', 'hours', 'days', 'weeks'];
