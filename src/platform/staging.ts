/**
 * The files of an import that is under way, kept in the browser's private files until it is finished or given up, so that it can go on
 * after the browser was killed.
 *
 * Every choice of files makes two: `<key>.data`, the contents one behind the other, and `<key>.list`, a line of JSON for each, written when
 * its content is there. So a thousand small files cost two, and one that was cut off stands in no line. A file of its own for each takes a
 * hundred times as long (11 ms in Firefox). While it is written, Chromium sets room aside for each of the two in steps of 1, 2, 4, … up to
 * 128 MiB; a pack of the same files needs more room than that.
 */
const FOLDER = 'import';

/** Writes in place and at once; known to workers only. */
interface SyncAccess {
  write(bytes: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  close(): void;
}
type WorkerFileHandle = FileSystemFileHandle & { createSyncAccessHandle(): Promise<SyncAccess> };

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

interface Line {
  readonly name: string;
  readonly checksum: string;
  /** Where the content begins in the data, and how long it is, in bytes. */
  readonly at: number;
  readonly size: number;
}

export interface StagedFile {
  readonly name: string;
  readonly checksum: string;
  readonly content: Blob;
}

/** Where the files of one choice are kept while they are read. */
export interface StagingArea {
  /** Keeps one file. @throws DOMException `QuotaExceededError` without room; the file is not kept then. */
  keep(name: string, sum: string, bytes: Uint8Array): void;
  close(): void;
}

/** A new area; in workers only. */
export async function openStaging(): Promise<StagingArea> {
  const directory = await folder();
  const key = crypto.randomUUID();
  const data = await accessTo(directory, `${key}.data`);
  const list = await accessTo(directory, `${key}.list`);
  let written = 0;
  let listed = 0;
  return {
    keep: (name, sum, bytes) => {
      writeAll(data, bytes, written);
      const line: Line = { name, checksum: sum, at: written, size: bytes.length };
      const text = new TextEncoder().encode(`${JSON.stringify(line)}\n`);
      writeAll(list, text, listed);
      written += bytes.length;
      listed += text.length;
    },
    close: () => {
      data.close();
      list.close();
    },
  };
}

async function accessTo(directory: FileSystemDirectoryHandle, name: string): Promise<SyncAccess> {
  return ((await directory.getFileHandle(name, { create: true })) as WorkerFileHandle).createSyncAccessHandle();
}

/** Writes all bytes, or none. */
function writeAll(access: SyncAccess, bytes: Uint8Array, at: number): void {
  try {
    const written = access.write(bytes, { at });
    if (written < bytes.length) throw new DOMException(`${written} of ${bytes.length} bytes`, 'QuotaExceededError');
  } catch (error) {
    access.truncate(at);
    throw error;
  }
}

/** The files that are kept, by name; one that was chosen twice comes once. */
export async function stagedFiles(): Promise<readonly StagedFile[]> {
  const files = new Map<string, File>();
  for await (const handle of (await folder()).values()) {
    if (handle.kind === 'file') files.set(handle.name, await handle.getFile());
  }
  const found = new Map<string, StagedFile>();
  for (const [name, list] of files) {
    const data = files.get(name.replace(/\.list$/u, '.data'));
    if (!name.endsWith('.list') || data === undefined) continue;
    for (const line of (await list.text()).split('\n')) {
      const file = stagedFile(line, data);
      if (file !== null) found.set(stagingKey(file), file);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What tells one kept file from another. */
export const stagingKey = ({ name, checksum }: { readonly name: string; readonly checksum: string }): string =>
  `${checksum} ${name}`;

function stagedFile(line: string, data: File): StagedFile | null {
  try {
    const { name, checksum, at, size } = JSON.parse(line) as Line;
    return at + size <= data.size ? { name, checksum, content: data.slice(at, at + size) } : null;
  } catch {
    // The line behind the last, or one that was cut off.
    return null;
  }
}

/** A worker that was ended holds its files for a moment longer; then the browser refuses to remove them (ms, times). */
const HELD = 50;
const TRIES = 40;

export async function clearStaging(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for (let tries = 0; tries < TRIES; tries++) {
    try {
      return await root.removeEntry(FOLDER, { recursive: true });
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return;
      await new Promise((resolve) => setTimeout(resolve, HELD));
    }
  }
}
