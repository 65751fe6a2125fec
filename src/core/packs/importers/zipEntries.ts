import { windows1252 } from './encoding.ts';
import { inflateSync } from 'fflate';
import { LIMITS } from './types.ts';

/** A file inside a ZIP, not unpacked yet. */
export interface ZipEntry {
  readonly name: string;
  /** Bytes when unpacked, as the directory claims. */
  readonly size: number;
  /** The unpacked bytes. @throws Error with one sentence when they are damaged, encrypted, or not what the directory claims. */
  unpack(): Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

/**
 * The files of a ZIP, from its directory, without unpacking any. Bounded: number of entries, claimed sizes, and how far one may grow.
 * @throws Error with one sentence when this is no ZIP, or it asks for more than the bounds.
 */
export function zipEntries(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.zipEntries) throw new Error(`The ZIP holds more than ${LIMITS.zipEntries} files.`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) throw new Error('The ZIP is damaged.');
    const flags = view.getUint16(at + 8, true);
    const method = view.getUint16(at + 10, true);
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const offset = view.getUint32(at + 42, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength), (flags & 0x800) !== 0);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (name.endsWith('/')) continue;
    total += size;
    if (total > LIMITS.zipBytes) throw new Error('The ZIP unpacks to more than 1 GB.');
    entries.push({ name, size, unpack: () => unpack(bytes, view, { flags, method, packed, size, offset }) });
  }
  return entries;
}

interface Place {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

function unpack(bytes: Uint8Array, view: DataView, { flags, method, packed, size, offset }: Place): Uint8Array {
  if ((flags & 1) !== 0) throw new Error('encrypted');
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw new Error('damaged');
  if (size > LIMITS.documentBytes) throw new Error('larger than 64 MB');
  if (size > 1024 * 1024 && size > packed * LIMITS.zipRatio)
    throw new Error('unpacks to far more than a transcript would');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + packed);
  if (data.length !== packed) throw new Error('damaged');
  if (method === 0) return data;
  if (method !== 8) throw new Error('packed in a way that Verbatim does not read');
  const out = new Uint8Array(size);
  try {
    // A buffer of the claimed size is never grown, so a false claim cannot fill the memory.
    return inflateSync(data, { out });
  } catch {
    throw new Error('damaged');
  }
}

/** The end-of-directory record stands last, before a comment of at most 65,535 bytes. */
function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 65_535); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Error('The ZIP is damaged: its directory is missing.');
}

function decodeName(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return windows1252(bytes);
  }
}
