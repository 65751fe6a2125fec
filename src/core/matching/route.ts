import type { Pack } from '../packs/open.ts';
import { GROUP_SHARDS, tripleHash } from '../packs/words/sketch.ts';
import type { QuotedWords } from './query.ts';

/**
 * Where a quotation is worth looking for, told by the packs' sketches before a shard is read. Three words in a row that few shards
 * have say much about where the quotation stands; those that every shard has say nothing.
 */

/** A shard of a pack; `number` is the pack's. */
export interface Place {
  readonly pack: Pack;
  readonly number: number;
  readonly index: number;
}

/** Every shard of the packs, in order. */
export function placesOf(packs: readonly Pack[]): Place[] {
  const places: Place[] = [];
  packs.forEach((pack, number) => {
    for (let index = 0; index < pack.shardCount; index++) places.push({ pack, number, index });
  });
  return places;
}

/** What the sketches say of one quotation, by the order of `placesOf`. */
export interface Route {
  /** The changes, of words or between them, that the quotation has at least where it stands in a shard: 0 where it may stand word for word. */
  readonly changes: Uint16Array;
  /** Bits that the threes a shard may have are worth, less what its changes take; Infinity where nothing is known of a shard. */
  readonly worth: Float32Array;
  /** The first of the shards with the largest known worth; -1 where nothing is known of any. */
  readonly likeliest: number;
}

/**
 * What a change takes of a shard's worth, in bits. Of 4,560 quotations made of 13 million words of press briefings (all kinds of
 * the bench, 7 shards, 4.8 % of shards named by chance) the best place is not in the shards searched at once of 417 at 3 bits, and
 * of 486 at none.
 */
const CHANGE_BITS = 3;
/** A changed word takes at most three threes away. */
const THREES_OF_A_WORD = 3;

/** Words around a passage that stand in more shards are a formula: two or three transcripts of one speech stand in no more. */
const MOST_SHARDS = 4;

/** Asks the sketches of some packs; keeps its tables between quotations. */
export class Router {
  private readonly starts: readonly number[];
  private readonly count: number;
  /** Shards that a sketch tells of. */
  private readonly sketched: number;
  /** By how many shards have a three: the bits that it is worth. */
  private readonly bits: Float32Array;
  /** By shard: behind its last three that was there. */
  private readonly behind: Int32Array;
  private readonly present: Uint32Array;

  constructor(private readonly packs: readonly Pack[]) {
    let at = 0;
    this.starts = packs.map(({ shardCount }) => (at += shardCount) - shardCount);
    this.count = at;
    this.sketched = packs.reduce((sum, { sketch, shardCount }) => sum + (sketch === null ? 0 : shardCount), 0);
    this.bits = Float32Array.from({ length: this.sketched + 1 }, (_, having) =>
      Math.log2((this.sketched + 1) / Math.max(1, having)),
    );
    this.behind = new Int32Array(at);
    this.present = new Uint32Array(at);
  }

  /** The quotation's route. Without three words in a row it may be anywhere. */
  route({ words: { hash }, segments }: QuotedWords): Route {
    const { behind, present, bits, count, sketched } = this;
    const worth = new Float32Array(count);
    const changes = new Uint16Array(count);
    let threes = 0;
    for (let piece = 0; piece + 1 < segments.length && sketched > 0; piece++) {
      const from = segments[piece];
      const to = segments[piece + 1] - 2;
      if (to <= from) continue;
      threes += to - from;
      behind.fill(from);
      for (let i = from; i < to; i++) {
        const having = this.shardsWith(hash, i, i + 3);
        for (let k = 0; k < having; k++) {
          const at = present[k];
          worth[at] += bits[having];
          if (i > behind[at]) changes[at] += changesIn(i - behind[at]);
          behind[at] = i + 1;
        }
      }
      for (let at = 0; at < count; at++) if (to > behind[at]) changes[at] += changesIn(to - behind[at]);
    }
    this.packs.forEach(({ sketch, shardCount }, number) => {
      const start = this.starts[number];
      if (sketch !== null && threes > 0) return;
      worth.fill(Infinity, start, start + shardCount);
      changes.fill(0, start, start + shardCount);
    });
    for (let at = 0; at < count; at++) worth[at] -= CHANGE_BITS * changes[at];
    return { changes, worth, likeliest: likeliest(worth) };
  }

  /** Marks the shards that may have a stretch of words, by the words' hashes, with a 1: those that no sketch tells of, and the others unless it is a formula. */
  mark(hashes: Uint32Array, marked: Uint8Array): void {
    const { packs, starts, present } = this;
    packs.forEach(({ sketch, shardCount }, number) => {
      if (sketch === null) marked.fill(1, starts[number], starts[number] + shardCount);
    });
    const having = this.shardsWith(hashes, 0, hashes.length);
    if (having > MOST_SHARDS) return;
    for (let k = 0; k < having; k++) marked[present[k]] = 1;
  }

  /** Puts the shards that may have every three words in a row of hashes[from, to) into `present`; how many there are. */
  private shardsWith(hashes: Uint32Array, from: number, to: number): number {
    const { packs, starts, present } = this;
    let having = 0;
    for (let number = 0; number < packs.length; number++) {
      const { sketch } = packs[number];
      if (sketch === null) continue;
      for (let group = 0; group < sketch.groupCount; group++) {
        const first = starts[number] + group * GROUP_SHARDS;
        let left = -1;
        for (let i = from; i + 2 < to && left !== 0; i++)
          left &= sketch.shardsWith(tripleHash(hashes[i], hashes[i + 1], hashes[i + 2]), group);
        for (; left !== 0; left &= left - 1) present[having++] = first + 31 - Math.clz32(left & -left);
      }
    }
    return having;
  }
}

/** The changes that so many threes in a row that are not there take at least. */
const changesIn = (threes: number): number => Math.ceil(threes / THREES_OF_A_WORD);

/** Shards whose worth is so near the largest are as likely, in bits. */
const AS_LIKELY = 1.5;
/**
 * Where nothing was found in the likeliest shards, one whose worth is so much less is not searched, in bits. Of the 95 places that
 * 3,484 news quotations from elsewhere resemble in those press briefings none is lost at 12, and 2 at 8.
 */
const LEAST_LIKELY = 12;

/** Whether a quotation is looked for in a shard at once: the likeliest ones, those where it may stand whole, and those nothing is known of. */
export const isPromising = ({ changes, worth, likeliest }: Route, at: number): boolean =>
  changes[at] === 0 || likeliest === -1 || worth[at] >= worth[likeliest] - AS_LIKELY;

/**
 * Whether a quotation is looked for in another shard too.
 * @param fewest the changes that it has at least in the shard where it was found; Infinity where it was not
 */
export const isWorthALook = ({ changes, worth, likeliest }: Route, at: number, fewest: number): boolean =>
  fewest === Infinity ? worth[at] >= worth[likeliest] - LEAST_LIKELY : changes[at] <= fewest;

function likeliest(worth: Float32Array): number {
  let best = -1;
  for (let at = 0; at < worth.length; at++)
    if (worth[at] !== Infinity && (best === -1 || worth[at] > worth[best])) best = at;
  return best;
}
