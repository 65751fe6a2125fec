import { sotuDocuments } from '../../../scripts/corpus/sotu.ts';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Finding } from '../../../src/core/matching/types.ts';
import { turnsOf, type Pack } from '../../../src/core/packs/index.ts';
import { memoryPack } from './newsPairs.ts';
import { KINDS, madeQueries, sentencesOf, type Kind, type MadeQuery, type Sentence } from './queries.ts';

export interface Corpus {
  readonly pack: Pack;
  readonly sentences: readonly Sentence[];
  /** Who speaks, by source. */
  readonly speakers: ReadonlyMap<string, string | null>;
  /** Sentences of addresses that are not in the pack. */
  readonly heldOut: readonly Sentence[];
}

/** All State of the Union addresses but every twelfth, which is held out. */
export async function sotuCorpus(): Promise<Corpus> {
  const documents = await sotuDocuments();
  const sentences: Sentence[] = [];
  const heldOut: Sentence[] = [];
  const kept = documents.filter((_, index) => index % 12 !== 5);
  for (const document of documents) {
    turnsOf(document).forEach((turn, index) => {
      (kept.includes(document) ? sentences : heldOut).push(...sentencesOf(document.id, index, turn.text));
    });
  }
  const speakers = new Map(documents.map(({ id, speaker }) => [id, speaker ?? null]));
  return { pack: await memoryPack(kept, 'sotu'), speakers, sentences, heldOut };
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/['’‘]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The first match stands where the quotation was made, or has the same words in another place. */
export function isRightFirst(finding: Finding, query: MadeQuery): boolean {
  const first = finding.matches.at(0);
  if (first === undefined) return false;
  const here = (origin: Sentence | undefined): boolean =>
    origin !== undefined &&
    first.source.id === origin.source &&
    first.start < origin.end + 400 &&
    origin.start - 400 < first.end;
  return (
    here(query.origin) ||
    here(query.second) ||
    plain(first.text).includes(plain(query.quote)) ||
    plain(first.text).includes(plain(query.origin.text)) ||
    first.words.matched === first.words.total
  );
}

/** Right passage first and right verdict, by kind of change. */
export async function madeQuotations(corpus: Corpus, count: number, seed: number, verbose: boolean): Promise<void> {
  const queries = madeQueries(corpus.sentences, count, seed);
  const findings = await matchQuotations(queries, [corpus.pack]);
  const rows = new Map<Kind, { n: number; right: number; verdict: number; verdicts: Map<string, number> }>();
  queries.forEach((query, index) => {
    const finding = findings[index];
    const row = rows.get(query.kind) ?? { n: 0, right: 0, verdict: 0, verdicts: new Map<string, number>() };
    rows.set(query.kind, row);
    row.n++;
    const right = isRightFirst(finding, query);
    if (right) row.right++;
    const wanted: readonly string[] | null = KINDS[query.kind];
    const verdictRight = wanted === null || wanted.includes(finding.verdict);
    if (verdictRight) row.verdict++;
    row.verdicts.set(finding.verdict, (row.verdicts.get(finding.verdict) ?? 0) + 1);
    if (verbose && (!right || !verdictRight)) {
      const best = finding.matches.at(0);
      console.log(
        `${query.kind}: ${finding.verdict} ${finding.reason ?? ''}${right ? '' : ' WRONG PLACE'}\n   ${query.quote}\n   ${query.origin.text}\n   ${best?.text ?? '-'}`,
      );
      for (const e of best?.edits ?? [])
        console.log(
          `      ${e.op} ${e.kind}: "${query.quote.slice(...e.quote)}" <- "${best!.text.slice(e.source[0] - best!.start, e.source[1] - best!.start)}"`,
        );
    }
  });
  console.log(`Made quotations, seed ${seed}: right passage first, right verdict`);
  for (const [kind, { n, right, verdict, verdicts }] of rows) {
    console.log(
      `  ${kind.padEnd(22)} n ${n}  right ${((100 * right) / n).toFixed(1)} %  verdict ${((100 * verdict) / n).toFixed(1)} %  ${[...verdicts].map((pair) => pair.join(' ')).join(', ')}`,
    );
  }
  const { size } = await corpus.pack.shard(0);
  console.log(`  index in memory: ${(size / corpus.pack.info.coverage.words).toFixed(2)} bytes a word`);
  await namedFragments(corpus, queries);
  const outside = corpus.heldOut.map(({ text }, index) => ({ id: String(index), quote: text }));
  const answers = await matchQuotations(outside, [corpus.pack]);
  const claimed = answers.filter(({ matches, verdict }) => matches.length > 0 && verdict !== 'resembles');
  const exact = claimed.filter(({ verdict }) => verdict === 'exact').length;
  console.log(
    `  held-out sentences: ${claimed.length} of ${outside.length} accepted (${exact} truly stand elsewhere word for word)`,
  );
  if (verbose)
    for (const { id, verdict, matches } of claimed.filter(({ verdict }) => verdict !== 'exact').slice(0, 40))
      console.log(`  ${verdict}: ${outside[Number(id)].quote}\n      ${matches[0].text}`);
}

/** Fragments of which the page names the speaker; and with another speaker of the corpus named, of whom none should be found in their place. */
async function namedFragments({ pack, speakers }: Corpus, queries: readonly MadeQuery[]): Promise<void> {
  const fragments = queries.filter(({ kind }) => kind === 'fragment 4-6');
  const named = fragments.map((query) => ({ ...query, speaker: speakers.get(query.origin.source) ?? null }));
  const misnamed = named.map((query, index) => {
    const other = named
      .slice(index)
      .concat(named)
      .find(({ speaker }) => speaker !== query.speaker);
    return { ...query, speaker: other?.speaker ?? null };
  });
  for (const [name, asked] of [
    ['its speaker named', named],
    ['another one named', misnamed],
  ] as const) {
    const findings = await matchQuotations(asked, [pack]);
    const right = findings.filter((finding, index) => isRightFirst(finding, asked[index])).length;
    console.log(`  fragment 4-6, ${name}  n ${asked.length}  right ${((100 * right) / asked.length).toFixed(1)} %`);
  }
}
