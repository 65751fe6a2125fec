import type { Finding, Query, Reason } from '../core/matching/types.ts';
import { speakerName } from '../core/quotations/speakerName.ts';
import type { Quotation } from '../core/quotations/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import type { ReadBlock } from './read/index.ts';
import { hash } from './hash.ts';
import type { FoundQuotation } from './scan.ts';
import { rangeOf, type PageFacts } from './read/index.ts';

/** A quotation of the page, where it stands, and what is known of it. */
export interface Entry {
  readonly id: string;
  readonly quotation: Quotation;
  /** One range a piece; a piece whose nodes have gone has none. */
  readonly ranges: readonly Range[];
  /** What to look up; null when the quotation is not checked. */
  readonly query: Query | null;
  readonly reason: Reason | null;
  /** The page's text on either side. */
  readonly around: { readonly before: string; readonly after: string };
  finding: Finding | null;
}

/**
 * Ids are made of the words and of how many times they stood on the page before: the same on every reading of the same page.
 * Ranges of the reading before are used again where they still fit: every live range slows the page's changes a little.
 */
export function entriesOf(
  found: readonly FoundQuotation[],
  blocks: readonly ReadBlock[],
  facts: PageFacts,
  minWords: number,
  before: ReadonlyMap<string, Entry>,
): Entry[] {
  const seen = new Map<string, number>();
  return found.map(({ quotation, names }) => {
    const key = hash(quotation.text).toString(36);
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const id = `${key}-${nth}`;
    const reason = reasonNotToCheck(quotation, blocks, minWords);
    const known = before.get(id)?.ranges ?? [];
    const ranges = quotation.pieces
      .map((piece, index) => rangeOf(blocks, piece, known[index]))
      .filter((range) => range !== null);
    return {
      id,
      quotation,
      ranges,
      reason,
      query: reason === null ? queryOf(id, quotation, names, blocks, facts) : null,
      around: around(quotation, blocks),
      finding: null,
    };
  });
}

/** As much as annotations usually carry to tell equal words apart. */
const AROUND = 32;

function around(quotation: Quotation, blocks: readonly ReadBlock[]): Entry['around'] {
  const first = quotation.pieces[0];
  const last = quotation.pieces.at(-1)!;
  return {
    before: blocks[first.block].block.text.slice(Math.max(0, first.start - AROUND), first.start),
    after: blocks[last.block].block.text.slice(last.end, last.end + AROUND),
  };
}

function reasonNotToCheck(quotation: Quotation, blocks: readonly ReadBlock[], minWords: number): Reason | null {
  if (quotation.kind !== 'quotation') return quotation.kind;
  if (blocks[quotation.pieces[0].block]?.block.role === 'heading') return 'heading';
  return wordCount(quotation.text) < minWords ? 'too-short' : null;
}

/** Scripts that write words without spaces. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Words as a reader counts them for the "at least so many words" setting; Chinese and Japanese by character, as packs do. */
const wordCount = (text: string): number =>
  text
    .split(/\s+/u)
    .reduce((words, run) => words + (run.match(UNSPACED)?.length ?? (/[\p{L}\p{N}]/u.test(run) ? 1 : 0)), 0);

function queryOf(
  id: string,
  quotation: Quotation,
  names: readonly string[],
  blocks: readonly ReadBlock[],
  facts: PageFacts,
): Query {
  const place = quotation.pieces[0];
  const block = blocks[place.block].block;
  return {
    id,
    quote: quotation.text,
    pieces: quotation.pieces.map((piece) => blocks[piece.block].block.text.slice(piece.start, piece.end)),
    speaker: speakerName(quotation.speaker),
    names,
    date: facts.date,
    lang: block.lang ?? facts.lang,
  };
}

/** What an answer depends on: two entries with the same key have the same finding. */
export const queryKey = (query: Query): string =>
  JSON.stringify([query.quote, query.pieces, query.speaker, query.names, query.date, query.lang]);

/** An entry as popup, panel and card show it. */
export function itemOf(entry: Entry, marked: boolean): ReportItem {
  const { quotation } = entry;
  return {
    id: entry.id,
    text: quotation.text,
    kind: quotation.kind,
    speaker: speakerName(quotation.speaker),
    finding: entry.finding,
    marked,
    around: entry.around,
  };
}

/** The finding of a quotation that is not looked up. */
export const notChecked = (id: string, reason: Reason): Finding => ({
  id,
  verdict: 'not-checked',
  matches: [],
  notices: [],
  reason,
});
