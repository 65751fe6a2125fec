import { beforeAll, describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import { openPack, type Pack } from '../../../src/core/packs/index.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import type { Shard } from '../../../src/core/packs/shard.ts';
import { spreadOverShards } from './spread.ts';

const FORECAST =
  'The harbour master said that the tide would be high at noon. Boats that lie in the inner basin must be moved by then.';
/** The last one is another transcript of the first. */
const SPEECHES = [
  FORECAST,
  'A town that sells its bakery has to buy its bread, and we have bought enough of it this winter.',
  'Nobody asked the children which of the two schools they would rather keep, so I went and asked them.',
  'My grandmother crossed this river on foot in the year of the long frost, carrying her sewing machine.',
  'We have counted the lamps in the old streets twice, and both times there were fewer than we had paid for.',
  FORECAST.replace('noon', 'midnight'),
] as const;
const QUOTES = [
  ['word for word', 'the tide would be high at noon'],
  ['word for word in another shard', 'so I went and asked them'],
  ['in both transcripts', 'Boats that lie in the inner basin must be moved by then'],
  ['with a word changed', 'My grandmother crossed this river by boat in the year of the long frost'],
  [
    'with two words changed',
    'We have counted the lights in the old streets twice, and both times there were more than we had paid for',
  ],
  ['with slips', 'A twon that sells its bakery has to buy its braed'],
  [
    'joined from two places',
    'A town that sells its bakery has to buy its bread, and we have bought … which of the two schools they would keep',
  ],
  ['that is nowhere', 'Every sailor should be given a new coat and a week at home'],
] as const;
const QUERIES = QUOTES.map(([id, quote]) => ({ id, quote }));

let file: Uint8Array;

beforeAll(() => {
  file = spreadOverShards(
    SPEECHES.map((text, n): PackDocument => {
      const title = `Speech ${n}`;
      return { id: `${n}`, title, lang: 'en', class: 'recording', speaker: 'Ada Marsh', date: '2001-02-03', text };
    }),
  );
});

/** The pack, every read of it in memory of its own. */
async function opened(): Promise<Pack> {
  const pack = await openPack({ size: file.length, read: (start, end) => Promise.resolve(file.slice(start, end)) });
  if (!pack.ok) throw new Error(pack.error);
  return pack.value;
}

/** Leaves nothing of a shard's words, letters and turns. */
const wipe = ({ words }: Shard): void => void new Uint8Array(words.buffer).fill(0);

describe('a search through many shards', () => {
  it('needs of each shard nothing any more when the next but one is read', async () => {
    const pack = await opened();
    expect(pack.shardCount).toBeGreaterThan(3);
    const read: Shard[] = [];
    const wiping = Object.create(pack, {
      shard: {
        value: async (index: number) => {
          const shard = await pack.shard(index);
          if (!read.includes(shard)) read.push(shard);
          for (const old of read.slice(0, -2)) wipe(old);
          return shard;
        },
      },
    }) as Pack;
    const findings = await matchQuotations(QUERIES, [wiping]);
    expect(read.length).toBeGreaterThan(pack.shardCount);
    expect(findings).toEqual(await matchQuotations(QUERIES, [await opened()]));
  });

  it.each([
    ['word for word', 'exact', '0'],
    ['word for word in another shard', 'exact', '2'],
    ['in both transcripts', 'exact', '0'],
    ['with a word changed', 'altered', '3'],
    ['with two words changed', 'key-word-altered', '4'],
    ['with slips', 'cleaned', '1'],
    ['that is nowhere', 'not-found', undefined],
  ])('finds the same as in one shard: %s', async (id, verdict, source) => {
    const findings = await matchQuotations(QUERIES, [await opened()]);
    const finding = findings.find((one) => one.id === id)!;
    expect([finding.verdict, finding.matches.at(0)?.source.id]).toEqual([verdict, source]);
  });

  it('tells of another transcript, whichever shard it stands in', async () => {
    const [finding, , both] = await matchQuotations(QUERIES, [await opened()]);
    expect(finding.notices).toContainEqual({
      kind: 'sources-disagree',
      source: 'Speech 5',
      text: 'the tide would be high at midnight',
    });
    expect(both.matches.map(({ source }) => source.id)).toEqual(['0', '5']);
  });
});
