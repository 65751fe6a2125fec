import { unitsHash, type Words } from '../text/index.ts';
import { fail, ok, type Result } from '../result.ts';
import { uint16View, uint32View } from './bytes.ts';
import { ANCHOR_BITS, ANCHOR_WORDS } from './format.ts';
import type { Frame } from './textBlocks.ts';
import { bitsFor, packedLength, unpacked } from './words/packed.ts';
import { BASE_BITS, basesFor, chainOf, letterStart, readLetters, unitsOf } from './words/vocabulary.ts';

/** The id that stands between sources; no word has it. */
export const BREAK = 0;
/** The id of a word that the shard does not know. */
export const UNKNOWN = 0xffff;

/** The folded letters of some words and their hashes, as `Words` has them. */
export type SpelledWords = Pick<Words, 'units' | 'from' | 'hash'>;

export interface ShardSections {
  readonly words: Uint8Array;
  readonly suffixes: Uint8Array;
  readonly buckets: Uint8Array;
  readonly letterBases: Uint8Array;
  readonly letterOffsets: Uint8Array;
  readonly letters: Uint8Array;
  readonly chainStarts: Uint8Array;
  readonly table: Uint8Array;
  readonly partWords: Uint8Array;
  readonly anchors: Uint8Array;
}

/** The index over one shard's words: ids in the order of the text, their suffixes in order, and the words' letters. */
export class Shard {
  /** Word ids; `BREAK` first, last and between sources. */
  readonly words: Uint16Array;
  readonly length: number;
  /** Ids run from 1 to `types`, most frequent first. */
  readonly types: number;
  /** Of each number in `suffixes` and `buckets`. */
  private readonly bits: number;
  private readonly suffixes: Uint32Array;
  private readonly buckets: Uint32Array;
  private readonly bases: Uint32Array;
  private readonly offsets: Uint16Array;
  private readonly letters: Uint8Array;
  private readonly chainStarts: Uint16Array;
  private readonly table: Uint16Array;
  readonly partWords: Uint32Array;
  private readonly anchors: Uint16Array;
  /** The units of the word that is looked up. */
  private asked = new Uint16Array(128);

  /** @param index its number in the pack */
  constructor(
    readonly index: number,
    readonly frame: Frame,
    sections: ShardSections,
  ) {
    this.words = uint16View(sections.words);
    this.length = this.words.length;
    this.bits = bitsFor(this.length + 1);
    this.suffixes = uint32View(sections.suffixes);
    this.buckets = uint32View(sections.buckets);
    this.bases = uint32View(sections.letterBases);
    this.offsets = uint16View(sections.letterOffsets);
    this.letters = sections.letters;
    this.chainStarts = uint16View(sections.chainStarts);
    this.table = uint16View(sections.table);
    this.types = this.table.length;
    this.partWords = uint32View(sections.partWords);
    this.anchors = uint16View(sections.anchors);
  }

  /** Bytes that the index holds in memory. */
  get size(): number {
    const views = [
      this.words,
      this.suffixes,
      this.buckets,
      this.bases,
      this.offsets,
      this.letters,
      this.chainStarts,
      this.table,
      this.partWords,
      this.anchors,
    ];
    return (
      views.reduce((sum, view) => sum + view.byteLength, 0) + this.frame.parts.byteLength + this.frame.blocks.byteLength
    );
  }

  /**
   * Whether its tables are whole and in order; a sentence's end saying what is not. Words, suffixes and the words' buckets are
   * not read through for this, which would take longer than answering: their checksums tell damage, and of a forged one a
   * suffix that points outside counts as none (`suffix`), a word without letters as the empty word (`word`), and a bucket that
   * ends before it begins as empty.
   */
  check(): Result<null> {
    const { length, types, words, bits, buckets, bases, offsets, chainStarts, table, partWords } = this;
    if (length < 2 || types >= UNKNOWN || this.suffixes.length !== packedLength(length, bits)) {
      return fail('its index has another size than its words');
    }
    if (words[0] !== BREAK || words[length - 1] !== BREAK) return fail('its words have no end');
    if (buckets.length !== packedLength(types + 2, bits) || this.bucketStart(types + 1) !== length)
      return fail('the buckets of its index are incomplete');
    if (offsets.length !== types + 2 || bases.length !== basesFor(types + 2)) return fail('its words are incomplete');
    if (chainStarts.length !== types + 1 || chainStarts[types] !== types)
      return fail('its table of words is incomplete');
    // Written out, with no call: this runs once, before anything is compiled, and somebody waits for it.
    let before = 0;
    let chain = 0;
    for (let id = 0; id < types; id++) {
      const start = bases[id >> BASE_BITS] + offsets[id];
      if (start < before) return fail('its words are out of order');
      before = start;
      const next = chainStarts[id];
      if (next < chain) return fail('its table of words is out of order');
      chain = next;
      const entry = table[id];
      if (entry === BREAK || entry > types) return fail('its table of words points outside');
    }
    const [last, end] = [this.letterStart(types), this.letterStart(types + 1)];
    if (last < before || end < last || end > this.letters.length) return fail('its words are out of order');
    if (types < chain) return fail('its table of words is out of order');
    if (this.anchors.length !== (length >> ANCHOR_BITS) + 1) return fail('its places of words are incomplete');
    if (partWords.length !== this.frame.partCount || !isRising(partWords, length))
      return fail('its turns are out of order');
    return ok(null);
  }

  /** The word index at which the i-th suffix begins; 0, where no word stands, when it lies outside. */
  suffix(i: number): number {
    const at = unpacked(this.suffixes, this.bits, i);
    return at < this.length ? at : 0;
  }

  /** The first suffix that begins with this word; `bucketStart(id + 1)` is behind the last. */
  bucketStart(id: number): number {
    return unpacked(this.buckets, this.bits, id);
  }

  /** How often a word occurs. */
  frequency(id: number): number {
    if (id > this.types || id === BREAK) return 0;
    return Math.max(0, this.bucketStart(id + 1) - this.bucketStart(id));
  }

  /** The folded word of an id; empty for an id that no word has. */
  word(id: number): string {
    if (id > this.types) return '';
    return readLetters(this.letters, this.letterStart(id), this.letterStart(id + 1));
  }

  private letterStart(id: number): number {
    return letterStart(this.bases, this.offsets, id);
  }

  /** What the words of some ids are, to look them up in another shard. */
  spelled(ids: Uint16Array): SpelledWords {
    let most = 0;
    for (const id of ids) if (id <= this.types) most += this.letterStart(id + 1) - this.letterStart(id);
    const words = {
      units: new Uint16Array(most),
      from: new Uint32Array(ids.length + 1),
      hash: new Uint32Array(ids.length),
    };
    let length = 0;
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i];
      if (id <= this.types)
        length += unitsOf(this.letters, this.letterStart(id), this.letterStart(id + 1), words.units, length);
      words.from[i + 1] = length;
      words.hash[i] = unitsHash(words.units, words.from[i], length);
    }
    return words;
  }

  /** The id of word i of a text; `UNKNOWN` when the shard does not have it. */
  idOf(words: SpelledWords, i: number): number {
    return this.find(words.hash[i], words.units, words.from[i], words.from[i + 1]);
  }

  /** The id of the word that words i and i + 1 of a text make when they are written together. */
  idOfJoined(words: Words, i: number): number {
    const [from, to] = [words.from[i], words.from[i + 2]];
    return this.find(unitsHash(words.units, from, to), words.units, from, to);
  }

  /** The id of the word that units[0, length) spell. */
  idOfUnits(units: Uint16Array, length: number): number {
    return this.find(unitsHash(units, 0, length), units, 0, length);
  }

  /** The id of a folded word. */
  idOfWord(word: string): number {
    if (word.length > this.asked.length) this.asked = new Uint16Array(word.length * 2);
    for (let k = 0; k < word.length; k++) this.asked[k] = word.charCodeAt(k);
    return this.idOfUnits(this.asked, word.length);
  }

  private find(hash: number, units: Uint16Array, from: number, to: number): number {
    const { chainStarts, table } = this;
    const chain = chainOf(hash, chainStarts.length - 1);
    const end = chainStarts[chain + 1];
    for (let i = chainStarts[chain]; i < end; i++) {
      const id = table[i];
      if (this.spells(id, units, from, to)) return id;
    }
    return UNKNOWN;
  }

  private spells(id: number, units: Uint16Array, from: number, to: number): boolean {
    const { letters } = this;
    let at = this.letterStart(id);
    for (let k = from; k < to; k++) {
      const unit = units[k];
      if (unit < 0x80) {
        if (letters[at++] !== unit) return false;
      } else if (unit < 0x800) {
        if (letters[at++] !== (0xc0 | (unit >> 6)) || letters[at++] !== (0x80 | (unit & 0x3f))) return false;
      } else if (
        letters[at++] !== (0xe0 | (unit >> 12)) ||
        letters[at++] !== (0x80 | ((unit >> 6) & 0x3f)) ||
        letters[at++] !== (0x80 | (unit & 0x3f))
      ) {
        return false;
      }
    }
    return at === this.letterStart(id + 1);
  }

  /** The last known place at or before a word: a word of the same part and its UTF-16 start there. */
  anchor(part: number, word: number): { readonly word: number; readonly start: number } {
    const anchor = word - (word % ANCHOR_WORDS);
    if (anchor < this.partWords[part]) return { word: this.partWords[part], start: 0 };
    return { word: anchor, start: this.anchors[anchor >> ANCHOR_BITS] };
  }

  /** The part that a word stands in. */
  partOf(word: number): number {
    let low = 0;
    let high = this.partWords.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.partWords[middle] <= word) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function isRising(numbers: Uint32Array, limit: number): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i] < numbers[i - 1]) return false;
  return numbers.length === 0 || numbers[numbers.length - 1] <= limit;
}
