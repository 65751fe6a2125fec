import { EXTRA, FORM, SAME, type Step } from './align.ts';
import { bitsBetween } from './bits.ts';
import type { Candidate, JoinedPiece } from './candidate.ts';
import { exactRange } from './locate.ts';
import type { QuotedWords } from './query.ts';
import { scored } from './score.ts';

/** A piece of a joined quotation has at least this many words, and begins within so many words of the end of the other. */
const SHORTEST_JOIN = 6;
/** Bits that each piece of a joined quotation is worth: enough that neither stands there by chance. */
const JOIN_BITS = 32;
const NEAR_JOIN = [0, 1, -1, -2, 2, 3];
/** Credit for words of a joined piece, so that the place with the longer piece comes first. */
const JOINED_CREDIT = 0.85;
/** Places of a piece among which the nearest is looked for. */
const MOST_PLACES = 64;

/** Looks for quoted words at an end of the quotation, without a counterpart in the passage, word for word in another place. */
export function withJoinedPieces(candidate: Candidate, quoted: QuotedWords, ids: Uint16Array): Candidate {
  const { shard } = candidate;
  const from = candidate.steps.findIndex(({ kind }) => kind !== EXTRA);
  const to = candidate.steps.findLastIndex(({ kind }) => kind !== EXTRA);
  const joined: JoinedPiece[] = [];
  const head = from > 0 ? candidate.steps[from].q0 : 0;
  const tail = to + 1 < candidate.steps.length ? candidate.steps[to].q1 : quoted.count;
  for (const shift of NEAR_JOIN) {
    if (head + shift < SHORTEST_JOIN || head + shift > tail) continue;
    const start = nearestExact(candidate, ids, 0, head + shift);
    if (start === -1) continue;
    joined.push({ q0: 0, q1: head + shift, start });
    break;
  }
  for (const shift of NEAR_JOIN) {
    if (quoted.count - tail - shift < SHORTEST_JOIN || tail + shift < head) continue;
    const start = nearestExact(candidate, ids, tail + shift, quoted.count);
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
  return {
    ...rest,
    joined,
    bits: rest.bits + joinedBits,
    score: (rest.bits + joinedBits * JOINED_CREDIT) / total,
  };
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

/** Whether a candidate is word for word but for words at its ends that it has no counterpart of. */
export function isTorn({ steps }: Candidate): boolean {
  const from = steps.findIndex(({ kind }) => kind !== EXTRA);
  const to = steps.findLastIndex(({ kind }) => kind !== EXTRA);
  return steps.slice(from, to + 1).every(({ kind }) => kind === SAME || kind === FORM);
}
