import { UNKNOWN, type Shard } from '../packs/shard.ts';
import type { Lexicon } from './lexicon.ts';
import type { QuotedWords } from './query.ts';

/** Words shorter than this are not tried as two words written together ("healthcare", "health care"). */
const SHORTEST_COMPOUND = 6;
const SHORTEST_HALF = 3;

type Ids = readonly number[] | undefined;
type Pairs = readonly (readonly [number, number])[] | undefined;

/**
 * The other writings of the quoted words that a shard knows: spelling, numerals, short forms, words joined or divided. Each is
 * looked up when it is first asked for: most words of a quotation stand in the text as they are.
 */
export class OtherForms {
  private readonly alones: (Ids | null)[] = [];
  private readonly splits: (Pairs | null)[] = [];
  private readonly joineds: (Ids | null)[] = [];

  /** @param ids what the shard calls the quoted words */
  constructor(
    private readonly shard: Shard,
    private readonly quoted: QuotedWords,
    private readonly ids: Uint16Array,
    private readonly lexicon: Lexicon,
  ) {
    for (let i = 0; i < quoted.count; i++) {
      this.alones.push(null);
      this.splits.push(null);
      this.joineds.push(null);
    }
  }

  /** Ids of single words that stand for a quoted word. */
  alone(i: number): Ids {
    const known = this.alones[i];
    return known === null ? (this.alones[i] = this.known(this.lexicon.otherForms(this.quoted.folded[i]))) : known;
  }

  /** Pairs of ids that together stand for a quoted word. */
  split(i: number): Pairs {
    const known = this.splits[i];
    return known === null
      ? (this.splits[i] = pairsOf(this.shard, this.quoted.folded[i], this.ids[i], this.lexicon))
      : known;
  }

  /** Ids that stand for a quoted word and the next one together. */
  joined(i: number): Ids {
    const known = this.joineds[i];
    return known === null ? (this.joineds[i] = this.joinedIds(i)) : known;
  }

  private joinedIds(i: number): Ids {
    const { folded, count, words } = this.quoted;
    if (i + 1 >= count) return undefined;
    const joined = this.shard.idOfJoined(words, i);
    return this.known(this.lexicon.shortFormsOf(folded[i], folded[i + 1]), joined === UNKNOWN ? undefined : [joined]);
  }

  /** The ids of the words that the shard knows, behind those in `others`. */
  private known(words: readonly string[], others?: number[]): Ids {
    let found = others;
    for (const word of words) {
      const id = this.shard.idOfWord(word);
      if (id !== UNKNOWN) (found ??= []).push(id);
    }
    return found;
  }
}

function pairsOf(shard: Shard, word: string, id: number, lexicon: Lexicon): Pairs {
  const pairs: [number, number][] = [];
  const add = (first: string, second: string): void => {
    const a = shard.idOfWord(first);
    if (a === UNKNOWN) return;
    const b = shard.idOfWord(second);
    if (b !== UNKNOWN) pairs.push([a, b]);
  };
  for (const form of lexicon.longFormsOf(word)) if (form.length === 2) add(form[0], form[1]);
  if (word.length >= SHORTEST_COMPOUND && (id === UNKNOWN || shard.frequency(id) <= 64)) {
    for (let k = SHORTEST_HALF; k <= word.length - SHORTEST_HALF; k++) add(word.slice(0, k), word.slice(k));
  }
  return pairs.length === 0 ? undefined : pairs;
}
