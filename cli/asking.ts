// Questions in the terminal: each is answered by a flag, by the usual value or by a person, who is asked again until the answer is valid.
import { createInterface } from 'node:readline';
import {
  type BlankAnswers,
  type BlankQuestion,
  blankQuestions,
  type Problem,
  expectedAnswer,
  refusedAnswer,
  sayProblem,
} from '../engine/index.ts';
import { type Given, isOn, readNumber, valueOf } from './arguments.ts';
import { BadCommand, badCommand, theCommand } from './bad-command.ts';
import { asItIs } from './output/plain.ts';

export interface Asker {
  /** The line that was typed. Rejects with `noMoreAnswers` when none will come. */
  ask(prompt: string): Promise<string>;
  say(text: string): void;
  end(): void;
}

/** Ctrl-C, Ctrl-D or a closed window. */
export const noMoreAnswers = Symbol('no more answers');

/** The flag of each question. */
export const questionFlags: Readonly<Record<keyof BlankAnswers, string>> = {
  population: 'population',
  arrivalsPerDay: 'arrivals',
  homeOf100: 'home-of-100',
  bedsOf100: 'beds-of-100',
  homeDays: 'home-days',
  bedDays: 'bed-days',
  nursingDays: 'nursing-days',
  homePlaces: 'home-places',
  beds: 'beds',
  nursingBeds: 'nursing-beds',
};

/** Prompts go to standard error, so that a document may go to standard output. */
export function terminalAsker(): Asker {
  const lines = createInterface({ input: process.stdin, output: asItIs(process.stderr) });
  let isClosed = false;
  lines.on('close', () => (isClosed = true));
  return {
    ask: (prompt) =>
      new Promise((resolve, reject) => {
        if (isClosed) return void reject(noMoreAnswers);
        const onClose = () => reject(noMoreAnswers);
        lines.once('close', onClose);
        lines.question(prompt, (line) => {
          lines.off('close', onClose);
          resolve(line);
        });
      }),
    say: (text) => void process.stderr.write(`  ${text}\n`),
    end: () => lines.close(),
  };
}

/** Every answer. Where there is nobody to ask, an error names all that are missing at once. */
export async function answersFor(given: Given, asker: Asker | null): Promise<BlankAnswers> {
  let answers: BlankAnswers = {};
  const missing: Problem[] = [];
  for (const question of blankQuestions) {
    const flag = questionFlags[question.key];
    const text = valueOf(given, flag);
    // The number of inhabitants only gives the usual number of people a day: one of the two is enough.
    if (question.key === 'population' && isOn(given, questionFlags.arrivalsPerDay)) continue;
    const isSaid = question.key === 'arrivalsPerDay' && (asker === null || isOn(given, questionFlags.population));
    if (!question.isOpen(answers)) {
      if (text !== undefined) throw notAsked(flag);
      continue;
    }
    let answer = question.usual(answers);
    if (text !== undefined) answer = fromFlag(question, text, answers);
    else if (asker !== null && !isSaid) answer = await asked(question, answers, asker);
    else if (!isSaid && !isOn(given, 'usual')) missing.push(missingFlag(question, answers));
    answers = { ...answers, [question.key]: answer };
  }
  if (missing.length > 0) throw new BadCommand(theCommand, missing);
  return answers;
}

function fromFlag(question: BlankQuestion, text: string, before: BlankAnswers): number {
  const path = `--${questionFlags[question.key]}`;
  const value = readNumber(path, text, question.isWhole);
  const problem = refusedAnswer(question, value, before, path);
  if (problem !== null) throw new BadCommand(theCommand, [problem]);
  return value;
}

async function asked(question: BlankQuestion, before: BlankAnswers, asker: Asker): Promise<number> {
  const usual = question.usual(before);
  for (;;) {
    const line = (await asker.ask(`${question.asks}? (${question.unit}) [${usual}] `)).trim();
    if (line === '') return usual;
    try {
      const value = readNumber('this answer', line, question.isWhole);
      const problem = refusedAnswer(question, value, before, 'this answer');
      if (problem === null) return value;
      asker.say(sayProblem(problem));
    } catch (refused) {
      if (!(refused instanceof BadCommand)) throw refused;
      const expected = expectedAnswer(question, before);
      asker.say(sayProblem({ ...refused.problems[0], expected }));
    }
  }
}

function missingFlag(question: BlankQuestion, before: BlankAnswers): Problem {
  const { key } = question;
  const expected = `${key === 'population' ? 'this or --arrivals: ' : ''}${expectedAnswer(question, before)}`;
  const hint = `${question.asks}? Give --${questionFlags[key]} ${question.usual(before)}, or --usual for everything not given.`;
  return { path: `--${questionFlags[key]}`, found: 'nothing', expected, hint, severity: 'error' };
}

function notAsked(flag: string): BadCommand {
  const hint = `Leave --${flag} out, or change --home-of-100 and --beds-of-100.`;
  return badCommand(
    `--${flag}`,
    'an answer about a group with nobody in it',
    'answers about groups with people in them',
    hint,
  );
}
