import type { OtherForms } from './forms.ts';

/**
 * The alignment of a stretch of quoted words with a region of a text, by dynamic programming over word ids. All quoted words
 * are used; each end of the region is free or fixed. Words left out cost an opening and an extension, so that one long gap is
 * cheaper than many short ones.
 */

/** Costs of one step, in the same unit. */
/** More than one word left out: of a word that is there behind another one, it is the other that is gone. */
const SUBSTITUTION = 15;
const EXTRA_WORD = 16;
const GAP_OPENING = 10;
const GAP_EXTENSION = 4;
/** An other form of the same word: contraction, numeral, spelling, join. */
const OTHER_FORM = 4;

/** What a step of an alignment does. */
export const SAME = 0;
export const FORM = 1;
export const CHANGED = 2;
export const EXTRA = 3;
export const LEFT_OUT = 4;

/** Ends of the region that the alignment must reach: words left out there cost. */
export const BOTH_FREE = 0;
export const START_FIXED = 1;
export const END_FIXED = 2;
export const BOTH_FIXED = 3;

export interface Alignment {
  /** In order. */
  readonly steps: readonly Step[];
  readonly cost: number;
  /** The passage: word indices of the shard. */
  readonly start: number;
  readonly end: number;
}

export interface Step {
  readonly kind: typeof SAME | typeof FORM | typeof CHANGED | typeof EXTRA | typeof LEFT_OUT;
  readonly q0: number;
  readonly q1: number;
  readonly s0: number;
  readonly s1: number;
}

const FROM_PAIR = 0;
const FROM_EXTRA = 1;
const FROM_GAP = 2;
const FROM_SPLIT = 3;
const FROM_JOIN = 4;
const BIG = 1 << 28;

/** Aligns; keeps its tables between calls. */
export class Aligner {
  private costs = new Int32Array(0);
  private gaps = new Int32Array(0);
  private origins = new Uint8Array(0);
  private gapOpens = new Uint8Array(0);

  /**
   * @param ids quoted word ids; those in [q0, q1) are aligned
   * @param words the text's word ids; those in [s0, s1) are the region
   * @param ends which ends of the region are fixed
   */
  align(
    ids: Uint16Array,
    q0: number,
    q1: number,
    words: Uint16Array,
    s0: number,
    s1: number,
    forms: OtherForms,
    ends: number = BOTH_FREE,
  ): Alignment {
    const m = q1 - q0;
    const n = s1 - s0;
    const width = n + 1;
    this.makeRoom((m + 1) * width);
    const { costs, gaps, origins, gapOpens } = this;
    const startFixed = (ends & START_FIXED) !== 0;
    for (let j = 0; j <= n; j++) {
      costs[j] = startFixed && j > 0 ? GAP_OPENING + j * GAP_EXTENSION : 0;
      gaps[j] = startFixed && j > 0 ? costs[j] : BIG;
      gapOpens[j] = j === 1 ? 1 : 0;
    }
    for (let i = 1; i <= m; i++) {
      const row = i * width;
      const above = row - width;
      const id = ids[q0 + i - 1];
      const alone = forms.alone(q0 + i - 1);
      const split = forms.split(q0 + i - 1);
      const joined = i > 1 ? forms.joined(q0 + i - 2) : undefined;
      costs[row] = i * EXTRA_WORD;
      gaps[row] = BIG;
      origins[row] = FROM_EXTRA;
      for (let j = 1; j <= n; j++) {
        const at = row + j;
        const word = words[s0 + j - 1];
        let cost = costs[above + j - 1];
        if (word !== id) cost += alone !== undefined && alone.includes(word) ? OTHER_FORM : SUBSTITUTION;
        let origin = FROM_PAIR;
        if (costs[above + j] + EXTRA_WORD < cost) {
          cost = costs[above + j] + EXTRA_WORD;
          origin = FROM_EXTRA;
        }
        const open = costs[at - 1] + GAP_OPENING + GAP_EXTENSION;
        const extend = gaps[at - 1] + GAP_EXTENSION;
        // The last row's end is free: no gap needs to be there, but one may be.
        gaps[at] = open <= extend ? open : extend;
        gapOpens[at] = open <= extend ? 1 : 0;
        if (gaps[at] < cost) {
          cost = gaps[at];
          origin = FROM_GAP;
        }
        if (
          split !== undefined &&
          j > 1 &&
          costs[above + j - 2] + OTHER_FORM < cost &&
          hasPair(split, words[s0 + j - 2], word)
        ) {
          cost = costs[above + j - 2] + OTHER_FORM;
          origin = FROM_SPLIT;
        }
        if (joined !== undefined && costs[above - width + j - 1] + OTHER_FORM < cost && joined.includes(word)) {
          cost = costs[above - width + j - 1] + OTHER_FORM;
          origin = FROM_JOIN;
        }
        costs[at] = cost;
        origins[at] = origin;
      }
    }
    return this.traced(ids, q0, m, words, s0, n, ends);
  }

  private makeRoom(cells: number): void {
    if (cells <= this.costs.length) return;
    const size = Math.max(cells, this.costs.length * 2, 4096);
    this.costs = new Int32Array(size);
    this.gaps = new Int32Array(size);
    this.origins = new Uint8Array(size);
    this.gapOpens = new Uint8Array(size);
  }

  private traced(
    ids: Uint16Array,
    q0: number,
    m: number,
    words: Uint16Array,
    s0: number,
    n: number,
    ends: number,
  ): Alignment {
    const width = n + 1;
    const { costs, origins, gapOpens } = this;
    let j = 0;
    if ((ends & END_FIXED) !== 0) j = n;
    else for (let k = 1; k <= n; k++) if (costs[m * width + k] < costs[m * width + j]) j = k;
    const cost = costs[m * width + j];
    const end = s0 + j;
    let i = m;
    const steps: Step[] = [];
    const push = (kind: Step['kind'], quoted: number, said: number): void => {
      steps.push({ kind, q0: q0 + i - quoted, q1: q0 + i, s0: s0 + j - said, s1: s0 + j });
      i -= quoted;
      j -= said;
    };
    while (i > 0) {
      const at = i * width + j;
      const origin = j === 0 ? FROM_EXTRA : origins[at];
      if (origin === FROM_PAIR) {
        const same = ids[q0 + i - 1] === words[s0 + j - 1];
        const changed = costs[at] - costs[at - width - 1] === SUBSTITUTION;
        push(same ? SAME : changed ? CHANGED : FORM, 1, 1);
      } else if (origin === FROM_EXTRA) push(EXTRA, 1, 0);
      else if (origin === FROM_SPLIT) push(FORM, 1, 2);
      else if (origin === FROM_JOIN) push(FORM, 2, 1);
      else {
        let length = 1;
        while (gapOpens[i * width + j - length + 1] === 0) length++;
        push(LEFT_OUT, 0, length);
      }
    }
    if ((ends & START_FIXED) !== 0 && j > 0) push(LEFT_OUT, 0, j);
    steps.reverse();
    return { steps, cost, start: s0 + j, end };
  }
}

function hasPair(pairs: readonly (readonly [number, number])[], first: number, second: number): boolean {
  return pairs.some((pair) => pair[0] === first && pair[1] === second);
}
