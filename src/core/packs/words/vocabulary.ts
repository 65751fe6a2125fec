import { wordHash, type Words } from '../../text/index.ts';

/** The distinct words of a shard while it is read. Ids count from 1 in the order of first appearance. */
export class WordCollector {
  types = 0;
  private units = new Uint16Array(1 << 16);
  private from = new Uint32Array(1 << 12);
  private hashes = new Uint32Array(1 << 12);
  private table = new Int32Array(1 << 13);

  /** The id of word i, new or known. */
  add(words: Words, i: number): number {
    const hash = words.hash[i];
    const mask = this.table.length - 1;
    let slot = hash & mask;
    for (let id = this.table[slot]; id !== 0; id = this.table[slot]) {
      if (this.hashes[id] === hash && this.same(id, words, i)) return id;
      slot = (slot + 1) & mask;
    }
    return this.insert(words, i, slot);
  }

  private same(id: number, words: Words, i: number): boolean {
    const from = this.from[id];
    const length = this.from[id + 1] - from;
    const other = words.from[i];
    if (words.from[i + 1] - other !== length) return false;
    for (let k = 0; k < length; k++) if (this.units[from + k] !== words.units[other + k]) return false;
    return true;
  }

  private insert(words: Words, i: number, slot: number): number {
    const id = ++this.types;
    this.makeRoom(id, words.from[i + 1] - words.from[i]);
    const start = this.from[id];
    let end = start;
    for (let k = words.from[i]; k < words.from[i + 1]; k++) this.units[end++] = words.units[k];
    this.from[id + 1] = end;
    this.hashes[id] = words.hash[i];
    this.table[slot] = id;
    if (this.types * 2 > this.table.length) this.rehash();
    return id;
  }

  private makeRoom(id: number, length: number): void {
    if (id + 2 > this.from.length) {
      this.from = copied(this.from, new Uint32Array(this.from.length * 2));
      this.hashes = copied(this.hashes, new Uint32Array(this.hashes.length * 2));
    }
    if (this.from[id] + length > this.units.length) {
      this.units = copied(this.units, new Uint16Array(this.units.length * 2 + length));
    }
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 2);
    const mask = table.length - 1;
    for (let id = 1; id <= this.types; id++) {
      let slot = this.hashes[id] & mask;
      while (table[slot] !== 0) slot = (slot + 1) & mask;
      table[slot] = id;
    }
    this.table = table;
  }

  word(id: number): string {
    return String.fromCharCode(...this.units.subarray(this.from[id], this.from[id + 1]));
  }

  /** Forgets all words, keeping the room. */
  clear(): void {
    this.types = 0;
    this.table.fill(0);
  }
}

function copied<T extends Uint16Array | Uint32Array>(from: T, into: T): T {
  into.set(from);
  return into;
}

/** The letters of a shard's words as they lie in a pack: each UTF-16 unit by itself in one to three bytes, as UTF-8 would. */
export interface LetterTables {
  /** Where the letters of every 32nd id begin. */
  readonly bases: Uint32Array;
  /** How far behind its base the letters of each id begin, and of one id more, where the last end. */
  readonly offsets: Uint16Array;
  readonly letters: Uint8Array;
  /** Where each chain begins in `table`, one more than chains, of which there are as many as ids. */
  readonly chainStarts: Uint16Array;
  /** Word ids chain by chain; in each, the ids whose hashes fall in it, in order. */
  readonly table: Uint16Array;
}

/** Ids that share a base: 32, whose letters take at most some 8 KB, as a word is cut at 64 letters and each folds to at most four bytes. */
export const BASE_BITS = 5;

/** How many bases so many ids have. */
export const basesFor = (ids: number): number => Math.ceil(ids / (1 << BASE_BITS));

/** Where the letters of an id begin. */
export const letterStart = (bases: Uint32Array, offsets: Uint16Array, id: number): number =>
  bases[id >> BASE_BITS] + offsets[id];

/** @param words the word of each id from 1; index 0 is the break and has none. */
export function letterTables(words: readonly string[]): LetterTables {
  const types = words.length - 1;
  const starts = new Uint32Array(types + 2);
  words.forEach((word, id) => {
    starts[id + 1] = starts[id];
    for (let k = 0; k < word.length; k++) starts[id + 1] += unitBytes(word.charCodeAt(k));
  });
  const bases = starts.filter((_, id) => id % (1 << BASE_BITS) === 0);
  const offsets = Uint16Array.from(starts, (start, id) => start - bases[id >> BASE_BITS]);
  const letters = new Uint8Array(starts[types + 1]);
  words.forEach((word, id) => writeLetters(word, letters, starts[id]));
  const chains = words.map((word) => chainOf(wordHash(word), types));
  const chainStarts = new Uint16Array(types + 1);
  for (let id = 1; id <= types; id++) chainStarts[chains[id] + 1]++;
  for (let chain = 0; chain < types; chain++) chainStarts[chain + 1] += chainStarts[chain];
  const table = new Uint16Array(types);
  const ends = chainStarts.slice();
  for (let id = 1; id <= types; id++) table[ends[chains[id]]++] = id;
  return { bases, offsets, letters, chainStarts, table };
}

/**
 * The chain that a 32-bit hash falls in, below `chains`, which are at most 65,536. As many chains as words take as much memory
 * as an open-addressed table half full, and a word that is not there is compared with one other instead of one and a half.
 */
export const chainOf = (hash: number, chains: number): number => Math.imul(hash >>> 16, chains) >>> 16;

const unitBytes = (unit: number): number => (unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);

function writeLetters(word: string, letters: Uint8Array, start: number): void {
  let at = start;
  for (let k = 0; k < word.length; k++) {
    const unit = word.charCodeAt(k);
    if (unit < 0x80) {
      letters[at++] = unit;
    } else if (unit < 0x800) {
      letters[at++] = 0xc0 | (unit >> 6);
      letters[at++] = 0x80 | (unit & 0x3f);
    } else {
      letters[at++] = 0xe0 | (unit >> 12);
      letters[at++] = 0x80 | ((unit >> 6) & 0x3f);
      letters[at++] = 0x80 | (unit & 0x3f);
    }
  }
}

/** Puts the UTF-16 units whose letters are letters[from] up to letters[to] into `units` at `at`; how many there are. */
export function unitsOf(letters: Uint8Array, from: number, to: number, units: Uint16Array, at: number): number {
  let end = at;
  for (let i = from; i < to;) {
    const byte = letters[i];
    if (byte < 0x80) {
      units[end++] = byte;
      i += 1;
    } else if (byte < 0xe0) {
      units[end++] = ((byte & 0x1f) << 6) | (letters[i + 1] & 0x3f);
      i += 2;
    } else {
      units[end++] = ((byte & 0xf) << 12) | ((letters[i + 1] & 0x3f) << 6) | (letters[i + 2] & 0x3f);
      i += 3;
    }
  }
  return end - at;
}

/** The word whose letters are letters[from] up to letters[to]. Broken bytes give some string, never an error. */
export function readLetters(letters: Uint8Array, from: number, to: number): string {
  let word = '';
  for (let at = from; at < to;) {
    const byte = letters[at];
    if (byte < 0x80) {
      word += String.fromCharCode(byte);
      at += 1;
    } else if (byte < 0xe0) {
      word += String.fromCharCode(((byte & 0x1f) << 6) | (letters[at + 1] & 0x3f));
      at += 2;
    } else {
      word += String.fromCharCode(((byte & 0xf) << 12) | ((letters[at + 1] & 0x3f) << 6) | (letters[at + 2] & 0x3f));
      at += 3;
    }
  }
  return word;
}
