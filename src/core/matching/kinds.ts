import type { Compared } from './compared.ts';
import { fingerDistance, isNear, isSwapped, letterDistance, typingSlips } from './similar.ts';
import { SPELLINGS } from './languages/spelling.ts';
import type { EditKind } from './types.ts';

/** A word is rare when it is at most this share of a shard's words, beside a word `COMMON_RATIO` times as frequent. */
const RARE_SHARE = 1.2e-5;
const COMMON_RATIO = 50;
/**
 * Below this many words a shard's vocabulary says nothing about which words there are: a word that it lacks may be as good as
 * the one it has ("northern", "southern"), so a difference of letters is then a change of the word, and only two
 * letters that changed places are a slip.
 */
const VOCABULARY_WORDS = 300_000;

/** Two words that chance would have put side by side so often, and that never stand so, do not go together: one in 150 by chance. */
const EXPECTED_PAIRS = 5;
/** Occurrences from which the words beside a word are known, and the share of them that makes one of these its usual neighbour. */
const OFTEN_SEEN = 100;
const MOSTLY = 1 / 3;
/** A word of so few letters is one slip from many others; a longer one that is another word was seldom made so. */
const SHORT_WORD = 3;

/** Says of what kind a change of words is, from the tables of the language and from what the shard knows of the words. */
export class Kinds {
  constructor(private readonly compared: Compared) {}

  /** What a region is when its two sides as a whole say the same, or null. */
  wholeKind(q0: number, q1: number, s0: number, s1: number): EditKind | null {
    if (q1 === q0 || s1 === s0) return null;
    const a = this.compared.quotedWords(q0, q1);
    const b = this.compared.saidWords(s0, s1);
    if (a.join('') === b.join('')) return 'spelling';
    if (this.sameNumber(q0, q1, s0, s1)) return 'numeral';
    if (this.sameWrittenOut(a, b)) return 'contraction';
    if (a.length === b.length && a.every((word, i) => word === b[i] || SPELLINGS.get(word) === b[i])) return 'spelling';
    return null;
  }

  private sameWrittenOut(a: readonly string[], b: readonly string[]): boolean {
    const { lexicon } = this.compared;
    if (!a.some((word) => lexicon.isShortForm(word)) && !b.some((word) => lexicon.isShortForm(word))) return false;
    const written = lexicon.writtenOut(a).join(' ');
    if (written === lexicon.writtenOut(b).join(' ')) return true;
    // Second readings ("he's" = "he has") for one short form against its words.
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.length === 1 && lexicon.longFormsOf(short[0]).some((form) => form.join(' ') === long.join(' '));
  }

  /** Whether two runs are the same number, taking in the number words that stand around them on both sides. */
  private sameNumber(q0: number, q1: number, s0: number, s1: number): boolean {
    const { lexicon } = this.compared;
    const inNumber = (word: string): boolean => lexicon.isOfNumber(word);
    let [a0, a1, b0, b1] = [q0, q1, s0, s1];
    for (
      let i = 0;
      i < 3 &&
      a0 > 0 &&
      inNumber(this.compared.quotedWord(a0 - 1)) &&
      this.compared.quotedWord(a0 - 1) === this.compared.said.folded(b0 - 1);
      i++
    ) {
      a0--;
      b0--;
    }
    for (
      let i = 0;
      i < 3 &&
      a1 < this.compared.quoted.count &&
      inNumber(this.compared.quotedWord(a1)) &&
      this.compared.quotedWord(a1) === this.compared.said.folded(b1);
      i++
    ) {
      a1++;
      b1++;
    }
    const value = lexicon.numberValue(this.compared.quotedWords(a0, a1));
    return value !== null && value === lexicon.numberValue(this.compared.saidWords(b0, b1));
  }

  omittedKind(word: string, place: number): EditKind {
    if (this.compared.lexicon.isFiller([word])) return this.atSentenceEdge(word, place) ? 'edge-conjunction' : 'filler';
    if (this.atSentenceEdge(word, place)) return 'edge-conjunction';
    const kind = this.compared.lexicon.protectedKind(word);
    if (kind !== null) return kind;
    return this.isName(this.compared.said.surface(place), this.compared.said.opensSentence(place)) ? 'name' : 'content';
  }

  private atSentenceEdge(word: string, place: number): boolean {
    return this.compared.lexicon.isConjunction(word) && this.compared.said.opensSentence(place);
  }

  insertedKind(word: string, q: number): EditKind {
    if (this.compared.quoted.bracketed[q] === 1) return 'bracketed';
    const opens =
      q === 0 || /[.!?…:]["'”’)]*\s*$/u.test(this.compared.quoted.text.slice(0, this.compared.quoted.words.start[q]));
    if (opens && this.compared.lexicon.isConjunction(word)) return 'edge-conjunction';
    if (this.compared.lexicon.isFiller([word])) return 'filler';
    return (
      this.compared.lexicon.protectedKind(word) ??
      (this.isName(this.compared.quotedSurface(q), opens) ? 'name' : 'content')
    );
  }

  substitutionKind(q: number, s: number): EditKind {
    const { lexicon, said } = this.compared;
    const a = this.compared.quotedWord(q);
    const b = said.folded(s);
    if (this.compared.quoted.bracketed[q] === 1) return 'bracketed';
    const whole = this.wholeKind(q, q + 1, s, s + 1);
    if (whole !== null) return whole;
    if (a === `${b}s` || b === `${a}s`) {
      // "ISIS'" and "ISIS's" are one genitive written two ways.
      if (
        isGenitive(this.compared.quotedSurface(q), this.compared.quoted.text, this.compared.quoted.words.end[q]) ||
        isGenitive(said.surface(s), '', 0)
      )
        return 'spelling';
    }
    const kindA = lexicon.protectedKind(a);
    const kindB = lexicon.protectedKind(b);
    if (kindA === 'number' && kindB === 'number') return 'number';
    const near = this.knowsWords ? isNear(a, b) : isSwapped(a, b);
    const garbled = near && (said.frequencyOf(a) === 0 || said.frequencyOf(b) === 0) && !/^\d/u.test(a + b);
    if (garbled && kindA === null) return 'noise';
    if (this.isGarbled(q, s)) return 'noise';
    const sameKind = kindA !== null && kindA === kindB;
    const mayBeSlip = !sameKind && kindA !== 'negation' && kindB !== 'negation' && !/\d/u.test(a + b);
    if (mayBeSlip && (this.isOutOfPlace(q, s) || this.isSlip(q, a, b))) return 'noise';
    if ((a === 'a' && b === 'an') || (a === 'an' && b === 'a')) return 'spelling';
    const remainder = this.remainder(a, b) ?? this.remainder(b, a);
    if (remainder !== null) return lexicon.protectedKind(remainder) ?? 'content';
    if (lexicon.isNegation(a) !== lexicon.isNegation(b)) return 'negation';
    const kind = kindB ?? kindA;
    if (kind !== null) return kind;
    const opens = said.opensSentence(s);
    if (
      this.isName(said.surface(s), opens) ||
      (this.isName(this.compared.quotedSurface(q), opens || q === 0) && !isNear(a, b))
    )
      return 'name';
    return 'content';
  }

  /** What a short form says beyond the other word: "have" for "we've" and "we"; null when it begins otherwise. */
  private remainder(short: string, word: string): string | null {
    const form = this.compared.lexicon.longFormsOf(short).find((long) => long.length === 2 && long[0] === word);
    return form === undefined ? null : form[1];
  }

  /**
   * One letter off, and either so rare beside the other word that a slip is likelier than a choice, or a word that never
   * stands beside its neighbours in the whole shard.
   */
  private isSlip(q: number, a: string, b: string): boolean {
    const { said } = this.compared;
    if (!this.knowsWords || letterDistance(a, b, 1) > 1) return false;
    const rare = Math.max(1, RARE_SHARE * said.shardLength);
    if (said.frequencyOf(a) <= rare && said.frequencyOf(b) >= said.frequencyOf(a) * COMMON_RATIO) return true;
    const before = this.compared.quotedWord(q - 1);
    const behind = this.compared.quotedWord(q + 1);
    if (before === '' || behind === '') return false;
    return said.pairFrequency(before, a) === 0 && said.pairFrequency(a, behind) === 0;
  }

  /**
   * A word that the shard does not know, typed for another one with fingers on the keys beside ("rhw" for "the"), or the one letter
   * that was left of a short word ("n" of "no", "i" of "it"), which does not go with its neighbours.
   */
  private isGarbled(q: number, s: number): boolean {
    const { said } = this.compared;
    const a = this.compared.quotedWord(q);
    const b = said.folded(s);
    if (!this.knowsWords || /\d/u.test(a + b)) return false;
    if (a.length === 1 && b.length > 1 && b.length <= SHORT_WORD && b.includes(a)) {
      const [before, behind] = this.neighbours(q, s);
      const beside = said.pairFrequency(before, a) + said.pairFrequency(a, behind);
      return beside === 0 || this.cannotStand(a, before, behind, null);
    }
    if (a.length <= 2 || said.frequencyOf(a) > 0) return false;
    return fingerDistance(a, b) <= typingSlips(Math.max(a.length, b.length));
  }

  /** The words said before and behind a changed one, in its sentence and within the quotation; empty where there is none. */
  private neighbours(q: number, s: number): [string, string] {
    const { said } = this.compared;
    return [
      q > 0 && !said.opensSentence(s) ? said.folded(s - 1) : '',
      q + 1 < this.compared.quoted.count && !said.opensSentence(s + 1) ? said.folded(s + 1) : '',
    ];
  }

  /**
   * A short word one letter off that cannot stand where it stands ("it my take time"). Not asked where a negation is at stake, nor
   * where one protected word stands for another of its kind: measured on every seventh sentence of the addresses with "not" put for
   * "now", 3 % would pass for slips, with "he" for "we" 14 %.
   */
  private isOutOfPlace(q: number, s: number): boolean {
    const { said, lexicon } = this.compared;
    const a = this.compared.quotedWord(q);
    const b = said.folded(s);
    if (!this.knowsWords || a.length > SHORT_WORD || letterDistance(a, b, 1) > 1) return false;
    const [before, behind] = this.neighbours(q, s);
    const isProtected = lexicon.protectedKind(a) !== null || lexicon.protectedKind(b) !== null;
    return this.cannotStand(a, before, behind, isProtected ? null : b);
  }

  /**
   * Whether the language never puts a word beside one of its neighbours, though both are so frequent that chance alone would have
   * done so many times ("i is"); or, where `usual` is given, though that neighbour was seen often and had the usual word beside it
   * most of the time ("on behalf if"). The neighbours are those that were said: the quoted ones may be mistyped too.
   */
  private cannotStand(word: string, before: string, behind: string, usual: string | null): boolean {
    const { said } = this.compared;
    return (
      this.neverBeside(word, before, (other) => said.pairFrequency(before, other), usual) ||
      this.neverBeside(word, behind, (other) => said.pairFrequency(other, behind), usual)
    );
  }

  private neverBeside(word: string, neighbour: string, pairs: (word: string) => number, usual: string | null): boolean {
    const { said } = this.compared;
    if (neighbour === '' || pairs(word) > 0) return false;
    const seen = said.frequencyOf(neighbour);
    if ((seen * said.frequencyOf(word)) / said.shardLength >= EXPECTED_PAIRS) return true;
    return (
      usual !== null && seen >= OFTEN_SEEN && said.frequencyOf(word) >= OFTEN_SEEN && pairs(usual) >= seen * MOSTLY
    );
  }

  get knowsWords(): boolean {
    return this.compared.said.shardLength >= VOCABULARY_WORDS;
  }

  /** Capitalised where no sentence begins. */
  isName(surface: string, opensSentence: boolean): boolean {
    return !opensSentence && /^\p{Lu}/u.test(surface) && surface !== 'I';
  }
}

const isGenitive = (surface: string, text: string, end: number): boolean =>
  /['’]s?$/u.test(surface) || /^['’]/u.test(text.slice(end, end + 1));
