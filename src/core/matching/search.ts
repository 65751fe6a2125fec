import { UNKNOWN, type Shard } from '../packs/shard.ts';
import { Aligner, LEFT_OUT, type Alignment, type Step } from './align.ts';
import { anchorsNear, stepsThrough } from './anchored.ts';
import { wordBits } from './bits.ts';
import { sourceBounds } from './bounds.ts';
import { overlaps, type Candidate } from './candidate.ts';
import { exactPlaces } from './exactPlaces.ts';
import { OtherForms } from './forms.ts';
import { isOfLongPieces, isTorn, withJoinedPieces } from './joins.ts';
import type { Lexicon } from './lexicon.ts';
import { Promising } from './promising.ts';
import { BRACKET, CLOSE, type QuotedWords } from './query.ts';
import { Repairer } from './repair.ts';
import { scored } from './score.ts';
import { Voting, type Diagonal } from './voting.ts';
import { BRACKET_WINDOW, CUT_WINDOW } from './windows.ts';

/** Diagonals that are kept when every word has voted, and of these the ones that are aligned; and when only the longest stretches have. */
const MOST_DIAGONALS = 24;
const MOST_ALIGNED = 6;
const MOST_QUICK = 3;
/** A diagonal that fewer than this share of a stretch's bits vote for is chance. */
const LEAST_VOTES = 0.08;
/** A longer run of words is aligned in chunks of this many. */
const LONGEST_SEGMENT = 160;
/** From this score on, no better place is looked for: not by letting every word vote, nor by repairing mistyped words. */
const GOOD_SCORE = 0.85;
const FEW_WORDS = 14;
/** So many words in a row may be a passage of their own, whatever the others are. */
const LONG_RUN = 5;
const MOST_REPAIRS = 12;
/** From this score on, a place is taken for the whole quotation's. */
const WHOLE_SCORE = 0.7;

/** Searches shards for quotations; keeps its tables between searches. */
export class Searcher {
  private readonly voting = new Voting();
  private readonly aligner = new Aligner();
  private readonly promise = new Promising();
  private readonly repairer = new Repairer();
  private ids = new Uint16Array(64);
  private repaired = new Uint16Array(64);
  /** The one of both that is looked up. */
  private sought: Uint16Array = this.ids;

  /**
   * The places of a shard that a quotation may come from. Exact places alone, where there are any; else the best alignments.
   * @param exactOnly leave out the alignments, because an exact place is known already
   */
  candidates(pack: number, shard: Shard, quoted: QuotedWords, lexicon: Lexicon, exactOnly: boolean): Candidate[] {
    const { count } = quoted;
    if (count === 0 || shard.length < 3) return [];
    if (this.ids.length < count) this.ids = new Uint16Array(count * 2);
    for (let i = 0; i < count; i++) this.ids[i] = shard.idOf(quoted.words, i);
    const exact = exactPlaces(pack, shard, quoted, this.ids);
    if (exact.length > 0 || exactOnly) return exact;
    const forms = new OtherForms(shard, quoted, this.ids, lexicon);
    const quick = this.alignments(pack, shard, quoted, forms, this.ids, true);
    if (quick.length > 0 && quick[0].score >= GOOD_SCORE && isOfLongPieces(quick[0])) return quick;
    const found = besides(this.alignments(pack, shard, quoted, forms, this.ids, false), quick);
    if ((found.length > 0 && found[0].score >= GOOD_SCORE) || !this.repair(shard, quoted)) return found;
    return besides(found, this.alignments(pack, shard, quoted, forms, this.repaired, false));
  }

  /** Puts likely words in the place of those that the shard does not know; false when nothing could be put. */
  private repair(shard: Shard, quoted: QuotedWords): boolean {
    if (this.repaired.length < quoted.count) this.repaired = new Uint16Array(this.ids.length);
    this.repaired.set(this.ids.subarray(0, quoted.count));
    let changed = 0;
    for (let i = 0; i < quoted.count && changed < MOST_REPAIRS; i++) {
      if (this.ids[i] !== UNKNOWN || (quoted.count > FEW_WORDS && isName(quoted, i))) continue;
      this.repaired[i] = this.repairer.repairedId(shard, quoted.folded[i]);
      if (this.repaired[i] !== UNKNOWN) changed++;
    }
    return changed > 0;
  }

  /** The best alignments of a quotation that stands nowhere word for word. */
  private alignments(
    pack: number,
    shard: Shard,
    quoted: QuotedWords,
    forms: OtherForms,
    ids: Uint16Array,
    quick: boolean,
  ): Candidate[] {
    this.sought = ids;
    const pieces = chunks(quoted);
    const count = pieces.length - 1;
    let anchor = 0;
    let most = -1;
    for (let piece = 0; piece < count; piece++) {
      let bits = 0;
      for (let q = pieces[piece]; q < pieces[piece + 1]; q++) if (ids[q] !== UNKNOWN) bits += wordBits(shard, ids[q]);
      if (bits > most) [anchor, most] = [piece, bits];
    }
    const diagonals = quick
      ? this.voting.longest(shard, ids, pieces[anchor], pieces[anchor + 1], MOST_QUICK)
      : this.voting.diagonals(shard, ids, pieces[anchor], pieces[anchor + 1], MOST_DIAGONALS);
    if (diagonals.length === 0 || (!quick && diagonals[0].weight < most * LEAST_VOTES)) return [];
    const others = new Map<number, readonly Diagonal[]>();
    const diagonalsOf = (piece: number): readonly Diagonal[] => {
      let known = others.get(piece);
      if (known === undefined) {
        known = this.voting.diagonals(shard, ids, pieces[piece], pieces[piece + 1], MOST_DIAGONALS);
        others.set(piece, known);
      }
      return known;
    };
    const found: Candidate[] = [];
    for (const diagonal of quick ? diagonals : this.likeliest(shard, quoted, pieces, anchor, diagonals)) {
      // Beside a good place of many words, only one with stretches of the same words is worth showing; few words are often said again.
      const isFound = quick && quoted.count > FEW_WORDS && found.some(({ score }) => score >= GOOD_SCORE);
      if (quick && diagonal.weight * 3 < diagonals[0].weight) break;
      const steps = this.alignedAt(shard, quoted, pieces, anchor, diagonal, forms, diagonalsOf, quick, isFound);
      if (steps === null) continue;
      const candidate = scored(pack, shard, quoted, this.ids, steps);
      if (candidate !== null && !found.some((other) => overlaps(candidate, other))) found.push(candidate);
    }
    found.sort((a, b) => b.score - a.score);
    // Two places are put together only where no one place comes near.
    if (found.length > 0 && found[0].score >= WHOLE_SCORE && !isTorn(found[0])) return found;
    return found.map((candidate) => withJoinedPieces(candidate, quoted, this.ids)).sort((a, b) => b.score - a.score);
  }

  /** The diagonals whose surroundings have most of the quotation, best first. */
  private likeliest(
    shard: Shard,
    { count }: QuotedWords,
    pieces: readonly number[],
    anchor: number,
    diagonals: readonly Diagonal[],
  ): readonly Diagonal[] {
    const voted = diagonals.filter(({ weight }) => weight * 3 >= diagonals[0].weight);
    if (pieces.length > 2 || voted.length <= MOST_ALIGNED) return voted.slice(0, MOST_ALIGNED);
    const length = pieces[anchor + 1] - pieces[anchor];
    const around = slackOf(length);
    return voted
      .map((diagonal) => {
        const { at } = diagonal;
        return { diagonal, worth: this.promise.worth(shard, this.sought, count, at - around, at + length + around) };
      })
      .sort((a, b) => b.worth - a.worth)
      .slice(0, MOST_ALIGNED)
      .map(({ diagonal }) => diagonal);
  }

  private alignedAt(
    shard: Shard,
    quoted: QuotedWords,
    pieces: readonly number[],
    anchor: number,
    diagonal: Diagonal,
    forms: OtherForms,
    diagonalsOf: (piece: number) => readonly Diagonal[],
    quick: boolean,
    anchoredOnly: boolean,
  ): Step[] | null {
    const { words } = shard;
    const length = (piece: number): number => pieces[piece + 1] - pieces[piece];
    // A quotation without cuts reaches no further than its own length to either side.
    const reach = pieces.length === 2 ? 2 * length(anchor) + 32 : CUT_WINDOW;
    const [left, right] = sourceBounds(words, diagonal.seed, reach);
    const align = (piece: number, from: number, to: number): Alignment =>
      this.aligner.align(
        this.ids,
        pieces[piece],
        pieces[piece + 1],
        words,
        Math.max(left, from),
        Math.min(right, Math.max(from, to)),
        forms,
      );
    // Long stretches pin the diagonal down; single words do not.
    const slack = (piece: number): number => (quick ? 6 + (length(piece) >> 3) : slackOf(length(piece)));
    const from = quick ? diagonal.exact : diagonal.at;
    const around = slack(anchor);
    const [q0, q1] = [pieces[anchor], pieces[anchor + 1]];
    const anchors = anchorsNear(shard, this.ids, q0, this.voting.stretches, from, around, left, right);
    if (pieces.length === 2 && !anchors.some((one) => one.length >= LONG_RUN)) {
      if (anchors.length === 0 && anchoredOnly) return null;
      const [low, high] = [Math.max(left, from - around), Math.min(right, from + length(anchor) + around)];
      if (!this.promise.mayAgree(shard, quoted, this.sought, low, high)) return null;
    }
    let steps =
      anchors.length === 0
        ? [...align(anchor, from - around, from + length(anchor) + around).steps]
        : stepsThrough(anchors, this.aligner, shard, this.ids, q0, q1, around, left, right, forms);
    let end = steps[steps.length - 1].s1;
    for (let piece = anchor + 1; piece < pieces.length - 1; piece++) {
      const gap = quoted.gap[pieces[piece]];
      const voted = gap === CLOSE || gap === BRACKET ? undefined : nearestBehind(diagonalsOf(piece), end, right);
      const from = voted === undefined ? end : Math.max(end, voted.at - slack(piece));
      const reach = gap === BRACKET ? BRACKET_WINDOW : gap === CLOSE ? 0 : voted === undefined ? 120 : 0;
      const next = align(piece, from, (voted?.at ?? end) + length(piece) + slack(piece) + reach);
      if (next.start > end)
        steps.push({ kind: LEFT_OUT, q0: pieces[piece], q1: pieces[piece], s0: end, s1: next.start });
      steps.push(...next.steps);
      end = next.end;
    }
    let start = steps[0].s0;
    for (let piece = anchor - 1; piece >= 0; piece--) {
      const gap = quoted.gap[pieces[piece + 1]];
      const voted =
        gap === CLOSE || gap === BRACKET ? undefined : nearestBefore(diagonalsOf(piece), start - length(piece), left);
      const reach = gap === BRACKET ? BRACKET_WINDOW : gap === CLOSE ? 0 : voted === undefined ? 120 : 0;
      const from = (voted?.at ?? start - length(piece)) - slack(piece) - reach;
      const to = voted === undefined ? start : Math.min(start, voted.at + length(piece) + slack(piece));
      const before = align(piece, Math.min(from, start), to);
      if (before.end < start) {
        steps.unshift({ kind: LEFT_OUT, q0: pieces[piece + 1], q1: pieces[piece + 1], s0: before.end, s1: start });
      }
      steps = [...before.steps, ...steps];
      start = before.start;
    }
    return steps;
  }
}

/** Candidates and those of a second search that are other places, best first. */
const besides = (found: Candidate[], others: readonly Candidate[]): Candidate[] =>
  [...found, ...others.filter((one) => !found.some((other) => overlaps(one, other)))].sort((a, b) => b.score - a.score);

/** Whether a word behind the first is written with a capital: one that the shard does not know is a name that nobody mistyped. */
const isName = ({ text, words }: QuotedWords, i: number): boolean =>
  i > 0 && text[words.start[i]] !== text[words.start[i]].toLowerCase();

/** Words to each side of where a stretch of so many is expected that it is looked for in. */
const slackOf = (length: number): number => 12 + (length >> 2);

/** The quotation's pieces, the long ones divided. */
function chunks({ segments }: QuotedWords): number[] {
  const starts: number[] = [];
  for (let piece = 0; piece + 1 < segments.length; piece++) {
    const length = segments[piece + 1] - segments[piece];
    const parts = Math.ceil(length / LONGEST_SEGMENT);
    for (let part = 0; part < parts; part++) starts.push(segments[piece] + Math.floor((part * length) / parts));
  }
  return [...starts, segments[segments.length - 1]];
}

/** The nearest well-voted diagonal behind `from`. */
function nearestBehind(diagonals: readonly Diagonal[], from: number, limit: number): Diagonal | undefined {
  return nearest(diagonals, ({ at }) => at >= from - 16 && at < limit, from);
}
function nearestBefore(diagonals: readonly Diagonal[], from: number, limit: number): Diagonal | undefined {
  return nearest(diagonals, ({ at }) => at <= from + 16 && at >= limit - 16, from);
}
function nearest(
  diagonals: readonly Diagonal[],
  fits: (diagonal: Diagonal) => boolean,
  from: number,
): Diagonal | undefined {
  const fitting = diagonals.filter(fits);
  const most = Math.max(0, ...fitting.map(({ weight }) => weight));
  return fitting
    .filter(({ weight }) => weight * 2 >= most)
    .sort((a, b) => Math.abs(a.at - from) - Math.abs(b.at - from))
    .at(0);
}
