import { BREAK, UNKNOWN, type Shard } from '../packs/shard.ts';

/** The suffixes that begin with some words: [low, high) of the index, and how many words they share. */
export interface SuffixRange {
  low: number;
  high: number;
  depth: number;
}

/** The suffixes that begin with ids[from, to), or an empty range. */
export function exactRange(shard: Shard, ids: Uint16Array, from: number, to: number): SuffixRange {
  const range = { low: 0, high: 0, depth: 0 };
  longestRange(shard, ids, from, to, range, to - from);
  return range;
}

/**
 * The longest stretch ids[from, from + depth) with `from + depth` at most `to` that stands anywhere, and all suffixes that begin
 * with it. One binary search, which compares no word twice that both its ends are known to share (Manber and Myers, 1990); the
 * suffixes beside the place it ends at share the most words.
 * @param least a stretch of fewer words is not wanted: its range is left empty
 */
export function longestRange(
  shard: Shard,
  ids: Uint16Array,
  from: number,
  to: number,
  into: SuffixRange,
  least = 1,
): void {
  const range = into;
  const first = ids[from];
  range.low = 0;
  range.high = 0;
  range.depth = 0;
  if (first === UNKNOWN || first === BREAK) return;
  const { words } = shard;
  const bucket = shard.bucketStart(first);
  const end = shard.bucketStart(first + 1);
  if (bucket === end) return;
  const length = to - from;
  let low = bucket;
  let high = end;
  let sharedBefore = 1;
  let sharedBehind = 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const place = shard.suffix(middle);
    let shared = sharedBefore < sharedBehind ? sharedBefore : sharedBehind;
    while (shared < length && words[place + shared] === ids[from + shared]) shared++;
    if (shared < length && words[place + shared] < ids[from + shared]) {
      low = middle + 1;
      sharedBefore = shared;
    } else {
      high = middle;
      sharedBehind = shared;
    }
  }
  const depth = sharedBefore > sharedBehind ? sharedBefore : sharedBehind;
  range.depth = depth;
  if (depth < least) return;
  range.low = sharedBefore === depth ? lastSharing(shard, ids, from, depth, low, bucket - 1, -1) + 1 : low;
  range.high = sharedBehind === depth ? lastSharing(shard, ids, from, depth, low - 1, end, 1) : low;
}

/**
 * Steps away from `start` over suffixes that share `depth` words with ids[from...], in leaps that double: for a step of 1 the
 * first index behind them, for -1 the last one before them. `limit` is the first index that is not looked at.
 */
function lastSharing(
  shard: Shard,
  ids: Uint16Array,
  from: number,
  depth: number,
  start: number,
  limit: number,
  step: 1 | -1,
): number {
  let inside = start;
  let leap = 1;
  let outside = start + step;
  while (outside !== limit && shares(shard, ids, from, depth, shard.suffix(outside))) {
    inside = outside;
    leap *= 2;
    const next = inside + step * leap;
    outside = step === 1 ? (next > limit ? limit : next) : next < limit ? limit : next;
  }
  while (Math.abs(outside - inside) > 1) {
    const middle = (outside + inside) >> 1;
    if (shares(shard, ids, from, depth, shard.suffix(middle))) inside = middle;
    else outside = middle;
  }
  return outside;
}

/** Whether the words at a place begin with ids[from, from + depth). */
function shares({ words }: Shard, ids: Uint16Array, from: number, depth: number, place: number): boolean {
  for (let k = 0; k < depth; k++) if (words[place + k] !== ids[from + k]) return false;
  return true;
}

/**
 * The shortest stretch from `from` on that stands in at most `most` places, and all of them; empty where no stretch is so rare.
 * Found from the longest one, by taking in what stands beside it in the order of suffixes.
 */
export function rareRange(
  shard: Shard,
  ids: Uint16Array,
  from: number,
  to: number,
  most: number,
  into: SuffixRange,
): void {
  const range = into;
  longestRange(shard, ids, from, to, range);
  const isWhole = from + range.depth === to;
  if (range.high - range.low > most) {
    if (!isWhole || range.high - range.low > most * 2) range.high = range.low;
    return;
  }
  if (range.depth < 2) return;
  const bucket = shard.bucketStart(ids[from]);
  const end = shard.bucketStart(ids[from] + 1);
  for (;;) {
    const before = range.low > bucket ? sharedWords(shard, ids, from, to, range.low - 1) : 0;
    const behind = range.high < end ? sharedWords(shard, ids, from, to, range.high) : 0;
    const depth = before > behind ? before : behind;
    // With a word less the stretch would be the same as long as no suffix beside the range shares it.
    range.depth = depth + 1;
    if (depth === 0) return;
    // One more than may be taken is enough to know that there are too many.
    const least = Math.max(bucket, range.high - most - 1);
    const greatest = Math.min(end, range.low + most + 1);
    const low = before === depth ? lastSharing(shard, ids, from, depth, range.low, least - 1, -1) + 1 : range.low;
    const high = behind === depth ? lastSharing(shard, ids, from, depth, range.high - 1, greatest, 1) : range.high;
    // In a forged index, suffixes may stand in no order: nothing is gained then.
    if (high - low > most || high - low <= range.high - range.low) return;
    range.low = low;
    range.high = high;
  }
}

/** How many words the suffix at an index, which begins with ids[from], shares with ids[from, to). */
function sharedWords(shard: Shard, ids: Uint16Array, from: number, to: number, index: number): number {
  const { words } = shard;
  const place = shard.suffix(index);
  let shared = 1;
  while (shared < to - from && words[place + shared] === ids[from + shared]) shared++;
  return shared;
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
