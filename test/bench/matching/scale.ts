import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { turnsOf } from '../../../src/core/packs/index.ts';
import { memoryPack } from './newsPairs.ts';
import { madeQueries, sentencesOf, type Sentence } from './queries.ts';

/** Real transcripts beside the checkout, 13 million words; optional. */
const TRANSCRIPTS = new URL('../../../../shared/data/corpora/whitehouse-2021-2026.jsonl.gz', import.meta.url);
const PLOT = new URL('../.cache/matching-scale.svg', import.meta.url);

/** Time per quotation while the corpus grows, shard by shard, the quotations staying the same. */
export async function scale(seed: number): Promise<void> {
  if (!existsSync(TRANSCRIPTS)) {
    console.log('Growth: skipped, ../shared/data/corpora is absent.');
    return;
  }
  const documents = gunzipSync(readFileSync(TRANSCRIPTS))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PackDocument);
  const sentences: Sentence[] = [];
  for (const document of documents.slice(0, 400))
    turnsOf(document).forEach((turn, index) => sentences.push(...sentencesOf(document.id, index, turn.text)));
  const queries = madeQueries(sentences, 40, seed);
  console.log(`Growth: the same ${queries.length} quotations, all kinds, in one batch`);
  const points: { words: number; time: number }[] = [];
  for (const share of [0.14, 0.28, 0.56, 1]) {
    const pack = await memoryPack(documents.slice(0, Math.round(documents.length * share)), 'transcripts');
    await matchQuotations(queries.slice(0, 200), [pack]);
    const before = process.cpuUsage();
    const findings = await matchQuotations(queries, [pack]);
    const { user, system } = process.cpuUsage(before);
    const time = (user + system) / queries.length;
    const found = findings.filter(({ matches }) => matches.length > 0).length;
    points.push({ words: pack.info.coverage.words, time });
    console.log(
      `  ${(pack.info.coverage.words / 1e6).toFixed(1)} M words, ${pack.shardCount} shards: ${time.toFixed(0)} us a quotation, ${found} of ${queries.length} found`,
    );
  }
  writeFileSync(PLOT, plot(points));
  console.log(`  plot: ${PLOT.pathname}`);
}

/** A line of time against words, as SVG. */
function plot(points: readonly { words: number; time: number }[]): string {
  const [width, height, margin] = [640, 320, 56];
  const x = (words: number): number =>
    margin + ((width - 2 * margin) * words) / Math.max(...points.map((point) => point.words));
  const y = (time: number): number =>
    height - margin - ((height - 2 * margin) * time) / Math.max(...points.map((point) => point.time));
  const line = points.map(({ words, time }) => `${x(words).toFixed(1)},${y(time).toFixed(1)}`).join(' ');
  const labels = points
    .map(
      ({ words, time }) =>
        `<circle cx="${x(words).toFixed(1)}" cy="${y(time).toFixed(1)}" r="4"/><text x="${x(words).toFixed(1)}" y="${(y(time) - 10).toFixed(1)}" text-anchor="middle">${time.toFixed(0)} µs</text><text x="${x(words).toFixed(1)}" y="${height - margin + 20}" text-anchor="middle">${(words / 1e6).toFixed(1)} M</text>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img"><title>Time per quotation against words of the corpus</title><rect width="100%" height="100%" fill="#fff"/><path d="M${margin} ${margin}V${height - margin}H${width - margin}" fill="none" stroke="#888"/><g fill="#0072b2"><polyline points="${line}" fill="none" stroke="#0072b2" stroke-width="2"/>${labels}</g><text x="${width / 2}" y="${height - 10}" text-anchor="middle" fill="#444">words of the corpus</text></svg>\n`;
}
