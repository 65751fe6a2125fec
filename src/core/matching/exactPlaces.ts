import { BREAK, type Shard } from '../packs/shard.ts';
import { LEFT_OUT, SAME, type Step } from './align.ts';
import { bitsBetween } from './bits.ts';
import type { Candidate } from './candidate.ts';
import { exactRange } from './locate.ts';
import { BRACKET, type QuotedWords } from './query.ts';
import { BRACKET_WINDOW, CUT_WINDOW } from './windows.ts';

/** Places of one quotation that are kept from one shard. */
const MOST_EXACT = 64;
/** Occurrences of a piece that are tried as the start of a chain. */
const MOST_CHAINS = 2_000;

/** The places where a quotation stands word for word, with gaps only where the outlet marked them. */
export function exactPlaces(pack: number, shard: Shard, quoted: QuotedWords, ids: Uint16Array): Candidate[] {
  return quoted.segments.length === 2 ? contiguous(pack, shard, quoted, ids) : chains(pack, shard, quoted, ids);
}

/** Every place where the whole quotation stands word for word. */
function contiguous(pack: number, shard: Shard, { count }: QuotedWords, ids: Uint16Array): Candidate[] {
  const { low, high } = exactRange(shard, ids, 0, count);
  const found: Candidate[] = [];
  for (let s = low; s < Math.min(high, low + MOST_EXACT); s++) {
    const start = shard.suffix(s);
    found.push(exactCandidate(pack, shard, ids, [{ kind: SAME, q0: 0, q1: count, s0: start, s1: start + count }]));
  }
  return found;
}

function exactCandidate(pack: number, shard: Shard, ids: Uint16Array, steps: Step[]): Candidate {
  const bits = steps.reduce((sum, { q0, q1 }) => sum + bitsBetween(shard, ids, q0, q1), 0);
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

/** Word-for-word pieces in order in one source, with gaps where the quotation marks them. */
function chains(pack: number, shard: Shard, quoted: QuotedWords, ids: Uint16Array): Candidate[] {
  const { segments, gap } = quoted;
  const pieces = segments.length - 1;
  let anchor = -1;
  let fewest = Infinity;
  let range = { low: 0, high: 0, depth: 0 };
  for (let piece = 0; piece < pieces; piece++) {
    const places = exactRange(shard, ids, segments[piece], segments[piece + 1]);
    const count = places.high - places.low;
    if (count === 0) return [];
    if (count < fewest) [anchor, fewest, range] = [piece, count, places];
  }
  if (fewest > MOST_CHAINS) return [];
  const found: Candidate[] = [];
  for (let s = range.low; s < range.high && found.length < MOST_EXACT; s++) {
    const starts = new Array<number>(pieces);
    starts[anchor] = shard.suffix(s);
    if (!chainedForward(shard, ids, segments, gap, anchor, starts)) continue;
    if (!chainedBackward(shard, ids, segments, gap, anchor, starts)) continue;
    found.push(exactCandidate(pack, shard, ids, chainSteps(segments, starts)));
  }
  return found;
}

function chainedForward(
  shard: Shard,
  ids: Uint16Array,
  segments: readonly number[],
  gap: Uint8Array,
  anchor: number,
  starts: number[],
): boolean {
  for (let piece = anchor + 1; piece < starts.length; piece++) {
    const from = starts[piece - 1] + segments[piece] - segments[piece - 1];
    const reach = from + (gap[segments[piece]] === BRACKET ? BRACKET_WINDOW : CUT_WINDOW);
    starts[piece] = next(shard, ids, segments[piece], segments[piece + 1], from, Math.min(reach, shard.length));
    if (starts[piece] === -1) return false;
  }
  return true;
}

function chainedBackward(
  shard: Shard,
  ids: Uint16Array,
  segments: readonly number[],
  gap: Uint8Array,
  anchor: number,
  starts: number[],
): boolean {
  for (let piece = anchor - 1; piece >= 0; piece--) {
    const length = segments[piece + 1] - segments[piece];
    const last = starts[piece + 1] - length;
    const reach = last - (gap[segments[piece + 1]] === BRACKET ? BRACKET_WINDOW : CUT_WINDOW);
    starts[piece] = previous(shard, ids, segments[piece], segments[piece + 1], last, Math.max(reach, 0));
    if (starts[piece] === -1) return false;
  }
  return true;
}

/** The first place from `from` on where ids[q0, q1) stand, in the same source; -1 when there is none before `limit`. */
function next(shard: Shard, ids: Uint16Array, q0: number, q1: number, from: number, limit: number): number {
  const { words } = shard;
  for (let at = from; at < limit; at++) {
    if (words[at] === BREAK) return -1;
    if (words[at] === ids[q0] && stands(words, ids, q0, q1, at)) return at;
  }
  return -1;
}

function previous(shard: Shard, ids: Uint16Array, q0: number, q1: number, from: number, limit: number): number {
  const { words } = shard;
  for (let at = from; at >= limit; at--) {
    if (words[at] === ids[q0] && stands(words, ids, q0, q1, at)) return at;
    if (words[at] === BREAK) return -1;
  }
  return -1;
}

function stands(words: Uint16Array, ids: Uint16Array, q0: number, q1: number, at: number): boolean {
  for (let q = q0 + 1; q < q1; q++) if (words[at + q - q0] !== ids[q]) return false;
  return true;
}

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
