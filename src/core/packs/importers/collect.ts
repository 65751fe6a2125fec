import type { PackDocument } from '../document.ts';
import { checksum } from './checksum.ts';
import { openFile } from './open.ts';
import { People } from './turns/index.ts';
import { LIMITS, type Format, type ImportedFile, type ImportOptions, type Reading, type Skipped } from './types.ts';

/** What became of one file of an import. */
export interface CollectedFile {
  readonly name: string;
  readonly checksum: string;
  readonly format: Format | null;
  /** Why nothing of it was read, in one sentence; null when it was. */
  error: string | null;
  documents: number;
  readonly skipped: Skipped[];
  notes: readonly string[];
}

/** The files of an import, opened, as one stream of documents. */
export interface Collected {
  readonly files: readonly CollectedFile[];
  /**
   * Every document once: the same words from the same file twice, or under one id, come only once; another document of an id that is taken
   * gets a number. Read it once; the files' counts are complete at its end. A file that fails on the way ends there, the next one goes on.
   */
  documents(): Iterable<PackDocument>;
  /** As `documents`, each with the file it comes from. */
  entries(): Iterable<CollectedDocument>;
}

export interface CollectedDocument {
  readonly document: PackDocument;
  readonly file: CollectedFile;
}

/**
 * Opens the files of an import in the order of their names, so that the browser and the command line make the same pack of the same
 * files. Files of equal content are read once.
 */
export async function collect(files: readonly ImportedFile[], options: ImportOptions = {}): Promise<Collected> {
  const sorted = [...files].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const people = new People();
  const seen = new Map<string, string>();
  const opened: { file: CollectedFile; reading: Reading | null }[] = [];
  for (const file of sorted) {
    const sum = checksum(file.bytes);
    const twin = seen.get(sum);
    const result = twin === undefined ? await openFile(file, options, people) : null;
    if (twin === undefined) seen.set(sum, file.name);
    const reading = result?.ok ? result.value : null;
    const error = result === null ? `The same as ${twin}.` : result.ok ? null : result.error;
    opened.push({
      file: {
        name: file.name,
        checksum: sum,
        format: reading?.format ?? null,
        error,
        documents: 0,
        skipped: [],
        notes: [],
      },
      reading,
    });
  }
  function* entries(): Generator<CollectedDocument> {
    const ids = new Map<string, string>();
    for (const { file, reading } of opened) {
      if (reading) for (const document of documentsOf(file, reading, ids)) yield { document, file };
    }
  }
  return {
    files: opened.map(({ file }) => file),
    entries,
    *documents() {
      for (const { document } of entries()) yield document;
    },
  };
}

function* documentsOf(file: CollectedFile, reading: Reading, ids: Map<string, string>): Generator<PackDocument> {
  const skip = (where: string, why: string) => {
    if (file.skipped.length < LIMITS.skippedShown) file.skipped.push({ where, why });
  };
  try {
    for (const item of reading.items()) {
      if (item.kind === 'skipped') {
        skip(item.where, item.why);
        continue;
      }
      const { document } = item;
      const print = fingerprint(document);
      const known = ids.get(document.id);
      if (known === print) {
        skip(document.title, 'the same document came before');
        continue;
      }
      let id = document.id;
      for (let n = 2; ids.has(id); n++) id = `${document.id}-${n}`;
      ids.set(id, print);
      file.documents++;
      yield id === document.id ? document : { ...document, id };
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : 'The rest could not be read.';
    if (file.documents === 0) file.error = why;
    else skip(file.name, why);
  }
  file.notes = reading.notes;
}

/** Tells two documents apart that have one id. */
function fingerprint(document: PackDocument): string {
  const first =
    document.text ??
    document.turns?.map((turn) => turn.text.slice(0, 200)).join('\n') ??
    JSON.stringify(document.statement);
  return `${document.date ?? ''} ${first.length} ${checksum(new TextEncoder().encode(first.slice(0, 4000)))}`;
}
