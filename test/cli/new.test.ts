// `onward new`: flags, questions in a terminal, refusals, and a document that can be run.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { type Asker, answersFor, noMoreAnswers, questionFlags } from '../../cli/asking.ts';
import { commands } from '../../cli/commands/index.ts';
import { readModel, sayProblem } from '../../engine/index.ts';
import { root } from '../source-files.ts';
import { onward, scratchFolder } from './onward.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);
const fresh = (name: string) => join(scratch.folder, name);

const everyFlag =
  '--title St-Mary --start-date 2027-04-01 --arrivals 3.5 --home-of-100 70 --beds-of-100 25 --home-days 12 --bed-days 20 --nursing-days 40 --home-places 36 --beds 20 --nursing-beds 8'.split(
    ' ',
  );

describe.concurrent('with flags', () => {
  it('every answer given: a model that can be checked and run', async () => {
    const file = fresh('given.json');
    const { code, stdout, stderr } = await onward(['new', file, ...everyFlag]);
    expect(code, stderr).toBe(0);
    expect(stdout).toBe('');
    expect(stderr).toContain(`Written to ${file}`);
    const { model, problems } = readModel(readFileSync(file, 'utf8'));
    expect(problems.map(sayProblem)).toEqual([]);
    expect(model).toMatchObject({
      id: 'st-mary',
      title: 'St-Mary',
      calendar: { startDate: '2027-04-01' },
      streams: { acute: { arrivalsPerDay: 3.5, shares: { p1: 0.7, p2: 0.25, p3: 0.05 } } },
      stations: { p1: { places: 36 }, p2: { beds: 20, stay: { meanDays: 20 } }, p3: { beds: 8 } },
    });
    const ran = await onward(['run', file, '--replications', '5', '--quiet']);
    expect(ran.code, ran.stderr).toBe(0);
  });

  it('--usual answers the rest, and - writes to standard output', async () => {
    const made = await onward(['new', '-', '--population', '250000', '--usual']);
    expect(made.code, made.stderr).toBe(0);
    expect(made.stderr).toBe('');
    expect(JSON.parse(made.stdout).streams.acute.arrivalsPerDay).toBe(5.67);
    expect((await onward(['check', '-'], { input: made.stdout })).stdout).toContain(
      'Every number has a line of evidence.',
    );
  });

  it('the same flags give the same bytes', async () => {
    const [one, two] = [await onward(['new', '-', ...everyFlag]), await onward(['new', '-', ...everyFlag])];
    expect(one.stdout).toBe(two.stdout);
    expect(one.stdout.length).toBeGreaterThan(2000);
  });

  it('has a flag in its help for every question', () => {
    const known = commands.find(({ name }) => name === 'new')!.options.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(Object.values(questionFlags)));
  });
});

describe.concurrent('refusals', () => {
  it('no terminal and nothing given: code 2, and every flag by name', async () => {
    const file = fresh('none.json');
    const { code, stdout, stderr } = await onward(['new', file]);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('onward: The command cannot be used: 9 problems.');
    for (const flag of Object.values(questionFlags))
      if (flag !== 'arrivals') expect(stderr).toContain(`\n  --${flag}\n    found     nothing\n`);
    expect(stderr).toContain('expected  this or --arrivals: a whole number of people from 1000 to 100000000');
    expect(existsSync(file)).toBe(false);
  });

  it('only what is missing is named', async () => {
    const { code, stderr } = await onward(['new', fresh('part.json'), ...everyFlag.slice(0, -4)]);
    expect(code).toBe(2);
    expect(stderr).toBe(`onward: The command cannot be used: 2 problems.
  --beds
    found     nothing
    expected  a whole number of beds from 1 to 100000
    hint      How many beds to recover in are there? Give --beds 20, or --usual for everything not given.
  --nursing-beds
    found     nothing
    expected  a whole number of beds from 1 to 100000
    hint      How many nursing beds are there? Give --nursing-beds 8, or --usual for everything not given.
`);
  });

  it('a file that is there is left alone', async () => {
    const file = fresh('there.json');
    writeFileSync(file, 'mine');
    const { code, stderr } = await onward(['new', file, ...everyFlag]);
    expect(code).toBe(2);
    expect(stderr).toContain(`found     ${file}, which already exists`);
    expect(stderr).toContain('Nothing was changed.');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  it.each([
    ['no file', ['new', '--usual'], 'FILE', 'nothing', /our-place\.json/],
    ['a folder that is not', ['new', fresh('no/such.json'), '--usual'], 'FILE', 'cannot be written (ENOENT)', /folder/],
    ['half a bed', ['new', '-', '--usual', '--beds', '2.5'], '--beds', '2.5', /whole number of beds from 1/],
    ['a decimal comma', ['new', '-', '--usual', '--arrivals', '3,5'], '--arrivals', '"3,5"', /Use a point: 3\.5/],
    [
      'more than all',
      ['new', '-', '--usual', '--home-of-100', '80', '--beds-of-100', '30'],
      '--beds-of-100',
      '30',
      /from 0 to 20/,
    ],
    [
      'beds for nobody',
      ['new', '-', '--usual', '--home-of-100', '100', '--beds', '3'],
      '--beds',
      'a group with nobody in it',
      /Leave --beds out/,
    ],
    [
      'a day that is not',
      ['new', '-', '--usual', '--start-date', '2027-02-30'],
      '--start-date',
      '2027-02-30',
      /YYYY-MM-DD/,
    ],
    ['a title of nothing', ['new', '-', '--usual', '--title', ' '], '--title', '" "', /plain characters/],
    ['a flag mistyped', ['new', '-', '--usual', '--bed', '3'], 'option', '--bed', /Did you mean --beds\?/],
  ])('%s', async (_what, args, where, found, words) => {
    const { code, stdout, stderr } = await onward(args);
    expect(code, stderr).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(`\n  ${where}\n`);
    expect(stderr).toContain(found);
    expect(stderr).toMatch(words);
  });
});

describe('asked', () => {
  /** Somebody who types these lines, and what they read. */
  function somebody(lines: readonly string[]): Asker & { read: string[] } {
    const left = [...lines];
    const read: string[] = [];
    return {
      read,
      ask: (prompt) => {
        read.push(prompt);
        return left.length > 0 ? Promise.resolve(left.shift()!) : Promise.reject(noMoreAnswers);
      },
      say: (text) => void read.push(text),
      end: () => {},
    };
  }
  const given = (options: Readonly<Record<string, readonly string[]>> = {}) => ({ words: ['x.json'], options });

  it('Enter takes what is usual, and each answer moves what is usual after it', async () => {
    const person = somebody(['200000', '', '60', '', '', '', '', '', '', '']);
    const answers = await answersFor(given(), person);
    expect(answers).toMatchObject({ population: 200_000, arrivalsPerDay: 4.54, homeOf100: 60, bedsOf100: 37 });
    expect(person.read[0]).toBe('How many people live there? (people) [100000] ');
    expect(person.read[1]).toBe(
      'How many people a day are ready to leave hospital and need support? (people a day) [4.54] ',
    );
    expect(person.read).toHaveLength(10);
  });

  it('a bad answer is refused with what was expected, and asked again', async () => {
    const person = somebody(['', '', '', '', '', '', '', '', 'many', '2.5', '3,5', '0', '12', '']);
    const answers = await answersFor(given(), person);
    expect(answers.beds).toBe(12);
    const about = person.read.filter((line) => line.startsWith('this answer'));
    expect(about).toEqual([
      'this answer: found "many"; expected a whole number of beds from 1 to 100000. Write a whole number in digits, such as 3.',
      'this answer: found 2.5; expected a whole number of beds from 1 to 100000. The usual answer would be 19.',
      'this answer: found "3,5"; expected a whole number of beds from 1 to 100000. Write a whole number, such as 4.',
      'this answer: found 0; expected a whole number of beds from 1 to 100000. The usual answer would be 19.',
    ]);
    expect(person.read.filter((line) => line.startsWith('How many beds to recover in'))).toHaveLength(5);
  });

  it('flags are not asked for, and people a day stand for how many live there', async () => {
    const person = somebody(Array(7).fill(''));
    await answersFor(given({ arrivals: ['3'], beds: ['7'] }), person);
    expect(person.read.join('\n')).not.toMatch(/live there|a day are ready|beds to recover in are there/);
    const counted = somebody(Array(8).fill(''));
    expect(await answersFor(given({ population: ['50000'] }), counted)).toMatchObject({ arrivalsPerDay: 1.14 });
    expect(counted.read).toHaveLength(8);
  });

  it('whoever goes away in the middle leaves nothing behind', async () => {
    await expect(answersFor(given(), somebody(['', '']))).rejects.toBe(noMoreAnswers);
  });

  const hasScript = (() => {
    try {
      return (
        process.platform === 'linux' &&
        execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux')
      );
    } catch {
      return false;
    }
  })();

  /** In a terminal of its own, as a person would see it. */
  function inTerminal(file: string, typed: string): Promise<{ code: number | null; shown: string }> {
    return new Promise((resolve) => {
      const command = `"${process.execPath}" cli/onward.mjs new "${file}"`;
      const child = spawn('script', ['-qefc', command, '/dev/null'], { cwd: root });
      let shown = '';
      let answered = 0;
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        // A terminal also receives commands that place its cursor. Each prompt ends in its usual answer.
        shown += stripVTControlCharacters(text);
        if (!shown.endsWith('] ') || shown.length === answered) return;
        answered = shown.length;
        child.stdin.write(typed[0] ?? '\u0003');
        typed = typed.slice(1);
      });
      child.on('close', (code) => resolve({ code, shown }));
    });
  }

  it.skipIf(!hasScript)('in a real terminal: Enter to everything writes the usual place', async () => {
    const file = fresh('typed.json');
    const { code, shown } = await inTerminal(file, '\r'.repeat(11));
    expect(code, shown).toBe(0);
    expect(shown).toContain('How many nursing beds are there? (beds) [3]');
    expect(readModel(readFileSync(file, 'utf8')).model).toMatchObject({
      title: 'Our place',
      stations: { p2: { beds: 19 } },
    });
  });

  it.skipIf(!hasScript)('in a real terminal: Ctrl-C writes nothing and gives 130', async () => {
    const file = fresh('left.json');
    const { code, shown } = await inTerminal(file, '\r\u0003');
    expect(code, shown).toBe(130);
    expect(shown).toContain('Nothing was written.');
    expect(existsSync(file)).toBe(false);
  });
});
