import type { Pack } from '../packs/open.ts';
import { GROUP_SHARDS, tripleHash } from '../packs/words/sketch.ts';
import { CLOSE, type QuotedWords } from './query.ts';

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
export const placesOf = (packs: readonly Pack[]): Place[] =>
  packs.flatMap((pack, number) => Array.from({ length: pack.shardCount }, (_, index) => ({ pack, number, index })));

/** What the sketches say of one quotation, by the order of `placesOf`. */
export interface Route {
  /** Bits that the triples a shard may have are worth; Infinity where nothing is known of a shard. */
  readonly weights: Float32Array;
  /** 1 where the shard may have every triple: only there can the quotation stand word for word. */
  readonly whole: Uint8Array;
  /** The first of the shards with the largest known weight; -1 where nothing is known of any. */
  readonly likeliest: number;
}

/** Asks the sketches of some packs; keeps its tables between quotations. */
export class Router {
  private readonly starts: readonly number[];
  private readonly count: number;
  /** Shards that a sketch tells of. */
  private readonly sketched: number;
  private readonly counts: Uint32Array;
  private readonly present: Uint32Array;

  constructor(private readonly packs: readonly Pack[]) {
    let at = 0;
    this.starts = packs.map(({ shardCount }) => (at += shardCount) - shardCount);
    this.count = at;
    this.sketched = packs.reduce((sum, { sketch, shardCount }) => sum + (sketch === null ? 0 : shardCount), 0);
    this.counts = new Uint32Array(at);
    this.present = new Uint32Array(at);
  }

  /** The quotation's route. Without three words in a row it may be anywhere. */
  route({ words, count, gap }: QuotedWords): Route {
    const { counts, sketched, packs, starts } = this;
    const weights = new Float32Array(this.count);
    const whole = new Uint8Array(this.count);
    counts.fill(0);
    let triples = 0;
    for (let i = 0; i + 2 < count && sketched > 0; i++) {
      if (gap[i + 1] !== CLOSE || gap[i + 2] !== CLOSE) continue;
      triples++;
      const having = this.shardsWith(tripleHash(words.hash[i], words.hash[i + 1], words.hash[i + 2]));
      if (having === 0) continue;
      const bits = Math.log2((sketched + 1) / having);
      for (let k = 0; k < having; k++) {
        counts[this.present[k]]++;
        weights[this.present[k]] += bits;
      }
    }
    packs.forEach(({ sketch, shardCount }, number) => {
      for (let shard = starts[number]; shard < starts[number] + shardCount; shard++) {
        if (sketch === null || triples === 0) weights[shard] = Infinity;
        whole[shard] = sketch === null || counts[shard] === triples ? 1 : 0;
      }
    });
    return { weights, whole, likeliest: likeliest(weights) };
  }

  /** Puts the shards that may have a triple into `present`; how many there are. */
  private shardsWith(hash: number): number {
    const { packs, starts, present } = this;
    let having = 0;
    for (let number = 0; number < packs.length; number++) {
      const { sketch } = packs[number];
      if (sketch === null) continue;
      for (let group = 0; group < sketch.groupCount; group++) {
        const first = starts[number] + group * GROUP_SHARDS;
        for (let left = sketch.shardsWith(hash, group); left !== 0; left &= left - 1) {
          present[having++] = first + 31 - Math.clz32(left & -left);
        }
      }
    }
    return having;
  }

  /** Whether a shard may have words in a row, given the hashes of the words. */
  mayHave(place: Place, hashes: Uint32Array): boolean {
    const { sketch } = place.pack;
    if (sketch === null) return true;
    const group = Math.floor(place.index / GROUP_SHARDS);
    const bit = 1 << (place.index % GROUP_SHARDS);
    for (let i = 0; i + 2 < hashes.length; i++)
      if ((sketch.shardsWith(tripleHash(hashes[i], hashes[i + 1], hashes[i + 2]), group) & bit) === 0) return false;
    return true;
  }
}

/** Whether a quotation is looked for in a shard at once: the likeliest one, those where it may stand whole, and those nothing is known of. */
export const isPromising = (route: Route, at: number): boolean =>
  route.whole[at] === 1 || route.weights[at] === Infinity || at === route.likeliest;

function likeliest(weights: Float32Array): number {
  let best = -1;
  for (let at = 0; at < weights.length; at++)
    if (weights[at] !== Infinity && (best === -1 || weights[at] > weights[best])) best = at;
  return best;
}

/** The share of the likeliest shard's weight from which on another one is searched too, where the first found a place and where it found none. */
const SHARE_BESIDE_FOUND = 0.75;
const SHARE_OTHERWISE = 0.5;
/** Bits that a shard without the quotation may have by chance. */
const CHANCE_BITS = 3;

/** Whether a quotation is looked for in a shard although the likeliest one has been searched. */
export const speaksFor = ({ weights, likeliest }: Route, at: number, found: boolean): boolean =>
  weights[at] >= weights[likeliest] * (found ? SHARE_BESIDE_FOUND : SHARE_OTHERWISE) - (found ? 0 : CHANCE_BITS);
