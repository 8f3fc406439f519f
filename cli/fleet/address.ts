// The address of a queue: redis:// or rediss:// with user and password, which are never printed.
import { badCommand } from '../bad-command.ts';
import type { Given } from '../arguments.ts';
import { valueOf } from '../arguments.ts';

export interface Address {
  readonly host: string;
  readonly port: number;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly db: number;
  readonly isEncrypted: boolean;
  /** Where it is, without who may use it. */
  readonly words: string;
}

const EXAMPLE = 'redis://queue.example:6379, or rediss://user:password@queue.example:6379';

/** `--queue`, or else ONWARD_QUEUE in the environment; `--queue none` is this computer alone. */
export function addressGiven(given: Given): string | undefined {
  const text = valueOf(given, 'queue') ?? (process.env.ONWARD_QUEUE || undefined);
  if (text === undefined || text === 'none') return undefined;
  readAddress(text);
  return text;
}

export function readAddress(text: string): Address {
  // What was found may have a password in it.
  const refuse = (found: string, hint = `Such as ${EXAMPLE}.`) =>
    badCommand('--queue, or ONWARD_QUEUE', found, 'the address of a Redis server', hint);
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refuse('what is no address');
  }
  if (!['redis:', 'rediss:'].includes(url.protocol)) throw refuse(`an address that begins with ${url.protocol}`);
  if (url.hostname === '') throw refuse('an address without a host');
  const db = url.pathname.replace(/^\//, '');
  if (!/^\d{0,4}$/.test(db))
    throw refuse(`/${db} behind the host`, 'There may be the number of a database, such as /2.');
  if (url.search !== '' || url.hash !== '') throw refuse('more behind the address', 'Leave out what follows ? or #.');
  const isEncrypted = url.protocol === 'rediss:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? 6379 : Number(url.port);
  return {
    host,
    port,
    username: said(url.username, refuse),
    password: said(url.password, refuse),
    db: Number(db),
    isEncrypted,
    words: `${url.protocol}//${url.hostname}:${port}${db === '' ? '' : `/${db}`}`,
  };
}

function said(text: string, refuse: (found: string, hint: string) => Error): string | undefined {
  try {
    return text === '' ? undefined : decodeURIComponent(text);
  } catch {
    throw refuse('a % that stands for nothing', 'In a password, write % as %25.');
  }
}
