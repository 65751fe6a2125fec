import type { ByteSource } from './types.ts';

/** A pack that lies in memory. */
export function memoryBytes(data: Uint8Array): ByteSource {
  return {
    size: data.length,
    read: (start, end) =>
      start >= 0 && start <= end && end <= data.length
        ? Promise.resolve(data.subarray(start, end))
        : Promise.reject(new Error(`bytes ${start} to ${end} lie outside ${data.length}`)),
  };
}

/** A copy in memory of its own. Not `slice`: of a Buffer, as Node reads files, that would be the same memory. */
export const copyOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

/** The bytes at a multiple of `alignment` in their buffer, copied when they are not: typed-array views need it. */
export function aligned(bytes: Uint8Array, alignment: number): Uint8Array {
  return bytes.byteOffset % alignment === 0 ? bytes : copyOf(bytes);
}

/**
 * A checksum over 32-bit lanes (four of them, so that the multiplications overlap), about 1 ms per 3 MB: it finds damage, not forgery.
 * `bytes` of any length; the rest of the last lane counts as zeros.
 */
export function checksum(bytes: Uint8Array): number {
  const lanes = bytes.length >>> 2;
  const whole = aligned(bytes, 4);
  const words = new Uint32Array(whole.buffer, whole.byteOffset, lanes);
  let a = 0x811c9dc5;
  let b = 0x01000193;
  let c = 0x9e3779b9 | 0;
  let d = 0x85ebca6b | 0;
  const quads = lanes & ~3;
  for (let i = 0; i < quads; i += 4) {
    a = Math.imul(a ^ words[i], 0x01000193);
    b = Math.imul(b ^ words[i + 1], 0x01000193);
    c = Math.imul(c ^ words[i + 2], 0x01000193);
    d = Math.imul(d ^ words[i + 3], 0x01000193);
    a = (a << 5) | (a >>> 27);
    b = (b << 7) | (b >>> 25);
    c = (c << 11) | (c >>> 21);
    d = (d << 13) | (d >>> 19);
  }
  for (let i = quads; i < lanes; i++) a = Math.imul((a ^ words[i]) + i, 0x01000193);
  for (let i = lanes << 2; i < bytes.length; i++) b = Math.imul((b ^ bytes[i]) + i, 0x01000193);
  let sum = bytes.length | 0;
  for (const lane of [a, b, c, d]) {
    sum = Math.imul(sum ^ lane, 0x85ebca6b);
    sum ^= sum >>> 13;
  }
  return sum >>> 0;
}

/** Four-byte views assume little-endian machines, which every browser's are. */
export function uint32View(bytes: Uint8Array): Uint32Array {
  const whole = aligned(bytes, 4);
  return new Uint32Array(whole.buffer, whole.byteOffset, whole.length >>> 2);
}

export function uint16View(bytes: Uint8Array): Uint16Array {
  const whole = aligned(bytes, 2);
  return new Uint16Array(whole.buffer, whole.byteOffset, whole.length >>> 1);
}

export function bytesOf(view: Uint32Array | Uint16Array | Uint8Array): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}
