import { BASE, PARTICIPLE, STRONG } from '../languages/lexicon.ts';
import type { Prepared } from '../page.ts';
import type { Place } from '../types.ts';
import { isCue } from './cues.ts';
import { has, isSign, type Mention } from './phrases.ts';
import { CLOSING, KIND, LEAD, POWER, RULE, sign, type How, type Rule } from './speakerSigns.ts';
import { lastSign, type Token } from './tokens.ts';

/** Somebody who may speak a quotation: where the mention stands, why it is proposed, and the signs that speak for or against it. */
export interface Candidate extends Place {
  /** The rule that proposes it, with the verb's relation; the benchmark reports by it. */
  readonly rule: string;
  /** Numbers of `SPEAKER_SIGNS`. */
  readonly signs: readonly number[];
  /** True when its verb or source stands right beside the quotation. */
  readonly beside: boolean;
}

/** Words looked through on each side of a quotation, within its sentence. */
export const REACH = 45;

/** What the signs of a quotation's own place are, shared by all its candidates. */
export interface Setting {
  readonly block: Prepared;
  readonly q: number;
  /** How the quotation is led in: colon, comma, the verb itself, a sentence's start, or embedded in the sentence. */
  readonly lead: number;
  /** Its last sign: comma, stop, other or none. */
  readonly closing: number;
}

function leadOf(tokens: readonly Token[], q: number): number {
  const left = tokens[q - 1] as Token | undefined;
  if (isSign(left, ':')) return LEAD.colon;
  if (left === undefined || left.sentence !== tokens[q].sentence) return LEAD.start;
  if (isSign(left, ',')) return LEAD.comma;
  if (isCue(tokens, q - 1)) return LEAD.verb;
  return left.lower === 'that' ? LEAD.that : LEAD.embedded;
}

export function settingOf(block: Prepared, q: number): Setting {
  const { tokens, text } = block;
  const last = lastSign(text, tokens[q]);
  const closing =
    last === ',' || isSign(tokens[q + 1], ',')
      ? CLOSING.comma
      : last === '.' || isSign(tokens[q + 1], '.')
        ? CLOSING.stop
        : /[?!…—–-]/.test(last)
          ? CLOSING.other
          : CLOSING.none;
  return { block, q, lead: leadOf(tokens, q), closing };
}

/** Words apart: next to it, 2–3, 4–7, 8–15, more. */
export const distance = (count: number): number =>
  count <= 1 ? 0 : count <= 3 ? 1 : count <= 7 ? 2 : count <= 15 ? 3 : 4;
export const bit = (holds: boolean): number => (holds ? 1 : 0);

export function candidate(
  block: Prepared,
  mention: Mention,
  rule: Rule,
  how: How | null,
  signs: number[],
  beside = false,
): Candidate {
  const { tokens } = block;
  signs.push(sign.ruleKind(RULE[rule], KIND[mention.kind]));
  return {
    block: block.index,
    start: tokens[mention.first].start,
    end: tokens[mention.last].end,
    rule: how === null ? rule : `${rule}:${how}`,
    signs,
    beside,
  };
}

export const strength = (token: Token): number =>
  has(token, STRONG) ? POWER.strong : has(token, BASE | PARTICIPLE) ? POWER.base : POWER.weak;
