// `npm start` as a process of its own, on any free port, with the address that it says.
import { spawn, type ChildProcess } from 'node:child_process';
import { root } from '../source-files.ts';

export interface Started {
  readonly child: ChildProcess;
  readonly address: string;
}

export async function started(...settings: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['tools/start.mjs', '--port', '0', ...settings], { cwd: root });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      const [, found] = /Onward is at (http:\S+)/.exec((said += text)) ?? [];
      if (found) resolve(found);
    });
    child.on('exit', (code) => reject(new Error(`it ended with ${code}: ${said}`)));
  });
  return { child, address };
}
