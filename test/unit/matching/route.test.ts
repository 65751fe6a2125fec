import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import { readQuotation } from '../../../src/core/matching/query.ts';
import { isPromising, Router, type Route } from '../../../src/core/matching/route.ts';
import { buildPack, memoryBytes, openPack, type Pack } from '../../../src/core/packs/index.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { forged } from '../packs/forged.ts';
import { spreadOverShards } from './spread.ts';

/** Speeches in different shards. */
const SPEECHES = [
  ['bridge', 'The bridge over the estuary was closed in spring because its piers were cracked and nobody had looked.'],
  ['ferry', 'From October on the ferry will run on Sundays too, and it will cost what it has cost for eleven years.'],
  [
    'school',
    'A school without a library is a kitchen without a stove, and I have said so to three ministers in a row.',
  ],
] as const;

let pack: Pack;
let file: Uint8Array;
/** How often each shard was asked for. */
const read: number[] = [];

beforeAll(async () => {
  file = spreadOverShards(
    SPEECHES.map(([id, text], n): PackDocument => {
      return { id, title: id, lang: 'en', class: 'recording', speaker: 'Ada Marsh', date: `200${n}-01-01`, text };
    }),
  );
  const opened = await openPack(memoryBytes(file));
  if (!opened.ok) throw new Error(opened.error);
  pack = Object.create(opened.value, {
    shard: {
      value: (index: number) => {
        read[index] = (read[index] ?? 0) + 1;
        return opened.value.shard(index);
      },
    },
  }) as Pack;
});

const routeOf = (quote: string): Route => new Router([pack]).route(readQuotation({ id: '', quote }));

describe('a quotation in a pack of several shards', () => {
  it('has speeches in different shards', () => expect(pack.shardCount).toBeGreaterThan(2));

  it.each([
    ['word for word', 'it will cost what it has cost for eleven years', 'exact', 'ferry'],
    [
      'with a word replaced',
      'A school without a library is a kitchen without a table, and I have said so',
      'altered',
      'school',
    ],
    ['with a cut', 'The bridge over the estuary was closed … because its piers were cracked', 'edits-marked', 'bridge'],
    ['with slips', 'From Ocotber on the ferry will run on Sundsys too, and it will cost', 'cleaned', 'ferry'],
    ['of few words', 'three ministers in a row', 'exact', 'school'],
    ['of pieces some of which are single words', 'piers … cracked … nobody looked at them', 'resembles', 'bridge'],
    ['that is nowhere', 'We shall plant seven hundred apple trees before the spring is over', 'not-found', null],
  ])('%s', async (_, quote, verdict, source) => {
    const [finding] = await matchQuotations([{ id: '1', quote, speaker: 'Ada Marsh' }], [pack]);
    expect([finding.verdict, finding.matches.at(0)?.source.id ?? null]).toEqual([verdict, source]);
  });

  it('reads only the shard that it most likely stands in', async () => {
    read.length = 0;
    const quotes = ['it will cost what it has cost for eleven years', 'From October on the ferry will run'];
    await matchQuotations(
      quotes.map((quote, id) => ({ id: `${id}`, quote })),
      [pack],
    );
    expect(read.filter((times) => times > 0)).toEqual([1]);
  });

  it('is told from each shard whether it may stand there whole', () => {
    const { changes, worth, likeliest } = routeOf('A school without a library');
    expect(changes).toContain(0);
    expect(changes[likeliest]).toBe(0);
    expect(worth[likeliest]).toBe(Math.max(...worth));
  });

  it.each([
    ['no change', 'it will cost what it has cost for eleven years', 0],
    ['a word replaced', 'it will cost what it had cost for eleven years', 1],
    ['a word put in', 'it will cost just what it has cost for eleven years', 1],
    ['a word left out', 'it will cost what has cost for eleven years', 1],
    ['two changes', 'it could cost what it has cost for twelve years', 2],
    ['a marked cut', 'it will cost … for eleven years', 0],
    ['pieces too short for three words', 'will cost … eleven years', 0],
  ])('has at least as many changes where it stands as the sketch says: %s', (_, quote, changes) => {
    const route = routeOf(quote);
    expect(route.changes[route.likeliest === -1 ? 0 : route.likeliest]).toBe(changes);
  });

  it('may be anywhere when it has no three words in a row', () => {
    const route = routeOf('a library');
    for (let at = 0; at < pack.shardCount; at++) expect(isPromising(route, at)).toBe(true);
  });

  it('is compared with another transcript of the same speech in another pack', async () => {
    const other = await openPack(
      memoryBytes(
        buildPack(
          [
            {
              id: 'other',
              title: 'Another transcript',
              lang: 'en',
              class: 'news transcript',
              speaker: 'Ada Marsh',
              date: '2001-01-01',
              text: SPEECHES[1][1].replace('Sundays', 'Mondays'),
            },
          ],
          { id: 'o', name: 'O', version: '1' },
        ),
      ),
    );
    if (!other.ok) throw new Error(other.error);
    const quote = 'on the ferry will run on Sundays too';
    const [finding] = await matchQuotations([{ id: '1', quote }], [pack, other.value]);
    expect(finding.verdict).toBe('exact');
    expect(finding.notices.map(({ kind }) => kind)).toContain('sources-disagree');
  });

  it('finds something or nothing, whatever somebody has put in the place of the sketch', async () => {
    const bytes = fc.array(fc.tuple(fc.oneof(fc.nat(8), fc.nat()), fc.nat(255)), { minLength: 1, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(bytes, async (changes) => {
        const forgedFile = forged(file, 'sketch', (section) => {
          for (const [at, byte] of changes) section[at % section.length] = byte;
        });
        const opened = await openPack(memoryBytes(forgedFile));
        if (!opened.ok) {
          expect(opened.error).toBe('The pack is damaged: its sketch has another size than it says.');
          return;
        }
        const quotes = [
          'it will cost what it has cost for eleven years',
          'a kitchen without a table, and I have said so',
        ];
        const queries = quotes.map((quote, id) => ({ id: `${id}`, quote }));
        expect(await matchQuotations(queries, [opened.value])).toHaveLength(2);
        const findings = await matchQuotations(queries, [opened.value, pack]);
        expect(findings.map(({ matches }) => matches.length > 0)).toEqual([true, true]);
      }),
      { numRuns: 20 },
    );
  });
});
