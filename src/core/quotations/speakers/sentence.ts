import { DETERMINER, PRONOUN, REPORTED, SPEECH } from '../languages/lexicon.ts';
import type { Prepared } from '../page.ts';
import { bit, candidate, distance, REACH, strength, type Candidate, type Setting } from './candidate.ts';
import { accordingAt, clauseSubject, isCue, sentenceStart, subjectOf } from './cues.ts';
import { has, isSign, isWord, phraseAt, phraseEndingAt, type Mention } from './phrases.ts';
import { HOW, KIND, LEAD, POWER, sign } from './speakerSigns.ts';

/** The sentence's own subject, the possessor of a word for something said, and a name before a colon. */
export function ofSentence(setting: Setting, out: Candidate[]): void {
  const { block, q, lead, closing } = setting;
  const { tokens } = block;
  const { possessives } = block.lexicon.language;
  const start = sentenceStart(tokens, q);
  if (start >= q) return;
  const subject = clauseSubject(tokens, start, q, block.lexicon);
  if (subject !== null) {
    const signs = [sign.subjectLead(lead, distance(q - subject.last)), sign.subjectClosing(closing)];
    out.push(candidate(block, subject, 'subject', null, signs));
  }
  nearest(setting, start, out);
  for (let i = q - 1; i > start && i > q - 12; i--) {
    if (!has(tokens[i], SPEECH)) continue;
    const left = tokens[i - 1];
    const mention: Mention | null = left.possessive
      ? phraseEndingAt(tokens, i - 1, start)
      : Object.hasOwn(possessives, left.lower)
        ? { kind: 'pronoun', first: i - 1, last: i - 1, from: i - 1 }
        : null;
    if (mention === null) continue;
    out.push(
      candidate(block, mention, 'possessor', null, [sign.possessorLead(lead), sign.possessorDistance(distance(q - i))]),
    );
    break;
  }
  if (lead === LEAD.colon) {
    const mention = phraseEndingAt(tokens, q - 2, start);
    if (mention !== null) {
      const signs = [
        sign.nameColon(bit(mention.from === start)),
        sign.nameColonKind(KIND[mention.kind], bit(start === 0)),
      ];
      out.push(candidate(block, mention, 'name-colon', null, signs));
    }
  }
}

/** The nearest name and the nearest pronoun before the quotation in its sentence, and the phrase behind the last comma. */
function nearest(setting: Setting, start: number, out: Candidate[]): void {
  const { block, q, lead } = setting;
  const { tokens } = block;
  let name = false;
  let pronoun = false;
  for (let i = q - 1; i >= start && i > q - REACH && !(name && pronoun); i--) {
    if (!name && isSign(tokens[i], ',')) {
      const mention = phraseAt(tokens, i + 1);
      if (mention !== null && mention.last < q && mention.kind !== 'noun') {
        out.push(
          candidate(block, mention, 'behind-comma', null, [sign.commaLead(lead), sign.commaDistance(distance(q - i))]),
        );
      }
    }
    if (!isWord(tokens[i])) continue;
    // "diese Behauptung" is no pronoun.
    const determines = block.lexicon.language.capitalNouns && has(tokens[i], DETERMINER) && isWord(tokens[i + 1]);
    const speaks = tokens[i].capital || (has(tokens[i], PRONOUN) && !determines);
    const mention = speaks ? phraseEndingAt(tokens, i, start) : null;
    if (mention === null || mention.kind === 'noun') continue;
    const kind = mention.kind;
    if (kind === 'name' ? name : pronoun) continue;
    if (kind === 'name') name = true;
    else pronoun = true;
    const which = bit(kind === 'name');
    const signs = [sign.nearestLead(which, lead), sign.nearestDistance(which, distance(q - i))];
    out.push(candidate(block, mention, kind === 'name' ? 'nearest-name' : 'nearest-pronoun', null, signs));
    i = mention.from;
  }
}

/** Sentences of reported speech that may stand between a quotation and the verb of saying. */
const REPORTED_SENTENCES = 4;

/** “Er sagte, der Plan sei gut. Die Stadt habe „…“ geplant.”: who speaks in the sentence that leads the reported speech in. */
export function ofReported({ block, q }: Setting, out: Candidate[]): void {
  const { tokens } = block;
  let start = sentenceStart(tokens, q);
  const saysItself = tokens.slice(start, q).some((_, i) => isCue(tokens, start + i));
  if (saysItself || !tokens.slice(start, q).some((token) => has(token, REPORTED))) return;
  for (let back = 0; back < REPORTED_SENTENCES && start > 0; back++) {
    const last = start - 1;
    start = sentenceStart(tokens, last);
    for (let i = last; i >= start; i--) {
      if (isCue(tokens, i)) return ofPlainSentence(block, last, 'sentence-before', false, out);
    }
  }
}

/** Who speaks in a sentence without quotations that ends at `last`. */
export function ofPlainSentence(
  block: Prepared,
  last: number,
  where: 'sentence-before' | 'line-before',
  colon: boolean,
  out: Candidate[],
): void {
  const { tokens, lexicon } = block;
  const line = bit(where === 'line-before');
  if (last < 0) return;
  const start = Math.max(sentenceStart(tokens, last), last - REACH);
  let rank = 0;
  for (let i = last; i >= start && rank < 2; i--) {
    const source = accordingAt(tokens, i, lexicon);
    if (source === null && !isCue(tokens, i)) continue;
    const said = source ?? subjectOf(tokens, i, lexicon);
    if (said === null) continue;
    const signs = [
      sign.plainCue(line, bit(colon)),
      sign.plainPower(line, source === null ? strength(tokens[i]) : POWER.source, rank),
      sign.plainHow(line, HOW[said.how], bit(colon)),
    ];
    out.push(candidate(block, said.mention, where, said.how, signs));
    rank++;
  }
  const mention = clauseSubject(tokens, start, last + 1, lexicon);
  if (mention === null) return;
  const signs = [sign.plainHow(line, HOW.plain, bit(colon)), sign.plainCues(line, rank)];
  out.push(candidate(block, mention, where, 'plain', signs));
}
