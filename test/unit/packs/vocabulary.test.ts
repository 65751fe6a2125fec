import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPack, memoryBytes, openPack, preparePack } from '../../../src/core/packs/index.ts';
import type { SectionName } from '../../../src/core/packs/format.ts';
import { UNKNOWN, type Shard } from '../../../src/core/packs/shard.ts';
import { chainOf } from '../../../src/core/packs/words/vocabulary.ts';
import { readWords } from '../../../src/core/text/index.ts';
import { forged } from './forged.ts';

const preparedOf = (text: string): Uint8Array =>
  preparePack(
    buildPack([{ id: 'a', title: 'A', lang: 'en', class: 'recording', text }], { id: 't', name: 'T', version: '1' }),
  );

async function shardOf(file: Uint8Array): Promise<Shard> {
  const pack = await openPack(memoryBytes(file));
  if (!pack.ok) throw new Error(pack.error);
  return pack.value.shard(0);
}

const wordsOf = (text: string): string[] => {
  const words = readWords(text);
  return Array.from({ length: words.count }, (_, i) => words.word(i));
};

describe('the words of a shard', () => {
  it('are found by the ids that give their letters back, and no others are, whatever letters they have', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).filter((drawn) => drawn.trim() !== '');
    await fc.assert(
      fc.asyncProperty(text, text, async (held, other) => {
        const shard = await shardOf(preparedOf(held));
        const known = wordsOf(held);
        const words = readWords(held);
        known.forEach((word, i) => expect(shard.word(shard.idOf(words, i))).toBe(word));
        for (const word of wordsOf(other)) {
          expect(shard.idOfWord(word) === UNKNOWN).toBe(!known.includes(word));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('are found, and no others are, however many there are', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 3_000 }), fc.nat(), async (count, seed) => {
        const all = Array.from({ length: count + 500 }, (_, i) => `w${(seed + i).toString(36)}`);
        const shard = await shardOf(preparedOf(all.slice(0, count).join(' ') || '–'));
        expect(shard.types).toBe(count);
        const ids = all.map((word) => shard.idOfWord(word));
        expect(new Set(ids.slice(0, count)).size).toBe(count);
        expect(all.slice(0, count)).toEqual(ids.slice(0, count).map((id) => shard.word(id)));
        expect(ids.slice(count).every((id) => id === UNKNOWN)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('are found where all are as long as a word can be', async () => {
    const letter = (i: number): string => String.fromCharCode(0x561 + i);
    // Of these letters each folds to two.
    const text = Array.from({ length: 900 }, (_, i) => 'և'.repeat(62) + letter(i / 30) + letter(i % 30)).join(' ');
    const shard = await shardOf(preparedOf(text));
    expect(shard.types).toBe(900);
    for (const word of wordsOf(text)) {
      expect(word).toHaveLength(126);
      expect(shard.word(shard.idOfWord(word))).toBe(word);
    }
  });

  it('fall in a chain each, whatever their hash', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 1, max: 65_536 }), (hash, chains) => {
        const chain = chainOf(hash, chains);
        expect(chain).toBeGreaterThanOrEqual(0);
        expect(chain).toBeLessThan(chains);
      }),
    );
  });

  it('occur as often as the text has them, the most frequent with the first id', async () => {
    const shard = await shardOf(preparedOf('To be, or not to be: to be.'));
    expect(['to', 'be', 'or', 'not'].map((word) => shard.frequency(shard.idOfWord(word)))).toEqual([3, 3, 1, 1]);
    expect([1, 2, 3, 4].map((id) => shard.frequency(id))).toEqual([3, 3, 1, 1]);
    expect(shard.frequency(UNKNOWN)).toBe(0);
  });
});

describe('a shard whose tables of words somebody has changed', () => {
  const whole = preparedOf(Array.from({ length: 100 }, (_, i) => `word${i}`).join(' '));
  it.each<[string, SectionName, number, RegExp]>([
    ['a chain ends before it begins', 'chainStarts', 50, /table of words is out of order/u],
    ['the last chain ends behind the table', 'chainStarts', 100, /table of words is incomplete/u],
    ['an id is larger than all', 'table', 50, /table of words points outside/u],
    ['letters begin behind those of the next word', 'letterOffsets', 50, /words are out of order/u],
  ])('is refused when %s', async (_, name, at, sentence) => {
    const file = forged(whole, name, (bytes) => bytes.fill(0xff, at * 2, at * 2 + 2));
    await expect(shardOf(file)).rejects.toThrow(sentence);
  });
});
