// Fingerprints: SHA-256 of a document in one canonical form, so that two machines can tell they hold the same one.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** JSON with the keys of every object sorted, so that the order of a file is not seen. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Record<string, unknown>;
  const keys = Object.keys(record).filter((key) => record[key] !== undefined);
  // No object has the same key twice.
  keys.sort((a, b) => (a < b ? -1 : 1));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(record[key])}`).join(',')}}`;
}

/** SHA-256 of a document with its keys sorted, as 64 hexadecimal digits: the same for the same facts, however they are written. */
export const fingerprint = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(canonicalJson(value))));
