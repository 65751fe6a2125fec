/**
 * German clauses. A main clause has its finite verb in second place: what stands before it is the subject only when it is a phrase in the
 * nominative, otherwise the subject follows the verb (“In Berlin sagte die Ministerin”). A subordinate clause has the verb at its end and
 * the subject behind the conjunction. An auxiliary takes the verb's place when the verb itself is a participle at the clause's end.
 */
import {
  AUXILIARY,
  CONJUNCTION,
  COORDINATOR,
  CUE,
  DETERMINER,
  FILLER,
  NOT_NAME,
  OBLIQUE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  REPORTED,
  STRONG,
} from '../languages/lexicon.ts';
import { firstNominative, isGiven, nounPhraseAt, type NounPhrase } from './nounPhrases.ts';
import { has, isSign, isWord, phraseEndingAt, type Mention } from './phrases.ts';
import type { Token } from './tokens.ts';

/** The subject of a verb: before it, behind it, before an insertion, or the noun that a relative clause belongs to. */
export interface ClauseSubject {
  readonly mention: Mention;
  readonly how: 'subject' | 'inverted' | 'appositive' | 'relative' | 'clause';
}

/** Tokens looked at behind a verb for its subject. */
const REACH = 16;

const isSubordinator = (token: Token | undefined): boolean => has(token, CONJUNCTION) && !has(token, COORDINATOR);

/** Where the finite verb of the clause with the verb at `cue` stands: `cue` itself, or its auxiliary. */
function finiteVerb(tokens: readonly Token[], cue: number, floor: number): number {
  // "sagte" is finite; "gesagt", "erklärt", "sagen" may go with an auxiliary.
  if (/(?:te|ten)$/.test(tokens[cue].lower) || has(tokens[cue + 1], AUXILIARY)) return cue;
  for (let i = cue - 1; i >= floor; i--) {
    if (has(tokens[i], AUXILIARY)) return i;
    if (isSign(tokens[i], ',;:') || has(tokens[i], CUE) || isSubordinator(tokens[i])) return cue;
  }
  return cue;
}

/** First token of the clause that the verb stands in, its coordinators left out. */
function clauseStart(tokens: readonly Token[], verb: number, floor: number): number {
  let start = verb;
  while (start > floor && !isSign(tokens[start - 1], ',;:(') && tokens[start - 1].kind !== 'quote') {
    start--;
    // "Anna Berg (SPD) sagte": the parenthesis is part of the phrase.
    if (isSign(tokens[start], ')')) while (start > floor && !isSign(tokens[start], '(')) start--;
  }
  while (start < verb && has(tokens[start], COORDINATOR)) start++;
  return start;
}

/** Where the search behind the verb ends: at a quotation, a colon or a comma. */
function stopBehind(tokens: readonly Token[], verb: number): number {
  let end = verb + 1;
  while (
    end < tokens.length &&
    end < verb + REACH &&
    tokens[end].sentence === tokens[verb].sentence &&
    tokens[end].kind !== 'quote' &&
    !isSign(tokens[end], ':;')
  )
    end++;
  return end;
}

function behind(tokens: readonly Token[], verb: number): NounPhrase | null {
  const end = stopBehind(tokens, verb);
  let comma = verb + 1;
  while (comma < end && !isSign(tokens[comma], ',')) comma++;
  // An apposition goes on behind the comma, a new clause does not begin the subject.
  const within = (phrase: NounPhrase | null): NounPhrase | null =>
    phrase !== null && phrase.mention.from < comma ? phrase : null;
  return within(firstNominative(tokens, verb + 1, end)) ?? within(firstNominative(tokens, verb + 1, end, false));
}

/** `heißt es in einem Bericht`, `In einem Bericht heißt es`: the source stands behind the preposition nearest to the verb. */
function sourceOfIt(tokens: readonly Token[], verb: number, it: number): Mention | null {
  for (let i = it + 1; i < it + 4 && i < tokens.length; i++) {
    if (has(tokens[i], PREPOSITION)) return nounPhraseAt(tokens, i + 1)?.mention ?? null;
  }
  const start = clauseStart(tokens, verb, 0);
  return start < verb && has(tokens[start], PREPOSITION) ? (nounPhraseAt(tokens, start + 1)?.mention ?? null) : null;
}

function inverted(tokens: readonly Token[], verb: number): ClauseSubject | null {
  const mention = behind(tokens, verb)?.mention;
  if (mention === undefined) return null;
  const it = mention.kind === 'pronoun' && tokens[mention.first].lower === 'es';
  return { mention: (it ? sourceOfIt(tokens, verb, mention.first) : null) ?? mention, how: 'inverted' };
}

/** `X, der seit Jahren …, sagte` or `…, sagte X`: the verb stands right behind a comma. */
function behindComma(tokens: readonly Token[], verb: number, floor: number): ClauseSubject | null {
  const after = inverted(tokens, verb);
  let start = floor;
  while (start < verb && (has(tokens[start], COORDINATOR) || isParticle(tokens[start]))) start++;
  const opening = has(tokens[start], PREPOSITION) ? null : nounPhraseAt(tokens, start);
  const parted = opening !== null && opening.end < verb - 1 && isSign(tokens[opening.end + 1], ',');
  const closed = opening !== null && opening.end === verb - 2;
  if (opening === null || !(parted || closed)) return after;
  // “…, sagte Berg”: what is told before the comma has its own verb. “Dorn, ein Nachbar, lobte Berg”: other verbs have objects.
  const named =
    has(tokens[verb], STRONG) &&
    after !== null &&
    after.mention.from === verb + 1 &&
    !has(tokens[verb + 1], DETERMINER);
  const told = tokens.slice(start, verb).some((token) => has(token, REPORTED));
  return after !== null && (named || told) ? after : { mention: opening.mention, how: 'appositive' };
}

/** Whether a relative clause begins at `start`: a comma, a pronoun like an article, and no noun that it would go with. */
function isRelative(tokens: readonly Token[], start: number, verb: number, floor: number): boolean {
  if (start <= floor || !isSign(tokens[start - 1], ',')) return false;
  if (has(tokens[start], RELATIVE)) return true;
  return (
    has(tokens[start], DETERMINER) && (start + 1 >= verb || nounPhraseAt(tokens, start)?.mention.kind === undefined)
  );
}

/** The subject that a verb behind `und` shares with the verb before it. */
function shared(tokens: readonly Token[], verb: number, floor: number): ClauseSubject | null {
  for (let i = verb - 1; i > floor; i--) {
    if (!has(tokens[i], CUE | AUXILIARY) || tokens[i].capital) continue;
    const earlier = subjectOfVerb(tokens, i, floor);
    if (earlier !== null) return { ...earlier, how: 'clause' };
  }
  return fromOpening(tokens, floor, verb);
}

function fromOpening(tokens: readonly Token[], floor: number, until: number): ClauseSubject | null {
  const phrase = firstNominative(tokens, floor, until);
  return phrase === null ? null : { mention: phrase.mention, how: 'clause' };
}

/** Who is the subject of the verb at `cue`, in the sentence that begins at `floor`; null when none is found. */
export function subjectOfVerb(tokens: readonly Token[], cue: number, floor: number): ClauseSubject | null {
  const verb = finiteVerb(tokens, cue, floor);
  const left = tokens[verb - 1] as Token | undefined;
  if (verb > floor && isSign(left, ',')) return behindComma(tokens, verb, floor);
  const start = clauseStart(tokens, verb, floor);
  if (start === verb) {
    const coordinated = verb > floor && has(left, COORDINATOR);
    return (coordinated ? shared(tokens, verb, floor) : null) ?? inverted(tokens, verb);
  }
  if (isSubordinator(tokens[start])) {
    // "Als Antwort sagte die Ministerin": no clause, the subject follows.
    const follows = inverted(tokens, verb);
    if (follows?.mention.from === verb + 1) return follows;
    const phrase = firstNominative(tokens, start + 1, verb);
    return phrase === null ? null : { mention: phrase.mention, how: 'subject' };
  }
  if (isRelative(tokens, start, verb, floor)) {
    const antecedent = phraseEndingAt(tokens, start - 2, floor);
    return antecedent === null ? null : { mention: antecedent, how: 'relative' };
  }
  return secondPlace(tokens, start, verb) ?? inverted(tokens, verb) ?? fromOpening(tokens, floor, verb);
}

const isParticle = (token: Token): boolean =>
  has(token, FILLER | NOT_NAME) && !has(token, PRONOUN | DETERMINER | PREPOSITION);

/** `er`, `ich`, `wir`, `man`; `sie` and `es` may be objects. */
const isSubjectPronoun = (tokens: readonly Token[], { kind, first }: Mention): boolean =>
  kind === 'pronoun' && tokens[first].lower !== 'sie' && tokens[first].lower !== 'es';

const namesSomebody = (tokens: readonly Token[], { first, last }: Mention): boolean =>
  tokens.slice(first, last + 1).some(isGiven);

const endsClause = (tokens: readonly Token[], verb: number): boolean =>
  tokens[verb + 1]?.sentence !== tokens[verb].sentence || isSign(tokens[verb + 1], '.,;!?–—');

/** The phrase before a verb in second place when it is the subject. */
function secondPlace(tokens: readonly Token[], start: number, verb: number): ClauseSubject | null {
  const first = tokens[start];
  if (!isWord(first) || has(first, PREPOSITION)) return null;
  // "Auch die Ministerin sagte": a particle may lead the phrase, when nothing stands between it and the verb.
  if (isParticle(first)) {
    const led = nounPhraseAt(tokens, start + 1);
    return led?.end === verb - 1 && !has(tokens[start + 1], OBLIQUE) ? { mention: led.mention, how: 'subject' } : null;
  }
  const phrase = firstNominative(tokens, start, verb);
  if (phrase?.mention.from !== start) return null;
  // "die über das Saarland, Frankreich und Luxemburg berichtet": a verb at the end, in a clause that began before the comma.
  if (isSign(tokens[start - 1], ',') && endsClause(tokens, verb)) return null;
  // "Eine Seite weiter schrieb er", "Den Plan nannte sie": a thing comes first, a pronoun behind the verb.
  const follows = phrase.mention.kind === 'noun' ? behind(tokens, verb)?.mention : undefined;
  if (follows?.from === verb + 1 && (isSubjectPronoun(tokens, follows) || namesSomebody(tokens, follows))) return null;
  return { mention: phrase.mention, how: 'subject' };
}
