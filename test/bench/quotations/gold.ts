import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

/** A range of an article's text, UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface GoldQuotation extends Range {
  /** The human source span, when there is one. */
  readonly speaker: Range | null;
}

export interface GoldArticle {
  readonly id: string;
  readonly lang: string;
  readonly publisher: string;
  readonly text: string;
  readonly gold: readonly GoldQuotation[];
  /** Ranges where the annotation and the marks disagree (unclosed or inverted marks): left out for every system alike. */
  readonly unclear: readonly Range[];
}

export const DATA = fileURLToPath(new URL('../../../../shared/data/quotations/', import.meta.url));

export const hasData = (): boolean => existsSync(DATA);

interface Row {
  id: string;
  lang: string;
  publisher?: string;
  text: string;
  quotes: {
    start: number;
    end: number;
    label?: string;
    closed?: boolean;
    unclosed?: boolean;
    speaker_start?: number;
    speaker_end?: number;
  }[];
  passages?: { start: number; end: number; label: string; speaker: string | null }[];
}

function rows(file: string): Row[] {
  return gunzipSync(readFileSync(DATA + file))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

const source = (start?: number, end?: number): Range | null =>
  start === undefined || end === undefined ? null : { start, end };

/** English news: gold are the attributed passages whose marks close. */
export function englishNews(split: 'train' | 'dev'): GoldArticle[] {
  return rows(`english-news-${split}.jsonl.gz`).map((row) => ({
    id: row.id,
    lang: row.lang,
    publisher: row.publisher ?? '',
    text: row.text,
    gold: row.quotes
      .filter((quote) => quote.label === 'attributed' && quote.closed === true)
      .flatMap((quote) => byParagraph(row.text, quote, source(quote.speaker_start, quote.speaker_end))),
    unclear: row.quotes.filter((quote) => quote.closed !== true || quote.label === 'partial'),
  }));
}

/** German Wikinews: gold are the marked passages annotated as direct; the other marked passages are titles, names and so-called words. */
export function germanNews(split: 'train' | 'dev'): GoldArticle[] {
  return rows(`german-news-${split}.jsonl.gz`).map((row) => ({
    id: row.id,
    lang: row.lang,
    publisher: 'wikinews',
    text: row.text,
    gold: (row.passages ?? [])
      .filter((passage) => passage.label === 'direct')
      .flatMap((passage) => {
        const said = row.quotes.find(
          (quote) => quote.start < passage.end && passage.start < quote.end && quote.speaker_start !== undefined,
        );
        return byParagraph(row.text, passage, source(said?.speaker_start, said?.speaker_end));
      }),
    unclear: [],
  }));
}

/** Dickens and others: every annotated quotation of a paragraph. */
export function singleMarkFiction(): GoldArticle[] {
  return rows('single-quote-fiction.jsonl.gz').map((row) => ({
    id: row.id,
    lang: row.lang,
    publisher: 'fiction',
    text: row.text,
    gold: row.quotes.flatMap((quote) => byParagraph(row.text, quote, null)),
    unclear: row.quotes.filter((quote) => quote.unclosed === true),
  }));
}

/** A quotation over several paragraphs is one piece in each. */
export function byParagraph(text: string, range: Range, speaker: Range | null): GoldQuotation[] {
  const pieces: GoldQuotation[] = [];
  for (let start = range.start; start < range.end;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 || newline > range.end ? range.end : newline;
    const piece = trimmed(text, { start, end });
    if (piece.start < piece.end) pieces.push({ ...piece, speaker });
    start = end + 1;
  }
  return pieces;
}

const EDGE = /[\p{P}\p{S}\s]/u;

/** The range without spaces, marks and punctuation at its ends: what two systems must agree on. */
export function trimmed(text: string, range: Range): Range {
  let { start, end } = range;
  while (start < end && EDGE.test(text[start])) start++;
  while (end > start && EDGE.test(text[end - 1])) end--;
  return { start, end };
}

/** Words of a range, split at spaces. */
export const wordCount = (text: string, range: Range): number =>
  text.slice(range.start, range.end).split(/\s+/).filter(Boolean).length;
