import { BREAK, type Shard } from '../packs/shard.ts';
import { exactRange } from './locate.ts';

/**
 * Where else the text around a passage stands. Two transcripts of one speech may differ in the very words that are quoted, so
 * the passage's own words do not find the other one; words just before it and behind it do.
 */

/** Words of one stretch that is looked up. */
const STRETCH = 6;
/** A stretch that stands in more places is a formula. */
const MOST_PLACES = 8;
/** Two places so near each other are one, found twice: words were left out or put in between. */
const SAME_SPOT = 40;

/** A place at which a passage may stand in other words: about the word index where it would begin. */
export interface Spot {
  readonly pack: number;
  readonly shard: Shard;
  readonly at: number;
}

/** A passage whose surroundings are looked for. Word indices of its shard. */
export interface Surrounded {
  /** The number of its pack. */
  readonly pack: number;
  readonly shard: Shard;
  readonly start: number;
  readonly end: number;
}

/** The other places of a shard that have the same words around them; not the passage itself. */
export function spotsIn(pack: number, shard: Shard, passage: Surrounded): Spot[] {
  const { shard: own, start } = passage;
  const isOwnShard = pack === passage.pack && shard.index === own.index;
  const spots: Spot[] = [];
  for (const from of stretchStarts(passage)) {
    const ids = isOwnShard ? own.words.subarray(from, from + STRETCH) : idsIn(shard, own, from);
    const { low, high } = exactRange(shard, ids, 0, STRETCH);
    // In its own shard a stretch stands at least once: here.
    if (high - low > MOST_PLACES || (isOwnShard && high - low === 1)) continue;
    for (let s = low; s < high; s++) {
      const at = shard.suffix(s) - from + start;
      const isOwn = isOwnShard && Math.abs(at - start) < SAME_SPOT;
      if (!isOwn && !spots.some((spot) => Math.abs(spot.at - at) < SAME_SPOT)) spots.push({ pack, shard, at });
    }
  }
  return spots;
}

/** The hashes of the words of each stretch around a passage. */
export function stretchHashes(passage: Surrounded): Uint32Array[] {
  const { shard } = passage;
  return stretchStarts(passage).map((from) => {
    const hashes = new Uint32Array(STRETCH);
    for (let i = 0; i < STRETCH; i++) hashes[i] = shard.hashOf(shard.words[from + i]);
    return hashes;
  });
}

/** Where the stretches begin that are looked up: before the passage, behind it, and its own first words. */
const stretchStarts = (passage: Surrounded): number[] =>
  [passage.start - STRETCH, passage.end, passage.start].filter((from) => hasStretch(passage, from));

/** Whether a stretch, and what lies between it and the passage, is of the passage's source. */
function hasStretch({ shard: { words }, start, end }: Surrounded, from: number): boolean {
  if (from === start && end - start < STRETCH) return false;
  const first = Math.min(from, end);
  const last = Math.max(from + STRETCH, start);
  if (first < 0 || last > words.length) return false;
  for (let at = first; at < last; at++) if (words[at] === BREAK) return false;
  return true;
}

/** The ids that a stretch of one shard has in another. */
function idsIn(shard: Shard, own: Shard, from: number): Uint16Array {
  const ids = new Uint16Array(STRETCH);
  for (let i = 0; i < STRETCH; i++) ids[i] = shard.idOfWord(own.word(own.words[from + i]));
  return ids;
}

/** Words to each side of a passage that are compared with those beside another. */
const BESIDE = 20;
/** With fewer words beside them, two passages have no surroundings to compare. */
const FEWEST_BESIDE = 8;
/** The share of the words beside one passage that stand beside the other one too. */
const SHARED = 0.5;

export type Surroundings = 'same' | 'different' | 'none';

/** Whether the words before and behind two passages are the same for the most part. */
export function surroundings(a: Surrounded, b: Surrounded): Surroundings {
  const sides = [
    [wordsFrom(a, a.start - 1, -1), wordsFrom(b, b.start - 1, -1)],
    [wordsFrom(a, a.end, 1), wordsFrom(b, b.end, 1)],
  ];
  let compared = 0;
  let shared = 0;
  for (const [one, other] of sides) {
    const length = Math.min(one.length, other.length);
    const left = other.slice(0, length + 4);
    for (const word of one.slice(0, length)) {
      const at = left.indexOf(word);
      if (at !== -1) left.splice(at, 1);
      if (at !== -1) shared++;
    }
    compared += length;
  }
  if (compared < FEWEST_BESIDE) return 'none';
  return shared >= compared * SHARED ? 'same' : 'different';
}

/** Folded words of the same source from one on, forwards or backwards. */
function wordsFrom({ shard }: Surrounded, from: number, step: 1 | -1): string[] {
  const words: string[] = [];
  for (let at = from; words.length < BESIDE && at >= 0 && at < shard.length; at += step) {
    if (shard.words[at] === BREAK) break;
    words.push(shard.word(shard.words[at]));
  }
  return words;
}
