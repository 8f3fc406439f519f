// The `onward` command: finds the command that was asked for, runs it, and turns what happened into an exit code.
import { Refusal } from '../engine/index.ts';
import { readArguments } from './arguments.ts';
import { BadCommand, problemsText, unknownWord } from './bad-command.ts';
import { commands } from './commands/index.ts';
import { faultReport } from './fault-report.ts';
import { commandHelp, generalHelp } from './help.ts';
import { version } from './house.ts';
import { showPlainly } from './output/plain.ts';
import { withoutPasswords } from './without-passwords.ts';

const DONE = 0;
const OUR_FAULT = 1;
const CANNOT_BE_USED = 2;

showPlainly(process.stdout);
showPlainly(process.stderr);

// A reader such as `head` closes the pipe when it has enough; that is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(DONE);
  process.stderr.write(`onward: the result could not be written: ${error.message}\n`);
  process.exit(OUR_FAULT);
});
process.stderr.on('error', () => {});

async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    process.stdout.write(generalHelp(commands));
    return name === undefined ? CANNOT_BE_USED : DONE;
  }
  if (name === '--version') {
    process.stdout.write(`${version()}\n`);
    return DONE;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) {
    const names = [...commands.map((each) => each.name), '--help', '--version'];
    throw unknownWord('command', name, names, 'See onward --help.');
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(commandHelp(command));
    return DONE;
  }
  const given = readArguments(rest, command.options);
  const most = command.takes === '' ? 0 : command.takes.endsWith('…') ? Infinity : command.takes.split(' ').length;
  if (given.words.length > most)
    throw unknownWord(
      command.name,
      given.words[most],
      command.options.map((each) => `--${each.name}`),
      `See onward ${command.name} --help.`,
    );
  return (await command.load()).command(given);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof BadCommand) {
    process.stderr.write(withoutPasswords(problemsText(error.source, error.problems)));
    return CANNOT_BE_USED;
  }
  if (error instanceof Refusal) {
    process.stderr.write(
      problemsText(`${process.argv[3] ?? 'The model'}, as this command changes it,`, error.problems),
    );
    return CANNOT_BE_USED;
  }
  process.stderr.write(faultReport(error, process.argv.slice(2)));
  return OUR_FAULT;
}

// Never `process.exit` here: a long result may still be on its way through a pipe.
main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error: unknown) => (process.exitCode = exitCodeOf(error)),
);

// Where a thread is gone without a word nothing is left to wait for, which must not look like success.
process.on('beforeExit', () => {
  process.exitCode ??= exitCodeOf(new Error('It ended before there was a result. What --keep has put away is kept.'));
});
