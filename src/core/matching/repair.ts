import { UNKNOWN, type Shard } from '../packs/shard.ts';

/** Shorter words are one slip from too many others. */
const SHORTEST_REPAIRED = 4;
const LETTERS = 'etaoinshrdlcumwfgypbvkjxqz';

/**
 * The most frequent word of a shard that is one letter left out, put in, replaced or swapped away from a mistyped word;
 * `UNKNOWN` when there is none. Latin letters only: about 50 look-ups a letter.
 */
export function repairedId(shard: Shard, word: string): number {
  if (word.length < SHORTEST_REPAIRED || /\d/u.test(word)) return UNKNOWN;
  let best = UNKNOWN;
  let most = 0;
  const attempt = (variant: string): void => {
    const id = shard.idOfWord(variant);
    if (id === UNKNOWN) return;
    const frequency = shard.frequency(id);
    if (frequency <= most) return;
    best = id;
    most = frequency;
  };
  for (let i = 0; i < word.length; i++) {
    const head = word.slice(0, i);
    const tail = word.slice(i + 1);
    attempt(head + tail);
    if (i + 1 < word.length && word[i] !== word[i + 1]) attempt(head + word[i + 1] + word[i] + word.slice(i + 2));
  }
  for (let i = 0; i <= word.length; i++) {
    const head = word.slice(0, i);
    const rest = word.slice(i);
    for (const letter of LETTERS) {
      attempt(head + letter + rest);
      if (i < word.length) attempt(head + letter + word.slice(i + 1));
    }
  }
  return best;
}
