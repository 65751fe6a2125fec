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

/** Waits (ms) before a packaged file is read again. Right after an installation or an update the browser may refuse it for a moment. */
const READ_AGAIN_MS = [50, 200, 800, 2_000];

/**
 * A file of the extension's own package.
 * @throws Error naming the file when the browser keeps refusing it.
 */
async function packaged(path: string): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const response = await fetch(ownAddress(path)).catch(() => null);
    if (response?.ok === true) return response;
    if (tries === READ_AGAIN_MS.length) throw new Error(`The packaged file ${path} can’t be read.`);
    await new Promise((resolve) => setTimeout(resolve, READ_AGAIN_MS[tries]));
  }
}

/** The list of packs that ship with the extension. */
export async function bundledPacks(): Promise<readonly BundledPackEntry[]> {
  return (await (await packaged('packs/index.json')).json()) as BundledPackEntry[];
}

/** A bundled pack's file as it ships. */
export async function bundledBytes(entry: BundledPackEntry): Promise<Uint8Array> {
  return new Uint8Array(await (await packaged(`packs/${entry.file}`)).arrayBuffer());
}
