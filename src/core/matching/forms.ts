import { UNKNOWN, type Shard } from '../packs/shard.ts';
import type { OtherForms } from './align.ts';
import type { Lexicon } from './lexicon.ts';
import type { QuotedWords } from './query.ts';

/** Words shorter than this are not tried as two words written together ("healthcare", "health care"). */
const SHORTEST_COMPOUND = 6;
const SHORTEST_HALF = 3;

/** The other writings of the quoted words that a shard knows: spelling, numerals, short forms, words joined or divided. */
export function otherForms(shard: Shard, quoted: QuotedWords, ids: Uint16Array, lexicon: Lexicon): OtherForms {
  const alone: (number[] | undefined)[] = [];
  const split: ([number, number][] | undefined)[] = [];
  const joined: (number[] | undefined)[] = [];
  const known = (words: readonly string[]): number[] | undefined => {
    const found = words.map((word) => shard.idOfWord(word)).filter((id) => id !== UNKNOWN);
    return found.length === 0 ? undefined : found;
  };
  let word = quoted.folded[0] ?? '';
  for (let i = 0; i < quoted.count; i++) {
    const next = quoted.folded[i + 1] ?? '';
    alone.push(known(lexicon.otherForms(word)));
    split.push(pairsOf(shard, word, ids[i], lexicon));
    joined.push(next === '' ? undefined : known([word + next, ...lexicon.shortFormsOf(word, next)]));
    word = next;
  }
  return { alone, split, joined };
}

function pairsOf(shard: Shard, word: string, id: number, lexicon: Lexicon): [number, number][] | undefined {
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
