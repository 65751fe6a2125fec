import type { Shard } from '../packs/shard.ts';
import { BOTH_FIXED, END_FIXED, SAME, START_FIXED, type Aligner, type Step } from './align.ts';
import type { OtherForms } from './forms.ts';
import { MOST_OCCURRENCES, type Stretches } from './voting.ts';

/**
 * The alignment of a run of quoted words near a diagonal, by the stretches that stand there word for word: these are taken as
 * they are, and only what lies between them is aligned by dynamic programming. Where few words were changed that is a few cells
 * in place of a thousand.
 */

/** A shorter stretch stands in many places by chance: it is left to the dynamic programming. */
const SHORTEST_ANCHOR = 3;
/** So many words stand beside the others by no chance: they may be this far off, with words of the text left out in between. */
const LONG_ANCHOR = 6;
const LONG_REACH = 64;

/** A stretch of quoted words from `q` on that stands at the text's words from `s` on. */
export interface Anchor {
  q: number;
  s: number;
  length: number;
}

/**
 * The steps of ids[q0, q1) through some anchors.
 * @param slack how many words of the text more than the quotation has are looked at beyond the outer anchors
 * @param left first word of the text that may be used
 * @param right behind the last one
 */
export function stepsThrough(
  anchors: readonly Anchor[],
  aligner: Aligner,
  shard: Shard,
  ids: Uint16Array,
  q0: number,
  q1: number,
  slack: number,
  left: number,
  right: number,
  forms: OtherForms,
): Step[] {
  const { words } = shard;
  const steps: Step[] = [];
  const first = anchors[0];
  if (first.q > q0) {
    loosened(first, 1);
    const from = Math.max(left, Math.min(first.s, first.s - (first.q - q0) - slack));
    steps.push(...aligner.align(ids, q0, first.q, words, from, first.s, forms, END_FIXED).steps);
  }
  anchors.forEach((anchor, index) => {
    const next = anchors.at(index + 1);
    const touches = next === undefined || (next.q === anchor.q + anchor.length && next.s === anchor.s + anchor.length);
    if (next !== undefined && !touches) {
      loosened(anchor, -1);
      loosened(next, 1);
    } else if (next === undefined && anchor.q + anchor.length < q1) loosened(anchor, -1);
    for (let k = 0; k < anchor.length; k++) {
      const [q, s] = [anchor.q + k, anchor.s + k];
      steps.push({ kind: SAME, q0: q, q1: q + 1, s0: s, s1: s + 1 });
    }
    const q = anchor.q + anchor.length;
    const s = anchor.s + anchor.length;
    if (next !== undefined) steps.push(...aligner.align(ids, q, next.q, words, s, next.s, forms, BOTH_FIXED).steps);
    else if (q < q1) {
      const to = Math.min(right, s + (q1 - q) + slack);
      steps.push(...aligner.align(ids, q, q1, words, s, to, forms, START_FIXED).steps);
    }
  });
  return steps;
}

/** Gives a word at one end of a stretch back to what lies beside it: it may belong to a repeat or a word of two there. */
function loosened(stretch: Anchor, end: 1 | -1): void {
  const anchor = stretch;
  if (anchor.length <= SHORTEST_ANCHOR) return;
  anchor.length--;
  if (end === -1) return;
  anchor.q++;
  anchor.s++;
}

/**
 * The stretches, or what stands of them, near a diagonal, in order and without overlap on either side.
 * @param diagonal the text's word index at which the word q0 is expected
 * @param slack how many words a stretch may stand away from where it is expected
 */
export function anchorsNear(
  shard: Shard,
  ids: Uint16Array,
  q0: number,
  stretches: Stretches,
  diagonal: number,
  slack: number,
  left: number,
  right: number,
): Anchor[] {
  const anchors: Anchor[] = [];
  const seeded = diagonal - q0;
  let expected = seeded;
  let lastStretch = -1;
  for (let i = 0; i < stretches.count; i++) {
    const from = stretches.from[i];
    const whole = stretches.length[i];
    if (whole < SHORTEST_ANCHOR) continue;
    let anchor = longestRun(shard.words, ids, from, whole, expected + from);
    if (anchor.length < whole) {
      const reach = whole >= LONG_ANCHOR ? LONG_REACH : slack;
      let s = nearestOccurrence(shard, stretches, i, expected + from, reach);
      if (s === -1 && expected !== seeded) s = nearestOccurrence(shard, stretches, i, seeded + from, reach);
      if (s !== -1) anchor = { q: from, s, length: whole };
    }
    if (anchor.length < SHORTEST_ANCHOR || anchor.s < left || anchor.s + anchor.length > right) continue;
    const last = anchors.at(-1);
    if (last !== undefined && anchor.s < last.s + last.length) {
      const earlier = last.length === stretches.length[lastStretch] ? earlierPlace(last, anchor) : -1;
      if (earlier >= Math.max(left, behind(anchors.at(-2)))) last.s = earlier;
      else {
        if (last.length >= anchor.length) continue;
        anchors.pop();
        if (anchor.s < behind(anchors.at(-1))) continue;
      }
    }
    anchors.push(anchor);
    lastStretch = i;
    expected = anchor.s - anchor.q;
  }
  return anchors;

  /** Where the last stretch stands before the next one, as a phrase that is said twice does; -1 where it does not. */
  function earlierPlace(last: Anchor, next: Anchor): number {
    const place = nearestOccurrence(shard, stretches, lastStretch, next.s - next.q + last.q, slack);
    return place + last.length <= next.s ? place : -1;
  }
}

/** Behind an anchor; the text's beginning when there is none. */
const behind = (anchor: Anchor | undefined): number => (anchor === undefined ? 0 : anchor.s + anchor.length);

/** The longest run of ids[q, q + length) that stands at the text's words from `place` on. */
function longestRun(words: Uint16Array, ids: Uint16Array, q: number, length: number, place: number): Anchor {
  let [best, most] = [0, 0];
  for (let k = 0; k < length;) {
    const from = k;
    while (k < length && words[place + k] === ids[q + k]) k++;
    if (k - from > most) [best, most] = [from, k - from];
    k++;
  }
  return { q: q + best, s: place + best, length: most };
}

/** The place of a stretch that is nearest to the expected one; -1 when none is within `slack` words, or there are too many to look at. */
function nearestOccurrence(
  shard: Shard,
  { low, high }: Stretches,
  stretch: number,
  expected: number,
  slack: number,
): number {
  if (high[stretch] - low[stretch] > MOST_OCCURRENCES) return -1;
  let nearest = -1;
  let least = slack + 1;
  for (let i = low[stretch]; i < high[stretch]; i++) {
    const place = shard.suffix(i);
    const distance = Math.abs(place - expected);
    if (distance >= least) continue;
    least = distance;
    nearest = place;
  }
  return nearest;
}
