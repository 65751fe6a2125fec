import { CONJUNCTION, FILLER, PARTICIPLE, PREPOSITION, STRONG } from '../languages/lexicon.ts';
import { bit, candidate, distance, REACH, strength, type Candidate, type Setting } from './candidate.ts';
import { accordingAt, invertedSubject, isCue, sentenceEnd, sentenceStart, subjectOf, type Said } from './cues.ts';
import { has, isSign, isWord, phraseAt } from './phrases.ts';
import { CLOSING, HOW, KIND, LEAD, POWER, sign } from './speakerSigns.ts';
import type { Token } from './tokens.ts';

/** Subjects of the reporting verbs left of the quotation, nearest first. */
export function before(setting: Setting, out: Candidate[]): void {
  const { block, q, lead } = setting;
  const { tokens, lexicon } = block;
  const start = Math.max(sentenceStart(tokens, q), q - REACH);
  let rank = 0;
  let strongSeen = false;
  const crossed = { quote: false, conjunction: false, commas: 0 };
  for (let i = q - 1; i >= start && rank < 4; i--) {
    const token = tokens[i];
    if (token.kind === 'quote') crossed.quote = true;
    else if (isSign(token, ',')) crossed.commas++;
    else if (token.lower === 'and' || token.lower === 'but' || isSign(token, ';')) crossed.conjunction = true;
    const source = accordingAt(tokens, i, lexicon);
    const cue = isCue(tokens, i);
    if (source === null && !cue) continue;
    const said: (Said | null)[] = source !== null ? [source] : [subjectOf(tokens, i, lexicon)];
    const opens = i === start || tokens[i - 1].kind === 'quote' || isSign(tokens[i - 1], ',');
    if (cue && opens) said.push(invertedSubject(tokens, i, lexicon));
    const power = source === null ? strength(token) : POWER.source;
    const outer = bit(outerStrong(tokens, i, start));
    const beside = q - i <= 2 && (lead === LEAD.comma || lead === LEAD.colon || lead === LEAD.verb);
    for (const one of said) {
      if (one === null) continue;
      const kind = KIND[one.mention.kind];
      const signs = [
        sign.beforeHow(HOW[one.how], power),
        sign.beforeLeadDistance(lead, distance(q - i)),
        sign.beforeLeadRank(lead, rank),
        sign.beforePowerRank(power, rank),
        sign.beforeStrongNearer(bit(strongSeen), power),
        sign.beforePowerKindOuter(power, kind, outer),
        sign.beforeKindRankLead(kind, rank, lead),
        sign.beforeQuoteLead(bit(crossed.quote), lead),
        sign.beforeConjunctionRank(bit(crossed.conjunction), rank),
        sign.beforeCommas(Math.min(crossed.commas, 3)),
        sign.beforeClosingLead(setting.closing, lead),
      ];
      if (beside) signs.push(sign.beside());
      out.push(candidate(block, one.mention, 'before', one.how, signs, beside));
    }
    rank++;
    if (power === POWER.strong) strongSeen = true;
    i = Math.min(i, insertionStart(tokens, said) + 1);
  }
}

/** Where the insertion between subject and verb begins (`X, as everybody knows, said`): whose verb stands in it does not speak. */
function insertionStart(tokens: readonly Token[], said: readonly (Said | null)[]): number {
  for (const one of said) {
    if (one === null || (one.how !== 'appositive' && one.how !== 'subject')) continue;
    const { last } = one.mention;
    // `X, Berg said, called`: Berg does speak.
    const parted = isSign(tokens[last + 1], '(') || (isSign(tokens[last + 1], ',') && !tokens[last + 2].capital);
    if (last < one.cue && parted) return last + 1;
  }
  return Infinity;
}

/** Whether a verb of saying stands further left in the sentence: it may govern the one at `cue` (“she said he hoped”). */
function outerStrong(tokens: readonly Token[], cue: number, start: number): boolean {
  for (let i = cue - 1; i >= start; i--) if (has(tokens[i], STRONG)) return true;
  return false;
}

/** Subjects of the reporting verbs right of the quotation, and sources named there. */
export function after(setting: Setting, out: Candidate[]): void {
  const { block, q, closing, lead } = setting;
  const { tokens, lexicon } = block;
  let i = q + 1;
  while (i < tokens.length && i < q + 3 && isSign(tokens[i], ',—–―-')) i++;
  const next = tokens[i] as Token | undefined;
  if (!isWord(next)) return;
  const same = next.sentence === tokens[q].sentence;
  const dash = i > q + 1 && isSign(tokens[i - 1], '—–―-');
  if (dash) {
    const mention = phraseAt(tokens, i);
    const behind = tokens[(mention?.last ?? 0) + 1] as Token | undefined;
    if (mention?.kind === 'name' && mention.first === i && (behind === undefined || isSign(behind, ',.;('))) {
      out.push(candidate(block, mention, 'dash-name', null, [sign.dashName(bit(behind === undefined), closing)]));
    }
  }
  unknownVerb(setting, i, out);
  const end = Math.min(sentenceEnd(tokens, i), i + REACH);
  const conjunction = has(next, CONJUNCTION) && next.lower !== 'as';
  let rank = 0;
  let quotes = 0;
  for (let j = i; j < end && rank < 3; j++) {
    const token = tokens[j];
    if (token.kind === 'quote') quotes++;
    if (quotes > 2) break;
    const source = accordingAt(tokens, j, lexicon);
    const cue = isCue(tokens, j);
    if (source === null && !cue) continue;
    const said: (Said | null)[] =
      source !== null ? [source] : [has(token, PARTICIPLE) && rank === 0 ? null : subjectOf(tokens, j, lexicon)];
    // `“…”, según ha dicho X`: the preposition says of whom the sentence speaks.
    const verb = has(next, PREPOSITION) ? i + 1 : i;
    if (cue && (isSign(tokens[j - 1], ',') || onlyFillers(tokens, verb, j)))
      said.push(invertedSubject(tokens, j, lexicon));
    const power = source === null ? strength(token) : POWER.source;
    const closes = bit(!quoteBetween(tokens, j + 1, Math.min(end, j + 25)));
    for (const one of said) {
      if (one === null) continue;
      const right = bit(one.mention.first > q);
      const how = HOW[one.how];
      const near = one.how === 'inverted' || one.how === 'according' ? j - i : one.mention.from - i;
      const beside = near <= 1 && one.how !== 'according' && one.how !== 'clause';
      const signs = [
        sign.afterHow(how, right),
        sign.afterClosingDistance(closing, distance(near)),
        sign.afterClosingLead(closing, lead),
        sign.afterClosingSentence(closing, bit(same), bit(next.capital)),
        sign.afterHowPowerRank(how, power, rank),
        sign.afterDistances(distance(near), distance(j - i)),
        sign.afterQuotes(quotes, closes),
        sign.afterConjunctionRank(bit(conjunction), rank),
        sign.afterDash(bit(dash)),
        sign.afterHowLead(how, lead),
        sign.afterEnds(bit(j + 2 >= end), how),
      ];
      if (beside) signs.push(sign.beside());
      out.push(candidate(block, one.mention, 'after', one.how, signs, beside));
    }
    rank++;
  }
}

/** `“…,” Oliver barked.`: a name and a verb that no table knows, right behind a quotation that ends with a comma or a question. */
function unknownVerb({ block, closing, lead }: Setting, i: number, out: Candidate[]): void {
  const { tokens } = block;
  if (closing === CLOSING.stop || closing === CLOSING.none) return;
  const mention = phraseAt(tokens, i);
  const verb = tokens[(mention?.last ?? 0) + 1] as Token | undefined;
  if (mention === null || mention.kind === 'noun' || mention.from !== i || !isWord(verb)) return;
  if (verb.capital || has(verb, ~STRONG) || verb.sentence !== tokens[i].sentence) return;
  const near = distance(mention.last - i);
  const signs = [
    sign.afterHow(HOW.plain, 1),
    sign.afterHowLead(HOW.plain, lead),
    sign.afterClosingDistance(closing, near),
  ];
  out.push(candidate(block, mention, 'after', 'plain', signs));
}

/** Nothing but auxiliaries before the verb: “…”, a déclaré X. True for no words at all. */
function onlyFillers(tokens: readonly Token[], from: number, until: number): boolean {
  for (let i = from; i < until; i++) if (!has(tokens[i], FILLER)) return false;
  return until - from <= 3;
}

function quoteBetween(tokens: readonly Token[], from: number, until: number): boolean {
  for (let i = from; i < until; i++) if (tokens[i].kind === 'quote') return true;
  return false;
}
