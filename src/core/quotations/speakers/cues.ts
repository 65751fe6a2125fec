import {
  ADDRESSED,
  BASE,
  BODY,
  CONJUNCTION,
  CUE,
  DETERMINER,
  FILLER,
  NOT_NAME,
  PARTICIPLE,
  PASSIVE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  TIME,
  type Lexicon,
} from '../languages/lexicon.ts';
import { has, isGerund, isSign, isWord, phraseAt, phraseEndingAt, type Mention } from './phrases.ts';
import { firstNominative } from './nounPhrases.ts';
import type { Token } from './tokens.ts';
import { subjectOfVerb } from './verbSecond.ts';

/** A reporting verb with the phrase that speaks. */
export interface Said {
  readonly cue: number;
  readonly mention: Mention;
  readonly how: 'subject' | 'inverted' | 'relative' | 'appositive' | 'participle' | 'clause' | 'according';
}

/** First token of the sentence that token `i` stands in. */
export function sentenceStart(tokens: readonly Token[], i: number): number {
  let start = i;
  while (start > 0 && tokens[start - 1].sentence === tokens[i].sentence) start--;
  return start;
}

/** One past the last token of the sentence that token `i` stands in. */
export function sentenceEnd(tokens: readonly Token[], i: number): number {
  let end = i + 1;
  while (end < tokens.length && tokens[end].sentence === tokens[i].sentence) end++;
  return end;
}

/** A reporting verb that is used as one here: not capitalised like a name, not a noun behind a determiner or a possessive. */
export function isCue(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i] as Token | undefined;
  if (!isWord(token) || !has(token, CUE)) return false;
  const left = tokens[i - 1] as Token | undefined;
  if (token.capital && left?.sentence === token.sentence && left.kind === 'word') return false;
  if (has(left, DETERMINER) && !has(left, PRONOUN | FILLER)) return false;
  if (left?.possessive === true) return false;
  // “was asked”, “were told”: the subject listens.
  if (has(token, ADDRESSED) && has(left, PASSIVE)) return false;
  if (has(left, FILLER) && has(tokens[i - 2], DETERMINER) && !has(tokens[i - 2], PRONOUN)) return false;
  if (!has(token, BASE) || left === undefined || left.sentence !== token.sentence) return true;
  return (
    left.lower === 'to' ||
    has(left, FILLER | PRONOUN | RELATIVE) ||
    (isWord(left) && (left.capital || /[^s]s$/.test(left.lower)))
  );
}

/** The subject of the clause: the first phrase of the sentence that no preposition governs. */
export function clauseSubject(tokens: readonly Token[], from: number, until: number, lexicon: Lexicon): Mention | null {
  if (lexicon.language.capitalNouns) return firstNominative(tokens, from, until)?.mention ?? null;
  for (let i = from; i < until; i++) {
    const token = tokens[i];
    if (!isWord(token)) continue;
    if (has(token, PREPOSITION) && !token.capital) {
      i = phraseTail(tokens, i + 1, until);
      continue;
    }
    if (has(token, PREPOSITION) || (token.capital && isGerund(token.lower))) {
      // "On Tuesday, …", "In an interview with X, …", "Holding signs, …": up to the comma.
      const comma = nextSign(tokens, i, until, ',');
      i = comma < 0 ? phraseTail(tokens, i + 1, until) : comma;
      continue;
    }
    if (has(token, CONJUNCTION | RELATIVE | FILLER)) continue;
    const mention = phraseAt(tokens, i);
    if (mention === null || mention.last >= until) continue;
    if (has(tokens[mention.last], TIME)) {
      i = mention.last;
      continue;
    }
    if (mention.kind === 'noun' && has(tokens[mention.from], NOT_NAME) && !has(tokens[mention.from], DETERMINER))
      continue;
    return mention;
  }
  return null;
}

function phraseTail(tokens: readonly Token[], i: number, until: number): number {
  const mention = i < until ? phraseAt(tokens, i) : null;
  return mention === null ? i - 1 : Math.min(mention.last, until - 1);
}

function nextSign(tokens: readonly Token[], from: number, until: number, signs: string): number {
  for (let i = from; i < until; i++) if (isSign(tokens[i], signs)) return i;
  return -1;
}

/** Walks left over the auxiliaries and adverbs before a verb. */
function beforeFillers(tokens: readonly Token[], i: number, floor: number): number {
  let j = i;
  // "X on Monday told": the day and its preposition stand aside.
  if (has(tokens[j], TIME)) j -= has(tokens[j - 1], PREPOSITION) ? 2 : 1;
  while (
    j >= floor &&
    (has(tokens[j], FILLER) || (isWord(tokens[j]) && tokens[j].lower.endsWith('ly') && !tokens[j].capital))
  )
    j--;
  return j;
}

/** Who speaks with the verb at `cue`, looking left in the sentence; in German on both sides. */
export function subjectOf(tokens: readonly Token[], cue: number, lexicon: Lexicon): Said | null {
  const floor = sentenceStart(tokens, cue);
  if (lexicon.language.capitalNouns) {
    const subject = subjectOfVerb(tokens, cue, floor);
    return subject === null ? null : { cue, ...subject };
  }
  if (has(tokens[cue], PARTICIPLE)) {
    // "with the union calling her": the phrase before it speaks, when no comma stands between.
    const left = tokens[cue - 1] as Token | undefined;
    const direct =
      isWord(left) && left.sentence === tokens[cue].sentence && !has(left, CONJUNCTION | PREPOSITION | FILLER);
    const mention = direct ? phraseEndingAt(tokens, cue - 1, floor) : null;
    if (mention !== null && mention.kind !== 'noun') return { cue, mention, how: 'participle' };
    return fromClause(tokens, cue, floor, lexicon);
  }
  const at = beforeFillers(tokens, cue - 1, floor);
  const left = tokens[at] as Token | undefined;
  if (at < floor || left === undefined) return null;
  if (has(left, RELATIVE) && left.kind === 'word') {
    const antecedent = phraseEndingAt(tokens, isSign(tokens[at - 1], ',') ? at - 2 : at - 1, floor);
    if (antecedent !== null) return { cue, mention: { ...antecedent, last: at }, how: 'relative' };
  }
  if (isSign(left, ',')) {
    const inverted = at === cue - 1 ? invertedSubject(tokens, cue, lexicon) : null;
    if (inverted !== null && inverted.mention.kind === 'name' && inverted.mention.from - cue <= 4) return inverted;
    const mention = beforeAppositive(tokens, at, floor);
    return mention === null ? fromClause(tokens, cue, floor, lexicon) : { cue, mention, how: 'appositive' };
  }
  if (isSign(left, ')')) {
    for (let j = at; j >= floor; j--) {
      if (isSign(tokens[j], '(')) {
        const mention = phraseEndingAt(tokens, j - 1, floor);
        return mention === null ? null : { cue, mention, how: 'subject' };
      }
    }
  }
  if (left.kind === 'word' && !has(left, CONJUNCTION) && !(left.lower === 'to')) {
    const mention = phraseEndingAt(tokens, at, floor);
    if (mention !== null && !(mention.kind === 'noun' && has(left, PREPOSITION)))
      return { cue, mention, how: 'subject' };
  }
  return fromClause(tokens, cue, floor, lexicon);
}

function fromClause(tokens: readonly Token[], cue: number, floor: number, lexicon: Lexicon): Said | null {
  const mention = clauseSubject(tokens, floor, cue, lexicon);
  return mention === null ? null : { cue, mention, how: 'clause' };
}

/** `X, a former senator from New York, said`: the phrase before the insertion that ends with the comma at `comma`. */
function beforeAppositive(tokens: readonly Token[], comma: number, floor: number): Mention | null {
  let best: Mention | null = null;
  for (let j = comma - 1; j > floor; j--) {
    if (tokens[j].kind === 'quote') break;
    if (!isSign(tokens[j], ',')) continue;
    const mention = phraseEndingAt(tokens, j - 1, floor);
    if (mention === null) continue;
    // `The mayor, Ann Oake, told`: the name in apposition speaks, unless both describe a name before them.
    const named = mention.kind === 'noun' ? nameBetween(tokens, j, comma) : null;
    if (named !== null) {
      best = named;
      continue;
    }
    if (best?.kind === 'name' && mention.kind === 'noun') continue;
    const insertion = tokens[j + 1];
    const inserted =
      has(insertion, DETERMINER | RELATIVE) ||
      !insertion.capital ||
      /^\p{N}/u.test(insertion.lower) ||
      /^[rd]-/.test(insertion.lower);
    const opened = has(tokens[mention.from - 1], PREPOSITION);
    if (inserted && !opened) {
      best = mention;
      if (mention.kind !== 'noun') break;
    } else if (best === null && mention.kind === 'name') best = opened ? null : mention;
  }
  return best;
}

/** The full name that fills the place between two commas and is no town's state (`Springfield, New York,`); null for anything else. */
function nameBetween(tokens: readonly Token[], left: number, right: number): Mention | null {
  const mention = phraseAt(tokens, left + 1);
  if (mention?.kind !== 'name' || mention.last !== right - 1 || mention.first === mention.last) return null;
  return has(tokens[mention.last], BODY) ? null : mention;
}

/** The subject behind the verb, as in `“…,” said X`. */
export function invertedSubject(tokens: readonly Token[], cue: number, lexicon: Lexicon): Said | null {
  // German finds it with the subject before the verb.
  if (lexicon.language.capitalNouns) return null;
  if (has(tokens[cue], ADDRESSED | PARTICIPLE)) return null;
  let i = cue + 1;
  while (has(tokens[i], FILLER) && !has(tokens[i], DETERMINER)) i++;
  const mention =
    isWord(tokens[i]) && !has(tokens[i], PREPOSITION | CONJUNCTION | RELATIVE) ? phraseAt(tokens, i) : null;
  if (mention === null || tokens[mention.from].sentence !== tokens[cue].sentence) return null;
  return { cue, mention, how: 'inverted' };
}

/** `according to X` at token `i`: the source, null when no such phrase stands there. */
export function accordingAt(tokens: readonly Token[], i: number, lexicon: Lexicon): Said | null {
  if (lexicon.language.accordingBehind.includes(tokens[i].lower)) {
    const mention = phraseEndingAt(tokens, i - 1, sentenceStart(tokens, i));
    if (mention !== null) return { cue: i, mention, how: 'according' };
  }
  for (const phrase of lexicon.according) {
    if (!phrase.every((word, k) => (tokens[i + k] as Token | undefined)?.lower === word)) continue;
    const next = tokens[i + phrase.length] as Token | undefined;
    // `según ha explicado el ministro`, `wie sagte`: a verb follows, whose subject speaks.
    if (has(next, CUE | FILLER) && !has(next, DETERMINER | PRONOUN) && !next!.capital) continue;
    const mention = phraseAt(tokens, i + phrase.length);
    if (mention !== null) return { cue: i, mention, how: 'according' };
  }
  return null;
}
