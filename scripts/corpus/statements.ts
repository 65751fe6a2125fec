import type { PackDocument } from '../../src/core/packs/document.ts';
import { MisquotationEntrySchema, StatementEntrySchema, type MisquotationEntry, type StatementEntry } from './entry.ts';
import type { Reviewed } from './card.ts';
import { CORPUS_FOLDER, readEntries } from './readEntries.ts';

/** The author given to wordings that nobody in particular coined. */
const POPULAR = 'as commonly quoted';

/** Every curated entry with the document made of it: statements first, then misquotations. */
export async function reviewedEntries(): Promise<Reviewed[]> {
  const statements = await readEntries(new URL('statements/', CORPUS_FOLDER), StatementEntrySchema);
  const misquotations = await readEntries(new URL('misquotations/', CORPUS_FOLDER), MisquotationEntrySchema);
  return [
    ...statements.map((located) => ({ located, document: statementDocument(located.entry) })),
    ...misquotations.map((located) => ({ located, document: misquotationDocument(located.entry) })),
  ];
}

/** The curated entries of assets/corpus as documents of a pack. */
export async function curatedDocuments(): Promise<PackDocument[]> {
  return (await reviewedEntries()).flatMap(({ document }) => apart(document));
}

/**
 * A line of one person credited to another makes two documents: who names the right one has quoted exactly, who names the
 * other has a known misquotation. In one document the exact words would hide the misquotation.
 */
export function apart(document: PackDocument): PackDocument[] {
  const { statement, text } = document;
  if (statement?.credited_to === undefined || text === undefined) return [document];
  const said = ` ${bareWords(text)} `;
  if (!statement.renderings?.some((rendering) => said.includes(` ${bareWords(rendering.text)} `))) return [document];
  return [
    withoutUndefined({ ...document, text: undefined }),
    withoutUndefined({ ...document, id: `source-of-${document.id}`, statement: undefined }),
  ];
}

const bareWords = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The entry without the record of its check: a pack carries what the reader sees. */
export function statementDocument(entry: StatementEntry): PackDocument {
  return withoutUndefined({
    id: entry.id,
    title: entry.title,
    speaker: entry.speaker,
    date: entry.date,
    venue: entry.venue,
    url: entry.url,
    archive: entry.archive,
    licence: entry.licence,
    lang: entry.lang,
    class: entry.class,
    text: entry.text,
    statement: withoutUndefined({
      original: entry.original,
      spoken_lang: entry.spoken_lang,
      renderings: entry.renderings,
      status: entry.status,
      finding: entry.finding,
      credited_to: entry.credited_to,
      denied: entry.denied,
      reported_by: entry.reported_by,
    }),
  });
}

/**
 * A misquotation's popular wordings are its renderings; what was really said is the document's text (or its original, in
 * another language than English), under its real author's name.
 */
export function misquotationDocument(entry: MisquotationEntry): PackDocument {
  const { actual } = entry;
  const inEnglish = actual?.lang === 'en';
  return withoutUndefined({
    id: `misquotation-${entry.id}`,
    title: actual?.source ?? `“${entry.quote}”, credited to ${entry.credited_to.join(' or ')}`,
    speaker: actual?.speaker,
    date: actual?.date,
    url: entry.url,
    lang: 'en',
    class: 'research' as const,
    text: inEnglish ? actual?.text : undefined,
    statement: withoutUndefined({
      original: actual?.text !== undefined && !inEnglish ? { text: actual.text, lang: actual.lang } : undefined,
      renderings: [entry.quote, ...entry.variants].map((text) => ({ by: POPULAR, text })),
      status: entry.status,
      finding: entry.finding,
      credited_to: entry.credited_to,
    }),
  });
}

/** The object without its undefined fields, so that equal documents have equal JSON. */
function withoutUndefined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}
