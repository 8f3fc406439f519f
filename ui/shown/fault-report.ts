// A fault of ours as lines to be copied to whoever looks after Onward: no address, no name of a file, nothing of the model but its fingerprint.
import { fingerprint, type Model, VERSION, withoutFolders } from '../../engine/index.ts';
import type { Settings } from '../model/asked.ts';
import { commandFor } from './numbers.ts';

interface Fault {
  readonly message: string;
  readonly settings: Settings;
  readonly model: Model | undefined;
  /** The model's name in the terminal, if it comes with Onward; anything else may be somebody's name. */
  readonly shippedAs: string | undefined;
  /** As the browser names itself. */
  readonly browser: string;
}

export function faultReport({ message, settings, model, shippedAs, browser }: Fault): string {
  const lines = [
    ['version', VERSION],
    ['browser', browser],
    ['command', commandFor(shippedAs ?? 'FILE.json', { settings })],
    ['model', model ? `sha256 ${fingerprint(model)}` : 'none'],
    ['seed', String(settings.seed)],
    ['message', withoutFolders(message)],
  ];
  return lines.map(([name, text]) => `${name.padEnd(8)} ${text}`).join('\n');
}
