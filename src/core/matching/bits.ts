import type { Shard } from '../packs/shard.ts';

/** Bits of a quoted word that the shard does not know and the passage has no likeness of. */
const UNKNOWN_BITS = 14;

/** The bits that an occurrence of a word is worth: how rare it is in its shard. */
export function wordBits(shard: Shard, id: number): number {
  const frequency = shard.frequency(id);
  return frequency === 0 ? unknownBits(shard) : Math.log2(shard.length / frequency);
}

/** No more than the rarest word of a small shard is worth. */
const unknownBits = (shard: Shard): number => Math.min(UNKNOWN_BITS, Math.log2(shard.length));

/** What the quoted words [q0, q1) are worth together. */
export function bitsBetween(shard: Shard, ids: Uint16Array, q0: number, q1: number): number {
  let bits = 0;
  for (let q = q0; q < q1; q++) bits += wordBits(shard, ids[q]);
  return bits;
}
