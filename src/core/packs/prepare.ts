import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';
import { wordHash, Words, readWords } from '../text/index.ts';
import { bytesOf, checksum, uint16View, uint32View } from './bytes.ts';
import { inflated } from './deflated.ts';
import { parsedJson, readPeople, SourceSchema } from './facts.ts';
import {
  ANCHOR_BITS,
  ANCHOR_WORDS,
  assembled,
  headLength,
  HEADER_LENGTH,
  PREPARED,
  PREPARED_RULES,
  readHeader,
  ROLES,
  section,
  SHARD_WORDS,
  SHIPPED,
  type Draft,
  type Header,
  type SectionName,
} from './format.ts';
import { blockField, blockText, partField, partLength, plainBlocks, readFrame, type Frame } from './textBlocks.ts';
import { bitsFor, packed } from './words/packed.ts';
import { GROUP_SHARDS, sketched, type HashedWords } from './words/sketch.ts';
import { sortedSuffixes } from './words/suffixes.ts';
import { letterStart, letterTables, readLetters, WordCollector } from './words/vocabulary.ts';

/** A pack's fact sheet and tables grow at most to this; a larger one is no pack of ours. Bytes. */
const LARGEST_TABLE = 256 * 1024 * 1024;
const encoder = new TextEncoder();
/** Ids are two bytes and 0 is the break. */
const MOST_TYPES = 65_534;

/**
 * The form kept beside the extension, with the index over words: it opens without parsing. A pack prepared by the present rules
 * comes back as it is; one prepared by older ones is prepared again.
 * @throws Error with one sentence when the pack is damaged.
 */
export function preparePack(shipped: Uint8Array): Uint8Array {
  const result = prepared(shipped);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

/** As `preparePack`, answering instead of throwing. */
export function prepared(file: Uint8Array): Result<Uint8Array> {
  const length = headLength(file.subarray(0, HEADER_LENGTH), file.length);
  if (!length.ok) return length;
  const header = readHeader(file.subarray(0, length.value));
  if (!header.ok) return header;
  if (header.value.form === PREPARED && header.value.rules === PREPARED_RULES) return ok(file);
  return new Preparation(file, header.value).run();
}

class Preparation {
  private readonly words = new Words();

  constructor(
    private readonly file: Uint8Array,
    private readonly header: Header,
  ) {}

  run(): Result<Uint8Array> {
    const meta = this.bytes('meta');
    const people = this.table('people');
    const sources = this.sources();
    if (!meta.ok) return meta;
    if (!people.ok) return people;
    if (!sources.ok) return sources;
    const names = readPeople(people.value);
    if (!names.ok) return names;
    const drafts: Draft[] = [
      { name: 'meta', shard: 0, bytes: meta.value },
      { name: 'people', shard: 0, bytes: people.value },
      ...sources.value.drafts,
    ];
    const limits = { sources: sources.value.count, people: names.value.length, roles: ROLES.length };
    const shards: Draft[][] = [];
    for (let shard = 0; shard < this.header.shards; shard++) {
      const made = this.shard(shard, limits);
      if (!made.ok) return fail(`The pack is damaged: in shard ${shard}, ${made.error}.`);
      shards.push(made.value);
    }
    drafts.push(...sketchDrafts(shards), ...shards.flat());
    return ok(assembled(PREPARED, PREPARED_RULES, this.header.content, this.header.shards, drafts));
  }

  /** A section's bytes, its checksum checked. */
  private bytes(name: SectionName, shard = 0): Result<Uint8Array> {
    const found = section(this.header, name, shard);
    if (found === undefined) return fail(`The pack is damaged: its ${name} are missing.`);
    const bytes = this.file.subarray(found.start, found.start + found.length);
    if (name !== 'text' && checksum(bytes) !== found.checksum) {
      return fail(`The pack is damaged: the checksum of its ${name} does not hold.`);
    }
    return ok(bytes);
  }

  /** A section that the shipped form deflates. */
  private table(name: SectionName, shard = 0): Result<Uint8Array> {
    const bytes = this.bytes(name, shard);
    if (!bytes.ok || this.header.form === PREPARED) return bytes;
    const plain = inflated(bytes.value, LARGEST_TABLE);
    return plain.ok ? plain : fail(`The pack is damaged: in its ${name}, ${plain.error}.`);
  }

  private sources(): Result<{ count: number; drafts: Draft[] }> {
    const table = this.table('sources');
    if (!table.ok) return table;
    if (this.header.form === PREPARED) {
      const offsets = this.bytes('sourceOffsets');
      if (!offsets.ok) return offsets;
      return ok({ count: offsets.value.length / 4 - 1, drafts: sourceDrafts(table.value, offsets.value) });
    }
    const parsed = v.safeParse(v.array(SourceSchema), parsedJson(table.value));
    if (!parsed.success)
      return fail(`The pack is damaged: its list of sources is broken (${parsed.issues[0].message}).`);
    const texts = parsed.output.map((source) => encoder.encode(JSON.stringify(source)));
    const offsets = new Uint32Array(texts.length + 1);
    texts.forEach((text, index) => (offsets[index + 1] = offsets[index] + text.length));
    const all = new Uint8Array(offsets[texts.length]);
    texts.forEach((text, index) => all.set(text, offsets[index]));
    return ok({ count: texts.length, drafts: sourceDrafts(all, bytesOf(offsets)) });
  }

  private shard(shard: number, limits: { sources: number; people: number; roles: number }): Result<Draft[]> {
    const parts = this.table('parts', shard);
    const blocks = this.table('blocks', shard);
    const text = this.bytes('text', shard);
    if (!parts.ok) return parts;
    if (!blocks.ok) return blocks;
    if (!text.ok) return text;
    const frame = readFrame(parts.value, blocks.value, { ...limits, textBytes: text.value.length });
    if (!frame.ok) return frame;
    const index = this.index(frame.value, text.value);
    if (!index.ok) return index;
    const stored = plainBlocks(frame.value, index.value.texts);
    const plain: [SectionName, Uint8Array][] = [
      ['parts', parts.value],
      ['blocks', bytesOf(stored.blocks)],
      ...index.value.sections,
      ['text', stored.text],
    ];
    return ok(plain.map(([name, bytes]) => ({ name, shard, bytes })));
  }

  /** Reads every word of a shard and sorts its suffixes. */
  private index(frame: Frame, text: Uint8Array): Result<{ sections: [SectionName, Uint8Array][]; texts: string[] }> {
    const texts: string[] = [];
    const anchors: number[] = [];
    const isDeflated = this.header.form === SHIPPED;
    const collector = new WordCollector();
    let ids = new Uint32Array(frame.units / 4 + frame.partCount + 2);
    const partWords = new Uint32Array(frame.partCount);
    let count = 1;
    for (let block = 0; block < frame.blockCount; block++) {
      const from = blockField(frame, block, 'byteStart');
      const decoded = blockText(
        frame,
        block,
        text.subarray(from, from + blockField(frame, block, 'byteLength')),
        isDeflated,
      );
      if (!decoded.ok) return decoded;
      texts.push(decoded.value);
      const blockStart = blockField(frame, block, 'start');
      const lastPart = blockField(frame, block + 1, 'part');
      for (let part = blockField(frame, block, 'part'); part < lastPart; part++) {
        const start = partField(frame, part, 'start') - blockStart;
        const words = readWords(decoded.value.slice(start, start + partLength(frame, part)), this.words);
        if (ids.length < count + words.count + 2) ids = enlarged(ids, (count + words.count) * 2);
        if (part > 0 && breaksBefore(frame, part)) ids[count++] = 0;
        partWords[part] = count;
        for (let i = 0; i < words.count; i++) {
          if ((count & (ANCHOR_WORDS - 1)) === 0) anchors[count >> ANCHOR_BITS] = words.start[i];
          ids[count++] = collector.add(words, i);
        }
      }
      if (collector.types > MOST_TYPES || count > SHARD_WORDS + frame.partCount + 2)
        return fail('it has too many words');
    }
    ids[count++] = 0;
    const places = Uint16Array.from({ length: (count >> ANCHOR_BITS) + 1 }, (_, i) => anchors[i] ?? 0);
    const sections = indexSections(ids.subarray(0, count), collector, partWords);
    return ok({ sections: [...sections, ['anchors', bytesOf(places)]], texts });
  }
}

/** No quotation runs from one source into another, nor into or out of a wording of a statement. */
function breaksBefore(frame: Frame, part: number): boolean {
  if (partField(frame, part, 'source') !== partField(frame, part - 1, 'source')) return true;
  if (partField(frame, part, 'turn') === partField(frame, part - 1, 'turn')) return false;
  return partField(frame, part, 'role') !== 0 || partField(frame, part - 1, 'role') !== 0;
}

function enlarged(ids: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(size);
  copy.set(ids);
  return copy;
}

/** The index over words; ids are given anew by frequency, most frequent first, so that equal texts have equal indexes. */
function indexSections(
  read: Uint32Array,
  collector: WordCollector,
  partWords: Uint32Array,
): [SectionName, Uint8Array][] {
  const { types } = collector;
  const frequency = new Uint32Array(types + 1);
  for (let i = 0; i < read.length; i++) frequency[read[i]]++;
  const byFrequency = Array.from({ length: types }, (_, i) => i + 1);
  byFrequency.sort((a, b) => frequency[b] - frequency[a] || a - b);
  const newIds = new Uint16Array(types + 1);
  byFrequency.forEach((old, index) => (newIds[old] = index + 1));
  const words = new Uint16Array(read.length);
  for (let i = 0; i < read.length; i++) words[i] = newIds[read[i]];
  const buckets = new Uint32Array(types + 2);
  buckets[1] = frequency[0];
  byFrequency.forEach((old, index) => (buckets[index + 2] = buckets[index + 1] + frequency[old]));
  const bits = bitsFor(words.length + 1);
  const suffixes = packed(sortedSuffixes(words, types), bits);
  const { bases, offsets, letters, chainStarts, table } = letterTables([
    '',
    ...byFrequency.map((old) => collector.word(old)),
  ]);
  return [
    ['words', bytesOf(words)],
    ['suffixes', bytesOf(suffixes)],
    ['buckets', bytesOf(packed(buckets, bits))],
    ['letterBases', bytesOf(bases)],
    ['letterOffsets', bytesOf(offsets)],
    ['letters', letters],
    ['chainStarts', bytesOf(chainStarts)],
    ['table', bytesOf(table)],
    ['partWords', bytesOf(partWords)],
  ];
}

/** The sketch of a pack of several shards, from the sections of each. */
function sketchDrafts(shards: readonly (readonly Draft[])[]): Draft[] {
  if (shards.length < 2) return [];
  const hashed = shards.map(hashedWords);
  const drafts: Draft[] = [];
  for (let first = 0; first < hashed.length; first += GROUP_SHARDS) {
    const bytes = bytesOf(sketched(hashed.slice(first, first + GROUP_SHARDS)));
    drafts.push({ name: 'sketch', shard: first, bytes });
  }
  return drafts;
}

function hashedWords(sections: readonly Draft[]): HashedWords {
  const bytes = (name: SectionName): Uint8Array => sections.find((draft) => draft.name === name)!.bytes;
  const bases = uint32View(bytes('letterBases'));
  const offsets = uint16View(bytes('letterOffsets'));
  const start = (id: number): number => letterStart(bases, offsets, id);
  const letters = bytes('letters');
  const hashes = Uint32Array.from({ length: offsets.length - 1 }, (_, id) =>
    id === 0 ? 0 : wordHash(readLetters(letters, start(id), start(id + 1))),
  );
  return { words: uint16View(bytes('words')), hashes };
}

const sourceDrafts = (sources: Uint8Array, offsets: Uint8Array): Draft[] => [
  { name: 'sources', shard: 0, bytes: sources },
  { name: 'sourceOffsets', shard: 0, bytes: offsets },
];
