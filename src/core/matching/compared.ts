import type { Lexicon } from './lexicon.ts';
import type { QuotedWords } from './query.ts';

/** The words of a passage, numbered as in the shard, with their places in the turn's text. */
export interface SaidWords {
  folded(word: number): string;
  /** UTF-16 offsets in the turn's text. */
  start(word: number): number;
  end(word: number): number;
  surface(word: number): string;
  /** Whether a sentence begins with this word. */
  opensSentence(word: number): boolean;
  /** How common the word is in the shard: its number of occurrences. */
  frequencyOf(folded: string): number;
  /** How often two words stand side by side in the shard. */
  pairFrequency(first: string, second: string): number;
  /** Words of the shard. */
  readonly shardLength: number;
}

/** The two sides of a comparison, the quoted words and the said ones, and the language that decides between them. */
export class Compared {
  constructor(
    readonly quoted: QuotedWords,
    readonly said: SaidWords,
    readonly lexicon: Lexicon,
  ) {}

  /** The folded quoted word; empty outside the quotation. */
  quotedWord(i: number): string {
    return this.quoted.folded[i] ?? '';
  }
  quotedSurface(i: number): string {
    return this.quoted.text.slice(this.quoted.words.start[i], this.quoted.words.end[i]);
  }
  quotedWords(from: number, to: number): string[] {
    const words: string[] = [];
    for (let i = from; i < to; i++) words.push(this.quotedWord(i));
    return words;
  }
  saidWords(from: number, to: number): string[] {
    const words: string[] = [];
    for (let i = from; i < to; i++) words.push(this.said.folded(i));
    return words;
  }
}
