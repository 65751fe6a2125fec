import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ChangeCounter } from '../../../src/core/matching/fewestChanges.ts';
import { readQuotation } from '../../../src/core/matching/query.ts';
import { buildPack, memoryBytes, openPack } from '../../../src/core/packs/index.ts';
import type { Shard } from '../../../src/core/packs/shard.ts';

const WORDS =
  'the bridge over an estuary was closed in spring because its piers were cracked and nobody had looked'.split(' ');

let shard: Shard;
const counter = new ChangeCounter();
const fewest = (quote: string, most?: number): number => counter.fewest(shard, readQuotation({ id: '', quote }), most);

beforeAll(async () => {
  const documents = [{ id: 'a', title: 'A', lang: 'en', class: 'recording' as const, text: WORDS.join(' ') }];
  const pack = await openPack(memoryBytes(buildPack(documents, { id: 't', name: 'T', version: '1' })));
  if (!pack.ok) throw new Error(pack.error);
  shard = await pack.value.shard(0);
});

describe('the fewest changes of a quotation', () => {
  it.each([
    ['none', 'closed in spring because its piers were cracked', 0],
    ['a word replaced', 'closed in autumn because its piers were cracked', 1],
    ['a word put in', 'closed in late spring because its piers were cracked', 1],
    ['a word left out', 'closed in spring its piers were cracked', 1],
    ['the last word', 'closed in spring because of', 1],
    ['a marked cut', 'closed in spring … piers were cracked', 0],
    ['no word that is there', 'we shall plant apple trees', 5],
    ['no words', '', 0],
  ])('%s', (_, quote, changes) => expect(fewest(quote)).toBe(changes));

  it('is not counted further than is asked', () => expect(fewest('we shall plant apple trees', 1)).toBe(2));

  it('is never more than there are, whatever is changed', () => {
    const edit = fc.tuple(
      fc.constantFrom('replace', 'insert', 'omit'),
      fc.nat(WORDS.length - 1),
      fc.constantFrom('xyz', 'the', 'piers'),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 6 }), (edits) => {
        let words = WORDS;
        for (const [how, place, word] of edits) {
          const at = place % words.length;
          if (how === 'replace') words = words.with(at, word);
          else words = how === 'insert' ? words.toSpliced(at, 0, word) : words.toSpliced(at, 1);
        }
        expect(fewest(words.join(' '))).toBeLessThanOrEqual(edits.length);
      }),
    );
  });
});
