import { UNKNOWN, type Shard } from '../packs/shard.ts';
import { CHANGED, EXTRA, LEFT_OUT, SAME, type Step } from './align.ts';
import { wordBits } from './bits.ts';
import type { Candidate } from './candidate.ts';
import { CLOSE, type QuotedWords } from './query.ts';
import { isNear } from './similar.ts';

/** What an unmarked word left out costs the score, in bits. */
const OMISSION_BITS = 2;
/** Credit for a word that is there but mistyped. */
const NEAR_CREDIT = 0.7;
/** Credit for a word that is no word of the shard but one slip away from the one said. */
const SLIP_CREDIT = 0.95;

/** An alignment as a candidate with its score; null when nothing of the quotation stands there. */
export function scored(
  pack: number,
  shard: Shard,
  quoted: QuotedWords,
  ids: Uint16Array,
  aligned: readonly Step[],
): Candidate | null {
  const near = ({ q0, s0 }: Step): boolean => isNear(quoted.folded[q0], shard.word(shard.words[s0]));
  const steps = withoutLooseEnds(goneOn(shard, ids, aligned), near);
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
      const id = ids[q];
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

/**
 * The alignment taken further where its last words had no room in the region: quoted words without a counterpart that stand
 * right behind the passage. So they do behind a long omission, which had used the room up.
 */
function goneOn(shard: Shard, ids: Uint16Array, steps: readonly Step[]): readonly Step[] {
  const last = steps.findLastIndex(({ kind }) => kind !== EXTRA);
  if (last === -1 || last === steps.length - 1) return steps;
  const { s1 } = steps[last];
  const behind = steps.slice(last + 1);
  const { words } = shard;
  if (!behind.every(({ q0 }, i) => words[s1 + i] === ids[q0])) return steps;
  const same = behind.map(({ q0, q1 }, i): Step => ({ kind: SAME, q0, q1, s0: s1 + i, s1: s1 + i + 1 }));
  return [...steps.slice(0, last + 1), ...same];
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
  const last = looseFrom(steps, -1, near);
  const first = looseFrom(steps, 1, near);
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

/** How many steps from the beginning are loose; from the end, for a direction of -1. */
function looseFrom(steps: readonly Step[], direction: 1 | -1, near: (step: Step) => boolean): number {
  let sum = 0;
  let least = -LOOSE + 0.5;
  let loose = 0;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[direction === 1 ? i : steps.length - 1 - i];
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
