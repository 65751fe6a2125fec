import { UNKNOWN, type Shard } from '../packs/shard.ts';
import { CHANGED_WORD, leastWorth } from './acceptance.ts';
import { wordBits } from './bits.ts';
import type { QuotedWords } from './query.ts';

/**
 * Whether a region of a text can hold enough of a quotation to be accepted, told from which of its words stand there in whatever
 * order: a hundredth of the work of an alignment, and nearly all places that only chance votes for end here.
 */

/**
 * Quoted words of which one may agree in another form or with a slip, although it is another word of the shard: it speaks neither
 * for the region nor against it. Of 454 places that were accepted or resemble, among 7,800 made and 7,200 real quotations, none
 * is worth less without it than `leastWorth` and 5 bits.
 */
const WORDS_FOR_A_LIKENESS = 12;

const QUOTED = 1;
const MET = 2;

/** Asks regions; keeps its table between quotations. */
export class Promising {
  /** By word id: whether it is quoted, and whether it was met in the region. All zero between calls. */
  private readonly marks = new Uint8Array(UNKNOWN + 1);

  /** Whether the words [low, high) of a shard may agree with a quotation, whose ids in the shard are given. */
  mayAgree(shard: Shard, { query, count }: QuotedWords, ids: Uint16Array, low: number, high: number): boolean {
    return this.worth(shard, ids, count, low, high) >= leastWorth(query);
  }

  /** The bits that an alignment with the words [low, high) can be worth beyond those of the place, give or take a likeness. */
  worth(shard: Shard, ids: Uint16Array, count: number, low: number, high: number): number {
    const { marks } = this;
    const { words } = shard;
    for (let q = 0; q < count; q++) marks[ids[q]] = QUOTED;
    for (let at = Math.max(0, low); at < Math.min(high, words.length); at++)
      if (marks[words[at]] === QUOTED) marks[words[at]] = MET;
    let worth = Math.ceil(count / WORDS_FOR_A_LIKENESS) * CHANGED_WORD - Math.log2(shard.length);
    for (let q = 0; q < count; q++) {
      // A word that the shard does not know may be another one with a slip in it: it speaks neither for the region nor against it.
      if (ids[q] !== UNKNOWN) worth += marks[ids[q]] === MET ? wordBits(shard, ids[q]) : -CHANGED_WORD;
    }
    for (let q = 0; q < count; q++) marks[ids[q]] = 0;
    return worth;
  }
}
