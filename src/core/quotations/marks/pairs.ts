import type { Mark } from './scan.ts';
import { ANGLE, CORNER, DOUBLE, SINGLE, type Family } from './glyphs.ts';

/** A quotation's marks in one block. `open` -1: the block continues a quotation; `close` -1: it is still open at the block's end. */
export interface Pair {
  readonly open: number;
  readonly close: number;
  /** 0 outermost. */
  readonly depth: number;
}

/**
 * The readings of "where am I": the families of the marks that are open, outermost first. Depth three at most. The same family inside itself
 * is allowed for double and angle marks only, at a price (NEST_SAME).
 */
const STACKS: readonly (readonly Family[])[] = [
  [],
  [DOUBLE],
  [SINGLE],
  [ANGLE],
  [CORNER],
  [DOUBLE, SINGLE],
  [SINGLE, DOUBLE],
  [ANGLE, DOUBLE],
  [ANGLE, SINGLE],
  [ANGLE, ANGLE],
  [CORNER, CORNER],
  [DOUBLE, ANGLE],
  [DOUBLE, DOUBLE],
  [DOUBLE, SINGLE, DOUBLE],
  [SINGLE, DOUBLE, SINGLE],
  [ANGLE, DOUBLE, SINGLE],
];
const NEST_SAME = 4.2;

const key = (stack: readonly Family[]): string => stack.join();
const INDEX = new Map(STACKS.map((stack, i) => [key(stack), i]));
/** PUSH[state][family]: the state after an opener, -1 when there is none. POP[state]: the state after its innermost mark closes. */
const PUSH = STACKS.map((stack) => [0, 1, 2, 3, 4].map((family) => INDEX.get(key([...stack, family as Family])) ?? -1));
const POP = STACKS.map((stack) => (stack.length === 0 ? -1 : INDEX.get(key(stack.slice(0, -1)))!));
const TOP = STACKS.map((stack) => stack.at(-1) ?? 0);
const SAME = STACKS.map((stack) => stack.length > 1 && stack.at(-1) === stack.at(-2));
const STATES = STACKS.length;

/** A mark left open at the block's end costs as much as a little more than one wrong-way glyph, so that damage stays small; */
const UNCLOSED = 3.4;
/** unless the next block opens with a mark of the family, as re-opened paragraphs do. */
const CONTINUED = 0.5;
const OPEN = 1;
const CLOSE = 2;

/**
 * The cheapest reading of a block's marks (Viterbi over STACKS): which open, which close, which are apostrophes, inches or stray.
 * Linear in the number of marks. Nothing is carried from block to block, so a bad mark harms its own block only.
 * `continues` is the family of the mark that begins the next block, 0 when none does.
 */
export function pairMarks(marks: readonly Mark[], continues: Family | 0): Pair[] {
  if (marks.length === 0) return [];
  const from = new Int8Array(marks.length * STATES);
  const did = new Uint8Array(marks.length * STATES);
  let cost = new Float64Array(STATES).fill(Infinity);
  let next = new Float64Array(STATES);
  cost[0] = 0;
  marks.forEach((mark, m) => {
    next.fill(Infinity);
    const row = m * STATES;
    for (let s = 0; s < STATES; s++) {
      const here = cost[s];
      if (here === Infinity) continue;
      if (here + mark.skip < next[s]) {
        next[s] = here + mark.skip;
        from[row + s] = s;
        did[row + s] = 0;
      }
      const deeper = PUSH[s][mark.family];
      if (deeper >= 0) {
        const opened = here + mark.open + (SAME[deeper] ? NEST_SAME : 0);
        if (opened < next[deeper]) {
          next[deeper] = opened;
          from[row + deeper] = s;
          did[row + deeper] = OPEN;
        }
      }
      if (TOP[s] === mark.family) {
        const outer = POP[s];
        if (here + mark.close < next[outer]) {
          next[outer] = here + mark.close;
          from[row + outer] = s;
          did[row + outer] = CLOSE;
        }
      }
    }
    [cost, next] = [next, cost];
  });
  let best = 0;
  let least = Infinity;
  STACKS.forEach((stack, s) => {
    const open =
      stack.length === 0 ? 0 : (stack[0] === continues ? CONTINUED : UNCLOSED) + UNCLOSED * (stack.length - 1);
    if (cost[s] + open < least) [best, least] = [s, cost[s] + open];
  });
  return backtrack(marks.length, best, from, did);
}

function backtrack(count: number, last: number, from: Int8Array, did: Uint8Array): Pair[] {
  const acts = new Uint8Array(count);
  for (let m = count - 1, s = last; m >= 0; m--) {
    acts[m] = did[m * STATES + s]!;
    s = from[m * STATES + s]!;
  }
  const open: number[] = [];
  const pairs: Pair[] = [];
  acts.forEach((act, m) => {
    if (act === OPEN) open.push(m);
    else if (act === CLOSE) pairs.push({ open: open.pop()!, close: m, depth: open.length });
  });
  while (open.length > 0) pairs.push({ open: open.pop()!, close: -1, depth: open.length });
  return pairs.sort((a, b) => a.open - b.open);
}
