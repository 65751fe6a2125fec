import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../../../src/core/packs/bytes.ts';
import { GROUP_SHARDS, Sketch, sketched, tripleHash } from '../../../src/core/packs/words/sketch.ts';

/** Any numbers will do for the hashes of words. */
const HASHES = Uint32Array.from({ length: 500 }, (_, id) => Math.imul(id, 0x9e3779b1) >>> 0);
const hashOf = (words: ArrayLike<number>, at: number): number =>
  tripleHash(HASHES[words[at]], HASHES[words[at + 1]], HASHES[words[at + 2]]);

function opened(shards: readonly Uint16Array[]): Sketch {
  const groups: Uint8Array[] = [];
  for (let first = 0; first < shards.length; first += GROUP_SHARDS) {
    const group = shards.slice(first, first + GROUP_SHARDS);
    groups.push(bytesOf(sketched(group.map((words) => ({ words, hashes: HASHES })))));
  }
  const sketch = Sketch.read(groups, shards.length);
  if (!sketch.ok) throw new Error(sketch.error);
  return sketch.value;
}

describe('a sketch', () => {
  const word = fc.integer({ min: 1, max: HASHES.length - 1 });
  const text = fc.array(fc.oneof({ weight: 9, arbitrary: word }, fc.constant(0)), { minLength: 3, maxLength: 80 });

  it('names every shard that has the words, for any texts and any number of shards', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 70 }), (texts) => {
        const sketch = opened(texts.map((words) => Uint16Array.from(words)));
        texts.forEach((words, shard) => {
          const [group, bit] = [Math.floor(shard / GROUP_SHARDS), 1 << (shard % GROUP_SHARDS)];
          for (let at = 0; at + 2 < words.length; at++) {
            if (words[at] === 0 || words[at + 1] === 0 || words[at + 2] === 0) continue;
            expect(sketch.shardsWith(hashOf(words, at), group) & bit).not.toBe(0);
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('names at most one in six of the shards that have not, where all words differ', () => {
    const shards = [1, 7, 11].map((step) =>
      Uint16Array.from({ length: 20_000 }, (_, i) => 1 + ((i * step * (i % 89)) % 499)),
    );
    const sketch = opened(shards);
    let named = 0;
    for (let n = 0; n < 10_000; n++) if (sketch.shardsWith(tripleHash(n, n * 3, n * 7 + 1), 0) & 1) named++;
    expect(named).toBeLessThan(10_000 / 6);
  });

  it.each([1, 2, 7, 9, 17, 32, 33])('takes half a byte a word, in %i shards', (count) => {
    const words = Uint16Array.from({ length: 4_000 }, (_, i) => 1 + (i % 499));
    const shards = Array.from({ length: count }, () => words);
    expect(opened(shards).size / (count * words.length)).toBeCloseTo(0.5, 1);
  });

  it('is refused when it is cut off or says another size', () => {
    const bytes = bytesOf(sketched([1, 2].map(() => ({ words: Uint16Array.of(0, 1, 2, 3, 0), hashes: HASHES }))));
    const grown = bytes.slice();
    grown[0]++;
    for (const broken of [
      bytes.slice(0, 4),
      bytes.slice(0, -4),
      new Uint8Array(0),
      grown.fill(0),
      new Uint8Array(64).fill(255),
    ])
      expect(Sketch.read([broken], 2)).toMatchObject({ ok: false, error: 'its sketch has another size than it says' });
  });
});
