import { readWords, Words } from '../text/index.ts';
import type { Query } from './types.ts';

/** What stands between a quoted word and the one before it. */
export const CLOSE = 0;
/** A marked cut: … ... [...] * * * */
export const CUT = 1;
/** Words in brackets, which the outlet put in or in place of others. */
export const BRACKET = 2;
/** The break between two pieces of a quotation that an attribution splits. */
export const PIECE = 3;

/** A mark of the outlet in the quotation that is no spoken word. UTF-16 range in the quote. */
export interface Mark {
  readonly kind: 'marked-cut' | 'bracketed' | 'sic';
  readonly start: number;
  readonly end: number;
  /** The word that follows it; the number of words at the end. */
  readonly before: number;
}

/** A quotation as the matcher reads it: its words without what stands in brackets, and what stands between them. */
export interface QuotedWords {
  readonly query: Query;
  readonly text: string;
  readonly words: Words;
  /** The folded words; made when they are first asked for. */
  readonly folded: readonly string[];
  readonly count: number;
  /** Per word: CLOSE, CUT, BRACKET or PIECE; the first word has CLOSE. */
  readonly gap: Uint8Array;
  /** Per word: 1 when a bracket touches it, as in "want[ed]". */
  readonly bracketed: Uint8Array;
  readonly marks: readonly Mark[];
  /** Runs of words without a gap: first word of each, and the number of words at the end. */
  readonly segments: readonly number[];
}

const CUTS = /[[(]\s*(?:…|\.(?:\s?\.)+)\s*[\])]|…|\.(?:\s?\.){2,}|\.\.|\*\s?\*\s?\*|\[\s*\]/gu;
const SIC = /\s?[[(]\s*sic\s*[.!]?\s*[\])]/giu;
const BRACKETS = /\[([^[\]]*)\]/gu;
/** Without one of these a quotation has no mark of the outlet. */
const MARKS = /[[(…*]|\.\s?\./u;
/** Brackets that change letters of a word: "[T]he", "want[ed]". */
const INSIDE_WORD = /(?<=[\p{L}\p{N}])\[([\p{L}]{1,4})\]|\[([\p{L}]{1,4})\](?=\p{L})/gu;
/** Stands in for a bracket inside a word: a sign that readWords leaves out without ending the word. */
const SOFT = '\u00AD';

/** Longest quotation that is looked up; words behind are not compared. A whole newspaper page has about 6,000. */
export const MOST_WORDS = 2_000;

/**
 * Reads a quotation's words and the marks of the outlet in it. All offsets are those of `query.quote`.
 * @param reading is used for reading; nothing of it is kept
 */
export function readQuotation(query: Query, reading: Words = new Words()): QuotedWords {
  const text = query.quote;
  const found: Omit<Mark, 'before'>[] = [];
  const touched: number[] = [];
  const bare = MARKS.test(text) ? withoutMarks(text, found, touched) : text;
  found.sort((a, b) => a.start - b.start);
  const words = readWords(bare, reading).compact();
  const count = Math.min(words.count, MOST_WORDS);
  const marks = found.map((mark) => ({ ...mark, before: firstWordAt(words, count, mark.start) }));
  const gap = new Uint8Array(count);
  for (const { kind, before } of marks) {
    if (before === 0 || before >= count || kind === 'sic') continue;
    gap[before] = kind === 'marked-cut' || gap[before] === CUT ? CUT : BRACKET;
  }
  for (const start of pieceStarts(query)) {
    const before = firstWordAt(words, count, start);
    if (before > 0 && before < count && gap[before] === CLOSE) gap[before] = PIECE;
  }
  const bracketed = new Uint8Array(count);
  for (const offset of touched) {
    const word = firstWordAt(words, count, offset) - (startsInside(words, offset, count) ? 1 : 0);
    if (word >= 0 && word < count) bracketed[word] = 1;
  }
  return new ReadQuotation(query, text, words, count, gap, bracketed, marks, segmentsOf(gap));
}

/**
 * The text with spaces in place of the outlet's marks.
 * @param found gets the marks, in no order
 * @param touched gets the offsets of brackets inside words
 */
function withoutMarks(text: string, found: Omit<Mark, 'before'>[], touched: number[]): string {
  const blank =
    (kind: Mark['kind']) =>
    (whole: string, ...rest: unknown[]) => {
      const start = rest.find((value): value is number => typeof value === 'number') ?? 0;
      found.push({ kind, start, end: start + whole.length });
      return ' '.repeat(whole.length);
    };
  return text
    .replace(INSIDE_WORD, (whole: string, offset: number) => {
      touched.push(offset);
      return SOFT + whole.slice(1, -1) + SOFT;
    })
    .replace(SIC, blank('sic'))
    .replace(CUTS, blank('marked-cut'))
    .replace(BRACKETS, blank('bracketed'));
}

class ReadQuotation implements QuotedWords {
  private known: string[] | null = null;

  constructor(
    readonly query: Query,
    readonly text: string,
    readonly words: Words,
    readonly count: number,
    readonly gap: Uint8Array,
    readonly bracketed: Uint8Array,
    readonly marks: readonly Mark[],
    readonly segments: readonly number[],
  ) {}

  get folded(): readonly string[] {
    if (this.known === null) {
      this.known = [];
      for (let i = 0; i < this.count; i++) this.known.push(this.words.word(i));
    }
    return this.known;
  }
}

/** Where the second and later pieces begin in the quote, which is their text joined by one space. */
function pieceStarts({ pieces = [] }: Query): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const piece of pieces.slice(0, -1)) {
    at += piece.length + 1;
    starts.push(at);
  }
  return starts;
}

/** The first word that begins at or behind an offset. */
function firstWordAt(words: Words, count: number, offset: number): number {
  let word = 0;
  while (word < count && words.start[word] < offset) word++;
  return word;
}

const startsInside = (words: Words, offset: number, count: number): boolean => {
  const next = firstWordAt(words, count, offset);
  return next > 0 && words.end[next - 1] > offset;
};

function segmentsOf(gap: Uint8Array): number[] {
  const starts = gap.length === 0 ? [] : [0];
  for (let i = 1; i < gap.length; i++) if (gap[i] !== CLOSE) starts.push(i);
  return [...starts, gap.length];
}
