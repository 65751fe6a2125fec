import { BREAK, UNKNOWN, type Shard } from '../packs/shard.ts';

/** The suffixes that begin with some words: [low, high) of the index, and how many words they share. */
export interface SuffixRange {
  low: number;
  high: number;
  depth: number;
}

/** The suffixes that begin with ids[from, to), or an empty range. */
export function exactRange(shard: Shard, ids: Uint16Array, from: number, to: number): SuffixRange {
  const range = startRange(shard, ids[from]);
  while (range.low < range.high && range.depth < to - from) narrow(shard, range, ids[from + range.depth]);
  return range;
}

/** The suffixes that begin with one word. */
export function startRange(shard: Shard, id: number): SuffixRange {
  if (id === UNKNOWN || id === BREAK) return { low: 0, high: 0, depth: 1 };
  return { low: shard.bucketStart(id), high: shard.bucketStart(id + 1), depth: 1 };
}

/** Narrows a range to the suffixes whose next word is `id`. */
export function narrow(shard: Shard, range: SuffixRange, id: number): void {
  const { depth } = range;
  range.depth++;
  if (id === UNKNOWN) {
    range.high = range.low;
    return;
  }
  const { words } = shard;
  if (range.high - range.low === 1) {
    if (words[shard.suffix(range.low) + depth] !== id) range.high = range.low;
    return;
  }
  let low = range.low;
  let high = range.high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[shard.suffix(middle) + depth] < id) low = middle + 1;
    else high = middle;
  }
  const first = low;
  high = range.high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[shard.suffix(middle) + depth] <= id) low = middle + 1;
    else high = middle;
  }
  range.low = first;
  range.high = low;
}

/** A place in the text that may hold a stretch of the quotation: the word index at which the stretch's first word would stand. */
export interface Diagonal {
  readonly at: number;
  /** Bits of the words that vote for it. */
  readonly weight: number;
  /** A word index of the text at which the first of the votes matched, and the exact diagonal of that vote. */
  readonly seed: number;
  readonly exact: number;
}

/** Occurrences of one stretch of words that are looked at; more frequent stretches are lengthened first. */
const MOST_OCCURRENCES = 24;
/** In a quotation of few words each vote counts, and there is time to look at more of them. */
const MOST_OCCURRENCES_SHORT = 96;
const SHORT = 14;
/** Words of a diagonal bin: insertions and omissions move a match by a few words. */
const BIN_BITS = 4;
const TABLE_BITS = 13;

/**
 * Finds the diagonals of a stretch of words: each of its words, lengthened until it is rare, votes for the places where it
 * stands, with the bits that its rarity is worth. Reused between queries: the table is cleared by a stamp.
 */
export class Voting {
  private readonly keys = new Int32Array(1 << TABLE_BITS);
  private readonly weights = new Float32Array(1 << TABLE_BITS);
  private readonly seeds = new Int32Array(1 << TABLE_BITS);
  private readonly exact = new Int32Array(1 << TABLE_BITS);
  private readonly stamps = new Uint32Array(1 << TABLE_BITS);
  private readonly used: number[] = [];
  private stamp = 0;

  /**
   * The diagonals of the longest stretches of ids[from, to) that stand in the text, taken one behind the other; best first. Quick,
   * and enough where few words were changed.
   */
  longest(shard: Shard, ids: Uint16Array, from: number, to: number, most: number): Diagonal[] {
    this.stamp++;
    this.used.length = 0;
    const bits = Math.log2(shard.length);
    for (let i = from; i < to;) {
      const range = startRange(shard, ids[i]);
      let { low, high } = range;
      while (i + range.depth < to) {
        narrow(shard, range, ids[i + range.depth]);
        if (range.high === range.low) break;
        ({ low, high } = range);
      }
      const length = range.high === range.low ? range.depth - 1 : range.depth;
      const count = high - low;
      if (count > 0 && count <= MOST_OCCURRENCES) {
        const weight = bits - Math.log2(count);
        for (let s = low; s < high; s++) this.vote(shard.suffix(s), i - from, weight);
      }
      i += Math.max(1, length);
    }
    return this.best(most);
  }

  /** The best diagonals of ids[from, to), best first. */
  diagonals(shard: Shard, ids: Uint16Array, from: number, to: number, most: number): Diagonal[] {
    this.stamp++;
    this.used.length = 0;
    const bits = Math.log2(shard.length);
    const occurrences = to - from <= SHORT ? MOST_OCCURRENCES_SHORT : MOST_OCCURRENCES;
    for (let i = from; i < to; i++) {
      const range = startRange(shard, ids[i]);
      while (range.high - range.low > occurrences && i + range.depth < to) narrow(shard, range, ids[i + range.depth]);
      const count = range.high - range.low;
      if (count === 0 || count > occurrences * 2) continue;
      const weight = (bits - Math.log2(count)) / range.depth;
      for (let s = range.low; s < range.high; s++) this.vote(shard.suffix(s), i - from, weight);
    }
    return this.best(most);
  }

  private vote(place: number, offset: number, weight: number): void {
    const key = (place - offset + BIN_SHIFT) >> BIN_BITS;
    const slot = this.slot(key);
    if (slot === -1) return;
    if (this.stamps[slot] !== this.stamp) {
      this.stamps[slot] = this.stamp;
      this.keys[slot] = key;
      this.weights[slot] = 0;
      this.seeds[slot] = place;
      this.exact[slot] = place - offset;
      this.used.push(slot);
    }
    this.weights[slot] += weight;
  }

  /** The slot of a bin, free or its own; -1 when the table is full. */
  private slot(key: number): number {
    const mask = (1 << TABLE_BITS) - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> (32 - TABLE_BITS)) & mask;
    for (let probes = 0; probes < 64; probes++) {
      if (this.stamps[slot] !== this.stamp || this.keys[slot] === key) return slot;
      slot = (slot + 1) & mask;
    }
    return -1;
  }

  private weightOf(key: number): number {
    const slot = this.slot(key);
    return slot !== -1 && this.stamps[slot] === this.stamp && this.keys[slot] === key ? this.weights[slot] : 0;
  }

  private best(most: number): Diagonal[] {
    const found: Diagonal[] = [];
    for (const slot of this.used) {
      const key = this.keys[slot];
      const after = this.weightOf(key + 1);
      const before = this.weightOf(key - 1);
      const weight = this.weights[slot] + Math.max(after, before);
      // Of two neighbours the heavier stands for both.
      if (after > this.weights[slot] || before > this.weights[slot]) continue;
      if (found.length === most && weight <= found[most - 1].weight) continue;
      const at = (key << BIN_BITS) - BIN_SHIFT + (1 << (BIN_BITS - 1)) + (after > before ? 8 : before > after ? -8 : 0);
      insertSorted(found, { at, weight, seed: this.seeds[slot], exact: this.exact[slot] }, most);
    }
    return found;
  }
}

/** Keeps keys positive for stretches that would begin before the text. */
const BIN_SHIFT = 1 << 16;

function insertSorted(found: Diagonal[], diagonal: Diagonal, most: number): void {
  let at = found.length;
  while (at > 0 && found[at - 1].weight < diagonal.weight) at--;
  found.splice(at, 0, diagonal);
  if (found.length > most) found.pop();
}
