import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { sotuDocuments } from '../../../scripts/corpus/sotu.ts';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Query } from '../../../src/core/matching/types.ts';
import { memoryBytes, turnsOf, type Pack } from '../../../src/core/packs/index.ts';
import type { ByteSource } from '../../../src/core/packs/types.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { fileBytes } from './cold.ts';
import { openedPack, preparedFile, unmatchedQuotations } from './newsPairs.ts';
import { madeQueries, sentencesOf, shuffled, type MadeQuery } from './queries.ts';

/** Real transcripts beside the checkout, 13 million words; optional. */
const TRANSCRIPTS = new URL('../../../../shared/data/corpora/whitehouse-2021-2026.jsonl.gz', import.meta.url);
const CACHE = new URL('../.cache/', import.meta.url);
const FILE = fileURLToPath(new URL('scale.vpack', CACHE));
const PLOT = new URL('matching-scale.svg', CACHE);

/** How many times the smallest corpus each size has. */
const SIZES = [1, 2, 5, 10] as const;
/** Quotations of each kind, and of one page. */
const PER_KIND = 40;
const PAGE = 120;
const MOST_ELSEWHERE = 720;
/** Rounds of which the least time counts. */
const ROUNDS = 4;
const WARM_ROUNDS = 10;

/** Time per quotation while the corpus grows ten-fold around the quoted sources, the quotations staying the same. */
export async function scale(seed: number): Promise<void> {
  const tenths = existsSync(TRANSCRIPTS) ? realTenths() : await alteredTenths();
  const sentences = tenths[0].flatMap((document) =>
    turnsOf(document).flatMap(({ text }, turn) => sentencesOf(document.id, turn, text)),
  );
  const queries = shuffled(madeQueries(sentences, PER_KIND, seed), seed);
  const elsewhere = unmatchedQuotations()
    .slice(0, MOST_ELSEWHERE)
    .map(({ quote }, index) => ({ id: String(index), quote }));
  const outside = queries.map(({ quote, ...query }) => ({ ...query, quote: backwards(quote) }));
  console.log(
    `Growth: the same ${queries.length} quotations of all kinds (us of processor time each, least of ${ROUNDS} rounds)`,
  );
  const points: Point[] = [];
  for (const size of SIZES) {
    const file = preparedFile(mixed(tenths.slice(0, size)), 'transcripts');
    const pack = await openedPack(memoryBytes(file));
    // The compiler is done with the matcher before the first size is measured.
    if (size === SIZES[0]) for (let round = 0; round < WARM_ROUNDS; round++) await matchQuotations(queries, [pack]);
    const { time, found } = await timed(queries, pack, queries.length);
    const page = await timed(queries, pack, PAGE);
    const missing = await timed(outside, pack, queries.length);
    const real = elsewhere.length === 0 ? null : await timed(elsewhere, pack, PAGE);
    const { words } = pack.info.coverage;
    points.push({ words, time, page: page.time, outside: real?.time ?? missing.time });
    console.log(
      `  ${(words / 1e6).toFixed(1).padStart(4)} M words, ${String(pack.shardCount).padStart(2)} shards: ${time.toFixed(0)} in one batch, ` +
        `${page.time.toFixed(0)} in pages of ${PAGE}, ${found} found; their words backwards: ${missing.time.toFixed(0)}` +
        (real === null ? '' : `; ${elsewhere.length} real quotations from elsewhere: ${real.time.toFixed(0)}`),
    );
    const { held, text, most, reads } = await resident(file, queries);
    const stored = await timed(queries, await openedPack(fileBytes(FILE)), PAGE);
    console.log(
      `        index in memory: ${(held / 1e6).toFixed(1)} MB between pages (and ${(text / 1e6).toFixed(1)} MB of text), at most ${(most / 1e6).toFixed(1)} MB ` +
        `while one is answered; ${reads.toFixed(1)} reads of a shard a page: with them ${stored.time.toFixed(0)} us a quotation`,
    );
  }
  const [first, last] = [points[0], points[points.length - 1]];
  console.log(
    `  ${(last.words / first.words).toFixed(1)} times the words: ${(last.time / first.time).toFixed(2)} times the time, ` +
      `${(last.page / first.page).toFixed(2)} in pages; for what stands nowhere ${(last.outside / first.outside).toFixed(2)} times`,
  );
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(PLOT, plot(points));
  console.log(`  plot: ${PLOT.pathname}`);
}

/** The transcripts in ten parts of every time. */
function realTenths(): PackDocument[][] {
  const documents = gunzipSync(readFileSync(TRANSCRIPTS))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as PackDocument);
  return Array.from({ length: 10 }, (_, part) => documents.filter((_, index) => index % 10 === part));
}

/** The bundled addresses and nine copies of them in which the longer words stand for one another, in another way in each. */
async function alteredTenths(): Promise<PackDocument[][]> {
  const documents = await sotuDocuments();
  const long = /\p{Ll}{5,}/gu;
  const vocabulary = [...new Set(documents.flatMap(({ text = '' }) => text.match(long) ?? []))];
  const numbers = new Map(vocabulary.map((word, number) => [word, number]));
  const step = Math.floor(vocabulary.length / 10);
  return Array.from({ length: 10 }, (_, copy) =>
    documents.map((document) => ({
      ...document,
      id: `${document.id}-${copy}`,
      text: document.text?.replace(long, (word) => vocabulary[(numbers.get(word)! + copy * step) % vocabulary.length]),
    })),
  );
}

/** The documents of all parts, those of each spread evenly among the others. */
function mixed(parts: readonly (readonly PackDocument[])[]): PackDocument[] {
  const longest = Math.max(...parts.map(({ length }) => length));
  return Array.from({ length: longest }, (_, index) =>
    parts.flatMap((part) => (index < part.length ? [part[index]] : [])),
  ).flat();
}

const backwards = (quote: string): string => quote.split(' ').reverse().join(' ');

/** A read of more bytes is one of a shard's index or of a sketch; text is read in smaller pieces. */
const INDEX_READ = 1024 * 1024;

interface Resident {
  /** Bytes that the pack holds when it has answered pages: its index, and what else was read. */
  readonly held: number;
  readonly text: number;
  /** The most bytes of index while it answers, what is being read included. */
  readonly most: number;
  /** Reads of a shard's index for each page. */
  readonly reads: number;
}

/** What a pack that lies in a file holds in memory. */
async function resident(file: Uint8Array, queries: readonly MadeQuery[]): Promise<Resident> {
  writeFileSync(FILE, file);
  const stored = fileBytes(FILE);
  const before = await heldBytes();
  let most = 0;
  let reads = 0;
  const watched: ByteSource = {
    size: stored.size,
    read: (start, end) => {
      if (end - start > INDEX_READ) {
        most = Math.max(most, liveBuffers() - before.buffers + end - start);
        reads++;
      }
      return stored.read(start, end);
    },
  };
  const pack = await openedPack(watched);
  reads = 0;
  const pages = Math.ceil(queries.length / PAGE);
  for (let page = 0; page < pages; page++) await matchQuotations(queries.slice(page * PAGE, (page + 1) * PAGE), [pack]);
  const after = await heldBytes();
  return { held: after.buffers - before.buffers, text: after.heap - before.heap, most, reads: reads / pages };
}

/** Bytes of all buffers that are in use. What was freed is given back by the second collection. */
function liveBuffers(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().arrayBuffers;
}

async function heldBytes(): Promise<{ buffers: number; heap: number }> {
  // What a promise still holds is let go of in the next turn of the event loop.
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { arrayBuffers, heapUsed } = process.memoryUsage();
  return { buffers: arrayBuffers, heap: heapUsed };
}

async function timed(queries: readonly Query[], pack: Pack, batch: number): Promise<{ time: number; found: number }> {
  let time = Infinity;
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage();
    found = 0;
    for (let at = 0; at < queries.length; at += batch) {
      const findings = await matchQuotations(queries.slice(at, at + batch), [pack]);
      found += findings.filter(({ matches }) => matches.length > 0).length;
    }
    const { user, system } = process.cpuUsage(before);
    time = Math.min(time, (user + system) / queries.length);
  }
  return { time, found };
}

interface Point {
  readonly words: number;
  /** Microseconds a quotation, for those that stand in the corpus and for those that do not. */
  readonly time: number;
  readonly outside: number;
  readonly page: number;
}

/** Two lines of time against words, as SVG. */
function plot(points: readonly Point[]): string {
  const [width, height, margin] = [640, 320, 56];
  const mostWords = Math.max(...points.map(({ words }) => words));
  const mostTime = Math.max(...points.flatMap(({ time, outside }) => [time, outside]));
  const x = (words: number): string => (margin + ((width - 2 * margin) * words) / mostWords).toFixed(1);
  const y = (time: number, above = 0): string =>
    (height - margin - ((height - 2 * margin) * time) / mostTime - above).toFixed(1);
  const line = (name: string, colour: string, timeOf: (point: Point) => number): string => {
    const places = points.map((point) => `${x(point.words)},${y(timeOf(point))}`).join(' ');
    const marks = points
      .map((point) => {
        const time = timeOf(point);
        return `<circle cx="${x(point.words)}" cy="${y(time)}" r="4"/><text x="${x(point.words)}" y="${y(time, 10)}" text-anchor="end">${time.toFixed(0)} µs</text>`;
      })
      .join('');
    const last = timeOf(points[points.length - 1]);
    return `<g fill="${colour}"><polyline points="${places}" fill="none" stroke="${colour}" stroke-width="2"/>${marks}<text x="${width - 4}" y="${y(last, -20)}" text-anchor="end">${name}</text></g>`;
  };
  const ticks = points
    .map(
      ({ words }) =>
        `<text x="${x(words)}" y="${height - margin + 20}" text-anchor="middle">${(words / 1e6).toFixed(1)} M</text>`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img"><title>Time per quotation against words of the corpus</title><rect width="100%" height="100%" fill="#fff"/><path d="M${margin} ${margin}V${height - margin}H${width - margin}" fill="none" stroke="#888"/>${line('found', '#0072b2', ({ time }) => time)}${line('stands nowhere', '#d55e00', ({ outside }) => outside)}<g fill="#444">${ticks}<text x="${width / 2}" y="${height - 10}" text-anchor="middle">words of the corpus</text></g></svg>\n`;
}
