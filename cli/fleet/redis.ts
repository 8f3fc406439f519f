// Connections to Redis: opened within a few seconds or refused in words, and then kept for as long as the command runs.
import { Redis } from 'ioredis';
import { type BadCommand, badCommand } from '../bad-command.ts';
import type { Address } from './address.ts';
import { refusedByRedis } from './faults.ts';

const WITHIN_MS = 5000;
const OLDEST = [6, 2];

/** A connection that is lost later comes back by itself; what it is asked meanwhile waits. */
export async function connect(address: Address): Promise<Redis> {
  const { host, port, username, password, db, isEncrypted } = address;
  let isOpen = false;
  const redis = new Redis({
    host,
    port,
    username,
    password,
    db,
    ...(isEncrypted && { tls: { servername: host } }),
    lazyConnect: true,
    connectTimeout: WITHIN_MS,
    // BullMQ asks for it: a worker waits for a queue to come back.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (isOpen ? Math.min(2000, 100 * times) : null),
    keepAlive: 10_000,
  });
  let first: unknown;
  redis.on('error', (error: unknown) => (first ??= error));
  let timer: NodeJS.Timeout | undefined;
  try {
    const silent = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('no answer within 5 seconds')), WITHIN_MS);
    });
    await Promise.race([redis.connect().then(() => redis.ping()), silent]);
    isOpen = true;
    return redis;
  } catch (error) {
    redis.disconnect();
    throw refusalOf(first ?? error, address);
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf(error: unknown, address: Address): BadCommand {
  const known = refusedByRedis(error);
  if (known) return known;
  const { message, code } = error as NodeJS.ErrnoException;
  const said = message === '' ? (code ?? 'no connection') : message;
  const [found, hint] = /cert|self.signed|issuer/i.test(`${said} ${code}`)
    ? [
        `a certificate that this computer does not trust: ${said}`,
        'Name the file of its authority in NODE_EXTRA_CA_CERTS.',
      ]
    : /EPROTO|wrong version number|SSL|packet length/i.test(`${said} ${code}`)
      ? [`a server that does not speak TLS: ${said}`, 'Write redis:// in place of rediss://, or turn TLS on in Redis.']
      : [
          `no Redis: ${said}`,
          'See that Redis runs there, and that this computer may reach its port. With TLS the address begins with rediss://.',
        ];
  return badCommand(`the queue at ${address.words}`, found, 'a Redis server that answers', hint, 'The queue');
}

/** What is wrong with the server itself, as a refusal; what it should be warned of, as words. */
export async function checkServer(redis: Redis, address: Address): Promise<string[]> {
  let facts: string;
  try {
    facts = await redis.info();
  } catch (error) {
    throw refusalOf(error, address);
  }
  const fact = (name: string) => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(facts)?.[1];
  const version = fact('redis_version') ?? '0';
  const [major, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]))
    throw badCommand(
      `the queue at ${address.words}`,
      `Redis ${version}`,
      `Redis ${OLDEST.join('.')} or later`,
      'Bring the server up to date.',
      'The queue',
    );
  const policy = fact('maxmemory_policy') ?? 'noeviction';
  return policy === 'noeviction'
    ? []
    : [
        `warning: the queue at ${address.words} throws values away when it is full (maxmemory-policy ${policy}). Answers that are lost are asked for again, which takes longer. In redis.conf write: maxmemory-policy noeviction`,
      ];
}
