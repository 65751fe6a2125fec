import type { Pack } from '../packs/open.ts';
import type { Shard } from '../packs/shard.ts';
import { partField } from '../packs/textBlocks.ts';
import type { Candidate } from './candidate.ts';
import type { Found } from './found.ts';
import { judge, type Judgement } from './judge.ts';
import { lexiconOf } from './lexicon.ts';
import type { Judged } from './order.ts';
import type { Passage, PassageReader } from './passage.ts';
import type { QuotedWords } from './query.ts';
import type { Match, Verdict } from './types.ts';

/** Verdicts that say that the words agree. */
const AGREEING: ReadonlySet<Verdict> = new Set<Verdict>(['exact', 'edits-marked', 'cleaned']);

/** Reads the passages of places and compares the quotations with them. */
export class PlaceJudge {
  private readonly turnCounts = new WeakMap<Pack, Map<number, number>>();

  constructor(private readonly reader: PassageReader) {}

  /** The place judged: nothing of its shard is held on to. Rejects with an Error of one sentence when its text is damaged. */
  async judged(quoted: QuotedWords, candidate: Candidate, found: Found, pack: Pack): Promise<Judged> {
    const { shard } = candidate;
    const passage = await this.reader.passage(pack, shard, candidate.start, candidate.end);
    const source = pack.source(passage.source);
    const lexicon = lexiconOf(passage.role === 'original' ? source.statement?.original?.lang : source.lang);
    const judgement = judge(quoted, candidate.steps, passage, lexicon, candidate.joined);
    const start = passage.start(judgement.start);
    const end = Math.max(start, passage.end(judgement.end - 1));
    const { around } = passage;
    const { before, after } = around.context(start, end);
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
      text: around.slice(start, end),
      before,
      after,
      words: { matched: judgement.matched, total: quoted.count },
      edits: judgement.edits,
      verdict: verdictFor(judgement, passage, found),
    };
    return { found, match, around, gap: judgement.gap, turnCount: this.turnCount(pack, shard, found) };
  }

  /** How many turns the source of a place has. */
  private turnCount(pack: Pack, shard: Shard, { start, part: { source } }: Found): number {
    const { frame } = shard;
    let counts = this.turnCounts.get(pack);
    if (counts === undefined) this.turnCounts.set(pack, (counts = new Map<number, number>()));
    let count = counts.get(source);
    if (count === undefined) {
      let part = shard.partOf(start);
      while (part + 1 < frame.partCount && partField(frame, part + 1, 'source') === source) part++;
      count = partField(frame, part, 'turn') + 1;
      counts.set(source, count);
    }
    return count;
  }
}

/** Words that agree with a documented misquotation are one; words of an unsure place resemble. */
function verdictFor({ verdict }: Judgement, { role }: Passage, { acceptance }: Found): Verdict {
  const agrees = AGREEING.has(verdict);
  if (acceptance === 'weak' || (acceptance === 'resembling' && !agrees)) return 'resembles';
  return role === 'misquotation' && agrees ? 'known-misquotation' : verdict;
}
