// The parts of a zip file that are wanted, unpacked within limits that hold whatever its headers say.
import { Inflate, strFromU8 } from 'fflate';

export interface ZipPart {
  readonly name: string;
  /** Unpacked, in bytes, as the list of parts says. */
  readonly bytes: number;
  /** Throws where there is more or less in it, or something else. */
  unpack(): Uint8Array<ArrayBuffer>;
}

/** Larger, or of more parts, than anything that is read here. */
export class TooMuch extends Error {
  readonly found: string;
  readonly limit: string;
  constructor(found: string, limit: string) {
    super(`${found}; the limit is ${limit}`);
    this.found = found;
    this.limit = limit;
  }
}

/** A workbook has a few for each sheet, and one for each picture. */
const MOST_PARTS = 10_000;
const [END, END_64, LOCATOR_64, LISTED, PART] = [0x06054b50, 0x06064b50, 0x07064b50, 0x02014b50, 0x04034b50];
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
const [STORED, DEFLATED] = [0, 8];
const IN_64_BITS = 0xffffffff;
/** What compresses best grows a thousandfold, so no more than some megabytes come at a time. */
const BYTES_AT_A_TIME = 8192;

/** All parts by name, as its list at the end has them; nothing is unpacked yet. `mostBytes`: of all together. */
export function partsOf(zip: Uint8Array, mostBytes: number): Map<string, ZipPart> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const { count, from } = endOf(view);
  if (count > MOST_PARTS) throw new TooMuch(`a zip file of ${count} parts`, String(MOST_PARTS));
  const parts = new Map<string, ZipPart>();
  let [at, sum] = [from, 0];
  for (let n = 0; n < count; n++) {
    if (at + 46 > zip.length || view.getUint32(at, true) !== LISTED) throw new Error('its list of parts is broken');
    const [nameBytes, extraBytes, noteBytes] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const isUtf8 = (view.getUint16(at + 8, true) & 2048) !== 0;
    const name = strFromU8(zip.subarray(at + 46, at + 46 + nameBytes), !isUtf8);
    const extra = at + 46 + nameBytes;
    const [bytes, packed, offset] = sizesOf(view, at, { from: extra, to: extra + extraBytes });
    sum += bytes;
    if (sum > mostBytes)
      throw new TooMuch(`a file that unpacks to ${inMegabytes(sum)} or more`, inMegabytes(mostBytes));
    const method = view.getUint16(at + 10, true);
    parts.set(name, { name, bytes, unpack: () => unpacked(packedPart(zip, view, offset, packed), method, bytes) });
    at = extra + extraBytes + noteBytes;
  }
  return parts;
}

const inMegabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** How many parts there are, and where their list begins. */
function endOf(view: DataView): { count: number; from: number } {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT);
  let at = view.byteLength - END_BYTES;
  while (at >= first && view.getUint32(at, true) !== END) at--;
  if (at < first) throw new Error('it has no end');
  const locator = at - 20;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_64) {
    const long = in64Bits(view, locator + 8);
    if (long + 56 <= view.byteLength && view.getUint32(long, true) === END_64)
      return { count: in64Bits(view, long + 32), from: in64Bits(view, long + 48) };
  }
  return { count: view.getUint16(at + 10, true), from: view.getUint32(at + 16, true) };
}

const in64Bits = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

/** Unpacked, packed, and where: those that do not fit stand in 64 bits further on, in this order. */
function sizesOf(view: DataView, at: number, extra: { from: number; to: number }): [number, number, number] {
  const sizes = [24, 20, 42].map((field) => view.getUint32(at + field, true)) as [number, number, number];
  if (!sizes.includes(IN_64_BITS)) return sizes;
  const end = Math.min(extra.to, view.byteLength);
  for (let field = extra.from; field + 4 <= end; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    for (const [n, size] of sizes.entries())
      if (size === IN_64_BITS && next + 8 <= end) {
        sizes[n] = in64Bits(view, next);
        next += 8;
      }
    break;
  }
  return sizes;
}

function packedPart(zip: Uint8Array, view: DataView, at: number, bytes: number): Uint8Array {
  if (at + 30 > zip.length || view.getUint32(at, true) !== PART) throw new Error('a part is not where it should be');
  const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  if (from + bytes > zip.length) throw new Error('a part is cut off');
  return zip.subarray(from, from + bytes);
}

function unpacked(packed: Uint8Array, method: number, bytes: number): Uint8Array<ArrayBuffer> {
  if (method !== STORED && method !== DEFLATED) throw new Error(`a part is packed in an unknown way (${method})`);
  const whole = new Uint8Array(bytes);
  let end = 0;
  const take = (part: Uint8Array) => {
    if (end + part.length > bytes) throw new Error('a part has more in it than its size says');
    whole.set(part, end);
    end += part.length;
  };
  if (method === STORED) take(packed);
  else {
    const inflate = new Inflate(take);
    for (let at = 0; at < packed.length; at += BYTES_AT_A_TIME)
      inflate.push(packed.subarray(at, at + BYTES_AT_A_TIME), at + BYTES_AT_A_TIME >= packed.length);
  }
  if (end < bytes) throw new Error('a part has less in it than its size says');
  return whole;
}
