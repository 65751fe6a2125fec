import type { ByteSource } from '../core/packs/types.ts';

/**
 * The packs' files in the origin private file system, in one folder.
 *
 * A file's name says all that must be known before it is opened: `<kind>-<key>-<bytes>.vpack`. A write appears under its
 * name only when it is complete (`createWritable` swaps the content in on `close`); a write that was cut off leaves an empty
 * or shorter file than its name says, which is never opened and is swept away.
 */
const FOLDER = 'packs';
const NAME = /^(bundled|own)-([\w.-]+)-(\d+)\.vpack$/u;

export type PackKind = 'bundled' | 'own';

export interface StoredPack {
  readonly kind: PackKind;
  /** What the pack was stored under: for bundled ones id, hash and version, for the reader's own the checksum. */
  readonly key: string;
  /** The file's name, for removing it. */
  readonly name: string;
  readonly bytes: ByteSource;
}

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** The complete file of that name, or what is wrong with it. */
async function fileOf(handle: FileSystemHandle): Promise<StoredPack | null> {
  const parts = NAME.exec(handle.name);
  if (parts === null || handle.kind !== 'file') return null;
  const file = await (handle as FileSystemFileHandle).getFile();
  if (file.size !== Number(parts[3])) return null;
  return { kind: parts[1] as PackKind, key: parts[2], name: handle.name, bytes: fileBytes(file) };
}

/** Every complete file, by name. @throws Error where the browser has no private files (some private windows, a broken profile). */
export async function storedPacks(): Promise<readonly StoredPack[]> {
  const found: StoredPack[] = [];
  for await (const handle of (await folder()).values()) {
    const pack = await fileOf(handle);
    if (pack !== null) found.push(pack);
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Writes a pack and answers its stored form. Writing the same pack again changes nothing.
 * @throws Error when there is no room, or no private files.
 */
export async function storePack(kind: PackKind, key: string, bytes: Uint8Array): Promise<StoredPack> {
  const name = `${kind}-${key}-${bytes.length}.vpack`;
  const directory = await folder();
  const handle = await directory.getFileHandle(name, { create: true });
  const writing = await handle.createWritable();
  try {
    await writing.write(bytes as Uint8Array<ArrayBuffer>);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    await directory.removeEntry(name).catch(() => undefined);
    throw error;
  }
  return { kind, key, name, bytes: fileBytes(await handle.getFile()) };
}

/** Removes a file. One that is gone already, or still being read elsewhere, is no error. */
export async function removePack(name: string): Promise<void> {
  await (await folder()).removeEntry(name).catch(() => undefined);
}

/** Removes writes that were cut off, and the packs that `outdated` names. */
export async function sweepPacks(outdated: (pack: StoredPack) => boolean): Promise<void> {
  const directory = await folder();
  for await (const handle of directory.values()) {
    const pack = await fileOf(handle);
    if (pack === null || outdated(pack)) await removePack(handle.name);
  }
}

/** A file's bytes, read when asked for. Rejects when the file has been removed meanwhile. */
export function fileBytes(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (start, end) => new Uint8Array(await file.slice(start, end).arrayBuffer()),
  };
}
