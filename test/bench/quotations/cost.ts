import { gzipSync } from 'node:zlib';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { ROOT } from '../../../scripts/root.ts';
import type * as Finder from '../../../src/core/quotations/index.ts';
import type { Block } from '../../../src/core/quotations/index.ts';
import { englishNews, hasData } from './gold.ts';
import { blocksOf } from './systems.ts';

/** Process CPU milliseconds that `work` takes. */
function cpu(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const used = process.cpuUsage(start);
  return (used.user + used.system) / 1000;
}

/** The finder as the extension ships it: bundled and minified. */
function bundled(): Uint8Array {
  const entry = fileURLToPath(new URL('../../../src/core/quotations/index.ts', import.meta.url));
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    charset: 'utf8',
    format: 'cjs',
    write: false,
  });
  return outputFiles[0].contents;
}

/** Size of the bundle, time per 1,000 words, and time on hostile pages. */
export function cost(): void {
  const code = bundled();
  const gzip = gzipSync(code, { level: 9 }).length;
  console.log(`\nbundle: ${(code.length / 1000).toFixed(1)} kB minified, ${(gzip / 1000).toFixed(1)} kB gzip`);
  const folder = join(ROOT, '.cache/bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'finder.cjs');
  writeFileSync(file, code);
  const { findQuotations } = createRequire(import.meta.url)(file) as typeof Finder;
  if (hasData()) {
    const pages = englishNews('dev').map((article) => blocksOf(article.text, 'en').blocks);
    const words = pages.flat().reduce((sum, block) => sum + block.text.split(/\s+/).filter(Boolean).length, 0);
    const cold = cpu(() => findQuotations(pages[0]));
    for (let warm = 0; warm < 8; warm++) pages.forEach((page) => findQuotations(page));
    // The least of forty rounds: other work on the machine only ever adds.
    let least = Infinity;
    for (let round = 0; round < 40; round++)
      least = Math.min(
        least,
        cpu(() => pages.forEach((page) => findQuotations(page))),
      );
    console.log(
      `time: ${((1000 * least) / words).toFixed(3)} ms CPU per 1,000 words (first page ${cold.toFixed(1)} ms)`,
    );
  }
  const size = 5_000_000;
  const hostile: Record<string, string> = {
    '5 MB of "': '"'.repeat(size),
    '5 MB of " and spaces': '" '.repeat(size / 2),
    '5 MB of “a”': '“a” '.repeat(size / 4),
    "5 MB of '": "'a".repeat(size / 2),
    '5 MB of “': '“a'.repeat(size / 2),
  };
  for (const [name, text] of Object.entries(hostile)) {
    const block: Block = { text, role: 'paragraph' };
    console.log(`hostile, ${name}: ${cpu(() => findQuotations([block])).toFixed(0)} ms CPU`);
  }
}
