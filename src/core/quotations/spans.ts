import type { Block } from './types.ts';
import { DOUBLE, familyOf, NONE, sideOf, type Family } from './marks/glyphs.ts';
import { pairMarks, type Pair } from './marks/pairs.ts';
import { scanMarks, type Mark } from './marks/scan.ts';
import type { Lexicon } from './languages/lexicon.ts';
import { narratorAt } from './speakers/narrator.ts';
import { unmarkedIn, type Unmarked } from './unmarked.ts';
import type { MarkStyle } from './marks/profile.ts';

/** What stands between one pair of marks in one block. Offsets are UTF-16 units of the block's text. */
export interface Span {
  readonly block: number;
  /** Inside the marks, spaces trimmed. */
  readonly start: number;
  readonly end: number;
  /** With the marks. */
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly family: Family;
  /** Index of the span it stands in, -1 for none. */
  readonly parent: number;
  readonly closed: boolean;
  /** Index of the span of an earlier block that this one goes on with (paragraphs re-opened in one quotation), -1 for none. */
  readonly continues: number;
}

/** Marks read on one page: three thousand quotations. The fullest news pages hold a few hundred; a page with more is decoration or an attack. */
const MARKS_PER_PAGE = 6_000;

/** Family of the mark that begins the text, NONE when it begins with something else or with a closing glyph. */
function leadingFamily(text: string): Family {
  const at = text.search(/\S/);
  if (at < 0) return NONE;
  const code = text.charCodeAt(at);
  if (code === 0x27 && text.charCodeAt(at + 1) === 0x27) return 1;
  return sideOf(code) === 'close' ? NONE : familyOf(code);
}

/** The next block with text when it plays the same part on the page, looking past at most three empty ones. */
function blockAfter(blocks: readonly Block[], index: number): Block | null {
  for (let i = index + 1; i < blocks.length && i <= index + 4; i++) {
    if (/\S/.test(blocks[i].text)) return blocks[i].role === blocks[index].role ? blocks[i] : null;
  }
  return null;
}

function trimmed(text: string, start: number, end: number): [number, number] {
  while (start < end && /\s/.test(text[start])) start++;
  while (end > start && /\s/.test(text[end - 1])) end--;
  return [start, end];
}

/** The spans of all blocks, in reading order, outer before inner. Blocks of code are skipped. */
export function spansOf(blocks: readonly Block[], style: MarkStyle, lexiconFor: (block: number) => Lexicon): Span[] {
  const spans: Span[] = [];
  let budget = MARKS_PER_PAGE;
  let openSpan = -1;
  blocks.forEach((block, index) => {
    if (!/\S/.test(block.text)) return;
    const resumes = openSpan;
    openSpan = -1;
    if (block.role === 'code' || budget <= 0) return;
    const marks = scanMarks(block.text, style, budget);
    budget -= marks.length;
    const unmarked = unmarkedIn(blocks, index, lexiconFor(index));
    if (marks.length === 0 && unmarked.length === 0) return;
    const next = blockAfter(blocks, index);
    const nextFamily = next === null ? NONE : leadingFamily(next.text);
    const pairs = marks.length === 0 ? [] : pairMarks(marks, nextFamily);
    const found = pairs.flatMap((pair) => spanOf(block.text, index, marks, pair, resumes, lexiconFor(index)) ?? []);
    found.push(...recovered(block.text, index, marks, pairs, found, lexiconFor(index)));
    const base = spans.length;
    const stack: number[] = [];
    for (const span of withUnmarked(found, unmarked, index)) {
      stack.length = span.depth;
      stack.push(spans.length);
      if (!span.closed && span.depth === 0 && nextFamily === span.family) openSpan = spans.length;
      spans.push({ ...span, parent: span.depth === 0 ? -1 : (stack[span.depth - 1] ?? base) });
    }
  });
  return spans;
}

/** Puts the unmarked passages of a block round the marked ones inside them; one that its own marks already show is left out. */
function withUnmarked(marked: readonly Span[], unmarked: readonly Unmarked[], block: number): Span[] {
  if (unmarked.length === 0) return [...marked].sort((a, b) => a.from - b.from || a.depth - b.depth);
  const shown = (one: Unmarked): boolean =>
    marked.some(
      (span) =>
        span.depth === 0 &&
        ((span.from <= one.from && span.to >= one.to) ||
          (span.from < one.to && one.from < span.to && span.to - span.from > 0.6 * (one.to - one.from)) ||
          (span.from < one.from && span.to > one.from) ||
          (span.from < one.to && span.to > one.to)),
    );
  const outer = unmarked.filter((one) => !shown(one));
  const inside = (span: Span): boolean => outer.some((one) => one.from <= span.from && span.to <= one.to);
  return [
    ...outer.map((one): Span => {
      const { from, to } = one;
      return { block, start: from, end: to, from, to, depth: 0, family: NONE, parent: -1, closed: true, continues: -1 };
    }),
    ...marked.map((span) => (inside(span) ? { ...span, depth: span.depth + 1 } : span)),
  ].sort((a, b) => a.from - b.from || a.depth - b.depth);
}

/** Cost up to which a mark that was read as stray may have opened a quotation. */
const MAY_OPEN = 0.6;

/** Quotations whose closing mark is lost while another opens in the same block: `“A, she said. “B.”`; they end where the narrator speaks. */
function recovered(
  text: string,
  block: number,
  marks: readonly Mark[],
  pairs: readonly Pair[],
  found: readonly Span[],
  lexicon: Lexicon,
): Span[] {
  if (pairs.length * 2 >= marks.length) return [];
  const used = new Set(pairs.flatMap((pair) => [pair.open, pair.close]));
  return marks.flatMap((mark, m): Span[] => {
    if (used.has(m) || mark.family !== DOUBLE || mark.open > MAY_OPEN) return [];
    if (found.some((span) => span.from <= mark.start && mark.start < span.to)) return [];
    const limit = found.find((span) => span.from > mark.start)?.from ?? text.length;
    const narrator = narratorAt(text.slice(0, limit), mark.end, lexicon);
    if (narrator < 0) return [];
    const [start, end] = trimmed(text, mark.end, narrator);
    const { start: from, family } = mark;
    return start < end
      ? [{ block, start, end, from, to: narrator, depth: 0, family, parent: -1, closed: true, continues: -1 }]
      : [];
  });
}

function spanOf(
  text: string,
  block: number,
  marks: readonly Mark[],
  pair: Pair,
  resumes: number,
  lexicon: Lexicon,
): Span | null {
  const open = marks[pair.open];
  const close = pair.close < 0 ? null : marks[pair.close];
  // A lost closing mark: the quotation ends where the narrator speaks.
  const narrator = close === null && pair.depth === 0 ? narratorAt(text, open.end, lexicon) : -1;
  const last = narrator >= 0 ? narrator : text.length;
  const [start, end] = trimmed(text, open.end, close?.start ?? last);
  if (start >= end) return null;
  const first = pair.depth === 0 && text.slice(0, open.start).trim() === '';
  return {
    block,
    start,
    end,
    from: open.start,
    to: close?.end ?? last,
    depth: pair.depth,
    family: open.family,
    parent: -1,
    closed: close !== null || narrator >= 0,
    continues: first ? resumes : -1,
  };
}
