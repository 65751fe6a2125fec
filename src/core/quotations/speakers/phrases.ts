import {
  BASE,
  BODY,
  CONJUNCTION,
  CUE,
  DETERMINER,
  FILLER,
  HEAD,
  NOT_NAME,
  PARTICLE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TITLE,
} from '../languages/lexicon.ts';
import type { Token } from './tokens.ts';

export type MentionKind = 'name' | 'pronoun' | 'noun';

/** A phrase that can speak: tokens first..last (both included) of one block. */
export interface Mention {
  readonly kind: MentionKind;
  readonly first: number;
  readonly last: number;
  /** Where the whole phrase with titles and determiner begins. */
  readonly from: number;
}

export const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';
export const has = (token: Token | undefined, bits: number): boolean => token !== undefined && (token.is & bits) !== 0;
export const isSign = (token: Token | undefined, signs: string): boolean =>
  token?.kind === 'sign' && signs.includes(token.lower);

/** "Speaking", "Holding": two letters and more before the ending. */
export const isGerund = (word: string): boolean => word.length > 4 && word.endsWith('ing');

/** A capitalised word that is not merely the beginning of a sentence. */
export function isNameWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token | undefined;
  if (!isWord(token) || !token.capital) return false;
  // A verb that begins its sentence is no name: Indicó que …
  const begins = (tokens[i - 1] as Token | undefined)?.sentence !== token.sentence;
  if (begins && has(token, CUE) && !(tokens[i + 1] as Token | undefined)?.capital) return false;
  if (!has(token, NOT_NAME | PRONOUN | DETERMINER)) return true;
  // "May", "An" and the like inside a run of capitals are part of it; at a sentence's start they are not.
  return false;
}

/** The last token of the name that begins at `i`, or -1. An abbreviation's point and a particle may stand inside. */
export function nameEnd(tokens: readonly Token[], i: number): number {
  if (!isNameWord(tokens, i)) return -1;
  let last = i;
  for (let j = i + 1; j < tokens.length && j < i + 9; j++) {
    if (tokens[last].possessive) break;
    if (isNameWord(tokens, j)) last = j;
    else if (
      isSign(tokens[j], '.') &&
      tokens[j].start === tokens[j - 1].end &&
      isNameWord(tokens, j + 1) &&
      tokens[j + 1].sentence === tokens[j].sentence
    )
      continue;
    else if (has(tokens[j], PARTICLE) && (isNameWord(tokens, j + 1) || has(tokens[j + 1], PARTICLE))) continue;
    else break;
  }
  return last;
}

/** The first token of the name that ends at `i`, or -1. */
export function nameStart(tokens: readonly Token[], i: number): number {
  if (!isNameWord(tokens, i)) return -1;
  let first = i;
  for (let j = i - 1; j >= 0 && j > i - 9; j--) {
    if (tokens[j].possessive || tokens[j].sentence !== tokens[i].sentence) break;
    if (isNameWord(tokens, j)) first = j;
    else if (isSign(tokens[j], '.') && isNameWord(tokens, j - 1) && tokens[j].start === tokens[j - 1].end) continue;
    else if (has(tokens[j], PARTICLE) && isNameWord(tokens, j - 1)) continue;
    else break;
  }
  return first;
}

/** The name without the titles before it (Mr., President, House Speaker): the first token of the name proper. */
export function withoutTitles(tokens: readonly Token[], first: number, last: number): number {
  let i = first;
  while (i < last && (has(tokens[i], TITLE) || isSign(tokens[i], '.'))) i++;
  return i;
}

/** `spokesman Josh Earnest` behind a first name: where the name behind up to three words for a role begins, -1 without one. */
function behindRole(tokens: readonly Token[], i: number): number {
  for (let j = i; j < i + 4; j++) {
    const token = tokens[j] as Token | undefined;
    if (j > i && isNameWord(tokens, j)) return j;
    if (!isWord(token) || token.capital || token.possessive) return -1;
    if (!has(token, HEAD | TITLE) && !/(?:er|or|ist|man|woman|person|host|chief|ant|ent)$/.test(token.lower)) return -1;
    if (has(token, CUE)) return -1;
  }
  return -1;
}

const breaks = (token: Token): boolean => token.kind !== 'word' || has(token, PREPOSITION | CONJUNCTION | RELATIVE);

/** The phrase that begins at token `i`: a pronoun, a name with titles, or a determiner with its noun. */
export function phraseAt(tokens: readonly Token[], i: number): Mention | null {
  const token = tokens[i] as Token | undefined;
  if (!isWord(token)) return null;
  if (has(token, PRONOUN) && !(has(token, DETERMINER) && isWord(tokens[i + 1]) && !has(tokens[i + 1], CUE | FILLER))) {
    return { kind: 'pronoun', first: i, last: i, from: i };
  }
  // Up to eight lower-case words may stand before the name: "columnist", "a former top adviser to" is cut at "to".
  for (let j = i; j < tokens.length && j < i + 9; j++) {
    const last = nameEnd(tokens, j);
    if (last >= 0) {
      // "Trump’s lawyer": the possessor is not the one who speaks.
      if (tokens[last].possessive) {
        const head = phraseAt(tokens, last + 1);
        return head === null
          ? { kind: 'name', first: j, last, from: i }
          : { ...head, from: i, first: head.kind === 'name' ? head.first : j };
      }
      const role = behindRole(tokens, last + 1);
      if (role > last + 1) return { kind: 'name', first: role, last: nameEnd(tokens, role), from: i };
      if (has(tokens[last + 1], HEAD) && !tokens[last + 1].capital) {
        return { kind: 'noun', first: i, last: last + 1, from: i };
      }
      return { kind: 'name', first: j, last, from: i };
    }
    if (breaks(tokens[j]) || (j > i && has(tokens[j], CUE | FILLER))) {
      return j > i && (has(token, DETERMINER) || j - i <= 3) ? { kind: 'noun', first: i, last: j - 1, from: i } : null;
    }
  }
  return { kind: 'noun', first: i, last: Math.min(tokens.length - 1, i + 3), from: i };
}

/** The phrase that ends at token `i`, with its prepositional tail taken to its head ("a spokesman for X" is the spokesman). */
export function phraseEndingAt(tokens: readonly Token[], i: number, floor: number): Mention | null {
  if (i < floor) return null;
  const token = tokens[i];
  if (!isWord(token) || has(token, CONJUNCTION)) return null;
  if (has(token, CUE | FILLER) && !has(token, BASE) && !token.capital) return null;
  if (has(token, PRONOUN)) return { kind: 'pronoun', first: i, last: i, from: i };
  const named = nameStart(tokens, i);
  let from = named >= 0 ? Math.max(named, floor) : i;
  const kind: MentionKind = named >= 0 ? 'name' : 'noun';
  const first = from;
  // Lower-case words before it: titles, adjectives, up to a determiner.
  for (let j = from - 1; j >= floor && j > i - 10; j--) {
    const left = tokens[j];
    // "In his message of 1862 Abraham Lincoln": the year ends what stands before a full name.
    if (first < i && j === first - 1 && /^\d{4}$/.test(left.lower) && has(tokens[j - 1], PREPOSITION)) break;
    if (!isWord(left) || (has(left, CONJUNCTION | RELATIVE | PRONOUN) && !has(left, DETERMINER))) break;
    if (has(left, PREPOSITION)) {
      const head = phraseEndingAt(tokens, j - 1, floor);
      if (head !== null && head.kind !== 'pronoun' && isHeadNoun(tokens, head))
        return { kind: head.kind, first: head.first, last: i, from: head.from };
      break;
    }
    if (has(left, CUE | FILLER) && !left.capital && !has(left, TITLE | DETERMINER)) break;
    if (left.possessive || !left.capital || has(left, DETERMINER) || isNameWord(tokens, j)) from = j;
    else break;
    if (has(left, DETERMINER)) break;
  }
  return kind === 'name' ? { kind, first, last: i, from } : { kind, first: from, last: i, from };
}

/** A noun with a determiner, or a body: what can govern "of X" and still speak. */
function isHeadNoun(tokens: readonly Token[], head: Mention): boolean {
  return head.kind === 'noun'
    ? has(tokens[head.from], DETERMINER) || head.last > head.from || !has(tokens[head.last], FILLER)
    : has(tokens[head.last], BODY);
}
