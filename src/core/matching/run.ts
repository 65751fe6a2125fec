import type { Pack } from '../packs/open.ts';
import type { Words } from '../text/index.ts';
import { ENOUGH_WORDS } from './acceptance.ts';
import type { Disagreement } from './disagreement.ts';
import { noticesOf } from './notices.ts';
import { inOrder, onePerStatement, type Judged } from './order.ts';
import { pendingOf, worthShowing, type Pending } from './pending.ts';
import type { PlaceJudge } from './placeJudge.ts';
import type { Searcher } from './search.ts';
import { ShardSearch } from './shardSearch.ts';
import type { Finding, Notice, Query, Reason } from './types.ts';

export interface MatchOptions {
  readonly signal?: AbortSignal;
  readonly onFinding?: (finding: Finding) => void;
  readonly onDamage?: (pack: string, problem: string) => void;
}

/** Places found less exactly than the best that are asked for other words. */
const MOST_OTHERS = 6;

/** What is kept between runs: tables that would take longer to make than a search takes, and the passages read last. */
export interface Kept {
  readonly reading: Words;
  readonly searcher: Searcher;
  readonly judge: PlaceJudge;
  readonly disagreement: Disagreement;
}

export class MatchRun {
  constructor(
    private readonly kept: Kept,
    private readonly queries: readonly Query[],
    private readonly packs: readonly Pack[],
    private readonly options: MatchOptions,
  ) {}

  async run(): Promise<Finding[]> {
    const { searcher, judge, reading } = this.kept;
    const pending = this.queries.map((query) => pendingOf(query, reading));
    const search = new ShardSearch(searcher, judge, this.packs, this.options.signal, (pack, error) =>
      this.damaged(pack, error),
    );
    await search.search(pending);
    const findings: Finding[] = [];
    for (const one of pending) {
      this.options.signal?.throwIfAborted();
      const finding = await this.finding(one);
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

  private async finding(one: Pending): Promise<Finding> {
    const { quoted, lexicon } = one;
    const { query } = quoted;
    const places = inOrder(query, onePerStatement(this.worthiest(one)));
    if (places.length === 0) return this.nothing(query, quoted.count);
    const best = places[0];
    const matches = places.map(({ match }) => match);
    const disagreeing = mayDisagree(one, best) ? await this.disagreeing(one, best) : [];
    return {
      id: query.id,
      verdict: best.match.verdict,
      matches,
      notices: noticesOf(quoted, matches, best.around, best.gap, best.turnCount, lexicon, disagreeing),
      reason: null,
    };
  }

  /** Of the judged places those worth showing beside all that were found, in the order of their worth. */
  private worthiest({ found, judged }: Pending): readonly Judged[] {
    if (found.length < 2) return judged;
    const worth = worthShowing(found, this.packs);
    return judged
      .filter((each) => worth.includes(each.found))
      .sort((a, b) => worth.indexOf(a.found) - worth.indexOf(b.found));
  }

  /** The sources that have the best place's passage in other words: at the places with the same text around, and where it was found less exactly. */
  private async disagreeing({ quoted, found, spots }: Pending, best: Judged): Promise<Notice[]> {
    const others = found
      .filter(({ score }) => score < best.found.score)
      .slice(0, MOST_OTHERS)
      .map(({ pack, shard, start, part }) => ({ pack, shard, at: start, part }));
    try {
      const shown = { ...best.found, match: best.match };
      return await this.kept.disagreement.notices(quoted, shown, [...others, ...spots], this.packs);
    } catch (error) {
      this.damaged(this.packs[best.found.pack], error);
      return [];
    }
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

/** Whether there is any other place whose words could differ. */
const mayDisagree = ({ found, spots }: Pending, { match }: Judged): boolean =>
  found.length > 1 || spots.length > 0 || match.role === 'rendering';
