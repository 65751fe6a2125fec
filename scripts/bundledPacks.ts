import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { PackMeta } from '../src/core/packs/document.ts';
import type { BundledPackEntry } from '../src/core/packs/types.ts';
import { ROOT } from './root.ts';

const CACHE = join(ROOT, '.cache', 'packs');

/** Everything the bytes of the packs are made of. Another byte in any of these makes new packs. */
const INPUTS = [
  'assets/corpus',
  'scripts/corpus.ts',
  'scripts/corpus',
  'src/core/packs',
  'src/core/text',
  'package-lock.json',
];
/** Under `src/core/packs`, but no part of what ships is made by it. */
const NOT_INPUTS = join('core', 'packs', 'importers');

/** One bundled pack in both its forms, as files. */
export interface BundledPackFiles extends BundledPackEntry {
  readonly meta: PackMeta;
  /** Path of the form that ships. */
  readonly shipped: string;
  /** Path of the form that opens without parsing. */
  readonly prepared: string;
}

/** The bundled packs, built when an input has changed and otherwise taken from `.cache`. */
export async function bundledPackFiles(): Promise<BundledPackFiles[]> {
  const folder = join(CACHE, inputHash());
  const list = join(folder, 'index.json');
  if (!existsSync(list)) await build(folder);
  const entries = JSON.parse(readFileSync(list, 'utf8')) as (BundledPackEntry & { meta: PackMeta })[];
  return entries.map((entry) => ({
    ...entry,
    shipped: join(folder, entry.file),
    prepared: join(folder, `${entry.file}.prepared`),
  }));
}

/** Builds into a folder of its own and renames it when all is there, so that an interrupted build is never taken for one. */
async function build(folder: string): Promise<void> {
  const { buildBundledPacks } = await import('./corpus.ts');
  const { preparePack } = await import('../src/core/packs/index.ts');
  const packs = await buildBundledPacks();
  const making = `${folder}.${process.pid}`;
  mkdirSync(making, { recursive: true });
  const entries = [];
  for (const { file, bytes, meta, off } of packs) {
    writeFileSync(join(making, file), bytes);
    writeFileSync(join(making, `${file}.prepared`), preparePack(bytes));
    entries.push({ file, id: meta.id, hash: hashOf(bytes), size: bytes.length, off, meta });
  }
  writeFileSync(join(making, 'index.json'), JSON.stringify(entries));
  if (existsSync(folder)) rmSync(making, { recursive: true });
  else renameSync(making, folder);
  sweep(folder);
}

/** Removes caches of other inputs a day after they were made: a build beside this one may still read its own. */
function sweep(current: string): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (path !== current && Date.now() - statSync(path).mtimeMs > 86_400_000)
      rmSync(path, { recursive: true, force: true });
  }
}

/** 16 hexadecimal digits of the bytes' SHA-256: enough to tell versions of one pack apart. */
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 16);

function inputHash(): string {
  const hash = createHash('sha256');
  for (const path of INPUTS.flatMap((input) => filesUnder(join(ROOT, input)))) {
    if (path.includes(NOT_INPUTS)) continue;
    hash.update(relative(ROOT, path)).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}

/** Every file under a path, in order of name; none when it does not exist. */
export function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}
