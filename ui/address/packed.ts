// A text made small enough for an address and read back: compressed, and in letters that no mail program changes.
import { deflateSync, Inflate, strToU8 } from 'fflate';

export type Unpacked = { readonly text: string } | { readonly problem: string };

export function packed(text: string): string {
  const bytes = deflateSync(strToU8(text), { level: 9 });
  const letters = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return letters.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What compresses best grows a thousandfold: of so few bytes at a time nothing comes that a page could not hold. */
const BYTES_AT_A_TIME = 1024;
const BROKEN = 'it is broken off or was changed on the way';

/** Whoever wrote it, no more than so many bytes are made of it. */
export function unpacked(letters: string, mostBytes: number): Unpacked {
  if (!/^[\w-]+$/.test(letters)) return { problem: BROKEN };
  const parts: Uint8Array[] = [];
  let size = 0;
  let isWhole = false;
  const inflate = new Inflate((part, isLast) => {
    size += part.length;
    isWhole = isLast;
    if (size <= mostBytes) parts.push(part);
  });
  try {
    const bytes = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0));
    for (let at = 0; at < bytes.length; at += BYTES_AT_A_TIME) {
      inflate.push(bytes.subarray(at, at + BYTES_AT_A_TIME), at + BYTES_AT_A_TIME >= bytes.length);
      if (size > mostBytes) return { problem: `it unpacks to more than ${mostBytes / 1e6} MB, which is the limit` };
    }
    if (!isWhole) return { problem: BROKEN };
    const whole = new Uint8Array(size);
    let end = 0;
    for (const part of parts) {
      whole.set(part, end);
      end += part.length;
    }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(whole) };
  } catch {
    return { problem: BROKEN };
  }
}
