/**
 * The bytes of a pack, all numbers little-endian.
 *
 * ```
 *  0  "VERBATIM"                       8 bytes
 *  8  u32 format version               this file's rules
 * 12  u32 rules                        `PREPARED_RULES`; 0 in the shipped form, which holds no folded word
 * 16  u32 form                         1 shipped, 2 prepared
 * 20  u32 sections                     how many entries the directory has
 * 24  u32 size                         bytes of the whole file
 * 28  u32 content                      checksum of the content, the same in both forms
 * 32  u32 check                        checksum of header and directory, computed with this field zero
 * 36  u32 shards
 * 40  directory: per section           u32 kind, u32 shard, u32 start, u32 length, u32 checksum (0 for text: its blocks have their own)
 *     sections, each at a multiple of 8
 * ```
 *
 * The shipped form holds what can't be computed: facts, names, places of turns and blocks (deflated), and the text in
 * separately deflated blocks. The prepared form adds the index over words, and keeps tables and blocks plain, so that it
 * opens without parsing and a passage is read with one small read. A shard is at most `SHARD_WORDS` words with at most `SHARD_TYPES` different ones, so that a word id takes two
 * bytes; the sections of a shard's index lie side by side and are read at once.
 *
 * Text is divided into parts: a part is (a piece of) one turn inside one block. Words are read part by part, so that any
 * block can be read again without its neighbours. Word id 0 stands between sources, and around wordings of a statement.
 */
import { fail, ok, type Result } from '../result.ts';
import { FOLDING_VERSION } from '../text/index.ts';
import { checksum, copyOf, uint32View } from './bytes.ts';

export const FORMAT_VERSION = 1;
/** Raised when the sections of the prepared form change. */
const PREPARED_SECTIONS = 4;
/** The rules by which a pack is prepared: those of core/text and those of this file. One prepared by other rules is prepared again. */
export const PREPARED_RULES = FOLDING_VERSION * 100 + PREPARED_SECTIONS;
export const SHIPPED = 1;
export const PREPARED = 2;

export const SHARD_WORDS = 2_000_000;
/** Below 65,535, which would be the largest id. */
export const SHARD_TYPES = 65_000;
/** UTF-16 units in a text block. Reading one passage inflates and reads one block, in about 0.1 ms; larger blocks are not much smaller packed. */
export const BLOCK_UNITS = 8_192;

export const SECTIONS = {
  /** JSON: PackMeta and Coverage. */
  meta: 1,
  /** Shipped: deflated JSON array of sources. Prepared: their JSON texts one behind the other. */
  sources: 2,
  /** Prepared: u32 byte offsets into `sources`, one more than sources. */
  sourceOffsets: 3,
  /** JSON array (deflated when shipped): names of speakers and authors of renderings. */
  people: 4,
  /** Prepared, for every `GROUP_SHARDS` shards of a pack of several, numbered by its first shard: see words/sketch.ts. */
  sketch: 5,
  /** Per shard: u32 records of `PART_FIELDS`, deflated when shipped. */
  parts: 10,
  /** Per shard: u32 records of `BLOCK_FIELDS`, deflated when shipped. */
  blocks: 11,
  /** Per shard: the blocks, UTF-8; each deflated when shipped. */
  text: 12,
  /** Prepared, per shard: u16 word ids in the order of the text. */
  words: 20,
  /** Suffixes in order, packed in as many bits as the number of words takes. */
  suffixes: 21,
  /** Where the suffixes of each word id begin, from that of the break on, and where the last end; packed as `suffixes` are. */
  buckets: 22,
  /** u16: where the letters of each word id begin, and where the last end, counted from the base of the id. */
  letterOffsets: 23,
  letters: 24,
  /** u16 word ids, by the chains that their hashes fall in: see words/vocabulary.ts. */
  table: 25,
  /** u32: the first word of each part. */
  partWords: 26,
  /** u16: for each word whose index is a multiple of `ANCHOR_WORDS`, its UTF-16 start in its part. */
  anchors: 27,
  /** u16: where each chain begins in `table`, and where the last ends; as many chains as word ids. */
  chainStarts: 28,
  /** u32: where the letters of every 32nd word id begin in `letters`. */
  letterBases: 29,
} as const;
export type SectionName = keyof typeof SECTIONS;

/** source, turn, UTF-16 start in the shard's text, UTF-16 start in the turn, speaker + 1, role, by + 1, at + 1. */
export const PART_FIELDS = 8;
/** UTF-16 start in the shard's text, byte start in `text`, byte length, checksum of its bytes, first part. */
export const BLOCK_FIELDS = 5;
export const ANCHOR_BITS = 6;
/** Words between two anchors: to place a word, at most so many are read again. */
export const ANCHOR_WORDS = 1 << ANCHOR_BITS;
export const ROLES = ['spoken', 'original', 'rendering', 'misquotation'] as const;

const MAGIC = 'VERBATIM';
const HEADER_BYTES = 40;
const ENTRY_BYTES = 20;
/** A directory longer than this is no pack of ours: 4,000 shards hold 8 billion words. */
const MOST_SECTIONS = 65_536;

export interface Section {
  readonly kind: number;
  readonly shard: number;
  readonly start: number;
  readonly length: number;
  readonly checksum: number;
}

export interface Header {
  readonly form: typeof SHIPPED | typeof PREPARED;
  readonly rules: number;
  readonly content: number;
  readonly size: number;
  readonly shards: number;
  readonly sections: readonly Section[];
}

/** A section before it has a place in the file. `checked` is false for text, whose blocks carry their own checksums. */
export interface Draft {
  readonly name: SectionName;
  readonly shard: number;
  readonly bytes: Uint8Array;
}

const rounded = (length: number): number => Math.ceil(length / 8) * 8;

/** The file made of the sections, in their order. Equal sections give equal bytes. */
export function assembled(
  form: typeof SHIPPED | typeof PREPARED,
  rules: number,
  content: number,
  shards: number,
  drafts: readonly Draft[],
): Uint8Array {
  let at = rounded(HEADER_BYTES + drafts.length * ENTRY_BYTES);
  const starts = drafts.map(({ bytes }) => {
    const start = at;
    at = rounded(at + bytes.length);
    return start;
  });
  if (at >= 2 ** 32) throw new RangeError('a pack can hold at most 4 GB');
  const file = new Uint8Array(at);
  const head = new Uint32Array(file.buffer, 0, (HEADER_BYTES + drafts.length * ENTRY_BYTES) / 4);
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i);
  head.set([FORMAT_VERSION, rules, form, drafts.length, at, content, 0, shards], 2);
  drafts.forEach(({ name, shard, bytes }, index) => {
    file.set(bytes, starts[index]);
    const sum = name === 'text' ? 0 : checksum(bytes);
    head.set([SECTIONS[name], shard, starts[index], bytes.length, sum], (HEADER_BYTES + index * ENTRY_BYTES) / 4);
  });
  head[8] = checksum(file.subarray(0, head.byteLength));
  return file;
}

/** How many bytes to read for the directory, from the header's first 40 bytes. */
export function headLength(start: Uint8Array, fileSize: number): Result<number> {
  if (start.length < HEADER_BYTES) return fail('The file is too short to be a pack.');
  for (let i = 0; i < MAGIC.length; i++) {
    if (start[i] !== MAGIC.charCodeAt(i)) return fail('The file is not a Verbatim pack.');
  }
  const head = uint32View(copyOf(start.subarray(0, HEADER_BYTES)));
  if (head[2] !== FORMAT_VERSION) {
    return fail(`The pack has format ${head[2]}; this version of Verbatim reads format ${FORMAT_VERSION}.`);
  }
  if (head[6] !== fileSize) return fail(`The pack is damaged: it should have ${head[6]} bytes and has ${fileSize}.`);
  const length = HEADER_BYTES + head[5] * ENTRY_BYTES;
  if (head[5] > MOST_SECTIONS || length > fileSize) return fail('The pack is damaged: its directory is too long.');
  return ok(length);
}
export const HEADER_LENGTH = HEADER_BYTES;

/** The header and directory, every offset checked against the file. `head` holds exactly `headLength` bytes. */
export function readHeader(head: Uint8Array): Result<Header> {
  const copy = copyOf(head);
  const words = uint32View(copy);
  const expected = words[8];
  words[8] = 0;
  if (checksum(copy) !== expected) return fail('The pack is damaged: the checksum of its directory does not hold.');
  const form = words[4];
  if (form !== SHIPPED && form !== PREPARED) return fail('The pack is damaged: it is in no known form.');
  const size = words[6];
  const shards = words[9];
  const sections: Section[] = [];
  for (let i = 0; i < words[5]; i++) {
    const at = (HEADER_BYTES + i * ENTRY_BYTES) / 4;
    const [kind, shard, start, length, sum] = words.subarray(at, at + 5);
    if (start % 8 !== 0 || start < head.length || start + length > size) {
      return fail(`The pack is damaged: section ${i} lies outside the file.`);
    }
    if (shard >= Math.max(1, shards)) return fail(`The pack is damaged: section ${i} belongs to no shard.`);
    sections.push({ kind, shard, start, length, checksum: sum });
  }
  return ok({ form, rules: words[3], content: words[7], size, shards, sections });
}

/** The one section of a kind, in a shard; undefined when it is missing or there are two. */
export function section(header: Header, name: SectionName, shard = 0): Section | undefined {
  const found = header.sections.filter((entry) => entry.kind === SECTIONS[name] && entry.shard === shard);
  return found.length === 1 ? found[0] : undefined;
}
