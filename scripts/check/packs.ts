import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { openPack, preparePack, type Pack } from '../../src/core/packs/index.ts';
import type { ByteSource } from '../../src/core/packs/types.ts';
import { BadInput } from '../badInput.ts';
import { bundledPackFiles, type BundledPackFiles } from '../bundledPacks.ts';
import { ROOT } from '../root.ts';

const CACHE = join(ROOT, '.cache', 'prepared');

/** Opens the packs to search: the bundled ones that are on from the start, and the named files. @throws BadInput naming the file. */
export async function openPacks(files: readonly string[], bundled: boolean): Promise<Pack[]> {
  const packs: Pack[] = [];
  if (bundled) {
    for (const { prepared, off } of await shippedPacks()) if (!off) packs.push(await opened(prepared, prepared));
  }
  for (const file of files) packs.push(await openedFile(file));
  return packs;
}

/** The packs that ship. @throws BadInput with all that is wrong in the curated facts they are built from. */
async function shippedPacks(): Promise<BundledPackFiles[]> {
  try {
    return await bundledPackFiles();
  } catch (error) {
    throw new BadInput(`The bundled packs can’t be built:\n${(error as Error).message}`);
  }
}

/** Opens a named file through its kept prepared form; one that an earlier version left is made anew. */
async function openedFile(file: string): Promise<Pack> {
  const path = preparedFile(file);
  const pack = await openPack(await bytesOf(path), (renewed) => keep(path, renewed));
  if (pack.ok) return pack.value;
  rmSync(path);
  return opened(file, preparedFile(file));
}

/** Opens a pack's file in either form. */
export async function opened(name: string, path: string): Promise<Pack> {
  const pack = await openPack(await bytesOf(path));
  if (!pack.ok) throw new BadInput(`${name}: ${pack.error}`);
  return pack.value;
}

/** The form of a pack that opens without parsing: made once for each content, and kept. */
function preparedFile(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new BadInput(`${file}: no such file`);
  if (!found.isFile()) throw new BadInput(`${file}: not a file`);
  const shipped = readFileSync(file);
  const path = join(CACHE, `${createHash('sha256').update(shipped).digest('hex').slice(0, 32)}.vpack`);
  if (existsSync(path)) return path;
  let bytes: Uint8Array;
  try {
    bytes = preparePack(shipped);
  } catch (error) {
    throw new BadInput(`${file}: ${(error as Error).message}`);
  }
  keep(path, bytes);
  return path;
}

/** Writes a file that appears whole or not at all. */
function keep(path: string, bytes: Uint8Array): void {
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, bytes);
  renameSync(`${path}.${process.pid}`, path);
}

/** A file on disk, read where asked. */
export async function bytesOf(path: string): Promise<ByteSource> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(`${path}: ${error.code === 'ENOENT' ? 'no such file' : 'could not be read'}`);
  });
  const { size } = await file.stat();
  return {
    size,
    read: async (start, end) => {
      const bytes = new Uint8Array(Math.max(0, end - start));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
      if (bytesRead < bytes.length) throw new Error(`${path} is shorter than it says`);
      return bytes;
    },
  };
}
