import { BREAK, UNKNOWN, type Shard } from '../packs/shard.ts';
import { Aligner, CHANGED, EXTRA, FORM, LEFT_OUT, SAME, type Alignment, type OtherForms, type Step } from './align.ts';
import { sourceBounds } from './bounds.ts';
import { otherForms } from './forms.ts';
import type { Lexicon } from './lexicon.ts';
import { exactRange, Voting, type Diagonal } from './locate.ts';
import { BRACKET, CLOSE, type QuotedWords } from './query.ts';
import { repairedId } from './repair.ts';
import { isNear } from './similar.ts';

/** A place of a shard that the quotation may come from. */
export interface Candidate {
  readonly pack: number;
  readonly shard: Shard;
  /** The passage: word indices of the shard. */
  readonly start: number;
  readonly end: number;
  readonly steps: readonly Step[];
  /** Bits of the quoted words that stand in the passage, of all their bits; 1 when all do and nothing is left out unmarked. */
  readonly score: number;
  /** Bits of the quoted words that stand in the passage. */
  readonly bits: number;
  /** Word for word, but for marked cuts and brackets. */
  readonly exact: boolean;
  /** Quoted words that stand word for word in another place, run together with the passage. */
  readonly joined: readonly JoinedPiece[];
}

/** Quoted words [q0, q1) at the shard's words from `start` on. */
export interface JoinedPiece {
  readonly q0: number;
  readonly q1: number;
  readonly start: number;
}

/** Places of one quotation that are kept from one shard. */
const MOST_EXACT = 64;
const MOST_DIAGONALS = 6;
const MOST_QUICK = 3;
/** A diagonal that fewer than this share of a stretch's bits vote for is chance. */
const LEAST_VOTES = 0.08;
/** Words at a marked cut that are searched for the next piece before the votes are asked. */
const CUT_WINDOW = 3_000;
const BRACKET_WINDOW = 30;
/** A longer run of words is aligned in chunks of this many. */
const LONGEST_SEGMENT = 160;
/** Occurrences of a piece that are tried as the start of a chain. */
const MOST_CHAINS = 2_000;
/** What an unmarked word left out costs the score, in bits. */
const OMISSION_BITS = 2;
/** A piece of a joined quotation has at least this many words, and begins within so many words of the end of the other. */
const SHORTEST_JOIN = 6;
/** Bits that each piece of a joined quotation is worth: enough that neither stands there by chance. */
const JOIN_BITS = 32;
const NEAR_JOIN = [0, 1, -1, -2, 2, 3];
/** From this score on, no better place is looked for: not by letting every word vote, nor by repairing mistyped words. */
const GOOD_SCORE = 0.85;
const MOST_REPAIRS = 12;
/** From this score on, a place is taken for the whole quotation's. */
const WHOLE_SCORE = 0.7;
/** Credit for words of a joined piece, so that the place with the longer piece comes first. */
const JOINED_CREDIT = 0.85;
/** Credit for a word that is there but mistyped. */
const NEAR_CREDIT = 0.7;
/** Credit for a word that is no word of the shard but one slip away from the one said. */
const SLIP_CREDIT = 0.95;
/** Bits of a quoted word that the shard does not know and the passage has no likeness of. */
const UNKNOWN_BITS = 14;

/** Searches shards for quotations; keeps its tables between searches. */
export class Searcher {
  private readonly voting = new Voting();
  private readonly aligner = new Aligner();
  private ids = new Uint16Array(64);
  private repaired = new Uint16Array(64);

  /**
   * The places of a shard that a quotation may come from. Exact places alone, where there are any; else the best alignments.
   * @param exactOnly leave out the alignments, because an exact place is known already
   */
  candidates(pack: number, shard: Shard, quoted: QuotedWords, lexicon: Lexicon, exactOnly: boolean): Candidate[] {
    const { count } = quoted;
    if (count === 0 || shard.length < 3) return [];
    if (this.ids.length < count) this.ids = new Uint16Array(count * 2);
    for (let i = 0; i < count; i++) this.ids[i] = shard.idOf(quoted.words, i);
    const exact =
      quoted.segments.length === 2 ? this.exactPlaces(pack, shard, quoted) : this.chains(pack, shard, quoted);
    if (exact.length > 0 || exactOnly) return exact;
    let known: OtherForms | null = null;
    const forms = (): OtherForms => (known ??= otherForms(shard, quoted, this.ids, lexicon));
    const quick = this.alignments(pack, shard, quoted, forms, this.ids, true);
    if (quick.length > 0 && quick[0].score >= GOOD_SCORE && quick[0].joined.length === 0) return quick;
    const found = this.alignments(pack, shard, quoted, forms, this.ids, false);
    if ((found.length > 0 && found[0].score >= GOOD_SCORE) || !this.repair(shard, quoted)) return found;
    const repaired = this.alignments(pack, shard, quoted, forms, this.repaired, false);
    return [...found, ...repaired.filter((one) => !found.some((other) => overlaps(one, other)))].sort(
      (a, b) => b.score - a.score,
    );
  }

  /** Puts likely words in the place of those that the shard does not know; false when nothing could be put. */
  private repair(shard: Shard, quoted: QuotedWords): boolean {
    if (this.repaired.length < quoted.count) this.repaired = new Uint16Array(this.ids.length);
    this.repaired.set(this.ids.subarray(0, quoted.count));
    let changed = 0;
    for (let i = 0; i < quoted.count && changed < MOST_REPAIRS; i++) {
      if (this.ids[i] !== UNKNOWN) continue;
      this.repaired[i] = repairedId(shard, quoted.folded[i]);
      if (this.repaired[i] !== UNKNOWN) changed++;
    }
    return changed > 0;
  }

  private exactPlaces(pack: number, shard: Shard, { count }: QuotedWords): Candidate[] {
    const { low, high } = exactRange(shard, this.ids, 0, count);
    const found: Candidate[] = [];
    for (let s = low; s < Math.min(high, low + MOST_EXACT); s++) {
      const start = shard.suffix(s);
      found.push(this.exactCandidate(pack, shard, [{ kind: SAME, q0: 0, q1: count, s0: start, s1: start + count }]));
    }
    return found;
  }

  private exactCandidate(pack: number, shard: Shard, steps: Step[]): Candidate {
    const bits = this.bitsOf(shard, steps);
    return {
      pack,
      shard,
      start: steps[0].s0,
      end: steps[steps.length - 1].s1,
      steps,
      score: 1,
      bits,
      exact: true,
      joined: [],
    };
  }

  private bitsOf(shard: Shard, steps: readonly Step[]): number {
    let bits = 0;
    for (const { q0, q1 } of steps) for (let q = q0; q < q1; q++) bits += wordBits(shard, this.ids[q]);
    return bits;
  }

  /** Word-for-word pieces in order in one source, with gaps where the quotation marks them. */
  private chains(pack: number, shard: Shard, quoted: QuotedWords): Candidate[] {
    const { segments, gap } = quoted;
    const pieces = segments.length - 1;
    let anchor = -1;
    let fewest = Infinity;
    let range = { low: 0, high: 0, depth: 0 };
    for (let piece = 0; piece < pieces; piece++) {
      const places = exactRange(shard, this.ids, segments[piece], segments[piece + 1]);
      const count = places.high - places.low;
      if (count === 0) return [];
      if (count < fewest) [anchor, fewest, range] = [piece, count, places];
    }
    if (fewest > MOST_CHAINS) return [];
    const found: Candidate[] = [];
    for (let s = range.low; s < range.high && found.length < MOST_EXACT; s++) {
      const starts = new Array<number>(pieces);
      starts[anchor] = shard.suffix(s);
      if (!this.chainedForward(shard, segments, gap, anchor, starts)) continue;
      if (!this.chainedBackward(shard, segments, gap, anchor, starts)) continue;
      found.push(this.exactCandidate(pack, shard, chainSteps(segments, starts)));
    }
    return found;
  }

  private chainedForward(
    shard: Shard,
    segments: readonly number[],
    gap: Uint8Array,
    anchor: number,
    starts: number[],
  ): boolean {
    for (let piece = anchor + 1; piece < starts.length; piece++) {
      const from = starts[piece - 1] + segments[piece] - segments[piece - 1];
      const reach = from + (gap[segments[piece]] === BRACKET ? BRACKET_WINDOW : CUT_WINDOW);
      starts[piece] = this.next(shard, segments[piece], segments[piece + 1], from, Math.min(reach, shard.length));
      if (starts[piece] === -1) return false;
    }
    return true;
  }

  private chainedBackward(
    shard: Shard,
    segments: readonly number[],
    gap: Uint8Array,
    anchor: number,
    starts: number[],
  ): boolean {
    for (let piece = anchor - 1; piece >= 0; piece--) {
      const length = segments[piece + 1] - segments[piece];
      const last = starts[piece + 1] - length;
      const reach = last - (gap[segments[piece + 1]] === BRACKET ? BRACKET_WINDOW : CUT_WINDOW);
      starts[piece] = this.previous(shard, segments[piece], segments[piece + 1], last, Math.max(reach, 0));
      if (starts[piece] === -1) return false;
    }
    return true;
  }

  /** The first place from `from` on where ids[q0, q1) stand, in the same source; -1 when there is none before `limit`. */
  private next(shard: Shard, q0: number, q1: number, from: number, limit: number): number {
    const { words } = shard;
    for (let at = from; at < limit; at++) {
      if (words[at] === BREAK) return -1;
      if (words[at] === this.ids[q0] && this.stands(words, q0, q1, at)) return at;
    }
    return -1;
  }

  private previous(shard: Shard, q0: number, q1: number, from: number, limit: number): number {
    const { words } = shard;
    for (let at = from; at >= limit; at--) {
      if (words[at] === this.ids[q0] && this.stands(words, q0, q1, at)) return at;
      if (words[at] === BREAK) return -1;
    }
    return -1;
  }

  private stands(words: Uint16Array, q0: number, q1: number, at: number): boolean {
    for (let q = q0 + 1; q < q1; q++) if (words[at + q - q0] !== this.ids[q]) return false;
    return true;
  }

  /** The best alignments of a quotation that stands nowhere word for word. */
  private alignments(
    pack: number,
    shard: Shard,
    quoted: QuotedWords,
    formsOf: () => OtherForms,
    ids: Uint16Array,
    quick: boolean,
  ): Candidate[] {
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
    const forms = formsOf();
    const others = new Map<number, readonly Diagonal[]>();
    const diagonalsOf = (piece: number): readonly Diagonal[] => {
      let known = others.get(piece);
      if (known === undefined) {
        known = this.voting.diagonals(shard, ids, pieces[piece], pieces[piece + 1], MOST_DIAGONALS * 4);
        others.set(piece, known);
      }
      return known;
    };
    const found: Candidate[] = [];
    for (const diagonal of diagonals) {
      if (diagonal.weight * 3 < diagonals[0].weight) break;
      const steps = this.alignedAt(shard, quoted, pieces, anchor, diagonal, forms, diagonalsOf, quick);
      if (steps === null) continue;
      const candidate = this.scored(pack, shard, quoted, steps);
      if (candidate !== null && !found.some((other) => overlaps(candidate, other))) found.push(candidate);
    }
    found.sort((a, b) => b.score - a.score);
    // Two places are put together only where no one place comes near.
    if (found.length > 0 && found[0].score >= WHOLE_SCORE && !isTorn(found[0])) return found;
    return found.map((candidate) => this.withJoinedPieces(candidate, quoted)).sort((a, b) => b.score - a.score);
  }

  /** Looks for quoted words at an end of the quotation, without a counterpart in the passage, word for word in another place. */
  private withJoinedPieces(candidate: Candidate, quoted: QuotedWords): Candidate {
    const { shard } = candidate;
    const from = candidate.steps.findIndex(({ kind }) => kind !== EXTRA);
    const to = candidate.steps.findLastIndex(({ kind }) => kind !== EXTRA);
    const joined: JoinedPiece[] = [];
    const head = from > 0 ? candidate.steps[from].q0 : 0;
    const tail = to + 1 < candidate.steps.length ? candidate.steps[to].q1 : quoted.count;
    for (const shift of NEAR_JOIN) {
      if (head + shift < SHORTEST_JOIN || head + shift > tail) continue;
      const start = this.nearestExact(candidate, 0, head + shift);
      if (start === -1) continue;
      joined.push({ q0: 0, q1: head + shift, start });
      break;
    }
    for (const shift of NEAR_JOIN) {
      if (quoted.count - tail - shift < SHORTEST_JOIN || tail + shift < head) continue;
      const start = this.nearestExact(candidate, tail + shift, quoted.count);
      if (start === -1) continue;
      joined.push({ q0: tail + shift, q1: quoted.count, start });
      break;
    }
    if (joined.length === 0) return candidate;
    const kept = candidate.steps.filter(
      ({ q0, q1 }) => !joined.some((piece) => q0 >= piece.q0 && q1 <= piece.q1 && q1 > q0),
    );
    if (!kept.some(({ kind }) => kind === SAME)) return candidate;
    const extra = joined.flatMap((piece) => Array.from({ length: piece.q1 - piece.q0 }, (_, i) => piece.q0 + i));
    const missing = extra.map((q): Step => ({ kind: EXTRA, q0: q, q1: q + 1, s0: candidate.end, s1: candidate.end }));
    const scored = this.scored(
      candidate.pack,
      shard,
      quoted,
      [...kept, ...missing].sort((a, b) => a.q0 - b.q0 || a.s0 - b.s0),
    );
    if (scored === null || scored.bits < JOIN_BITS) return candidate;
    if (joined.some(({ q0, q1 }) => this.bitsBetween(shard, q0, q1) < JOIN_BITS)) return candidate;
    const joinedBits = joined.reduce((sum, { q0, q1 }) => sum + this.bitsBetween(shard, q0, q1), 0);
    const total = scored.bits / scored.score;
    return {
      ...scored,
      joined,
      bits: scored.bits + joinedBits,
      score: (scored.bits + joinedBits * JOINED_CREDIT) / total,
    };
  }

  /** The place nearest to a candidate where ids[q0, q1) stand; -1 when there is none. */
  private nearestExact({ shard, start }: Candidate, q0: number, q1: number): number {
    const { low, high } = exactRange(shard, this.ids, q0, q1);
    let nearest = -1;
    for (let s = low; s < Math.min(high, low + MOST_EXACT); s++) {
      const at = shard.suffix(s);
      if (nearest === -1 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
    }
    return nearest;
  }

  private bitsBetween(shard: Shard, q0: number, q1: number): number {
    let bits = 0;
    for (let q = q0; q < q1; q++) bits += wordBits(shard, this.ids[q]);
    return bits;
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
    const slack = (piece: number): number => (quick ? 6 + (length(piece) >> 3) : 12 + (length(piece) >> 2));
    const from = quick ? diagonal.exact : diagonal.at;
    const first = align(anchor, from - slack(anchor), from + length(anchor) + slack(anchor));
    let steps: Step[] = [...first.steps];
    let end = first.end;
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
    let start = first.start;
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

  private scored(pack: number, shard: Shard, quoted: QuotedWords, aligned: readonly Step[]): Candidate | null {
    const near = ({ q0, s0 }: Step): boolean => isNear(quoted.folded[q0], shard.word(shard.words[s0]));
    const steps = withoutLooseEnds(aligned, near);
    let matched = 0;
    let total = 0;
    let start = -1;
    let end = -1;
    for (const step of steps) {
      if (step.kind === LEFT_OUT) {
        if (quoted.gap[step.q0] === CLOSE || step.q0 >= quoted.count)
          total += Math.min(20, (step.s1 - step.s0) * OMISSION_BITS);
        continue;
      }
      if (step.kind !== EXTRA) {
        if (start === -1) start = step.s0;
        end = step.s1;
      }
      for (let q = step.q0; q < step.q1; q++) {
        const id = this.ids[q];
        let bits = wordBits(shard, id);
        if (step.kind === CHANGED) {
          if (near(step)) {
            bits = wordBits(shard, shard.words[step.s0]);
            matched += bits * (id === UNKNOWN ? SLIP_CREDIT : NEAR_CREDIT);
          }
        } else if (step.kind !== EXTRA) {
          if (id === UNKNOWN) bits = wordBits(shard, shard.words[step.s0]);
          matched += bits;
        }
        total += bits;
      }
    }
    if (start === -1 || total === 0) return null;
    return { pack, shard, start, end, steps, score: matched / total, bits: matched, exact: false, joined: [] };
  }
}

/** So many unmatched words more than matched ones at an end of an alignment are no alignment. */
const LOOSE = 3;
/** Where an end holds so many more matched words than the loosest point, the rest holds. */
const FAST = 6;

/**
 * The alignment without ends that agree only by chance: the quoted words there become words without a counterpart. An end is
 * loose when it has at least `LOOSE` unmatched words more than matched ones.
 */
function withoutLooseEnds(steps: readonly Step[], near: (step: Step) => boolean): readonly Step[] {
  const last = looseFrom(steps.toReversed(), near);
  const first = looseFrom(steps, near);
  if (first + last >= steps.length) return steps;
  if (first === 0 && last === 0) return steps;
  const kept = steps.slice(first, steps.length - last);
  const extra = (loose: readonly Step[], at: number): Step[] =>
    loose.filter(({ q0, q1 }) => q1 > q0).map(({ q0, q1 }) => ({ kind: EXTRA, q0, q1, s0: at, s1: at }));
  return [
    ...extra(steps.slice(0, first), kept[0].s0),
    ...kept,
    ...extra(steps.slice(steps.length - last), kept[kept.length - 1].s1),
  ];
}

/** How many steps from the beginning are loose. */
function looseFrom(steps: readonly Step[], near: (step: Step) => boolean): number {
  let sum = 0;
  let least = -LOOSE + 0.5;
  let loose = 0;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i];
    if (step.kind === LEFT_OUT) sum -= Math.min(3, (step.s1 - step.s0) / 2);
    else if (step.kind === CHANGED) sum += near(step) ? 0.5 : -1;
    else sum += step.kind === EXTRA ? -1 : step.q1 - step.q0;
    if (sum <= least) {
      least = sum;
      loose = i + 1;
    } else if (sum - Math.min(least, 0) >= FAST) break;
  }
  return loose;
}

/** The bits that an occurrence of a word is worth: how rare it is in its shard. */
function wordBits(shard: Shard, id: number): number {
  const frequency = shard.frequency(id);
  return frequency === 0 ? unknownBits(shard) : Math.log2(shard.length / frequency);
}

/** No more than the rarest word of a small shard is worth. */
const unknownBits = (shard: Shard): number => Math.min(UNKNOWN_BITS, Math.log2(shard.length));

/** Whether a candidate is word for word but for words at its ends that it has no counterpart of. */
function isTorn({ steps }: Candidate): boolean {
  const from = steps.findIndex(({ kind }) => kind !== EXTRA);
  const to = steps.findLastIndex(({ kind }) => kind !== EXTRA);
  return steps.slice(from, to + 1).every(({ kind }) => kind === SAME || kind === FORM);
}

const overlaps = (a: Candidate, b: Candidate): boolean => a.start < b.end && b.start < a.end;

function chainSteps(segments: readonly number[], starts: readonly number[]): Step[] {
  const steps: Step[] = [];
  starts.forEach((start, piece) => {
    const q0 = segments[piece];
    const q1 = segments[piece + 1];
    const end = steps.at(-1)?.s1;
    if (end !== undefined && start > end) steps.push({ kind: LEFT_OUT, q0, q1: q0, s0: end, s1: start });
    steps.push({ kind: SAME, q0, q1, s0: start, s1: start + q1 - q0 });
  });
  return steps;
}

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
