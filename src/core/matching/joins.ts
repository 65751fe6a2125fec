import type { Shard } from '../packs/shard.ts';
import { EXTRA, FORM, LEFT_OUT, SAME, type Step } from './align.ts';
import { bitsBetween } from './bits.ts';
import type { Candidate, JoinedPiece } from './candidate.ts';
import { exactRange, longestRange } from './locate.ts';
import { CLOSE, type QuotedWords } from './query.ts';
import { scored } from './score.ts';

/** A piece of a joined quotation has at least this many words. */
const SHORTEST_JOIN = 6;
/** Bits that each piece of a joined quotation is worth: enough that neither stands there by chance. */
const JOIN_BITS = 32;
/** With fewer quoted words that the passage lacks or has otherwise, it was edited and not joined with another one. */
const TORN_WORDS = 4;
/** Words of the source left out without a mark that divide a passage, as many as the verdict asks for. */
const TORN_GAP = 6;
/** Pieces of so many words stand together for nothing that was said in one place. */
const LONG_PIECE = 8;
/** Credit for words of a joined piece, so that the place with the longer piece comes first. */
const JOINED_CREDIT = 0.85;
/** Places of a piece among which the nearest is looked for. */
const MOST_PLACES = 64;

/**
 * Looks for quoted words at an end of the quotation that the passage has otherwise or not at all, word for word in another
 * place. Such a piece reaches as far as it does away with differences: where the two passages have words in common at the seam
 * ("In the", "The"), the alignment may have carried these over.
 */
export function withJoinedPieces(candidate: Candidate, quoted: QuotedWords, ids: Uint16Array): Candidate {
  if (!isTorn(candidate)) return candidate;
  const { shard, steps } = candidate;
  const joined: JoinedPiece[] = [];
  const head = headPiece(steps, quoted, longestHead(shard, ids, quoted.count));
  if (head > 0) joined.push({ q0: 0, q1: head, start: nearestExact(candidate, ids, 0, head) });
  const tail = tailPiece(steps, quoted, longestTail(shard, ids, quoted.count));
  if (tail < quoted.count && tail >= head)
    joined.push({ q0: tail, q1: quoted.count, start: nearestExact(candidate, ids, tail, quoted.count) });
  if (joined.length === 0) return candidate;
  const own = steps.filter(({ q0, q1 }) => q0 >= head && q1 <= tail);
  const from = own.findIndex(({ kind }) => kind !== LEFT_OUT);
  const kept = own.slice(Math.max(0, from), own.findLastIndex(({ kind }) => kind !== LEFT_OUT) + 1);
  if (!kept.some(({ kind }) => kind === SAME)) return candidate;
  const extra = joined.flatMap((piece) => Array.from({ length: piece.q1 - piece.q0 }, (_, i) => piece.q0 + i));
  const missing = extra.map((q): Step => ({ kind: EXTRA, q0: q, q1: q + 1, s0: candidate.end, s1: candidate.end }));
  const rest = scored(
    candidate.pack,
    shard,
    quoted,
    ids,
    [...kept, ...missing].sort((a, b) => a.q0 - b.q0 || a.s0 - b.s0),
  );
  if (rest === null || rest.bits < JOIN_BITS) return candidate;
  if (joined.some(({ q0, q1 }) => bitsBetween(shard, ids, q0, q1) < JOIN_BITS)) return candidate;
  const joinedBits = joined.reduce((sum, { q0, q1 }) => sum + bitsBetween(shard, ids, q0, q1), 0);
  const total = rest.bits / rest.score;
  const score = (rest.bits + joinedBits * JOINED_CREDIT) / total;
  // Two places together must hold more of the quotation than the one did.
  return score > candidate.score ? { ...rest, joined, bits: rest.bits + joinedBits, score } : candidate;
}

const isSame = ({ kind }: Step): boolean => kind === SAME || kind === FORM;
/** Whether a step stands at a gap that the outlet marked. */
const isMarked = ({ kind, q0 }: Step, { gap, count }: QuotedWords): boolean =>
  kind === LEFT_OUT && q0 < count && gap[q0] !== CLOSE;

/** Where the piece at the quotation's beginning ends: behind the last difference among the words [0, most); 0 when there is none. */
function headPiece(steps: readonly Step[], quoted: QuotedWords, most: number): number {
  let end = 0;
  for (const step of steps) {
    if (step.q1 > most || isMarked(step, quoted)) break;
    if (!isSame(step)) end = step.q1;
  }
  return end >= SHORTEST_JOIN && differs(steps.filter(({ q1 }) => q1 <= end)) ? end : 0;
}

/** Where the piece at the quotation's end begins: at the first difference among the words from `least` on; their number when there is none. */
function tailPiece(steps: readonly Step[], quoted: QuotedWords, least: number): number {
  const { count } = quoted;
  let start = count;
  for (const step of steps.toReversed()) {
    if (step.q0 < least || isMarked(step, quoted)) break;
    if (!isSame(step)) start = step.q0;
  }
  return count - start >= SHORTEST_JOIN && differs(steps.filter(({ q0 }) => q0 >= start)) ? start : count;
}

/** Whether steps are divided, and not merely by the gap behind which a passage goes on word for word. */
const differs = (steps: readonly Step[]): boolean =>
  isDivided(steps) && steps.some((step) => step.kind !== LEFT_OUT && !isSame(step));

/** How many words from the first on stand somewhere word for word. */
function longestHead(shard: Shard, ids: Uint16Array, count: number): number {
  const range = { low: 0, high: 0, depth: 0 };
  longestRange(shard, ids, 0, count, range);
  return range.depth;
}

/** From which word on all words to the last stand somewhere word for word. */
function longestTail(shard: Shard, ids: Uint16Array, count: number): number {
  let stands = count;
  let fails = -1;
  while (stands - fails > 1) {
    const middle = (stands + fails) >> 1;
    const { low, high } = exactRange(shard, ids, middle, count);
    if (high > low) stands = middle;
    else fails = middle;
  }
  return stands;
}

/** The place nearest to a candidate where ids[q0, q1) stand; -1 when there is none. */
function nearestExact({ shard, start }: Candidate, ids: Uint16Array, q0: number, q1: number): number {
  const { low, high } = exactRange(shard, ids, q0, q1);
  let nearest = -1;
  for (let s = low; s < Math.min(high, low + MOST_PLACES); s++) {
    const at = shard.suffix(s);
    if (nearest === -1 || Math.abs(at - start) < Math.abs(nearest - start)) nearest = at;
  }
  return nearest;
}

/** Whether so much of a candidate differs that it may be joined of two places. */
export const isTorn = ({ steps }: Candidate): boolean => isDivided(steps);

/** Whether steps have many quoted words without the same word, or pass over many words of the source. */
function isDivided(steps: readonly Step[]): boolean {
  let words = 0;
  for (const step of steps) {
    if (step.kind === LEFT_OUT) {
      if (step.s1 - step.s0 >= TORN_GAP) return true;
    } else if (!isSame(step)) words += step.q1 - step.q0;
  }
  return words >= TORN_WORDS;
}

/** Whether a candidate is one passage, or joined of passages that are too long to be found by chance beside a better place. */
export function isOfLongPieces({ steps, joined }: Candidate): boolean {
  const own = steps.reduce((sum, step) => sum + (isSame(step) ? step.q1 - step.q0 : 0), 0);
  return joined.length === 0 || (own >= LONG_PIECE && joined.every(({ q0, q1 }) => q1 - q0 >= LONG_PIECE));
}
