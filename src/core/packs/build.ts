import { DocumentSchema, PackMetaSchema, type Coverage, type PackDocument, type PackMeta } from './document.ts';
import * as v from 'valibot';
import { Words, readWords } from '../text/index.ts';
import { bytesOf, checksum } from './bytes.ts';
import { deflated } from './deflated.ts';
import { assembled, BLOCK_UNITS, ROLES, SHARD_TYPES, SHARD_WORDS, SHIPPED, type Draft } from './format.ts';
import { sourceInfo, turnsOf } from './parts.ts';
import type { PackTurn, SourceInfo } from './types.ts';
import { WordCollector } from './words/vocabulary.ts';

export interface BuildOptions {
  /** Called after each document with the number of documents taken in. */
  readonly onProgress?: (done: number) => void;
}

const encoder = new TextEncoder();
const json = (value: unknown): Uint8Array => encoder.encode(JSON.stringify(value));

/**
 * A pack in its shipped form: small, the same bytes for the same documents. Documents keep their order.
 * @throws TypeError with one sentence when a document or the meta data breaks the schema, or an id stands twice.
 */
export function buildPack(documents: Iterable<PackDocument>, meta: PackMeta, options: BuildOptions = {}): Uint8Array {
  const checkedMeta = v.safeParse(PackMetaSchema, meta);
  if (!checkedMeta.success) throw new TypeError(`The pack's description: ${problem(checkedMeta.issues)}`);
  const pack = new PackBuilder();
  for (const document of documents) {
    const checked = v.safeParse(DocumentSchema, document);
    if (!checked.success)
      throw new TypeError(`Document ${document.id || pack.sources.length}: ${problem(checked.issues)}`);
    pack.add(checked.output);
    options.onProgress?.(pack.sources.length);
  }
  return pack.finished(checkedMeta.output);
}

function problem(issues: readonly v.BaseIssue<unknown>[]): string {
  const field = v.getDotPath(issues[0]);
  return `${field === null ? '' : `${field}: `}${issues[0].message}`;
}

class PackBuilder {
  readonly sources: SourceInfo[] = [];
  private readonly ids = new Set<string>();
  private readonly people = new Map<string, number>();
  private readonly spoken = new Map<string, number>();
  private readonly drafts: Draft[] = [];
  private readonly reading = new Words();
  private shard = new ShardBuilder();
  private shards = 0;
  private turns = 0;
  private words = 0;

  add(document: PackDocument): void {
    if (this.ids.has(document.id)) throw new TypeError(`Document ${document.id}: the id stands twice`);
    this.ids.add(document.id);
    this.sources.push(sourceInfo(document));
    turnsOf(document).forEach((turn, index) => this.addTurn(turn, index));
  }

  private addTurn(turn: PackTurn, index: number): void {
    this.turns++;
    const text = wellFormed(turn.text);
    const fields = [
      this.person(turn.speaker),
      ROLES.indexOf(turn.role),
      this.person(turn.by),
      turn.at === null ? 0 : turn.at + 1,
    ] as const;
    let from = 0;
    do {
      const to = this.shard.partEnd(text, from);
      const part = text.slice(from, to);
      const words = readWords(part, this.reading);
      if (!this.shard.hasRoomFor(words.count)) this.closeShard();
      this.shard.addPart(part, words, [this.sources.length - 1, index, from], fields);
      this.words += words.count;
      if (turn.role === 'spoken' && turn.speaker !== null) {
        this.spoken.set(turn.speaker, (this.spoken.get(turn.speaker) ?? 0) + words.count);
      }
      from = to;
    } while (from < text.length);
  }

  /** A name's place in the table of people plus one; 0 for nobody. */
  private person(name: string | null): number {
    if (name === null) return 0;
    const known = this.people.get(name);
    if (known !== undefined) return known;
    this.people.set(name, this.people.size + 1);
    return this.people.size;
  }

  private closeShard(): void {
    this.drafts.push(...this.shard.drafts(this.shards));
    this.shards++;
    this.shard = new ShardBuilder();
  }

  finished(meta: PackMeta): Uint8Array {
    if (!this.shard.isEmpty) this.closeShard();
    const drafts: Draft[] = [
      { name: 'meta', shard: 0, bytes: json({ meta, coverage: this.coverage() }) },
      { name: 'sources', shard: 0, bytes: deflated(json(this.sources)) },
      { name: 'people', shard: 0, bytes: deflated(json([...this.people.keys()])) },
      ...this.drafts,
    ];
    const sums = new Uint32Array(drafts.map(({ bytes }) => checksum(bytes)));
    return assembled(SHIPPED, 0, checksum(bytesOf(sums)), this.shards, drafts);
  }

  private coverage(): Coverage {
    const dates = this.sources.map(({ date }) => date).filter((date) => date !== null);
    dates.sort();
    return {
      sources: this.sources.length,
      turns: this.turns,
      words: this.words,
      languages: [...new Set(this.sources.map(({ lang }) => lang))],
      speakers: [...this.spoken].sort((a, b) => b[1] - a[1]).map(([name]) => name),
      from: dates.at(0) ?? null,
      to: dates.at(-1) ?? null,
    };
  }
}

/** Lone surrogates have no UTF-8; they become U+FFFD, which is one unit as well. */
const wellFormed = (text: string): string => text.toWellFormed();

/** Parts and blocks of one shard while it fills. */
class ShardBuilder {
  private readonly parts: number[] = [];
  private readonly blocks: number[] = [];
  private readonly deflatedBlocks: Uint8Array[] = [];
  private readonly types = new WordCollector();
  private block: string[] = [];
  private blockUnits = 0;
  private units = 0;
  private bytes = 0;
  private wordCount = 0;

  /** Whether a part of so many words, were all of them new, keeps the shard within its limits (with the break before it). */
  hasRoomFor(words: number): boolean {
    return this.wordCount + words + 1 <= SHARD_WORDS && this.types.types + words <= SHARD_TYPES;
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** Where a part that begins at `from` ends: at the end of the text, or at a good place within the room of a block. */
  partEnd(text: string, from: number): number {
    let room = BLOCK_UNITS - this.blockUnits;
    if (text.length - from <= room) return text.length;
    if (room < BLOCK_UNITS / 4) {
      this.closeBlock();
      room = BLOCK_UNITS;
      if (text.length - from <= room) return text.length;
    }
    return cutBefore(text, from, from + room);
  }

  /** Takes a part in, with its words. `place`: source, turn, UTF-16 start in the turn. `fields`: speaker, role, by, at. */
  addPart(text: string, words: Words, place: readonly [number, number, number], fields: readonly number[]): void {
    if (this.blockUnits === 0) {
      this.blocks.push(this.units, 0, 0, 0, this.parts.length / 8);
    }
    this.parts.push(place[0], place[1], this.units, place[2], ...fields);
    this.block.push(text);
    this.blockUnits += text.length;
    this.units += text.length;
    for (let i = 0; i < words.count; i++) this.types.add(words, i);
    this.wordCount += words.count + 1;
  }

  private closeBlock(): void {
    if (this.block.length === 0) return;
    const bytes = deflated(encoder.encode(this.block.join('')));
    const at = this.blocks.length - 5;
    this.blocks[at + 1] = this.bytes;
    this.blocks[at + 2] = bytes.length;
    this.blocks[at + 3] = checksum(bytes);
    this.deflatedBlocks.push(bytes);
    this.bytes += bytes.length;
    this.block = [];
    this.blockUnits = 0;
  }

  drafts(shard: number): Draft[] {
    this.closeBlock();
    this.blocks.push(this.units, this.bytes, 0, 0, this.parts.length / 8);
    const text = new Uint8Array(this.bytes);
    let at = 0;
    for (const bytes of this.deflatedBlocks) {
      text.set(bytes, at);
      at += bytes.length;
    }
    return [
      { name: 'parts', shard, bytes: deflated(bytesOf(new Uint32Array(this.parts))) },
      { name: 'blocks', shard, bytes: deflated(bytesOf(new Uint32Array(this.blocks))) },
      { name: 'text', shard, bytes: text },
    ];
  }
}

/** The best place to cut a text before `limit`: behind a line, else behind a sentence, else behind a word. UTF-16 offsets. */
function cutBefore(text: string, from: number, limit: number): number {
  const earliest = from + (limit - from) / 2;
  for (const mark of ['\n', '. ', ' ']) {
    const at = text.lastIndexOf(mark, limit - mark.length);
    if (at >= earliest) return at + mark.length;
  }
  const splitsPair = /[\uDC00-\uDFFF]/u.test(text.charAt(limit)) && /[\uD800-\uDBFF]/u.test(text.charAt(limit - 1));
  return splitsPair ? limit - 1 : limit;
}
