// The help texts, all made from the one list of commands.
import type { CommandOption } from './arguments.ts';
import type { Command } from './commands/index.ts';

const columns = (rows: readonly (readonly [string, string])[]): string => {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, job]) => `  ${name.padEnd(width)}  ${job}`).join('\n');
};

const spell = (option: CommandOption): string =>
  `--${option.name}${option.takes ? ` ${option.takes}` : ''}${option.repeatable ? ' …' : ''}`;

export function generalHelp(commands: readonly Command[]): string {
  return `Onward: what happens to people leaving an acute hospital, simulated.

Usage: onward COMMAND [MODEL] [options]

${columns(commands.map((command) => [[command.name, command.takes].join(' ').trim(), command.job]))}

${columns([
  ['--help', 'this table; after a command, that command’s own help'],
  ['--version', 'the version of Onward'],
])}

MODEL is a file, - for standard input, or the id of a model that comes with Onward.
Exit codes: 0 done, 1 a fault in Onward or something that doctor misses, 2 a command or model that cannot be used,
3 a threshold not met or a check outside its interval, 4 a precision not reached, 130 interrupted (what had finished is written).
`;
}

export function commandHelp(command: Command): string {
  const usage = ['onward', command.name, command.takes, command.options.length > 0 ? '[options]' : '']
    .filter((word) => word !== '')
    .join(' ');
  const options = command.options.map((option) => [spell(option), option.job] as const);
  return `${command.name}: ${command.job}

Usage: ${usage}
${options.length > 0 ? `\n${columns(options)}\n` : ''}${command.examples.map((line) => `\n  ${line}`).join('')}
`;
}
