import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions } from 'esbuild';
import type { BundledPackEntry } from '../src/core/packs/types.ts';
import { bundledPackFiles } from './bundledPacks.ts';
import { billOfMaterials, checkShippable, DATA_PACKAGES, noticesText, packagesIn, readDependency } from './licences.ts';
import { readLocales } from './locales.ts';
import { BROWSERS, manifestFor, type Browser, type Manifest } from './manifest.ts';
import { plainPdfjs } from './pdfjs.ts';
import { ROOT } from './root.ts';

const PAGES = ['popup', 'options', 'welcome', 'panel', 'reader'];

/** Largest gzipped sizes in bytes; the build fails beyond them. */
const BUDGETS: Readonly<Record<string, number>> = { 'content/index.js': 40 * 1024, 'popup/index.js': 40 * 1024 };

export interface BuiltFile {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
}

const SHARED: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  target: ['chrome148', 'firefox150'],
  // Reviewers read what ships: white space and comments go, names stay.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: 'eof',
  charset: 'utf8',
  logLevel: 'warning',
};

/** Builds the extension for one browser into `dist/<browser>` and answers what it wrote. */
async function buildFor(browser: Browser, version: string): Promise<BuiltFile[]> {
  const out = join(ROOT, 'dist', browser);
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const pages = PAGES.filter((page) => existsSync(join(ROOT, 'src', page, 'index.ts')));
  const workers = (await readdir(join(ROOT, 'src'), { recursive: true }))
    .filter((file) => file.endsWith('.worker.ts'))
    .map((file) => `src/${file}`);
  const common: BuildOptions = { ...SHARED, outdir: out, outbase: 'src', loader: { '.css': 'text' } };
  const content = await build({
    ...common,
    metafile: true,
    format: 'iife',
    entryPoints: ['src/content/index.ts', 'src/content/wake.ts'],
  });
  const rest = await build({
    ...common,
    metafile: true,
    plugins: [plainPdfjs()],
    format: 'esm',
    entryPoints: ['src/background/index.ts', ...pages.map((page) => `src/${page}/index.ts`), ...workers],
  });
  await build({ ...SHARED, outdir: out, outbase: 'src', entryPoints: pages.map((page) => `src/${page}/${page}.css`) });
  for (const page of pages) await cp(join(ROOT, 'src', page, `${page}.html`), join(out, page, `${page}.html`));
  await cp(join(ROOT, 'assets/icons'), join(out, 'icons'), {
    recursive: true,
    filter: (file) => !file.endsWith('.svg'),
  });
  await cp(join(ROOT, 'LICENSE'), join(out, 'LICENSE'));
  await writeNotices(out, version, [...Object.keys(content.metafile.inputs), ...Object.keys(rest.metafile.inputs)]);
  if (browser === 'chromium')
    await copyFile(join(ROOT, 'assets/managed_schema.json'), join(out, 'managed_schema.json'));
  const source = JSON.parse(await readFile(join(ROOT, 'manifest.json'), 'utf8')) as Manifest;
  const parts = { options: pages.includes('options'), panel: pages.includes('panel') };
  await writeJson(join(out, 'manifest.json'), { ...manifestFor(browser, source, parts), version });
  for (const [locale, messages] of readLocales(join(ROOT, 'assets/_locales'))) {
    await mkdir(join(out, '_locales', locale), { recursive: true });
    await writeJson(join(out, '_locales', locale, 'messages.json'), messages);
  }
  await mkdir(join(out, 'packs'), { recursive: true });
  const packs = await bundledPackFiles();
  for (const { shipped, file } of packs) await copyFile(shipped, join(out, 'packs', file));
  await writeJson(
    join(out, 'packs', 'index.json'),
    packs.map(({ file, id, hash, size, off }): BundledPackEntry => ({ file, id, hash, size, off })),
  );
  return sizesIn(out);
}

/** The licences of what was bundled, beside it, and the bill of materials beside the folder. */
async function writeNotices(out: string, version: string, inputs: readonly string[]): Promise<void> {
  const code = packagesIn(inputs).map(readDependency);
  const data = DATA_PACKAGES.map(readDependency);
  checkShippable([...code, ...data]);
  await writeFile(join(out, 'THIRD-PARTY.txt'), `${noticesText(code, data)}\n`);
  await writeJson(`${out}.cdx.json`, billOfMaterials(version, code, data));
}

async function sizesIn(folder: string): Promise<BuiltFile[]> {
  const files = (await readdir(folder, { recursive: true })).filter((file) => /\.(?:js|vpack)$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(join(folder, file));
      return { file: file.replaceAll('\\', '/'), bytes: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
    }),
  );
}

const writeJson = (file: string, value: unknown): Promise<void> =>
  writeFile(file, `${JSON.stringify(value, null, 1)}\n`);

/**
 * Builds the extension for every browser.
 * @throws Error when a script is over its budget, or a curated entry, a locale or the manifest is malformed.
 */
export async function buildExtension(): Promise<ReadonlyMap<Browser, readonly BuiltFile[]>> {
  const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const built = new Map<Browser, readonly BuiltFile[]>();
  for (const browser of BROWSERS) {
    const files = await buildFor(browser, version);
    for (const { file, gzip } of files)
      if (gzip > (BUDGETS[file] ?? Infinity))
        throw new Error(`${browser}/${file} is ${gzip} bytes gzipped; its budget is ${BUDGETS[file]}.`);
    built.set(browser, files);
  }
  return built;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    const built = await buildExtension();
    for (const [browser, files] of built) {
      console.log(`dist/${browser}`);
      for (const { file, bytes, gzip } of files)
        console.log(`  ${file.padEnd(28)} ${String(bytes).padStart(9)} bytes ${String(gzip).padStart(9)} gzipped`);
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
