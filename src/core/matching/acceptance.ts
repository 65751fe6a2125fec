import type { Pack } from '../packs/open.ts';
import { partField } from '../packs/textBlocks.ts';
import { ROLES } from '../packs/format.ts';
import type { Candidate } from './candidate.ts';
import type { QuotedWords } from './query.ts';
import { sameSpeaker } from './speakers.ts';

/**
 * When a place is near enough to be shown. Length and information both count: a flat share of matching words accepts two in
 * five short phrases of an unrelated speech (measured on held-out State of the Union addresses), because they are made of
 * common words.
 */

/** Fewer words are never looked up. */
export const FEWEST_WORDS = 3;
/** From this many words on, a match stands without the speaker's agreement. */
export const ENOUGH_WORDS = 6;
/** Bits that the matching words must be worth; 24 bits is one chance place in 16 million words. */
const ENOUGH_BITS = 24;
/** A short quotation by the right speaker. */
const SHORT_BITS = 16;
/**
 * A short quotation whose speaker is not known on the page: one chance place in 4 billion words. Words are not drawn at random:
 * of four words cut from real quotations of other texts, 3 % stand in 1.7 million words of addresses at these bits, and 6 % at
 * 24 bits, where 98 % instead of 82 % of true fragments of four words would be accepted; from five words on all are, at either.
 */
const SHORT_BITS_ALONE = 32;
/** A statement's date and the page's date lie at most this many days apart for a short quotation to be looked for in it. */
export const NEWS_DAYS = 10;

/** The score that a place must have, by the number of quoted words. */
function neededScore(words: number): number {
  if (words < 8) return 0.88;
  if (words < 12) return 0.8;
  if (words < 20) return 0.7;
  return 0.6;
}
/** A place that misses the score by no more than this resembles the quotation. */
const RESEMBLING = 0.15;

export type Acceptance = 'accepted' | 'resembling' | 'refused';

export function acceptance(candidate: Candidate, quoted: QuotedWords, pack: Pack): Acceptance {
  const { count } = quoted;
  if (count < FEWEST_WORDS) return 'refused';
  if (count < ENOUGH_WORDS) {
    if (candidate.score < 0.95) return 'refused';
    return shortIsWarranted(candidate, quoted, pack) ? 'accepted' : 'refused';
  }
  if (candidate.exact) return 'accepted';
  if (candidate.bits < ENOUGH_BITS) return 'refused';
  const needed = neededScore(count);
  if (candidate.score >= needed - circumstance(candidate, quoted, pack)) return 'accepted';
  return candidate.score >= needed - RESEMBLING ? 'resembling' : 'refused';
}

/** What the speaker's and the date's agreement are worth of the score. */
const SPEAKER_WORTH = 0.08;
const DATE_WORTH = 0.05;

function circumstance(candidate: Candidate, { query }: QuotedWords, pack: Pack): number {
  if (!query.speaker) return 0;
  const { frame } = candidate.shard;
  const part = candidate.shard.partOf(candidate.start);
  const source = pack.source(partField(frame, part, 'source'));
  const speaker = pack.person(partField(frame, part, 'speaker')) ?? source.speaker;
  if (sameSpeaker(query.speaker, speaker) !== 'same') return 0;
  return SPEAKER_WORTH + ((daysBetween(query.date, source.date) ?? Infinity) <= NEWS_DAYS ? DATE_WORTH : 0);
}

function shortIsWarranted(candidate: Candidate, { query }: QuotedWords, pack: Pack): boolean {
  const { frame } = candidate.shard;
  const part = candidate.shard.partOf(candidate.start);
  const source = pack.source(partField(frame, part, 'source'));
  const speaker = pack.person(partField(frame, part, 'speaker')) ?? source.speaker;
  const named = [query.speaker, ...(query.names ?? [])];
  const credited = [speaker, ...(source.statement?.credited_to ?? [])];
  const agrees = named.some((name) => credited.some((other) => sameSpeaker(name, other) === 'same'));
  if (ROLES[partField(frame, part, 'role')] !== 'spoken' || source.statement !== null) {
    if (agrees && (daysBetween(query.date, source.date) ?? Infinity) <= NEWS_DAYS) return true;
  }
  if (agrees) return candidate.bits >= SHORT_BITS;
  const contradicted = named.some((name) => credited.some((other) => sameSpeaker(name, other) === 'different'));
  return !contradicted && candidate.bits >= SHORT_BITS_ALONE;
}

/** Days between two ISO dates; null when one of them is not a full date. */
export function daysBetween(a: string | null | undefined, b: string | null | undefined): number | null {
  if (!a || !b || a.length < 10 || b.length < 10) return null;
  const days = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
  return Number.isNaN(days) ? null : days;
}
