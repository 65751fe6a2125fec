import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';
import { BlockReader } from './blockReader.ts';
import { checksum, memoryBytes, uint32View } from './bytes.ts';
import { parsedJson, readFacts, readPeople, SourceSchema } from './facts.ts';
import {
  headLength,
  HEADER_LENGTH,
  PREPARED,
  PREPARED_RULES,
  readHeader,
  ROLES,
  section,
  type Header,
  type SectionName,
} from './format.ts';
import { prepared } from './prepare.ts';
import { Shard } from './shard.ts';
import { readIndexSections, SHARD_SECTIONS } from './shardSections.ts';
import { blockField, blockOfPart, frameOf, partField, partLength, readFrame, type Frame } from './textBlocks.ts';
import { GROUP_SHARDS, Sketch } from './words/sketch.ts';
import type { ByteSource, PackInfo, PackTurn, SourceInfo } from './types.ts';

/**
 * Bytes at the beginning of a file that are read at once: header, directory and, of most packs, all facts about sources. Three
 * reads one after the other take longer than this one.
 */
const READ_FIRST = 256 * 1024;
/** How many shards a pack keeps at hand; what falls out is read again when needed. */
const KEPT_SHARDS = 2;
/**
 * An opened pack. Facts about sources are at hand; words and text are read when asked for. Reading rejects with an Error of
 * one sentence when the file turns out damaged.
 */
export interface Pack {
  readonly info: PackInfo;
  readonly sourceCount: number;
  /** Index of a source from 0. */
  source(index: number): SourceInfo;
  /** All turns of a source, in order. */
  turns(source: number): Promise<readonly PackTurn[]>;
  readonly shardCount: number;
  /** Which shards may have which words; null where there is but one shard. */
  readonly sketch: Sketch | null;
  shard(index: number): Promise<Shard>;
  /** The text of one part of a shard. */
  partText(shard: Shard, part: number): Promise<string>;
  /** Notes that a part's text will be asked for: with the first that is, all that were noted are read, neighbours at once. */
  readAhead(shard: Shard, part: number): void;
  /** A speaker's or a rendering's author's name by its number in the part table (0 is nobody). */
  person(number: number): string | null;
}

/**
 * Opens a pack in either form; the shipped form is prepared in memory first. Everything is checked before it is used.
 *
 * @param onRenewed called with the file as it should be kept when it had been prepared by older rules
 */
export async function openPack(bytes: ByteSource, onRenewed?: (file: Uint8Array) => void): Promise<Result<Pack>> {
  try {
    const first = await bytes.read(0, Math.min(READ_FIRST, bytes.size));
    const length = headLength(first.subarray(0, HEADER_LENGTH), bytes.size);
    if (!length.ok) return length;
    const read = (start: number, end: number): Promise<Uint8Array> =>
      end <= first.length ? Promise.resolve(first.subarray(start, end)) : bytes.read(start, end);
    const header = readHeader(await read(0, length.value));
    if (!header.ok) return header;
    if (header.value.form === PREPARED && header.value.rules === PREPARED_RULES) {
      return await openPrepared(bytes, read, header.value);
    }
    const file = prepared(await bytes.read(0, bytes.size));
    if (!file.ok) return file;
    if (header.value.form === PREPARED) onRenewed?.(file.value);
    return await openPack(memoryBytes(file.value));
  } catch (error) {
    return fail(`The pack could not be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function openPrepared(bytes: ByteSource, readBytes: ByteSource['read'], header: Header): Promise<Result<Pack>> {
  const read = async (name: SectionName, shard = 0): Promise<Result<Uint8Array>> => {
    const found = section(header, name, shard);
    if (found === undefined) return fail(`The pack is damaged: its ${name} are missing.`);
    const content = await readBytes(found.start, found.start + found.length);
    return checksum(content) === found.checksum
      ? ok(content)
      : fail(`The pack is damaged: the checksum of its ${name} does not hold.`);
  };
  const [meta, people, sources, offsets] = await Promise.all([
    read('meta'),
    read('people'),
    read('sources'),
    read('sourceOffsets'),
  ]);
  if (!meta.ok) return meta;
  if (!people.ok) return people;
  if (!sources.ok) return sources;
  if (!offsets.ok) return offsets;
  const facts = readFacts(meta.value);
  if (!facts.ok) return facts;
  const names = readPeople(people.value);
  if (!names.ok) return names;
  const places = uint32View(offsets.value);
  for (let i = 0; i < places.length; i++) {
    if (places[i] > sources.value.length || (i > 0 && places[i] < places[i - 1])) {
      return fail('The pack is damaged: its list of sources is out of order.');
    }
  }
  const info: PackInfo = {
    ...facts.value.meta,
    coverage: facts.value.coverage,
    size: header.size,
    checksum: header.content.toString(16).padStart(8, '0'),
  };
  for (let shard = 0; shard < header.shards; shard++) {
    for (const name of SHARD_SECTIONS) {
      if (section(header, name, shard) === undefined)
        return fail(`The pack is damaged: the ${name} of shard ${shard} are missing.`);
    }
  }
  const sketch = header.shards < 2 ? ok(null) : await readSketch(header.shards, (first) => read('sketch', first));
  if (!sketch.ok) return sketch;
  return ok(new OpenPack(bytes, header, info, names.value, sources.value, places, sketch.value));
}

async function readSketch(
  shards: number,
  read: (first: number) => Promise<Result<Uint8Array>>,
): Promise<Result<Sketch>> {
  const groups: Uint8Array[] = [];
  for (let first = 0; first < shards; first += GROUP_SHARDS) {
    const group = await read(first);
    if (!group.ok) return group;
    groups.push(group.value);
  }
  const sketch = Sketch.read(groups, shards);
  return sketch.ok ? sketch : fail(`The pack is damaged: ${sketch.error}.`);
}

class OpenPack implements Pack {
  readonly sourceCount: number;
  readonly shardCount: number;
  private readonly shards = new Map<number, Promise<Shard>>();
  /** Shards that were read before. */
  private readonly checked = new Set<number>();
  private readonly texts: BlockReader;
  private readonly known = new Map<number, SourceInfo>();

  constructor(
    private readonly bytes: ByteSource,
    private readonly header: Header,
    readonly info: PackInfo,
    private readonly people: readonly string[],
    private readonly sources: Uint8Array,
    private readonly sourceOffsets: Uint32Array,
    readonly sketch: Sketch | null,
  ) {
    this.sourceCount = Math.max(0, sourceOffsets.length - 1);
    this.shardCount = header.shards;
    const textStarts = Array.from({ length: header.shards }, (_, shard) => section(header, 'text', shard)!.start);
    this.texts = new BlockReader(bytes, textStarts);
  }

  source(index: number): SourceInfo {
    const known = this.known.get(index);
    if (known !== undefined) return known;
    const bytes = this.sources.subarray(this.sourceOffsets[index], this.sourceOffsets[index + 1]);
    const parsed = v.safeParse(SourceSchema, parsedJson(bytes));
    const source = parsed.success ? parsed.output : unreadableSource(index);
    this.known.set(index, source);
    return source;
  }

  person(number: number): string | null {
    return number === 0 ? null : this.people[number - 1];
  }

  shard(index: number): Promise<Shard> {
    const kept = this.shards.get(index);
    this.shards.delete(index);
    // Room is made before the next one is read.
    for (const oldest of this.shards.keys()) {
      if (this.shards.size < KEPT_SHARDS) break;
      this.shards.delete(oldest);
    }
    const shard = kept ?? this.readShard(index);
    this.shards.set(index, shard);
    shard.catch(() => this.shards.delete(index));
    return shard;
  }

  private async readShard(index: number): Promise<Shard> {
    // What is read again was whole before: it lies in a file that nobody writes to.
    const isChecked = this.checked.has(index);
    const sections = await readIndexSections(this.bytes, this.header, index, isChecked);
    const frame = isChecked
      ? ok(frameOf(sections.parts, sections.blocks))
      : readFrame(sections.parts, sections.blocks, {
          sources: this.sourceCount,
          people: this.people.length,
          roles: ROLES.length,
          textBytes: section(this.header, 'text', index)!.length,
        });
    if (!frame.ok) throw new Error(`in shard ${index}, ${frame.error}`);
    const shard = new Shard(index, frame.value, sections);
    const checked = isChecked ? ok(null) : shard.check();
    if (!checked.ok) throw new Error(`in shard ${index}, ${checked.error}`);
    this.checked.add(index);
    return shard;
  }

  async partText(shard: Shard, part: number): Promise<string> {
    const { frame } = shard;
    const block = blockOfPart(frame, part);
    const text = await this.texts.text(shard, block);
    const start = partField(frame, part, 'start') - blockField(frame, block, 'start');
    return text.slice(start, start + partLength(frame, part));
  }

  readAhead(shard: Shard, part: number): void {
    this.texts.note(shard, blockOfPart(shard.frame, part));
  }

  async turns(source: number): Promise<readonly PackTurn[]> {
    const turns: (PackTurn & { texts: string[] })[] = [];
    for (let index = 0; index < this.shardCount; index++) {
      const shard = await this.shard(index);
      const { frame } = shard;
      let part = firstPartOf(frame, source);
      for (; part < frame.partCount && partField(frame, part, 'source') === source; part++) {
        const turn = partField(frame, part, 'turn');
        const text = await this.partText(shard, part);
        if (turn === turns.length - 1) turns[turn].texts.push(text);
        else turns.push({ ...this.turnFacts(frame, part), text: '', texts: [text] });
      }
      if (part < frame.partCount && turns.length > 0) break;
    }
    return turns.map(({ texts, ...turn }) => ({ ...turn, text: texts.join('') }));
  }

  private turnFacts(frame: Frame, part: number): Omit<PackTurn, 'text'> {
    const at = partField(frame, part, 'at');
    return {
      speaker: this.person(partField(frame, part, 'speaker')),
      role: ROLES[partField(frame, part, 'role')],
      by: this.person(partField(frame, part, 'by')),
      at: at === 0 ? null : at - 1,
    };
  }
}

/** Parts stand in the order of their sources. */
function firstPartOf(frame: Frame, source: number): number {
  let low = 0;
  let high = frame.partCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (partField(frame, middle, 'source') < source) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Stands in for a source whose facts a forged pack left broken. */
const unreadableSource = (index: number): SourceInfo => ({
  id: `unreadable-${index}`,
  title: '?',
  speaker: null,
  date: null,
  venue: null,
  url: null,
  archive: null,
  licence: null,
  lang: 'und',
  class: 'news report',
  uncertain: null,
  statement: null,
});
