import {
  AUXILIARY,
  CONJUNCTION,
  CUE,
  DETERMINER,
  FILLER,
  OBLIQUE,
  PARTICLE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TIME,
  TITLE,
} from '../languages/lexicon.ts';
import { genderOfName } from './givenNames.ts';
import { has, isNameWord, isSign, isWord, type Mention } from './phrases.ts';
import type { Token } from './tokens.ts';

/** A noun phrase of a language that writes nouns with capitals: who is meant, and the last token with attributes and apposition. */
export interface NounPhrase {
  readonly mention: Mention;
  readonly end: number;
}

/** Adjectives that may stand between a determiner and its noun. */
const ADJECTIVES = 5;
/** Endings of adverbs that begin a sentence with a capital (Tatsächlich, Derzeit): no nouns. */
const ADVERB = /(?:lich|isch|ig|weise|wärts|mals|dings|falls|seits|zeit|tens|dessen)$/;

/** A known given name. */
export const isGiven = (token: Token): boolean => genderOfName(token.lower) !== '-';
/** A word that ends a noun phrase or cannot stand in one. */
const isFunction = (token: Token): boolean =>
  has(token, PREPOSITION | CONJUNCTION | RELATIVE | PRONOUN | FILLER | AUXILIARY | CUE);

/** `von`, `van` of a name: nobility stands right behind a given name or a title, a town or a firm behind a whole name. */
function isParticle(tokens: readonly Token[], i: number, first: number): boolean {
  const token = tokens[i];
  if (!has(token, PARTICLE) || token.capital) return false;
  const left = tokens[i - 1];
  if (has(token, DETERMINER)) return has(left, PARTICLE) && i > first;
  return isGiven(left) || has(left, TITLE) || !has(token, PREPOSITION);
}

/** The last token of the run of capitals that begins at `first`. */
function runEnd(tokens: readonly Token[], first: number): number {
  let last = first;
  for (let i = first + 1; i < tokens.length && i < first + 9; i++) {
    if (tokens[i].sentence !== tokens[first].sentence) break;
    if (isNameWord(tokens, i)) last = i;
    else if (isSign(tokens[i], '.') && i === last + 1 && isNameWord(tokens, i + 1)) continue;
    else if (isWord(tokens[i]) && isParticle(tokens, i, first)) continue;
    else break;
  }
  return last;
}

/** Where the noun of a phrase that begins at `i` stands, -1 when no noun phrase begins there. */
function nounOf(tokens: readonly Token[], i: number): number {
  let at = has(tokens[i], DETERMINER) ? i + 1 : i;
  for (const from = at; at < from + ADJECTIVES; at++) {
    const token = tokens[at] as Token | undefined;
    if (!isWord(token) || token.sentence !== tokens[i].sentence) return -1;
    if (isNameWord(tokens, at)) break;
    // "einer gestern verbreiteten Erklärung": an adverb may stand before the adjective.
    if ((isFunction(token) && !(at > i && has(token, FILLER) && !has(token, AUXILIARY))) || has(token, DETERMINER))
      return -1;
  }
  if (!isNameWord(tokens, at)) return -1;
  const next = tokens[at + 1] as Token | undefined;
  // "Kämen sie", "Tatsächlich": the first word of a sentence has a capital, noun or not.
  const begins = at === i && tokens[i - 1]?.sentence !== tokens[i].sentence;
  if (begins && !isGiven(tokens[at]) && (ADVERB.test(tokens[at].lower) || has(next, PRONOUN))) return -1;
  return at;
}

/** The end of what belongs to the noun behind `last`: genitives and phrases with a preposition, and a parenthesis. */
function attributesEnd(tokens: readonly Token[], last: number, genitives: boolean): number {
  let end = last;
  while (end + 1 < tokens.length) {
    const next = tokens[end + 1];
    if (isSign(next, '(')) {
      let close = end + 2;
      while (close < tokens.length && close < end + 8 && !isSign(tokens[close], ')')) close++;
      if (!isSign(tokens[close], ')')) return end;
      end = close;
      continue;
    }
    const attribute = isWord(next) && ((genitives && has(next, DETERMINER)) || has(next, PREPOSITION));
    if (!attribute || has(tokens[end], TIME)) return end;
    const noun = nounOf(tokens, has(next, PREPOSITION) ? end + 2 : end + 1);
    if (noun < 0) return end;
    end = runEnd(tokens, noun);
  }
  return end;
}

/** `, Anna Berg` behind a phrase: the name's first token, -1 without one. */
function appositionAt(tokens: readonly Token[], end: number): number {
  if (!isSign(tokens[end + 1], ',') || !isNameWord(tokens, end + 2)) return -1;
  const last = runEnd(tokens, end + 2);
  const next = tokens[last + 1] as Token | undefined;
  if (last === end + 2 || !(isGiven(tokens[end + 2]) || has(tokens[end + 2], TITLE) || isSign(next, ',('))) return -1;
  return end + 2;
}

/** The noun phrase that begins at `i`, null when none does. `genitives`: whether a determiner behind the noun may belong to it. */
export function nounPhraseAt(tokens: readonly Token[], i: number, genitives = true): NounPhrase | null {
  const token = tokens[i] as Token | undefined;
  if (!isWord(token)) return null;
  const first = nounOf(tokens, i);
  if (first < 0)
    return has(token, PRONOUN) ? { mention: { kind: 'pronoun', first: i, last: i, from: i }, end: i } : null;
  const last = runEnd(tokens, first);
  const end = attributesEnd(tokens, last, genitives);
  const named = appositionAt(tokens, end);
  if (named >= 0) {
    const close = runEnd(tokens, named);
    return {
      mention: { kind: 'name', first: named, last: close, from: i },
      end: attributesEnd(tokens, close, false),
    };
  }
  // "der Minister" is a noun; "der Abgeordnete Karl Dorn", "Merkel" are names.
  const bare = first > i && first === last && !isGiven(tokens[first]);
  return { mention: { kind: bare ? 'noun' : 'name', first: bare ? i : first, last, from: i }, end };
}

/** The first noun phrase of the range that neither a preposition governs nor its determiner shows to be an object. */
export function firstNominative(
  tokens: readonly Token[],
  from: number,
  until: number,
  genitives = true,
): NounPhrase | null {
  for (let i = from; i < until; i++) {
    const token = tokens[i];
    if (!isWord(token)) continue;
    const governed = has(token, PREPOSITION);
    const phrase = nounPhraseAt(tokens, governed ? i + 1 : i, genitives);
    if (phrase === null || phrase.end >= until) continue;
    if (!governed && !has(token, OBLIQUE) && !has(tokens[phrase.mention.last], TIME)) return phrase;
    i = phrase.end;
  }
  return null;
}
