import type { PackDocument, PackMeta } from '../../src/core/packs/document.ts';

/** One file of a downloaded collection. */
export interface CollectionFile {
  /** Path inside the collection's folder, with "/". */
  readonly path: string;
  text(): Promise<string>;
  /** The file line by line, for files too large for one string. */
  lines(): AsyncIterable<string>;
}

/** How to make a pack of one public collection: where it comes from, under which licence, how to get it and how to read it. */
export interface Recipe {
  readonly meta: PackMeta;
  /** A page about the collection. */
  readonly origin: string;
  /** Commands that download it into the folder `FOLDER`, to be run in order. */
  readonly fetch: readonly string[];
  /** What the reader should know before: size, filters, what is left out. */
  readonly note?: string;
  /** The documents of a downloaded collection; `files` come in the order of their paths. */
  read(files: readonly CollectionFile[]): AsyncIterable<PackDocument>;
}
