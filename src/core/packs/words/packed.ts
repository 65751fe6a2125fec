/** Numbers of a fixed number of bits side by side in 32-bit words, so that an index of 2 million words takes 21 bits each. */

/** Bits that a number below `limit` takes; at least 1. */
export const bitsFor = (limit: number): number => Math.max(1, 32 - Math.clz32(Math.max(0, limit - 1)));

/** One word more than needed, so that reading the last number may look at the word behind it. */
export const packedLength = (count: number, bits: number): number => Math.ceil((count * bits) / 32) + 1;

export function packed(numbers: Int32Array | Uint32Array, bits: number): Uint32Array {
  const out = new Uint32Array(packedLength(numbers.length, bits));
  let word = 0;
  let shift = 0;
  for (let i = 0; i < numbers.length; i++) {
    const value = numbers[i];
    out[word] |= value << shift;
    shift += bits;
    if (shift >= 32) {
      word++;
      shift -= 32;
      if (shift > 0) out[word] = value >>> (bits - shift);
    }
  }
  return out;
}

/** The number at `index`. All numbers together take less than 2^32 bits, as those of a shard do. */
export function unpacked(words: Uint32Array, bits: number, index: number): number {
  const at = index * bits;
  const word = at >>> 5;
  const shift = at & 31;
  const mask = bits === 32 ? 0xffffffff : (1 << bits) - 1;
  let value = words[word] >>> shift;
  if (shift + bits > 32) value |= words[word + 1] << (32 - shift);
  return (value & mask) >>> 0;
}
