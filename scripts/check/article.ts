import { parseHTML } from 'linkedom';
import { articleRoot, pageFacts, readBlocks } from '../../src/content/read/index.ts';
import type { Finding, Query, Reason } from '../../src/core/matching/types.ts';
import { findQuotations, namesNear, speakerName } from '../../src/core/quotations/index.ts';
import type { Block, Place, Quotation } from '../../src/core/quotations/types.ts';
import { DEFAULT_READING } from '../../src/core/settings/index.ts';
import { countWords } from '../../src/core/text/index.ts';
import type { Article } from './inputs.ts';

/** An article read: its text, its quotations, and what to look up. */
export interface ReadArticle {
  readonly id: string;
  readonly text: string;
  /** The text was read from a page, so its offsets mean nothing without it. */
  readonly fromPage: boolean;
  readonly quotations: readonly ReadQuotation[];
}

export interface ReadQuotation {
  readonly quotation: Quotation;
  /** Where each block starts in the article's text. */
  readonly starts: readonly number[];
  /** What to look up; null when it is not checked, with the reason. */
  readonly query: Query | null;
  readonly reason: Reason | null;
}

interface Text {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Where each block starts in the text, in UTF-16 units. */
  readonly starts: readonly number[];
  readonly lang: string | null;
  readonly date: string | null;
  readonly byline: string | null;
}

/** Finds an article's quotations. `lookUp` false leaves out what only the matcher needs. */
export function readArticle(article: Article, lookUp: boolean): ReadArticle {
  const read = article.form === 'html' ? pageText(article) : plainText(article);
  const { text, blocks, starts, lang, byline } = read;
  const quotations = findQuotations(blocks, {
    ...(lang === null ? {} : { lang }),
    ...(byline === null ? {} : { byline }),
  });
  const names = lookUp ? namesNear(blocks, quotations) : [];
  return {
    id: article.id,
    text,
    fromPage: article.form === 'html',
    quotations: quotations.map((quotation, index) => {
      const reason = reasonNotToCheck(quotation, blocks);
      return {
        quotation,
        starts,
        reason,
        query: lookUp && reason === null ? queryOf(`${article.id}\n${index}`, quotation, names[index], read) : null,
      };
    }),
  };
}

/** A line is a block; an empty one only keeps the count. */
function plainText({ content, lang, date }: Article): Text {
  const blocks: Block[] = [];
  const starts: number[] = [];
  for (let start = 0; start <= content.length;) {
    const feed = content.indexOf('\n', start);
    const end = feed < 0 ? content.length : feed;
    const line = content.slice(start, end > start && content[end - 1] === '\r' ? end - 1 : end);
    blocks.push({ text: line, role: 'paragraph' });
    starts.push(start);
    start = end + 1;
  }
  return { text: content, blocks, starts, lang: lang ?? null, date: date ?? null, byline: null };
}

function pageText({ content, lang, date }: Article): Text {
  const whole = /<(?:html|body)[\s>]/iu.test(content) ? content : `<!doctype html><html><body>${content}</body></html>`;
  const { document } = parseHTML(whole) as unknown as { document: Document };
  const facts = pageFacts(document);
  const root = articleRoot(document) ?? document.body ?? document.documentElement;
  const blocks = readBlocks(root, { scope: DEFAULT_READING.scope }).map(({ block }) => block);
  const starts: number[] = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += block.text.length + 1;
  }
  return {
    text: blocks.map((block) => block.text).join('\n'),
    blocks,
    starts,
    lang: lang ?? facts.lang,
    date: date ?? facts.date,
    byline: facts.byline,
  };
}

/** As in the browser: titles, scare quotes, headings and very short quotations are listed, not looked up. */
function reasonNotToCheck(quotation: Quotation, blocks: readonly Block[]): Reason | null {
  if (quotation.kind !== 'quotation') return quotation.kind;
  if (blocks[quotation.pieces[0].block].role === 'heading') return 'heading';
  return countWords(quotation.text) < DEFAULT_READING.minWords ? 'too-short' : null;
}

function queryOf(id: string, quotation: Quotation, names: readonly string[], { blocks, date, lang }: Text): Query {
  return {
    id,
    quote: quotation.text,
    pieces: quotation.pieces.map(({ block, start, end }) => blocks[block].text.slice(start, end)),
    speaker: speakerName(quotation.speaker),
    names,
    date,
    lang: blocks[quotation.pieces[0].block].lang ?? lang,
  };
}

/** A place as offsets into the article's text. */
const globally = ({ block, start, end }: Place, starts: readonly number[]): { start: number; end: number } => ({
  start: starts[block] + start,
  end: starts[block] + end,
});

/** One quotation as the command prints it. `finding` is null with `--find-only`. */
export function quotationLine(
  { quotation, starts, reason }: ReadQuotation,
  finding: Finding | null | undefined,
): object {
  const pieces = quotation.pieces.map((piece) => globally(piece, starts));
  const { speaker } = quotation;
  const found = {
    start: pieces[0].start,
    end: pieces[pieces.length - 1].end,
    text: quotation.text,
    pieces,
    kind: quotation.kind,
    speaker: speaker === null ? null : { ...globally(speaker, starts), text: speaker.text, name: speaker.name },
    confidence: quotation.confidence,
  };
  if (finding === null) return found;
  return { ...found, ...findingLine(finding ?? { verdict: 'not-checked', matches: [], notices: [], reason }) };
}

/** A finding as the command prints it. */
export function findingLine({ verdict, matches, notices, reason }: Omit<Finding, 'id'>): object {
  return {
    verdict,
    matches: matches.map(({ source, ...match }) => ({
      ...match,
      source: {
        id: source.id,
        title: source.title,
        speaker: source.speaker,
        date: source.date,
        url: source.url,
        class: source.class,
      },
    })),
    notices,
    reason,
  };
}
