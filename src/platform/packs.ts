import type { BundledPackEntry } from '../core/packs/types.ts';
import { ownAddress } from './browser.ts';

export {
  fileBytes,
  removePack,
  storedPacks,
  storePack,
  sweepPacks,
  type PackKind,
  type StoredPack,
} from './packFiles.ts';

/** The list of packs that ship with the extension. */
export async function bundledPacks(): Promise<readonly BundledPackEntry[]> {
  const response = await fetch(ownAddress('packs/index.json'));
  return (await response.json()) as BundledPackEntry[];
}

/** A bundled pack's file as it ships. */
export async function bundledBytes(entry: BundledPackEntry): Promise<Uint8Array> {
  const response = await fetch(ownAddress(`packs/${entry.file}`));
  return new Uint8Array(await response.arrayBuffer());
}
