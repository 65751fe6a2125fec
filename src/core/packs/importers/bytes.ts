import { Gunzip } from 'fflate';
import { LIMITS } from './types.ts';

const STEP = 1 << 20;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes.length > 2 && bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * A file's content in pieces of about a megabyte, unpacked when it is gzip; so a large file is never whole in memory.
 * @throws Error with one sentence when the gzip data are damaged or unpack to more than `LIMITS.fileBytes` bytes.
 */
export function* contentChunks(bytes: Uint8Array): Generator<Uint8Array> {
  if (!isGzip(bytes)) {
    for (let at = 0; at < bytes.length; at += STEP) yield bytes.subarray(at, at + STEP);
    return;
  }
  let ready: Uint8Array[] = [];
  let total = 0;
  const gunzip = new Gunzip((chunk) => {
    total += chunk.length;
    if (total <= LIMITS.fileBytes) ready.push(chunk);
  });
  // Small pieces go in, because a piece may grow a thousandfold on its way out.
  const step = 1 << 18;
  for (let at = 0; at < bytes.length; at += step) {
    try {
      gunzip.push(bytes.subarray(at, at + step), at + step >= bytes.length);
    } catch {
      throw new Error('The compressed file is damaged.');
    }
    if (total > LIMITS.fileBytes) throw new Error('The compressed file unpacks to more than 512 MB.');
    yield* ready;
    ready = [];
  }
}

/** The whole content of a file, unpacked when it is gzip. @throws as `contentChunks`. */
export function contentBytes(bytes: Uint8Array): Uint8Array {
  return isGzip(bytes) ? joinBytes([...contentChunks(bytes)]) : bytes;
}

export function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}

const NEWLINE = 10;

/** The lines of a content given in pieces, without their line ends (LF or CR LF). A line is a view of a piece, or joined from two or more. */
export function* byteLines(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  let rest: Uint8Array[] = [];
  for (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      const piece = chunk.subarray(start, end);
      yield rest.length > 0 ? joinBytes([...rest, piece]) : piece;
      rest = [];
      start = end + 1;
    }
    if (start < chunk.length) rest.push(chunk.subarray(start));
  }
  if (rest.length > 0) yield joinBytes(rest);
}
