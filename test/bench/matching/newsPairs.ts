import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Finding, Query } from '../../../src/core/matching/types.ts';
import { buildPack, memoryBytes, openPack, preparePack, type Pack } from '../../../src/core/packs/index.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import type { ByteSource } from '../../../src/core/packs/types.ts';

/** Real quotations of news articles aligned by hand to transcripts; optional, beside the checkout. */
const FOLDER = new URL('../../../../shared/data/matching/', import.meta.url);

interface NewsPair {
  readonly id: string;
  readonly label: string;
  readonly quote: string;
  readonly date: string;
  readonly speaker_mention: string | null;
  readonly ref_doc: string;
  readonly ref_seg: number;
  readonly ref_start: number;
  readonly ref_end: number;
  readonly ref_text: string;
  readonly ref_speaker: string;
  readonly n_words: number;
  readonly edits: number;
}
export interface Unmatched {
  readonly quote: string;
  readonly date: string;
  readonly speaker_mention: string | null;
}

const lines = <T>(name: string): T[] =>
  gunzipSync(readFileSync(new URL(name, FOLDER)))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

export const preparedFile = (documents: Iterable<PackDocument>, id: string): Uint8Array =>
  preparePack(buildPack(documents, { id, name: id, version: '1' }));

export async function openedPack(bytes: ByteSource): Promise<Pack> {
  const pack = await openPack(bytes);
  if (!pack.ok) throw new Error(pack.error);
  return pack.value;
}

export const memoryPack = (documents: Iterable<PackDocument>, id: string): Promise<Pack> =>
  openedPack(memoryBytes(preparedFile(documents, id)));

/** Real quotations that stand in none of the transcripts; none where the data is absent. */
export const unmatchedQuotations = (): Unmatched[] =>
  existsSync(FOLDER) ? lines<Unmatched>('unmatched-dev.jsonl.gz') : [];

/** Whether a finding's match overlaps the place aligned by hand, or holds the same words elsewhere. */
function isRight(finding: Finding, pair: NewsPair, seg: ReadonlyMap<string, number>): boolean {
  const plain = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return finding.matches.some(
    (match) =>
      (match.source.id === pair.ref_doc &&
        match.turn === seg.get(`${pair.ref_doc} ${pair.ref_seg}`) &&
        match.start < pair.ref_end &&
        pair.ref_start < match.end) ||
      plain(match.text) === plain(pair.ref_text),
  );
}

/** Locates real quotations in real transcripts, and counts matches of quotations that are not there. */
export async function newsPairs(verbose: boolean): Promise<void> {
  if (!existsSync(FOLDER)) {
    console.log('News pairs: skipped, ../shared/data/matching is absent.');
    return;
  }
  const reference = lines<Omit<PackDocument, 'turns'> & { turns: { seg: number; speaker?: string; text: string }[] }>(
    'reference-2015-2016.jsonl.gz',
  );
  const seg = new Map<string, number>();
  for (const { id, turns } of reference) turns.forEach((turn, index) => seg.set(`${id} ${turn.seg}`, index));
  const pack = await memoryPack(reference, 'reference');
  const pairs = lines<NewsPair>('pairs-dev.jsonl.gz');
  const query = ({ quote, speaker_mention, date }: NewsPair | Unmatched, index: number): Query => ({
    id: String(index),
    quote,
    speaker: speaker_mention,
    date,
  });
  const findings = await matchQuotations(pairs.map(query), [pack]);
  const labels = new Map<string, { n: number; found: number; right: number; verdicts: Map<string, number> }>();
  pairs.forEach((pair, index) => {
    const finding = findings[index];
    const row = labels.get(pair.label) ?? { n: 0, found: 0, right: 0, verdicts: new Map<string, number>() };
    labels.set(pair.label, row);
    row.n++;
    if (finding.matches.length > 0) row.found++;
    if (isRight(finding, pair, seg)) row.right++;
    row.verdicts.set(finding.verdict, (row.verdicts.get(finding.verdict) ?? 0) + 1);
    if (
      verbose &&
      (pair.label === 'same_words'
        ? !isRight(finding, pair, seg) || pair.edits > 0
        : finding.matches.length > 0 && pair.edits > 0)
    ) {
      const best = finding.matches.at(0);
      console.log(
        `${pair.label} ${finding.verdict} ${isRight(finding, pair, seg) ? '' : 'NOT RIGHT'}\n  ${pair.quote}\n  ${pair.ref_text}\n  ${best?.text ?? '-'}`,
      );
      console.log(
        '   ',
        (best?.edits ?? [])
          .map(
            (e) =>
              `${e.kind}: "${pair.quote.slice(...e.quote)}" <- "${best!.text.slice(e.source[0] - best!.start, e.source[1] - best!.start)}"`,
          )
          .join('; '),
      );
    }
  });
  console.log('Real news quotations against transcripts (pairs-dev)');
  for (const [label, { n, found, right, verdicts }] of labels) {
    console.log(
      `  ${label.padEnd(28)} n ${n}  found ${found}  right ${right} (${((100 * right) / n).toFixed(1)} %)  ${[...verdicts].map((pair) => pair.join(' ')).join(', ')}`,
    );
  }
  const unmatched = unmatchedQuotations();
  const started = process.cpuUsage();
  const false_ = await matchQuotations(unmatched.map(query), [pack]);
  const used = process.cpuUsage(started);
  const accepted = false_.filter(({ matches }) => matches.length > 0);
  const claimed = accepted.filter(({ verdict }) => verdict !== 'resembles');
  console.log(
    `  unmatched-dev: ${claimed.length} of ${unmatched.length} accepted (${((100 * claimed.length) / unmatched.length).toFixed(2)} %), ` +
      `${accepted.length - claimed.length} more resemble; ${((used.user + used.system) / unmatched.length).toFixed(0)} us CPU a quotation`,
  );
  await cutFragments(unmatched.map(query), pack);
  if (verbose) {
    for (const finding of accepted) {
      const { quote, speaker_mention } = unmatched[Number(finding.id)];
      console.log(
        `  ${finding.verdict} | ${speaker_mention} | ${quote}\n      ${finding.matches[0].speaker} | ${finding.matches[0].text}`,
      );
    }
  }
}

/** Few words cut from quotations that are not there: what stands word for word in the transcripts all the same stands there by chance. */
async function cutFragments(queries: readonly Query[], pack: Pack): Promise<void> {
  for (const length of [4, 5]) {
    const fragments = queries.flatMap((query) => {
      const words = query.quote.split(/\s+/u);
      const at = Math.floor((words.length - length) / 2);
      return words.length < length + 2 ? [] : [{ ...query, quote: words.slice(at, at + length).join(' ') }];
    });
    const nameless = fragments.map((query) => ({ ...query, speaker: null }));
    const share = async (asked: readonly Query[]): Promise<string> => {
      const found = (await matchQuotations(asked, [pack])).filter(({ matches }) => matches.length > 0);
      const resembling = found.filter(({ verdict }) => verdict === 'resembles').length;
      const percent = (count: number): string => `${((100 * count) / asked.length).toFixed(2)} %`;
      return `${percent(found.length - resembling)} accepted and ${percent(resembling)} resembling`;
    };
    console.log(
      `  ${length} words cut from each of them, ${fragments.length}: ${await share(nameless)} without a speaker; ${await share(fragments)} with the one named`,
    );
  }
}
