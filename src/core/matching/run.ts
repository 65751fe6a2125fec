import type { Pack } from '../packs/open.ts';
import { partField } from '../packs/textBlocks.ts';
import type { Shard } from '../packs/shard.ts';
import { ENOUGH_WORDS, type Acceptance } from './acceptance.ts';
import type { Disagreement } from './disagreement.ts';
import { judge, type Judgement } from './judge.ts';
import { lexiconOf } from './lexicon.ts';
import { noticesOf } from './notices.ts';
import { inOrder, onePerStatement, type Judged } from './order.ts';
import type { Passage, PassageReader } from './passage.ts';
import { readQuotation, type QuotedWords } from './query.ts';
import type { Candidate } from './candidate.ts';
import type { Words } from '../text/index.ts';
import type { Searcher } from './search.ts';
import { ShardSearch, type Pending } from './shardSearch.ts';
import type { Spot } from './twins.ts';
import type { Finding, Match, Notice, Query, Reason, Verdict } from './types.ts';

export interface MatchOptions {
  readonly signal?: AbortSignal;
  readonly onFinding?: (finding: Finding) => void;
  readonly onDamage?: (pack: string, problem: string) => void;
}

/** Places that are judged and shown. */
const MOST_MATCHES = 20;
const MOST_ALIGNED = 6;
/** A place that agrees so much less than the best one is another passage, not another place of the words. */
const WORSE_PLACE = 0.25;

/** Verdicts that say that the words agree. */
const AGREEING: ReadonlySet<Verdict> = new Set<Verdict>(['exact', 'edits-marked', 'cleaned']);

/** What is kept between runs: tables that would take longer to make than a search takes, and the passages read last. */
export interface Kept {
  readonly reading: Words;
  readonly searcher: Searcher;
  readonly reader: PassageReader;
  readonly disagreement: Disagreement;
}

export class MatchRun {
  private readonly turnCounts = new WeakMap<Pack, Map<number, number>>();

  constructor(
    private readonly kept: Kept,
    private readonly queries: readonly Query[],
    private readonly packs: readonly Pack[],
    private readonly options: MatchOptions,
  ) {}

  async run(): Promise<Finding[]> {
    const pending = this.queries.map((query): Pending => {
      return {
        quoted: readQuotation(query, this.kept.reading),
        lexicon: lexiconOf(query.lang),
        candidates: [],
        spots: [],
        settled: false,
        fewest: Infinity,
        surroundedAt: -1,
      };
    });
    const search = new ShardSearch(this.kept.searcher, this.packs, this.options.signal, (pack, error) =>
      this.damaged(pack, error),
    );
    await search.search(pending);
    const findings: Finding[] = [];
    for (const one of pending) {
      this.options.signal?.throwIfAborted();
      const finding = await this.finding(one);
      one.candidates = [];
      findings.push(finding);
      this.options.onFinding?.(finding);
    }
    return findings;
  }

  private damaged(pack: Pack, error: unknown): void {
    this.options.onDamage?.(
      pack.info.id,
      `The pack could not be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }

  private async finding({ quoted, lexicon, candidates, spots }: Pending): Promise<Finding> {
    const { query } = quoted;
    const judged: Judged[] = [];
    for (const { candidate, acceptance: accepted } of this.worthJudging(candidates)) {
      const pack = this.packs[candidate.pack];
      try {
        judged.push(await this.judged(quoted, candidate, accepted));
      } catch (error) {
        this.damaged(pack, error);
      }
    }
    const places = inOrder(query, onePerStatement(judged));
    if (places.length === 0) return this.nothing(query, quoted.count);
    const best = places[0];
    const matches = places.map(({ match }) => match);
    const disagreeing = await this.disagreeing(quoted, best, candidates, spots);
    return {
      id: query.id,
      verdict: best.match.verdict,
      matches,
      notices: noticesOf(quoted, matches, best.passage, best.judgement.gap, best.turnCount, lexicon, disagreeing),
      reason: null,
    };
  }

  /** The sources that have the best place's passage in other words: at the places with the same text around, and where it was found less exactly. */
  private async disagreeing(
    quoted: QuotedWords,
    { match, candidate }: Judged,
    candidates: Pending['candidates'],
    spots: readonly Spot[],
  ): Promise<Notice[]> {
    const { pack, shard, start, end } = candidate;
    const others = candidates
      .filter(({ candidate: other }) => other.score < candidate.score)
      .slice(0, MOST_ALIGNED)
      .map(({ candidate: other }) => ({ pack: other.pack, shard: other.shard, at: other.start }));
    try {
      const shown = { pack, shard, start, end, match };
      return await this.kept.disagreement.notices(quoted, shown, [...others, ...spots], this.packs);
    } catch (error) {
      this.damaged(this.packs[pack], error);
      return [];
    }
  }

  /** All exact places, else the best alignments. Earliest source first among equals. */
  private worthJudging(candidates: Pending['candidates']): Pending['candidates'] {
    const date = ({ candidate }: Pending['candidates'][number]): string => this.sourceOf(candidate).date ?? '9999';
    const sorted = [...candidates].sort(
      (a, b) => b.candidate.score - a.candidate.score || (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : 0),
    );
    if (sorted.length > 0 && sorted[0].candidate.exact)
      return sorted.filter(({ candidate }) => candidate.exact).slice(0, MOST_MATCHES);
    const least = (sorted.at(0)?.candidate.score ?? 0) - WORSE_PLACE;
    return sorted.slice(0, MOST_ALIGNED).filter(({ candidate }) => candidate.score >= least);
  }

  private sourceOf({ pack, shard, start }: Candidate) {
    return this.packs[pack].source(shard.sourceOf(start));
  }

  private async judged(quoted: QuotedWords, candidate: Candidate, accepted: Acceptance): Promise<Judged> {
    const pack = this.packs[candidate.pack];
    const { shard } = candidate;
    const passage = await this.kept.reader.passage(pack, shard, candidate.start, candidate.end);
    const source = pack.source(passage.source);
    const lexicon = lexiconOf(passage.role === 'original' ? source.statement?.original?.lang : source.lang);
    const judgement = judge(quoted, candidate.steps, passage, lexicon, candidate.joined);
    const start = passage.start(judgement.start);
    const end = Math.max(start, passage.end(judgement.end - 1));
    const { before, after } = passage.context(start, end);
    const verdict = verdictFor(judgement, passage, accepted);
    const match: Match = {
      pack: pack.info.id,
      source,
      turn: passage.turn,
      role: passage.role,
      speaker: passage.speaker,
      by: passage.by,
      at: passage.at,
      start,
      end,
      text: passage.slice(start, end),
      before,
      after,
      words: { matched: judgement.matched, total: quoted.count },
      edits: judgement.edits,
      verdict,
    };
    return {
      candidate,
      match,
      passage,
      judgement,
      score: candidate.score,
      turnCount: this.turnCount(pack, shard, candidate.start),
    };
  }

  /** How many turns the source at a word has. */
  private turnCount(pack: Pack, shard: Shard, word: number): number {
    const { frame } = shard;
    const source = shard.sourceOf(word);
    let counts = this.turnCounts.get(pack);
    if (counts === undefined) this.turnCounts.set(pack, (counts = new Map<number, number>()));
    let count = counts.get(source);
    if (count === undefined) {
      let part = shard.partOf(word);
      while (part + 1 < frame.partCount && partField(frame, part + 1, 'source') === source) part++;
      count = partField(frame, part, 'turn') + 1;
      counts.set(source, count);
    }
    return count;
  }

  private nothing(query: Query, words: number): Finding {
    const reason = ((): Reason | null => {
      if (this.packs.length === 0) return 'no-packs';
      if (words < ENOUGH_WORDS) return 'too-short';
      return this.covers(query.lang) ? null : 'language';
    })();
    return { id: query.id, verdict: reason === null ? 'not-found' : 'not-checked', matches: [], notices: [], reason };
  }

  /** Whether some pack has sources in this language. */
  private covers(lang: string | null | undefined): boolean {
    if (!lang) return true;
    const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/u)[0];
    return this.packs.some(({ info }) => info.coverage.languages.some((other) => primary(other) === primary(lang)));
  }
}

/** Words that agree with a documented misquotation are one; words of an unsure place resemble. */
function verdictFor({ verdict }: Judgement, { role }: Passage, accepted: Acceptance): Verdict {
  const agrees = AGREEING.has(verdict);
  if (accepted === 'weak' || (accepted === 'resembling' && !agrees)) return 'resembles';
  return role === 'misquotation' && agrees ? 'known-misquotation' : verdict;
}
