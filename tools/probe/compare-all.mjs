// Run by any Node: `onward compare … --json` of each request on its input, all in one process, and the SHA-256 of what each prints.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

const write = process.stdout.write.bind(process.stdout);
let printed = '';
process.stdout.write = (text) => {
  printed += text;
  return true;
};

// Loading the built command also runs the terminal's main program, so it is given a command that only prints the version.
process.argv.splice(2, Infinity, '--version');
const { command } = await import('../../dist/cli/compare.js');

const hashes = [];
for (const { id, file, replications, options } of JSON.parse(readFileSync(0, 'utf8'))) {
  printed = '';
  const given = {
    json: [''],
    quiet: [''],
    replications: [String(replications)],
    ...(options && { options: [options.join()] }),
  };
  const code = await command({ words: [file], options: given });
  if (code !== 0) throw new Error(`${id} ended with ${code}`);
  hashes.push([id, createHash('sha256').update(printed).digest('hex')]);
}
write(JSON.stringify(hashes));
