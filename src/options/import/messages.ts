import type { ColumnMapping, DocumentDefaults, Format } from '../../core/packs/importers/types.ts';
import type { PackMeta } from '../../core/packs/document.ts';

/** What the page tells the worker. */
export type ToWorker =
  /** Files for the preview that follows; a choice of many comes in several of these. */
  | { readonly kind: 'files'; readonly files: readonly File[] }
  /** Read the files that were given, and those kept from before, and say what is in them. */
  | { readonly kind: 'preview'; readonly choices: Choices }
  /** Make a pack of the files that were previewed last. */
  | { readonly kind: 'build'; readonly meta: PackMeta; readonly choices: Choices }
  /** Add a pack that somebody else made. */
  | { readonly kind: 'add'; readonly file: File; readonly taken: readonly string[] };

export interface Choices {
  readonly columns: ColumnMapping;
  readonly defaults: DocumentDefaults;
}

/** What one file holds, as the reader sees it before anything is added. */
export interface FilePreview {
  readonly name: string;
  readonly format: Format | null;
  /** Why it is left out, or null. */
  readonly error: string | null;
  readonly documents: number;
  readonly turns: number;
  readonly notes: readonly string[];
  readonly skipped: readonly { readonly where: string; readonly why: string }[];
  readonly skippedCount: number;
  /** Of the first document. */
  readonly title: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** Those with the most turns first, at most eight. */
  readonly speakers: readonly string[];
  readonly first: readonly { readonly speaker: string | null; readonly text: string }[];
  /** Headings and guessed columns of a table. */
  readonly table: { readonly headings: readonly string[]; readonly mapping: ColumnMapping } | null;
}

/** What the worker tells the page. */
export type FromWorker =
  | {
      readonly verbatim: 1;
      readonly kind: 'progress';
      readonly step: 'keep' | 'read' | 'build' | 'store';
      readonly done: number;
      readonly total: number;
    }
  | {
      readonly verbatim: 1;
      readonly kind: 'previewed';
      readonly files: readonly FilePreview[];
      readonly documents: number;
    }
  | {
      readonly verbatim: 1;
      readonly kind: 'added';
      readonly key: string;
      readonly name: string;
      readonly sources: number;
      readonly words: number;
    }
  | {
      readonly verbatim: 1;
      readonly kind: 'failed';
      readonly why: 'no-room' | 'nothing' | 'taken' | 'other';
      readonly error: string;
    };
