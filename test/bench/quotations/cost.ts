import { gzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { findQuotations } from '../../../src/core/quotations/index.ts';
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

function bundleSize(): { min: number; gzip: number } {
  const entry = fileURLToPath(new URL('../../../src/core/quotations/index.ts', import.meta.url));
  const { outputFiles } = buildSync({ entryPoints: [entry], bundle: true, minify: true, format: 'esm', write: false });
  return { min: outputFiles[0].contents.length, gzip: gzipSync(outputFiles[0].contents, { level: 9 }).length };
}

/** Size of the bundle, time per 1,000 words, and time on hostile pages. */
export function cost(): void {
  const { min, gzip } = bundleSize();
  console.log(`\nbundle: ${(min / 1000).toFixed(1)} kB minified, ${(gzip / 1000).toFixed(1)} kB gzip`);
  if (hasData()) {
    const pages = englishNews('dev').map((article) => blocksOf(article.text, 'en').blocks);
    const words = pages.flat().reduce((sum, block) => sum + block.text.split(/\s+/).filter(Boolean).length, 0);
    const cold = cpu(() => pages.slice(0, 1).forEach((page) => findQuotations(page)));
    for (let warm = 0; warm < 5; warm++) pages.forEach((page) => findQuotations(page));
    // The least of twenty rounds: other work on the machine only ever adds.
    let least = Infinity;
    for (let round = 0; round < 20; round++)
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
