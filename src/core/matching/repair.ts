import { UNKNOWN, type Shard } from '../packs/shard.ts';

/** Shorter words are one slip from too many others; longer ones are seldom words. Letters. */
const SHORTEST_REPAIRED = 4;
const LONGEST_REPAIRED = 24;
const LETTERS = Uint16Array.from('etaoinshrdlcumwfgypbvkjxqz', (letter) => letter.charCodeAt(0));

/** Repairs mistyped words; keeps its room for letters between words. */
export class Repairer {
  private readonly units = new Uint16Array(LONGEST_REPAIRED + 1);
  private best = UNKNOWN;
  private most = 0;

  /**
   * The most frequent word of a shard that is one letter left out, put in, replaced or swapped away from a mistyped word;
   * `UNKNOWN` when there is none. Latin letters only: about 50 look-ups a letter.
   */
  repairedId(shard: Shard, word: string): number {
    const { length } = word;
    if (length < SHORTEST_REPAIRED || length > LONGEST_REPAIRED || /\d/u.test(word)) return UNKNOWN;
    const { units } = this;
    this.best = UNKNOWN;
    this.most = 0;
    for (let k = 0; k < length; k++) units[k] = word.charCodeAt(k);
    for (let i = 0; i < length; i++) {
      const unit = units[i];
      for (let k = 0; k < LETTERS.length; k++) {
        units[i] = LETTERS[k];
        this.attempt(shard, length);
      }
      units[i] = unit;
      if (i + 1 === length || units[i + 1] === unit) continue;
      units[i] = units[i + 1];
      units[i + 1] = unit;
      this.attempt(shard, length);
      units[i + 1] = units[i];
      units[i] = unit;
    }
    // The place that a letter may be missing from is moved through the word, and so is the letter that may be too many.
    for (let i = length; i >= 0; i--) {
      if (i < length) units[i + 1] = word.charCodeAt(i);
      for (let k = 0; k < LETTERS.length; k++) {
        units[i] = LETTERS[k];
        this.attempt(shard, length + 1);
      }
    }
    for (let i = 0; i < length; i++) {
      for (let k = 0, to = 0; k < length; k++) if (k !== i) units[to++] = word.charCodeAt(k);
      this.attempt(shard, length - 1);
    }
    return this.best;
  }

  private attempt(shard: Shard, length: number): void {
    const id = shard.idOfUnits(this.units, length);
    if (id === UNKNOWN) return;
    const frequency = shard.frequency(id);
    if (frequency <= this.most) return;
    this.best = id;
    this.most = frequency;
  }
}
