import { BREAK, type Shard, type SpelledWords } from '../packs/shard.ts';
import { partAt, type Part } from './found.ts';
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

/** A place at which a passage may stand in other words. */
export interface Spot {
  /** The numbers of its pack and of its shard there. */
  readonly pack: number;
  readonly shard: number;
  /** About the word index where it would begin. */
  readonly at: number;
  readonly part: Part;
}

/** A passage: word indices of its shard. */
export interface Surrounded {
  readonly shard: Shard;
  readonly start: number;
  readonly end: number;
}

/** The stretches of words around a passage, to look for them when its shard is gone. */
export interface Neighbourhood {
  /** The numbers of its pack and of its shard there. */
  readonly pack: number;
  readonly shard: number;
  readonly start: number;
  /** The word index at which each stretch begins. */
  readonly from: readonly number[];
  /** The words of all stretches, one behind the other: their ids in the passage's shard, and for other shards what they are. */
  readonly ids: Uint16Array;
  readonly words: SpelledWords | null;
}

/** @param isSpelled whether other shards will be searched too */
export function neighbourhoodOf(pack: number, passage: Surrounded, isSpelled: boolean): Neighbourhood {
  const { shard, start } = passage;
  const from = stretchStarts(passage);
  const ids = new Uint16Array(from.length * STRETCH);
  from.forEach((at, stretch) => ids.set(shard.words.subarray(at, at + STRETCH), stretch * STRETCH));
  return { pack, shard: shard.index, start, from, ids, words: isSpelled ? shard.spelled(ids) : null };
}

/** The other places of a shard that have the same words around them; not the passage itself. */
export function spotsIn(pack: number, shard: Shard, neighbourhood: Neighbourhood): Spot[] {
  const { start, from, ids, words } = neighbourhood;
  const isOwnShard = pack === neighbourhood.pack && shard.index === neighbourhood.shard;
  if (!isOwnShard && words === null) return [];
  const here = isOwnShard ? ids : ids.map((_, i) => shard.idOf(words!, i));
  const spots: Spot[] = [];
  for (let stretch = 0; stretch < from.length; stretch++) {
    const { low, high } = exactRange(shard, here, stretch * STRETCH, (stretch + 1) * STRETCH);
    // In its own shard a stretch stands at least once: here.
    if (high - low > MOST_PLACES || (isOwnShard && high - low === 1)) continue;
    for (let s = low; s < high; s++) {
      const at = shard.suffix(s) - from[stretch] + start;
      const isOwn = isOwnShard && Math.abs(at - start) < SAME_SPOT;
      if (isOwn || at < 0 || at >= shard.length || spots.some((spot) => Math.abs(spot.at - at) < SAME_SPOT)) continue;
      spots.push({ pack, shard: shard.index, at, part: partAt(shard, at) });
    }
  }
  return spots;
}

/** The hashes of each stretch's words; none where they were not spelled. */
export const stretchHashes = ({ from, words }: Neighbourhood): Uint32Array[] =>
  words === null ? [] : from.map((_, stretch) => words.hash.subarray(stretch * STRETCH, (stretch + 1) * STRETCH));

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
