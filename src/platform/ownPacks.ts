import { removePack, storedPacks, storePack, sweepPacks } from './packFiles.ts';

/**
 * The packs that a reader adds. Beside the prepared form that is searched (`packFiles.ts`) the pack is kept as it ships, for
 * saving it to a file, with a note of the files it was made of. No browser API but the private files, so that a worker can use it.
 */
const FOLDER = 'own-packs';
/** Held while a pack is being added, so that no other page takes its files for leftovers. It goes with whoever holds it. */
const ADDING = 'own-packs';

export interface OwnPackNote {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** The files that went in, for recognising them again. */
  readonly files: readonly { readonly name: string; readonly checksum: string }[];
}

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/**
 * Keeps a pack: first the shipped form and the note, last the prepared form, which makes it appear.
 * @throws DOMException `QuotaExceededError` when there is no room; nothing is left behind then.
 */
export function addOwnPack(note: OwnPackNote, shipped: Uint8Array, prepared: Uint8Array): Promise<void> {
  return navigator.locks.request(ADDING, async () => {
    try {
      await write(`${note.key}.vpack`, shipped);
      await write(`${note.key}.json`, new TextEncoder().encode(JSON.stringify(note)));
      await storePack('own', note.key, prepared);
    } catch (error) {
      await removeOwnPack(note.key);
      throw error;
    }
  });
}

/** Removes the files of packs whose adding was cut off before they appeared. Leaves all as it is while one is being added. */
export async function sweepOwnPacks(): Promise<void> {
  await navigator.locks.request(ADDING, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    await sweepPacks(() => false);
    const there = await ownKeys();
    const directory = await folder();
    for await (const { name } of directory.values())
      if (!there.has(name.replace(/\.\w+$/u, ''))) await directory.removeEntry(name).catch(() => undefined);
  });
}

/** The keys of the packs that are complete. */
async function ownKeys(): Promise<ReadonlySet<string>> {
  return new Set((await storedPacks()).filter(({ kind }) => kind === 'own').map(({ key }) => key));
}

export async function removeOwnPack(key: string): Promise<void> {
  const directory = await folder();
  for (const pack of await storedPacks()) {
    if (pack.kind === 'own' && pack.key === key) await removePack(pack.name);
  }
  for (const ending of ['vpack', 'json']) await directory.removeEntry(`${key}.${ending}`).catch(() => undefined);
}

/** The notes of all packs that are there; a damaged one is left out, and one whose pack was never completed. */
export async function ownPackNotes(): Promise<readonly OwnPackNote[]> {
  const there = await ownKeys();
  const notes: OwnPackNote[] = [];
  for await (const handle of (await folder()).values()) {
    if (handle.kind !== 'file' || !handle.name.endsWith('.json')) continue;
    const note = readNote(await (await handle.getFile()).text());
    if (note !== null && there.has(note.key)) notes.push(note);
  }
  return notes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A pack as it ships, to be saved as a file; null when it is gone. */
export async function ownPackFile(key: string): Promise<File | null> {
  try {
    return await (await (await folder()).getFileHandle(`${key}.vpack`)).getFile();
  } catch {
    return null;
  }
}

/** Bytes used and bytes allowed, as far as the browser says. */
export async function roomLeft(): Promise<{ used: number; allowed: number }> {
  const { usage = 0, quota = 0 } = await navigator.storage.estimate();
  return { used: usage, allowed: quota };
}

function readNote(text: string): OwnPackNote | null {
  try {
    const value = JSON.parse(text) as Partial<OwnPackNote>;
    const complete = typeof value.key === 'string' && typeof value.id === 'string' && typeof value.name === 'string';
    return complete && Array.isArray(value.files) ? (value as OwnPackNote) : null;
  } catch {
    return null;
  }
}

async function write(name: string, bytes: Uint8Array): Promise<void> {
  const handle = await (await folder()).getFileHandle(name, { create: true });
  const writing = await handle.createWritable();
  try {
    await writing.write(bytes as Uint8Array<ArrayBuffer>);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
}
