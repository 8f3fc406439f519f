// The room in which a laptop and a phone meet: whether this page's server has any, what it is called, and the link that opens it on a phone.
import { isOneFile } from '../../../address/saved-page.ts';
import { storageOf } from '../../../ground/storage.ts';

/** The addresses at which a phone may reach this computer; undefined where the page's server passes nothing on. */
export async function addressesForPhone(): Promise<readonly string[] | undefined> {
  if (isOneFile() || !/^https?:$/.test(location.protocol)) return undefined;
  try {
    // Any other server answers with the page, and not with an error that a browser would report.
    const reply = await fetch('./?relay', { cache: 'no-store' });
    if (!reply.headers.get('Content-Type')?.startsWith('application/json')) return undefined;
    return ((await reply.json()) as { addresses: readonly string[] }).addresses;
  } catch {
    return undefined;
  }
}

/** Nobody guesses it. */
export const newRoom = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const BEFORE = 'phone-';

/** All that a phone needs to know. */
export const linkForPhone = (address: string, room: string): string =>
  `${location.protocol}//${address}${location.port && `:${location.port}`}${location.pathname}#/speaker/${BEFORE}${room}`;

/** The room in such a link. */
export const roomIn = (section: string): string | undefined =>
  section.startsWith(BEFORE) ? section.slice(BEFORE.length) : undefined;

const KEY = 'onward.phone';

/** The same after a reload, so that a phone goes on. */
export const keptRoom = (): string | undefined => storageOf('sessionStorage')?.getItem(KEY) ?? undefined;

export function keepRoom(room: string | undefined): void {
  const storage = storageOf('sessionStorage');
  if (room === undefined) storage?.removeItem(KEY);
  else storage?.setItem(KEY, room);
}
