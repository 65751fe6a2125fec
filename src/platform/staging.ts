import { checksum } from '../core/packs/importers/checksum.ts';

/**
 * The files of an import that is under way, kept in the browser's private files until it is finished or given up, so that it can go on
 * after the browser was killed. A file's name says its size: one that was cut off is shorter, and left out.
 */
const FOLDER = 'import';

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

export interface StagedFile {
  readonly name: string;
  readonly file: File;
}

/** Keeps a file under its own name. One that is there already with this content is left as it is. @throws DOMException without room. */
export async function stageFile(name: string, bytes: Uint8Array): Promise<void> {
  const directory = await folder();
  const staged = `${bytes.length}-${checksum(bytes)}-${encodedName(name)}`;
  const handle = await directory.getFileHandle(staged, { create: true });
  if ((await handle.getFile()).size === bytes.length) return;
  const writing = await handle.createWritable();
  try {
    await writing.write(bytes as Uint8Array<ArrayBuffer>);
    await writing.close();
  } catch (error) {
    await writing.abort().catch(() => undefined);
    throw error;
  }
}

/** The complete files that are kept, by name. */
export async function stagedFiles(): Promise<readonly StagedFile[]> {
  const found: StagedFile[] = [];
  for await (const handle of (await folder()).values()) {
    const parts = /^(\d+)-[0-9a-f]{16}-(.+)$/u.exec(handle.name);
    if (parts === null || handle.kind !== 'file') continue;
    const file = await handle.getFile();
    if (file.size === Number(parts[1])) found.push({ name: decodeURIComponent(parts[2].replaceAll('~', '%')), file });
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : 1));
}

export async function clearStaging(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(FOLDER, { recursive: true }).catch(() => undefined);
}

/** A name that every file system takes: letters, digits, and `~` before hexadecimal digits for the rest; cut at 150 characters. */
function encodedName(name: string): string {
  let out = '';
  for (const letter of name) {
    const safe = /[\w. -]/u.test(letter)
      ? letter.replace(' ', '~20')
      : encodeURIComponent(wellFormed(letter))
          .replaceAll('%', '~')
          .replace(/[!'()*]/gu, (mark) => `~${mark.charCodeAt(0).toString(16)}`);
    if (out.length + safe.length > 150) break;
    out += safe;
  }
  return out === '' ? 'file' : out;
}

/** Half of a surrogate pair cannot be encoded. */
const wellFormed = (letter: string): string => (/[\ud800-\udfff]/u.test(letter) ? '_' : letter);
