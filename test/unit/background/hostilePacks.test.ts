import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { buildPack, memoryBytes, openPack, preparePack } from '../../../src/core/packs/index.ts';
import { matchQuotations } from '../../../src/core/matching/index.ts';

const document = (id: string, text: string): PackDocument => ({
  id,
  title: `Speech ${id}`,
  speaker: 'Jane Roe',
  lang: 'en',
  class: 'official transcript',
  text,
});

const SHIPPED = buildPack(
  Array.from({ length: 12 }, (_, n) =>
    document(
      `${n}`,
      `We opened school number ${n} in the valley, and we will never give up the lighthouse. It is ours to keep.`,
    ),
  ),
  { id: 'harbour', name: 'Harbour', version: '1' },
);
const PREPARED = preparePack(SHIPPED);
const QUOTE = 'we will never give up the lighthouse';

/** Opens and searches what may be anything. Answers the verdict, or the one sentence it was refused with. */
async function searched(bytes: Uint8Array): Promise<string> {
  const pack = await openPack(memoryBytes(bytes));
  if (!pack.ok) return pack.error;
  try {
    const [finding] = await matchQuotations([{ id: '1', quote: QUOTE }], [pack.value]);
    for (let index = 0; index < Math.min(20, pack.value.sourceCount); index++) await pack.value.turns(index);
    return finding.verdict;
  } catch (error) {
    return error instanceof Error ? error.message : 'not an Error';
  }
}

describe('a pack from anywhere', () => {
  it.each([
    ['as it ships', SHIPPED],
    ['prepared', PREPARED],
  ])('%s, whole: found', async (_form, bytes) => {
    expect(await searched(bytes)).toBe('exact');
  });

  it.each<[form: string, bytes: Uint8Array]>([
    ['as it ships', SHIPPED],
    ['prepared', PREPARED],
  ])('%s, with bytes changed: refused in one sentence, or read, but never a crash', async (_form, bytes) => {
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const damaged = bytes.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        const answer = await searched(damaged);
        expect(answer).not.toBe('not an Error');
        expect(answer).not.toMatch(/undefined|null \(|is not a function|Maximum call stack|Invalid array length/u);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[form: string, bytes: Uint8Array]>([
    ['as it ships', SHIPPED],
    ['prepared', PREPARED],
  ])('%s, cut off anywhere: refused', async (_form, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
        expect((await openPack(memoryBytes(bytes.slice(0, length)))).ok).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('that is anything at all: refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        expect((await openPack(memoryBytes(bytes))).ok).toBe(false);
      }),
    );
  });
});
