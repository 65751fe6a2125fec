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
