import { buildPack, preparePack } from '../../../src/core/packs/index.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';

/** Different words behind each document: no shard has room for those of two. */
const WORDS_BETWEEN = 45_000;

/** A prepared pack of several shards, over which the documents are spread by the many different words that stand between them. */
export function spreadOverShards(documents: readonly PackDocument[]): Uint8Array {
  const noise = (n: number): string =>
    Array.from({ length: WORDS_BETWEEN }, (_, i) => `w${(n * WORDS_BETWEEN + i).toString(36)}`).join(' ');
  const spread = documents.flatMap((document, n): PackDocument[] => [
    document,
    { id: `noise ${n}`, title: 'Noise', lang: 'en', class: 'recording', text: noise(n) },
  ]);
  return preparePack(buildPack(spread, { id: 't', name: 'T', version: '1' }));
}
