// `onward new`: a model of your own place from a few answers, given as flags or typed in the terminal.
import { existsSync } from 'node:fs';
import { blankModel, refusedStart, refusedTitle, sayProblem, validate } from '../../engine/index.ts';
import { type Given, isOn, valueOf } from '../arguments.ts';
import { type Asker, answersFor, noMoreAnswers, terminalAsker } from '../asking.ts';
import { BadCommand, badCommand, theCommand } from '../bad-command.ts';
import { INTERRUPTED } from '../interrupt.ts';
import { isThere, writeNewFile } from '../output/new-file.ts';

export async function command(given: Given): Promise<number> {
  const [file] = given.words;
  if (file === undefined)
    throw badCommand('FILE', 'nothing', 'onward new FILE', 'Such as our-place.json, or - for standard output.');
  if (file !== '-' && existsSync(file)) throw isThere(file, 'FILE');
  for (const problem of [titleProblem(given), startProblem(given)])
    if (problem !== null) throw new BadCommand(theCommand, [problem]);

  const asker = process.stdin.isTTY && !isOn(given, 'usual') ? terminalAsker() : null;
  try {
    const answers = await answersFor(given, asker);
    const title = valueOf(given, 'title') ?? (await titleFrom(asker));
    write(file, blankModel(answers, title, valueOf(given, 'start-date') ?? today()));
  } catch (ended) {
    if (ended !== noMoreAnswers) throw ended;
    process.stderr.write('\nNothing was written.\n');
    return INTERRUPTED;
  } finally {
    asker?.end();
  }
  if (file !== '-')
    process.stderr.write(
      `Written to ${file}: every number in it is illustrative until you give it a source.\nNext: onward check ${file}, then onward run ${file}.\n`,
    );
  return 0;
}

const usualTitle = 'Our place';

function titleProblem(given: Given) {
  const title = valueOf(given, 'title');
  return title === undefined ? null : refusedTitle(title, '--title');
}

function startProblem(given: Given) {
  const date = valueOf(given, 'start-date');
  return date === undefined ? null : refusedStart(date, '--start-date');
}

async function titleFrom(asker: Asker | null): Promise<string> {
  if (asker === null) return usualTitle;
  for (;;) {
    const title = (await asker.ask(`What is the place called? [${usualTitle}] `)).trim() || usualTitle;
    const problem = refusedTitle(title, 'the name');
    if (problem === null) return title;
    asker.say(sayProblem(problem));
  }
}

/** The day on which it is made; the engine itself has no clock. */
const today = (): string => {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

function write(file: string, document: object): void {
  const { model, problems } = validate(document);
  if (!model) throw new Error(`The new model is not valid: ${problems.map(sayProblem).join(' ')}`);
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (file === '-') return void process.stdout.write(text);
  writeNewFile(file, text, 'FILE');
}
