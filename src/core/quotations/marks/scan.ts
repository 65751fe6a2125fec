import { DOUBLE, NONE, SINGLE, familyOf, type Family } from './glyphs.ts';
import { after, before } from './neighbours.ts';
import { markCosts } from './costs.ts';
import type { MarkStyle } from './profile.ts';

/** One quotation mark of a block, with what it costs to read it as an opener, a closer, or no quotation mark at all. */
export interface Mark {
  /** UTF-16 offset of the glyph; `end` lies behind it (two units for a doubled apostrophe). */
  readonly start: number;
  readonly end: number;
  readonly family: Family;
  readonly open: number;
  readonly close: number;
  readonly skip: number;
}

const STRAIGHT = 0x27;

/** `''`, `’’`, `‘‘`, ` `` ` and `,,` typed for a double mark: the length of the glyph pair, or 1. */
function glyphLength(text: string, at: number, code: number): number {
  const next = text.charCodeAt(at + 1);
  if (next !== code) return 1;
  const third = text.charCodeAt(at + 2);
  return (code === STRAIGHT || code === 0x2018 || code === 0x2019 || code === 0x60) && third !== code ? 2 : 1;
}

/** An apostrophe inside a word is no mark: letters or digits on both sides, as in `don't`, `rock'n'roll`, `d’État`. */
function isInnerApostrophe(text: string, at: number): boolean {
  const left = before(text, at);
  const right = after(text, at + 1);
  return (left === 'letter' || left === 'digit') && right === 'letter';
}

/**
 * The marks of a block in reading order, at most `limit`; a block with more is decoration or an attack, and its rest is left alone.
 * A run of more than three marks of one family in a row (`""""""`) is decoration too.
 */
export function scanMarks(text: string, style: MarkStyle, limit: number): Mark[] {
  const marks: Mark[] = [];
  // Apostrophes are looked at too; a text with this many has nothing else.
  let glyphs = limit * 8;
  for (let at = 0; at < text.length && marks.length < limit && glyphs > 0;) {
    const code = text.charCodeAt(at);
    let family = familyOf(code);
    if (family === NONE) {
      at++;
      continue;
    }
    glyphs--;
    const length = family === SINGLE ? glyphLength(text, at, code) : 1;
    if (length === 2) family = DOUBLE;
    let run = at + length;
    while (run < text.length && text.charCodeAt(run) === code) run++;
    if (run - at > 3) {
      at = run;
      continue;
    }
    if (family !== SINGLE || !isInnerApostrophe(text, at)) {
      marks.push({ start: at, end: at + length, family, ...markCosts(text, at, length, code, family, style) });
    }
    at += length;
  }
  return marks;
}
