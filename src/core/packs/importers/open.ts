import { fail, ok, type Result } from '../../result.ts';
import { contentBytes, contentChunks } from './bytes.ts';
import { checksum } from './checksum.ts';
import { csvItems } from './csv.ts';
import { detectFormat } from './detect.ts';
import type { Origin } from './documents.ts';
import { docxItems } from './docx.ts';
import { decodeText, windows1252 } from './encoding.ts';
import { htmlItems } from './html.ts';
import { jsonlItems } from './jsonl.ts';
import { pdfItems } from './pdf.ts';
import { subtitleItems } from './subtitles.ts';
import { teiItems } from './tei.ts';
import { textItems } from './text.ts';
import { People } from './turns/index.ts';
import { wikiquoteItems } from './wikiquote.ts';
import { zipReader } from './zip.ts';
import {
  LIMITS,
  type Format,
  type ImportedFile,
  type ImportOptions,
  type ImportResult,
  type Item,
  type Reading,
} from './types.ts';

/**
 * Opens a file for reading. `people` carries what is known of speakers from one file of an import to the next.
 * Fails with one sentence when the file is of no known format, too large, or damaged as a whole.
 */
export async function openFile(
  file: ImportedFile,
  options: ImportOptions = {},
  people: People = new People(),
): Promise<Result<Reading>> {
  return openAt(file, options, people, 0);
}

/** All documents of a file at once. Fails as `openFile` does, and when a file turns out to be damaged on the way. */
export async function importFile(
  file: ImportedFile,
  options: ImportOptions = {},
  people: People = new People(),
): Promise<Result<ImportResult>> {
  const opened = await openFile(file, options, people);
  if (!opened.ok) return opened;
  const result: ImportResult = { documents: [], skipped: [], format: opened.value.format, notes: opened.value.notes };
  try {
    for (const item of opened.value.items()) {
      if (item.kind === 'document') result.documents.push(item.document);
      else if (result.skipped.length < LIMITS.skippedShown) result.skipped.push({ where: item.where, why: item.why });
    }
  } catch (error) {
    return fail(messageOf(error));
  }
  return ok(result);
}

async function openAt(
  file: ImportedFile,
  options: ImportOptions,
  people: People,
  depth: number,
): Promise<Result<Reading>> {
  const now = openNow(file, options, people);
  if (now !== null) return now;
  const notes: string[] = [];
  try {
    const format = formatOf(file);
    if (format === 'pdf') {
      const items = await pdfItems(contentBytes(file.bytes), originOf(file, options, people), file.name, notes);
      return ok({ format, notes, items: () => items });
    }
    if (depth > 0) return fail('A ZIP inside a ZIP is not read.');
    const items = await zipReader(
      contentBytes(file.bytes),
      (inner) => openAt(inner, options, people, depth + 1),
      (inner) => openNow(inner, options, people),
    );
    return ok({ format: 'zip', notes, items });
  } catch (error) {
    return fail(messageOf(error));
  }
}

/** Opens what needs no waiting; null for a PDF or a ZIP. */
function openNow(file: ImportedFile, options: ImportOptions, people: People): Result<Reading> | null {
  if (file.bytes.length === 0) return fail('The file is empty.');
  if (file.bytes.length > LIMITS.fileBytes) return fail('The file is larger than 512 MB.');
  try {
    const format = formatOf(file);
    if (format === null) return fail('This is no format that Verbatim reads.');
    if (format === 'pdf' || format === 'zip') return null;
    const notes: string[] = [];
    return ok({ format, notes, items: itemsOf(format, file, options, people, notes) });
  } catch (error) {
    return fail(messageOf(error));
  }
}

function formatOf(file: ImportedFile): Format | null {
  if (file.format !== undefined) return file.format;
  for (const head of contentChunks(file.bytes)) return detectFormat(file.name, head);
  return null;
}

function originOf(file: ImportedFile, options: ImportOptions, people: People): Origin {
  return { name: file.name, checksum: checksum(file.bytes), defaults: options.defaults ?? {}, people };
}

function itemsOf(
  format: Exclude<Format, 'pdf' | 'zip'>,
  file: ImportedFile,
  options: ImportOptions,
  people: People,
  notes: string[],
): () => Iterable<Item> {
  if (format === 'jsonl') return () => jsonlItems(file.bytes, options.defaults ?? {}, people);
  const origin = originOf(file, options, people);
  if (format === 'docx') return () => docxItems(contentBytes(file.bytes), origin, file.name);
  return () => {
    const bytes = contentBytes(file.bytes);
    if (bytes.length > LIMITS.documentBytes * (format === 'wikiquote' ? 4 : 1)) {
      return [{ kind: 'skipped', where: file.name, why: 'larger than 64 MB, too large for one document' }];
    }
    const { text, note } = decodeText(bytes, format === 'html' || format === 'tei' ? declaredEncoding(bytes) : null);
    if (note !== null && !notes.includes(note)) notes.push(note);
    return textDocuments(format, text, options, origin, file.name);
  };
}

function textDocuments(
  format: Exclude<Format, 'pdf' | 'zip' | 'jsonl' | 'docx'>,
  text: string,
  options: ImportOptions,
  origin: Origin,
  where: string,
): Item[] {
  switch (format) {
    case 'text':
    case 'markdown':
      return textItems(text, origin, where);
    case 'subtitles':
      return subtitleItems(text, origin, where);
    case 'html':
      return htmlItems(text, origin, where);
    case 'csv':
      return csvItems(text, options.columns, origin, where);
    case 'wikiquote':
      return wikiquoteItems(text, origin);
    case 'tei':
      return teiItems(text, origin, where);
  }
}

/** The encoding that an XML declaration or an HTML meta element names in the first kilobyte. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = windows1252(bytes.subarray(0, 1024));
  return /(?:encoding|charset)\s*=\s*["']?\s*([\w-]{3,20})/iu.exec(head)?.[1] ?? null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'The file could not be read.';
}
