// Messages: a drawing to the worker that judges it, and what workers of a fleet hand to each other.
import type { Problem } from '../../../engine/index.ts';
import { answerOf, packed, Spoilt, unpacked } from '../../../cli/fleet/answer.ts';
import { sha256 } from '../../../cli/fleet/chunk.ts';
import run from '../../../cli/fleet/thread.ts';
import { draftIn } from '../../../ui/model/draft/kept-draft.ts';
import { drafted } from '../../../ui/worker/drafted.ts';
import { smallDocument, wideDocument } from '../../engine/small-model.ts';
import { someModel } from '../../laws/some-model.ts';
import { jsonKind, readJson } from '../kinds/json.ts';
import { textKind } from '../kinds/text.ts';
import { Broken, bytesOf, saidOf, textOf, type Answer, type Target } from '../target.ts';
import { placed, wordsOfModels } from './model.ts';

const nothing = (isAccepted: boolean): Answer => ({
  isAccepted,
  said: [{ place: 'the message', words: ['It is heard or passed over.'] }],
});

export const draft: Target = {
  name: 'draft',
  kind: jsonKind(wordsOfModels()),
  seeds: () =>
    [smallDocument(), wideDocument(), ...[1, 2, 3].map((seed) => someModel(seed))].map((one) =>
      bytesOf(JSON.stringify(one)),
    ),
  answer(input) {
    const found = draftIn(textOf(input));
    if (!found) return nothing(false);
    const { model, problems } = drafted(found);
    return { isAccepted: model !== undefined, said: placed(problems) };
  },
};

const refusal: Problem = { path: 'stations.ward.beds', found: '3', expected: '4', hint: 'More.', severity: 'error' };
const answers = [
  answerOf('a:1', [Float64Array.of(1, 2, 3), Float64Array.of(4)]),
  answerOf('b:2', [], [refusal]),
  answerOf('c:3', []),
];
export const answer: Target = {
  name: 'answer',
  kind: textKind([
    '{"worker":"a"',
    '"lengths":[',
    '"refused":[',
    '"checksum":""',
    '9007199254740991',
    '-1',
    '1e9',
    'null',
  ]),
  seeds: () => answers.map((one) => Uint8Array.from(packed(one))),
  answer(input) {
    try {
      const { worker, values, refused } = unpacked(signed(input));
      if (typeof worker !== 'string' || !values.every((one) => one instanceof Float64Array))
        throw new Broken('an answer is none');
      return { isAccepted: true, said: refused ? saidOf(refused) : [] };
    } catch (error) {
      if (!(error instanceof Spoilt)) throw error;
      return { isAccepted: false, said: [{ place: 'the queue', words: [error.message] }] };
    }
  },
};

/** With the checksum that belongs to it, where it is one of those that could have any. */
function signed(input: Uint8Array): Uint8Array {
  const end = input.indexOf(10);
  const head = readJson(input.subarray(0, Math.max(0, end)));
  if (typeof head !== 'object' || head === null || !('checksum' in head)) return input;
  const { refused } = head as { refused?: unknown };
  const checksum = sha256(Buffer.concat([input.subarray(end + 1), Buffer.from(JSON.stringify(refused ?? []))]));
  return Buffer.concat([Buffer.from(`${JSON.stringify({ ...head, checksum })}\n`), input.subarray(end + 1)]);
}

const short = {
  ...smallDocument(),
  calendar: { startDate: '2024-01-01', warmUpDays: 2, runDays: 10 },
  conditions: [],
  options: [],
  story: [],
};
const task = {
  request: { option: 'today', set: { 'stations.ward.beds': 3 } },
  seed: 1,
  replications: [0],
  byWeekBelow: 0,
  antithetic: false,
};
const swept = {
  swept: {
    request: { option: 'today' },
    seed: 1,
    replications: 1,
    rows: [{ station: 'all', measure: 'delayed', statistic: 'mean' }],
  },
  combinations: [{ 'stations.ward.beds': 2 }],
};

/** A job of the queue with its document, as a thread of a worker has it. */
export const chunk: Target = {
  name: 'chunk',
  kind: jsonKind(wordsOfModels()),
  seeds: () => [task, swept].map((one) => bytesOf(JSON.stringify({ document: short, task: one }))),
  answer(input) {
    const given = (readJson(input) ?? {}) as { document?: unknown; task?: unknown };
    const documentText = JSON.stringify(given.document) ?? '';
    const told = run({ model: sha256(documentText), documentText, task: given.task as never });
    return { isAccepted: told.ran?.refused === undefined, said: placed(told.ran?.refused ?? []) };
  },
};
