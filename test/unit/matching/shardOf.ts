import { buildPack, memoryBytes, openPack } from '../../../src/core/packs/index.ts';
import type { Shard } from '../../../src/core/packs/shard.ts';

/** The shard of a pack with one source for each text. */
export async function shardOf(...texts: readonly string[]): Promise<Shard> {
  const documents = texts.map((text, id) => ({
    id: `${id}`,
    title: 'T',
    lang: 'en',
    class: 'recording' as const,
    text,
  }));
  const pack = await openPack(memoryBytes(buildPack(documents, { id: 't', name: 'T', version: '1' })));
  if (!pack.ok) throw new Error(pack.error);
  return pack.value.shard(0);
}
