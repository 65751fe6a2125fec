import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { longestRange, rareRange, type SuffixRange } from '../../../src/core/matching/locate.ts';
import { UNKNOWN, type Shard } from '../../../src/core/packs/shard.ts';
import { shardOf } from './shardOf.ts';

/** Few different words, so that stretches of every length stand in many places. */
const TEXTS = ['a b a b a b c a b a', 'b b b a c c a b a b', 'c a b a b a b a b c', 'a', 'd a d a b'];

let shard: Shard;
beforeAll(async () => {
  shard = await shardOf(...TEXTS);
});

const word = fc.constantFrom('a', 'b', 'c', 'd', 'unheard');
const quotations = fc.array(word, { minLength: 1, maxLength: 12 });
const idsOf = (words: readonly string[]): Uint16Array => Uint16Array.from(words, (one) => shard.idOfWord(one));

/** Where ids[from, from + length) stand, by looking everywhere. */
function placesOf(ids: Uint16Array, from: number, length: number): number[] {
  const places: number[] = [];
  for (let at = 0; at < shard.length; at++) {
    let k = 0;
    while (k < length && ids[from + k] !== UNKNOWN && shard.words[at + k] === ids[from + k]) k++;
    if (k === length) places.push(at);
  }
  return places;
}

const inRange = ({ low, high }: SuffixRange): number[] =>
  Array.from({ length: high - low }, (_, i) => shard.suffix(low + i)).sort((a, b) => a - b);

describe('the longest stretch', () => {
  it('is the longest that stands anywhere, with all its places', () => {
    fc.assert(
      fc.property(quotations, fc.nat(11), (words, start) => {
        const ids = idsOf(words);
        const from = start % ids.length;
        let longest = 0;
        while (from + longest < ids.length && placesOf(ids, from, longest + 1).length > 0) longest++;
        const range = { low: 0, high: 0, depth: 0 };
        longestRange(shard, ids, from, ids.length, range);
        expect(range.depth).toBe(longest);
        expect(inRange(range)).toEqual(longest === 0 ? [] : placesOf(ids, from, longest));
      }),
    );
  });
});

describe('the rarest stretch', () => {
  it('is the shortest that stands in few places, with all of them', () => {
    fc.assert(
      fc.property(quotations, fc.nat(11), fc.integer({ min: 1, max: 9 }), (words, start, most) => {
        const ids = idsOf(words);
        const from = start % ids.length;
        const counts = Array.from({ length: ids.length - from }, (_, i) => placesOf(ids, from, i + 1).length);
        const few = counts.findIndex((count) => count > 0 && count <= most);
        const whole = counts[counts.length - 1];
        const range = { low: 0, high: 0, depth: 0 };
        rareRange(shard, ids, from, ids.length, most, range);
        // A whole rest of the quotation may stand in twice as many.
        const expected = few !== -1 ? few + 1 : whole > 0 && whole <= most * 2 ? counts.length : 0;
        expect(inRange(range)).toEqual(expected === 0 ? [] : placesOf(ids, from, expected));
        if (expected !== 0) expect(range.depth).toBe(expected);
      }),
      { numRuns: 500 },
    );
  });
});
