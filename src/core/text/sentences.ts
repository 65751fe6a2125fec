import { directionEnd } from './directions.ts';

/** Words that end with a stop without ending a sentence. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev hon gov sen rep gen col lt sgt capt cmdr adm maj pres st jr sr vs etc inc ltd co corp dept ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec no vol pp ed est approx fig e.g i.e u.s u.k a.m p.m ' +
    'bzw z.b d.h usw hr fr nr m mme mlle sr sra dña ud sig dott им г ул т.е т.д'
  ).split(' '),
);
const SENTENCE_END = /[.!?…。！？]+["'”’»)\]]*(?=\s|$)|[。！？]|\n+/gu;
/** How far a sentence's end is looked for; texts without punctuation are cut there. UTF-16 units. */
const LONGEST_SENTENCE = 1500;

/** A stage direction is no longer; see `directionEnd`. UTF-16 units. */
const NEAREST_BRACKET = 80;

/** A range of a text in UTF-16 units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Every sentence of a text, in order, without the spaces around it. UTF-16 offsets. */
export function sentenceBounds(text: string): TextRange[] {
  const bounds: TextRange[] = [];
  let start = 0;
  while (start < text.length) {
    const end = sentenceEnd(text, start);
    const trimmed = trimmedRange(text, start, end);
    if (trimmed.end > trimmed.start) bounds.push(trimmed);
    start = Math.max(end, start + 1);
  }
  return bounds;
}

/** Where the sentence that begins at or before `from` ends: the offset behind its closing punctuation. */
export function sentenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + LONGEST_SENTENCE);
  SENTENCE_END.lastIndex = from;
  for (let found = SENTENCE_END.exec(text); found !== null; found = SENTENCE_END.exec(text)) {
    const end = found.index + found[0].length;
    if (end > limit) break;
    if (endsSentence(text, found.index, found[0], end)) return end;
  }
  return limit;
}

function endsSentence(text: string, at: number, mark: string, end: number): boolean {
  if (mark.startsWith('\n')) return true;
  if (insideDirection(text, at)) return false;
  const next = /^\s*["'“‘«([]*([\p{L}\p{N}])/u.exec(text.slice(end, end + 12))?.[1];
  const lowerNext = next !== undefined && next === next.toLowerCase() && next !== next.toUpperCase();
  if (mark.startsWith('.') && mark.length === 1) {
    const word = /([\p{L}\p{N}.]+)$/u.exec(text.slice(Math.max(0, at - 14), at))?.[1]?.toLowerCase();
    if (word !== undefined && (ABBREVIATIONS.has(word) || /^\p{L}$/u.test(word) || /^(\p{L}\.)+\p{L}$/u.test(word)))
      return false;
  }
  return !lowerNext;
}

function insideDirection(text: string, at: number): boolean {
  const from = Math.max(0, at - NEAREST_BRACKET);
  const near = text.slice(from, at + 1);
  const open = Math.max(near.lastIndexOf('('), near.lastIndexOf('['));
  return open !== -1 && directionEnd(text, from + open) > at;
}

/** The start of the sentence that holds the offset `at`, looked for backwards. */
export function sentenceStart(text: string, at: number): number {
  const earliest = Math.max(0, at - LONGEST_SENTENCE);
  for (let i = at - 1; i >= earliest; i--) {
    const unit = text.charCodeAt(i);
    // Letters and spaces: nearly all of a text.
    if ((unit > QUESTION_MARK && unit < ELLIPSIS) || unit === SPACE || !ENDS_SENTENCE.has(unit)) continue;
    const behind = behindClosingMarks(text, i + 1);
    if (behind > at) continue;
    const spaced = unit === NEWLINE || unit > 0x3000 || behind >= text.length || isSpace(text.charCodeAt(behind));
    const start = skipSpace(text, behind);
    if (spaced && start <= at && endsSentence(text, i, text.slice(i, behind), behind)) return start;
  }
  return Math.min(at, skipSpace(text, earliest));
}

const NEWLINE = 0x0a;
const SPACE = 0x20;
const QUESTION_MARK = 0x3f;
const ELLIPSIS = 0x2026;
const ENDS_SENTENCE: ReadonlySet<number> = new Set([...'.!?…。！？\n'].map((mark) => mark.charCodeAt(0)));
const CLOSING: ReadonlySet<number> = new Set([...'"\'”’»)]'].map((mark) => mark.charCodeAt(0)));
const isSpace = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d) || unit === 0xa0;

function behindClosingMarks(text: string, at: number): number {
  let end = at;
  while (end < text.length && CLOSING.has(text.charCodeAt(end))) end++;
  return end;
}

const skipSpace = (text: string, at: number): number => {
  let cursor = at;
  while (cursor < text.length && /\s/u.test(text[cursor])) cursor++;
  return cursor;
};

function trimmedRange(text: string, start: number, end: number): TextRange {
  let last = end;
  while (last > start && /\s/u.test(text[last - 1])) last--;
  return { start: Math.min(skipSpace(text, start), last), end: last };
}
