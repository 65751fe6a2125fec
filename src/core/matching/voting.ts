import type { Shard } from '../packs/shard.ts';
import { longestRange, rareRange, type SuffixRange } from './locate.ts';

/** A place in the text that may hold a stretch of the quotation: the word index at which the stretch's first word would stand. */
export interface Diagonal {
  readonly at: number;
  /** Bits of the words that vote for it. */
  readonly weight: number;
  /** A word index of the text at which the first of the votes matched, and the exact diagonal of that vote. */
  readonly seed: number;
  readonly exact: number;
}

/** Stretches of a quotation one behind the other, each as long as it stands somewhere in the text. */
export class Stretches {
  count = 0;
  /** The first quoted word of each, and how many words it has. */
  from = new Uint32Array(64);
  length = new Uint32Array(64);
  /** The suffixes that begin with it: [low, high). */
  low = new Uint32Array(64);
  high = new Uint32Array(64);

  /** Forgets all, with room for `most`. */
  clear(most: number): void {
    this.count = 0;
    if (most <= this.from.length) return;
    this.from = new Uint32Array(most);
    this.length = new Uint32Array(most);
    this.low = new Uint32Array(most);
    this.high = new Uint32Array(most);
  }

  add(from: number, { low, high, depth }: SuffixRange): void {
    this.from[this.count] = from;
    this.length[this.count] = depth;
    this.low[this.count] = low;
    this.high[this.count] = high;
    this.count++;
  }
}

/** Occurrences of one stretch of words that are looked at; more frequent stretches are lengthened first. */
export const MOST_OCCURRENCES = 24;
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
  private readonly range: SuffixRange = { low: 0, high: 0, depth: 0 };
  private stamp = 0;
  readonly stretches = new Stretches();

  /**
   * The diagonals of the longest stretches of ids[from, to) that stand in the text, taken one behind the other; best first. Quick,
   * and enough where few words were changed. The stretches stay in `stretches`.
   */
  longest(shard: Shard, ids: Uint16Array, from: number, to: number, most: number): Diagonal[] {
    this.stamp++;
    this.used.length = 0;
    const { stretches, range } = this;
    stretches.clear(to - from);
    const bits = Math.log2(shard.length);
    for (let i = from; i < to;) {
      longestRange(shard, ids, i, to, range);
      const { low, high, depth } = range;
      const count = high - low;
      if (count > 0) {
        stretches.add(i, range);
        if (count <= MOST_OCCURRENCES) {
          const weight = bits - Math.log2(count);
          for (let s = low; s < high; s++) this.vote(shard.suffix(s), i - from, weight);
        }
      }
      i += Math.max(1, depth);
    }
    return this.best(most);
  }

  /** The best diagonals of ids[from, to), best first. */
  diagonals(shard: Shard, ids: Uint16Array, from: number, to: number, most: number): Diagonal[] {
    this.stamp++;
    this.used.length = 0;
    const bits = Math.log2(shard.length);
    const occurrences = to - from <= SHORT ? MOST_OCCURRENCES_SHORT : MOST_OCCURRENCES;
    const { range } = this;
    for (let i = from; i < to; i++) {
      rareRange(shard, ids, i, to, occurrences, range);
      const { low, high, depth } = range;
      if (high === low) continue;
      const weight = (bits - Math.log2(high - low)) / depth;
      for (let s = low; s < high; s++) this.vote(shard.suffix(s), i - from, weight);
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
