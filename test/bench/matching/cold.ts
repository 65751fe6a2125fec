import { spawnSync } from 'node:child_process';
import { fstatSync, mkdirSync, openSync, read, readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sotuDocuments } from '../../../scripts/corpus/sotu.ts';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Query } from '../../../src/core/matching/types.ts';
import { turnsOf } from '../../../src/core/packs/index.ts';
import type { ByteSource } from '../../../src/core/packs/types.ts';
import { openedPack, preparedFile } from './newsPairs.ts';
import { madeQueries, sentencesOf, shuffled, type MadeQuery } from './queries.ts';

const readAt = promisify(read);
const CACHE = new URL('../.cache/', import.meta.url);
const PACK = fileURLToPath(new URL('cold.vpack', CACHE));
const QUERIES = fileURLToPath(new URL('cold.json', CACHE));

/** Quotations of a long page. */
const PAGE = 120;
/** Fresh processes for each figure; the least time counts, because what runs beside it only ever adds. */
const PROCESSES = 15;
/** Rounds in one process until nothing gets faster any more. */
const WARM_ROUNDS = 20;

/** What one fresh process measures. `read` is the file alone. Milliseconds. */
const TASKS = {
  read: async () => {
    const began = performance.now();
    await readFile(PACK);
    return { alone: performance.now() - began };
  },
  first: async () => {
    const queries = storedPage();
    const began = performance.now();
    const pack = await openedPack(fileBytes(PACK));
    await matchQuotations([queries.find(({ kind }) => kind === 'verbatim')!], [pack]);
    const first = performance.now();
    await matchQuotations([queries.find(({ kind }) => kind === '1-3 words edited')!], [pack]);
    return { first: first - began, edited: performance.now() - first };
  },
  page: async () => {
    const queries = storedPage();
    const pack = await openedPack(fileBytes(PACK));
    await pack.shard(0);
    const times: { wall: number; cpu: number }[] = [];
    for (let round = 0; round < WARM_ROUNDS; round++) {
      const began = performance.now();
      const used = process.cpuUsage();
      await matchQuotations(queries, [pack]);
      const { user, system } = process.cpuUsage(used);
      times.push({ wall: performance.now() - began, cpu: (user + system) / 1000 });
    }
    return {
      cold: times[0].wall,
      coldProcessor: times[0].cpu,
      warm: Math.min(...times.map(({ wall }) => wall)),
      warmProcessor: Math.min(...times.map(({ cpu }) => cpu)),
    };
  },
} satisfies Record<string, () => Promise<Record<string, number>>>;
type Task = keyof typeof TASKS;

const isTask = (name: string | undefined): name is Task => name !== undefined && Object.hasOwn(TASKS, name);

/** Runs one task in this process and prints what it measured as JSON. */
export async function coldTask(name: string | undefined): Promise<void> {
  if (!isTask(name)) throw new Error(`No such task: ${name ?? ''}`);
  console.log(JSON.stringify(await TASKS[name]()));
}

/** `PAGE` quotations of all kinds from the bundled addresses, mixed, with the addresses' pack as it is opened after a wake. */
async function bundledPage(seed: number): Promise<{ pack: Uint8Array; queries: readonly MadeQuery[] }> {
  const documents = await sotuDocuments();
  const sentences = documents.flatMap((document) =>
    turnsOf(document).flatMap(({ text }, turn) => sentencesOf(document.id, turn, text)),
  );
  const queries = shuffled(madeQueries(sentences, Math.ceil(PAGE / 15), seed), seed).slice(0, PAGE);
  return { pack: preparedFile(documents, 'sotu'), queries };
}

/** How long a process that has just begun takes to open a pack and to answer, beside reading the file and beside a warm one. */
export async function cold(seed: number): Promise<void> {
  const { pack, queries } = await bundledPage(seed);
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(PACK, pack);
  writeFileSync(QUERIES, JSON.stringify(queries));
  console.log(
    `Cold start in Node, a pack of ${(pack.length / 1e6).toFixed(1)} MB, least of ${PROCESSES} fresh processes each (ms)`,
  );
  const { alone } = leastOf('read');
  const { first, edited } = leastOf('first');
  console.log(`  read the file alone                         ${alone.toFixed(1)}`);
  console.log(
    `  open and answer the first quotation         ${first.toFixed(1)}  (${(first / alone).toFixed(1)} × the file)`,
  );
  console.log(`  the next, with words edited                 ${edited.toFixed(1)}`);
  const page = leastOf('page');
  const row = (name: string, cold: number, warm: number): void =>
    console.log(
      `  ${queries.length} quotations, ${name.padEnd(15)} cold ${cold.toFixed(0)}, warm ${warm.toFixed(0)}  (${(cold / warm).toFixed(1)} ×)`,
    );
  row('wall time', page.cold, page.warm);
  row('processor time', page.coldProcessor, page.warmProcessor);
}

/** Each figure's least over fresh processes. */
function leastOf<T extends Task>(task: T): Awaited<ReturnType<(typeof TASKS)[T]>> {
  const runs = Array.from({ length: PROCESSES }, () => {
    const { stdout, status } = spawnSync(process.execPath, [process.argv[1], 'cold-task', task], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (status !== 0) throw new Error(`The process for "${task}" ended with ${String(status)}.`);
    return JSON.parse(stdout) as Record<string, number>;
  });
  return Object.fromEntries(
    Object.keys(runs[0]).map((figure) => [figure, Math.min(...runs.map((run) => run[figure]))]),
  ) as Awaited<ReturnType<(typeof TASKS)[T]>>;
}

/** The quotations that `cold` left for its other processes. */
export const storedPage = (): (Query & { kind: string })[] =>
  JSON.parse(readFileSync(QUERIES, 'utf8')) as (Query & { kind: string })[];

/** A file's bytes, read when asked for, as the browser's private files are. Open until the process ends. */
export function fileBytes(path: string): ByteSource {
  const file = openSync(path, 'r');
  return {
    size: fstatSync(file).size,
    read: async (start, end) => {
      const bytes = new Uint8Array(end - start);
      await readAt(file, bytes, 0, bytes.length, start);
      return bytes;
    },
  };
}
