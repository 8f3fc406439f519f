// Numbers as bytes and back, to the last bit and the same on every machine: the lowest byte of each first.
import { endianness } from 'node:os';

export const bytesOf = (values: readonly Float64Array[]): Buffer =>
  lowestFirst(
    Buffer.concat(values.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength))),
  );

/** In memory of their own, where they begin as numbers must. */
export const numbersOf = (bytes: Uint8Array): Float64Array =>
  new Float64Array(lowestFirst(Uint8Array.from(bytes)).buffer);

/** The same place in memory, with the lowest byte of each number first whatever this machine keeps first; or back again. */
function lowestFirst(bytes: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> {
  const same = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return endianness() === 'LE' ? same : same.swap64();
}
