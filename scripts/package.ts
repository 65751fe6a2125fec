// Makes the files for the stores in dist/packages: one zip a browser, the sources, and their checksums.
// The same tree gives the same bytes, whenever and wherever it is packed.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { buildExtension } from './build.ts';
import { filesUnder } from './bundledPacks.ts';
import { BROWSERS } from './manifest.ts';
import { ROOT } from './root.ts';

/** Where the packages go. */
export const PACKAGES = join(ROOT, 'dist', 'packages');

/** Compressed already. */
const STORED = /\.(?:vpack|png)$/u;
/** Not part of the sources, wherever they are packed from. */
const NO_SOURCE = /^(?:dist|node_modules|\.cache|\.git)\/|\/node_modules\//u;

export interface Package {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A zip of files by their names in it, in order of name, without anything of the machine it was made on. */
export function zipOf(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  // Zip stores local time without a zone: the same numbers everywhere only when they are made from local parts.
  const mtime = new Date(2020, 0, 1, 12, 0, 0);
  const entries: Zippable = {};
  for (const name of [...files.keys()].sort())
    entries[name] = [files.get(name)!, { mtime, level: STORED.test(name) ? 0 : 9, os: 3, attrs: 0o644 << 16 }];
  return zipSync(entries);
}

const folderFiles = (folder: string): ReadonlyMap<string, Uint8Array> =>
  new Map(filesUnder(folder).map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));

/** Every file under version control; in an unpacked source zip, every file that is not built or installed. */
function sourceFiles(): ReadonlyMap<string, Uint8Array> {
  const names = existsSync(join(ROOT, '.git'))
    ? execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 }).split('\0')
    : filesUnder(ROOT).map((path) => relative(ROOT, path).replaceAll('\\', '/'));
  return new Map(
    names
      .filter(
        (name) =>
          name !== '' && !NO_SOURCE.test(name) && lstatSync(join(ROOT, name), { throwIfNoEntry: false })?.isFile(),
      )
      .map((name) => [name, readFileSync(join(ROOT, name))]),
  );
}

/** Builds and packs everything. @throws Error as the build does. */
export async function makePackages(): Promise<Package[]> {
  await buildExtension();
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  rmSync(PACKAGES, { recursive: true, force: true });
  mkdirSync(PACKAGES, { recursive: true });
  const contents: [string, Uint8Array][] = [
    ...BROWSERS.map((browser): [string, Uint8Array] => [
      `verbatim-${version}-${browser}.zip`,
      zipOf(folderFiles(join(ROOT, 'dist', browser))),
    ]),
    [`verbatim-${version}-sources.zip`, zipOf(sourceFiles())],
    [`verbatim-${version}.cdx.json`, readFileSync(join(ROOT, 'dist', 'chromium.cdx.json'))],
  ];
  const packages = contents.map(([file, bytes]) => {
    writeFileSync(join(PACKAGES, file), bytes);
    return { file, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
  });
  writeFileSync(join(PACKAGES, 'SHA256SUMS'), packages.map(({ sha256, file }) => `${sha256}  ${file}\n`).join(''));
  return packages;
}

if (process.argv[1] === import.meta.filename) {
  try {
    for (const { file, bytes, sha256 } of await makePackages())
      console.log(`${file.padEnd(34)} ${String(bytes).padStart(9)} bytes  ${sha256}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
