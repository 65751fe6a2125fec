import { checksum } from './bytes.ts';
import { section, type Header, type SectionName } from './format.ts';
import type { ByteSource } from './types.ts';

/** The sections of a shard's index, as they lie side by side. */
export const INDEX_SECTIONS = [
  'parts',
  'blocks',
  'words',
  'suffixes',
  'buckets',
  'letterBases',
  'letterOffsets',
  'letters',
  'chainStarts',
  'table',
  'partWords',
  'anchors',
] as const satisfies readonly SectionName[];

export const SHARD_SECTIONS: readonly SectionName[] = [...INDEX_SECTIONS, 'text'];

type IndexSections = Record<(typeof INDEX_SECTIONS)[number], Uint8Array>;

/**
 * Reads the sections of a shard's index, in one piece.
 *
 * @param isChecked they were whole before, so that their checksums need not be taken again
 * @throws Error of one sentence when they don't lie side by side or a checksum does not hold
 */
export async function readIndexSections(
  bytes: ByteSource,
  header: Header,
  shard: number,
  isChecked: boolean,
): Promise<IndexSections> {
  const entries = INDEX_SECTIONS.map((name) => section(header, name, shard)!);
  const start = Math.min(...entries.map((entry) => entry.start));
  const end = Math.max(...entries.map((entry) => entry.start + entry.length));
  const total = entries.reduce((sum, { length }) => sum + length + 8, 0);
  if (end - start > total) throw new Error(`shard ${shard} is not in one piece`);
  const content = await bytes.read(start, end);
  const sections: Partial<Record<SectionName, Uint8Array>> = {};
  entries.forEach((entry, i) => {
    const part = content.subarray(entry.start - start, entry.start - start + entry.length);
    if (!isChecked && checksum(part) !== entry.checksum)
      throw new Error(`the checksum of shard ${shard} does not hold`);
    sections[INDEX_SECTIONS[i]] = part;
  });
  return sections as IndexSections;
}
