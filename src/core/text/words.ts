import { DIGIT, foldedUnit, foldedUnits, isPicture, LETTER, OTHER, SIGN, SILENT, SINGLE, unitClass } from './fold.ts';
import { directionEnd, labelEnd } from './directions.ts';

const NEWLINE = 0x0a;
const ROUND_BRACKET = 0x28;
const SQUARE_BRACKET = 0x5b;
const FULL_STOP = 0x2e;
const COMMA = 0x2c;
/** No word of a language is longer; what is (a hostile run of letters) is cut here, so that work stays bounded. */
const LONGEST_WORD = 64;

/**
 * The words of a text in typed arrays: their places and their folded letters. Filled by `readWords`; reused between texts
 * so that reading allocates nothing but growth.
 */
export class Words {
  count = 0;
  /** UTF-16 offsets of each word in the text; apostrophes and quotation marks around a word are outside. */
  start: Uint32Array<ArrayBuffer>;
  end: Uint32Array<ArrayBuffer>;
  /** The folded letters of word i are units[from[i]] up to units[from[i + 1]]. */
  from: Uint32Array<ArrayBuffer>;
  units: Uint16Array<ArrayBuffer>;
  /** A hash of the folded letters. */
  hash: Uint32Array<ArrayBuffer>;

  /** With room for some words, or in the given tables; they grow. */
  constructor(tables: WordTables = emptyTables()) {
    this.start = tables.start;
    this.end = tables.end;
    this.from = tables.from;
    this.units = tables.units;
    this.hash = tables.hash;
  }

  /** The folded word i as a string. */
  word(i: number): string {
    let word = '';
    for (let k = this.from[i]; k < this.from[i + 1]; k++) word += String.fromCharCode(this.units[k]);
    return word;
  }

  /** The same words in as little memory as they take, for keeping. */
  compact(): Words {
    const { count } = this;
    const numbers = new Uint32Array(count * 4 + 1);
    const copy = new Words({
      start: filled(numbers, 0, this.start, count),
      end: filled(numbers, count, this.end, count),
      hash: filled(numbers, count * 2, this.hash, count),
      from: filled(numbers, count * 3, this.from, count + 1),
      units: this.units.slice(0, this.from[count]),
    });
    copy.count = count;
    return copy;
  }

  /** Makes room for one more word with the longest possible expansion. */
  reserve(): void {
    if (this.count + 1 >= this.start.length) {
      const size = Math.max(64, this.start.length * 2);
      this.start = grown(this.start, size);
      this.end = grown(this.end, size);
      this.hash = grown(this.hash, size);
      this.from = grown(this.from, size + 1);
    }
    if (this.from[this.count] + LONGEST_WORD * 4 >= this.units.length) {
      const units = new Uint16Array(Math.max(512, this.units.length * 2));
      units.set(this.units);
      this.units = units;
    }
  }
}

type WordTables = Pick<Words, 'start' | 'end' | 'from' | 'units' | 'hash'>;

const emptyTables = (): WordTables => ({
  start: new Uint32Array(64),
  end: new Uint32Array(64),
  from: new Uint32Array(65),
  units: new Uint16Array(512),
  hash: new Uint32Array(64),
});

function grown(array: Uint32Array<ArrayBuffer>, size: number): Uint32Array<ArrayBuffer> {
  const copy = new Uint32Array(size);
  copy.set(array);
  return copy;
}

/** The first `count` numbers, copied to `at` of a larger array. */
function filled(
  into: Uint32Array<ArrayBuffer>,
  at: number,
  from: Uint32Array,
  count: number,
): Uint32Array<ArrayBuffer> {
  for (let i = 0; i < count; i++) into[at + i] = from[i];
  return into.subarray(at, at + count);
}

/** FNV-1a over the folded units, with a last mixing so that the low bits can index a table. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** The hash `Words.hash` holds, for a folded word that comes as a string. */
export function wordHash(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), FNV_PRIME);
  return mixed(hash);
}

/** The same for folded letters in an array: units[from] up to units[to]. */
export function unitsHash(units: Uint16Array, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ units[i], FNV_PRIME);
  return mixed(hash);
}

const mixed = (hash: number): number => (hash ^ (hash >>> 15)) >>> 0;

/**
 * Reads the words of a text. Two words are the same when their folded letters are the same: case, accents on Latin and Greek,
 * apostrophes, ligatures and the grouping of digits are folded away; hyphens and dashes divide words; "U.S." is one word;
 * stage directions and speaker labels are skipped.
 */
export function readWords(text: string, into: Words = new Words()): Words {
  return readWordsFrom(text, 0, text.length, into);
}

/**
 * Reads the words that begin at or behind `start` and before `end`, at most `most` of them, as they are read when the whole text
 * is: `start` is 0 or the start of one of its words.
 */
export function readWordsFrom(text: string, start: number, end: number, into: Words, most = Infinity): Words {
  const words = into;
  words.count = 0;
  words.from[0] = 0;
  const length = Math.min(end, text.length);
  let at = start === 0 ? skipLabel(text, 0) : start;
  while (at < length && words.count < most) {
    const unit = text.charCodeAt(at);
    const kind = unitClass(unit);
    if (kind === LETTER || kind === DIGIT) at = readWord(text, at, kind, words);
    else if (kind === SINGLE || kind === SIGN) at = readSign(text, at, words);
    else if (unit === NEWLINE) at = skipLabel(text, at + 1);
    else if (unit === ROUND_BRACKET || unit === SQUARE_BRACKET) at = Math.max(at + 1, directionEnd(text, at));
    else at += isPicture(unit) ? 2 : 1;
  }
  return words;
}

const skipLabel = (text: string, at: number): number => Math.max(at, labelEnd(text, at));

function readSign(text: string, at: number, words: Words): number {
  words.reserve();
  const unit = text.charCodeAt(at);
  let cursor = words.from[words.count];
  const one = unitClass(unit) === SINGLE ? unit : foldedUnit(unit);
  if (one !== 0) words.units[cursor++] = one;
  else for (const letter of foldedUnits(unit)) words.units[cursor++] = letter.charCodeAt(0);
  finishWord(words, at, at + 1, cursor);
  return at + 1;
}

function readWord(text: string, start: number, firstKind: number, words: Words): number {
  words.reserve();
  const { units } = words;
  const from = words.from[words.count];
  let cursor = from;
  let at = start;
  let end = start;
  let kind = firstKind;
  for (;;) {
    if (kind === LETTER || kind === DIGIT) {
      const unit = text.charCodeAt(at);
      const one = foldedUnit(unit);
      if (one !== 0) units[cursor++] = one;
      else {
        const many = foldedUnits(unit);
        for (let i = 0; i < many.length; i++) units[cursor++] = many.charCodeAt(i);
      }
      end = ++at;
      if (end - start >= LONGEST_WORD) break;
    } else if (kind === SILENT) {
      at++;
      if (at - start >= LONGEST_WORD) break;
    } else {
      const joined = joinedAt(text, at, start);
      if (joined === NOT_JOINED) break;
      if (joined === DECIMAL) units[cursor++] = FULL_STOP;
      at++;
    }
    kind = at < text.length ? unitClass(text.charCodeAt(at)) : OTHER;
  }
  finishWord(words, start, end, cursor);
  return Math.max(at, end);
}

const NOT_JOINED = 0;
const GROUPING = 1;
const DECIMAL = 2;

/** Whether the sign at `at` stands inside a word: "20,000" and "U.S." (dropped), "3.5" and "3,5" (a decimal point). */
function joinedAt(text: string, at: number, start: number): number {
  const sign = text.charCodeAt(at);
  if (sign !== FULL_STOP && sign !== COMMA) return NOT_JOINED;
  const before = classAt(text, at - 1);
  const after = classAt(text, at + 1);
  if (before === DIGIT && after === DIGIT) {
    const groupOfThree =
      classAt(text, at + 2) === DIGIT && classAt(text, at + 3) === DIGIT && classAt(text, at + 4) !== DIGIT;
    return groupOfThree && (sign === COMMA || isGrouped(text, at)) ? GROUPING : DECIMAL;
  }
  if (sign !== FULL_STOP || before !== LETTER || after !== LETTER) return NOT_JOINED;
  // Initials: single letters with a stop between them.
  const single = at - 1 === start || text.charCodeAt(at - 2) === FULL_STOP;
  const nextSingle = classAt(text, at + 2) !== LETTER && classAt(text, at + 2) !== DIGIT;
  return single && nextSingle ? GROUPING : NOT_JOINED;
}

/** "1.000.000" groups with stops; "3.125" does not. */
function isGrouped(text: string, at: number): boolean {
  return text.charCodeAt(at + 4) === FULL_STOP && classAt(text, at + 5) === DIGIT
    ? true
    : text.charCodeAt(at - 4) === FULL_STOP;
}

const classAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? unitClass(text.charCodeAt(at)) : OTHER;

function finishWord(words: Words, start: number, end: number, cursor: number): void {
  const { count } = words;
  words.start[count] = start;
  words.end[count] = end;
  words.hash[count] = unitsHash(words.units, words.from[count], cursor);
  words.count = count + 1;
  words.from[count + 1] = cursor;
}

/** Scratch for the two functions below; nothing is kept in it between calls. */
const scratch = new Words();

/** The first folded word of a text; empty when it has none. */
export function firstWord(text: string): string {
  return readWordsFrom(text, 0, Math.min(text.length, LONGEST_WORD * 2), scratch, 1).count > 0 ? scratch.word(0) : '';
}

/** How many words a text has, by the same rules as the packs count them. */
export function countWords(text: string): number {
  return readWords(text, scratch).count;
}
