import { matchQuotations } from '../../../src/core/matching/index.ts';
import { isRightFirst, type Corpus } from './made.ts';
import { peers } from './peers.ts';
import { madeQueries, shuffled, type MadeQuery } from './queries.ts';

/** CPU microseconds of one call: user and system time of the process, garbage collection included. */
async function cpu(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
const shown = (microseconds: number): string =>
  microseconds < 1000
    ? `${microseconds.toFixed(0)} us`
    : microseconds < 1e6
      ? `${(microseconds / 1000).toFixed(2)} ms`
      : `${(microseconds / 1e6).toFixed(1)} s`;

/** Rounds over all queries; a query's time is its least. What runs beside it (the compiler, other programs) only ever adds. */
const ROUNDS = 5;

/** CPU microseconds of each query, by the order asked; `answered` gets the answers of the first round. */
async function timesOf<Q, A>(
  queries: readonly Q[],
  rounds: number,
  ask: (query: Q) => A | Promise<A>,
  answered: (query: Q, answer: A) => void,
): Promise<number[]> {
  const least = queries.map(() => Infinity);
  for (let round = 0; round < rounds; round++) {
    for (const [index, query] of queries.entries()) {
      let answer: A | undefined;
      const time = await cpu(async () => (answer = await ask(query)));
      least[index] = Math.min(least[index], time);
      if (round === 0) answered(query, answer as A);
    }
  }
  return least;
}

/** Time per quotation, warm, one at a time, for the matcher and its peers over the same sentences. */
export async function speed(corpus: Corpus, seed: number, withPeers: boolean): Promise<void> {
  const queries = shuffled(madeQueries(corpus.sentences, 60, seed), seed);
  console.log(
    `Time per quotation, ${corpus.pack.info.coverage.words} words, ${queries.length} quotations of all kinds`,
  );
  const warm = shuffled(madeQueries(corpus.sentences, 30, seed + 1), seed);
  for (const query of warm) await matchQuotations([query], [corpus.pack]);
  let right = 0;
  const times = await timesOf(
    queries,
    ROUNDS,
    (query) => matchQuotations([query], [corpus.pack]),
    (query, [finding]) => {
      if (isRightFirst(finding, query)) right++;
    },
  );
  const perKind = new Map<string, number[]>();
  for (const [index, { kind }] of queries.entries()) perKind.set(kind, [...(perKind.get(kind) ?? []), times[index]]);
  times.sort((a, b) => a - b);
  const row = (name: string, sorted: readonly number[], share: number, n: number): void =>
    console.log(
      `  ${name.padEnd(22)} n ${String(n).padEnd(5)} p50 ${shown(at(sorted, 0.5)).padEnd(9)} p95 ${shown(at(sorted, 0.95)).padEnd(9)} p99 ${shown(at(sorted, 0.99)).padEnd(9)} right first ${(100 * share).toFixed(1)} %`,
    );
  row('Verbatim', times, right / queries.length, queries.length);
  for (const [kind, list] of perKind) {
    list.sort((a, b) => a - b);
    console.log(`      ${kind.padEnd(22)} p50 ${shown(at(list, 0.5)).padEnd(9)} p95 ${shown(at(list, 0.95))}`);
  }
  const batch = await cpu(() => matchQuotations(queries, [corpus.pack]));
  console.log(`  Verbatim, one batch: ${shown(batch / queries.length)} a quotation`);
  if (!withPeers) return;
  for (const peer of await peers(corpus.sentences)) {
    const asked = queries.slice(0, peer.sample);
    for (const query of asked.slice(0, Math.min(asked.length, 200, peer.sample / 4))) peer.search(query.quote);
    let found = 0;
    const taken = await timesOf(
      asked,
      // Peers of which few queries are asked take seconds for each.
      peer.sample < queries.length / 4 ? 1 : ROUNDS,
      ({ quote }) => peer.search(quote),
      (query, best) => {
        if (isPeerRight(corpus, query, best)) found++;
      },
    );
    taken.sort((a, b) => a - b);
    row(peer.name, taken, found / asked.length, asked.length);
  }
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function isPeerRight({ sentences }: Corpus, { origin, second, quote }: MadeQuery, best: number): boolean {
  const passage = best === -1 ? undefined : sentences[best];
  if (passage === undefined) return false;
  const near = [origin, second].some(
    (place) => place !== undefined && place.source === passage.source && Math.abs(place.start - passage.start) < 400,
  );
  return near || plain(passage.text) === plain(origin.text) || plain(passage.text).includes(plain(quote));
}
