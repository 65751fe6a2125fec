import type { PackDocument, SourceClass } from '../document.ts';

/** The file formats that become documents. `zip` holds files of the others. */
export const FORMATS = [
  'jsonl',
  'text',
  'markdown',
  'subtitles',
  'html',
  'csv',
  'docx',
  'pdf',
  'wikiquote',
  'tei',
  'zip',
] as const;
export type Format = (typeof FORMATS)[number];

/** A file as chosen by the reader or named on the command line. */
export interface ImportedFile {
  /** Its path or name; its ending helps to tell the format, its stem is the title of last resort. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Overrides what the content and the name say. */
  readonly format?: Format;
}

/** Column headings (or "1", "2", … where there are none) of a CSV or TSV file, by what they hold. */
export type ColumnMapping = Partial<
  Record<'text' | 'speaker' | 'date' | 'title' | 'url' | 'venue' | 'at' | 'id' | 'lang', string>
>;

/** What every document of an import gets where the file itself says nothing. */
export interface DocumentDefaults {
  readonly lang?: string;
  readonly class?: SourceClass;
  readonly licence?: string;
  readonly speaker?: string;
  readonly date?: string;
}

export interface ImportOptions {
  readonly columns?: ColumnMapping;
  readonly defaults?: DocumentDefaults;
}

/** A part of a file that was left out: a line number, a row, a file inside a ZIP; and why, in one sentence. */
export interface Skipped {
  readonly where: string;
  readonly why: string;
}

export type Item =
  { readonly kind: 'document'; readonly document: PackDocument } | ({ readonly kind: 'skipped' } & Skipped);

/** A file opened for reading. Its documents are made while they are asked for, so that a large file is never whole in memory. */
export interface Reading {
  readonly format: Format;
  /** What the reader should know: the encoding, repairs, what was guessed. Complete once `items` has been read to its end. */
  readonly notes: readonly string[];
  /** The documents and what was left out, in the order of the file. May be read more than once. */
  items(): Iterable<Item>;
}

export interface ImportResult {
  readonly documents: PackDocument[];
  readonly skipped: Skipped[];
  readonly format: Format;
  readonly notes: readonly string[];
}

/** Bounds on what a file may ask of the machine. Bytes are of the uncompressed content; characters are UTF-16 units. */
export const LIMITS = {
  fileBytes: 512 * 1024 * 1024,
  /** One document's source file, line or ZIP entry. */
  documentBytes: 64 * 1024 * 1024,
  zipEntries: 20_000,
  zipBytes: 1024 * 1024 * 1024,
  /** An entry that unpacks to more than this many times its size, and to over a megabyte, is not a transcript. DEFLATE cannot exceed 1032. */
  zipRatio: 250,
  xmlDepth: 256,
  pdfPages: 5_000,
  turns: 200_000,
  skippedShown: 10_000,
} as const;
