import type { Pack } from '../packs/open.ts';
import { CHANGED, EXTRA, LEFT_OUT } from './align.ts';
import type { Candidate } from './candidate.ts';
import { partAt, speakerOf } from './found.ts';
import { CLOSE, type QuotedWords } from './query.ts';
import { isNear } from './similar.ts';
import { sameSpeaker } from './speakers.ts';
import type { Query } from './types.ts';

/**
 * When a place is near enough to be shown. A place is taken when it says too much of the quotation to be one of the places that
 * agree by chance: the words that agree are worth their bits, every word that was changed takes bits away, and what is left must
 * be more than it takes to point at one place of the shard. Neither a share of words nor a share of bits does: by the one,
 * two in five short phrases of an unrelated speech are accepted, because they are made of common words (held-out State of the
 * Union addresses); by the other, one rare word put in ("It captain a special report") outweighs all that agrees.
 */

/** Fewer words are never looked up. */
export const FEWEST_WORDS = 3;
/** From this many words on, a match stands without the speaker's agreement. */
export const ENOUGH_WORDS = 6;
/**
 * What a quoted word that the passage has otherwise or not at all takes away: of how many alignments the one with so few changes
 * is the best. Measured with `CERTAIN` on 3,484 news quotations that are not in the reference, 3,853 sentences of addresses that
 * are not in the pack and 2,000 sentences with one to three words edited: at 8 bits 3, 69 and 1,971 are accepted; at 6 bits 4,
 * 90 and 1,977; by a share of the bits it was 2, 55 and 1,882.
 */
export const CHANGED_WORD = 8;
/** The same for words of the passage that the quotation leaves out without a mark: one change, however many they are. */
const LEFT_OUT_WORD = 2;
const LEFT_OUT_MOST = 20;
/**
 * Bits beyond those that point at one place of the shard: with these the place is certain, with fewer it resembles. Of the news
 * quotations above 12 more resemble at 7 bits, and 19 at 3.
 */
const CERTAIN = 23;
const RESEMBLING = 7;
/** What the speaker's and the date's agreement are worth, in bits: one of some hundred speakers, one of some dozen times. */
const SPEAKER_BITS = 8;
const DATE_BITS = 4;
/** Bits beyond those of the place that a candidate with fewer than this is refused for, whoever speaks there and whenever. */
export const leastWorth = ({ speaker }: Query): number => RESEMBLING - (speaker ? SPEAKER_BITS + DATE_BITS : 0);
/** A short quotation by the right speaker; without a speaker, one that is shown as resembling. */
const SHORT_BITS = 16;
/**
 * A short quotation whose speaker is not known on the page: one chance place in 4 billion words. Words are not drawn at random:
 * of four words cut from real quotations of other texts, 3 % stand in 1.7 million words of addresses at these bits, and 6 % at
 * 24 bits, where 98 % instead of 82 % of true fragments of four words would be accepted; from five words on all are, at either.
 */
const SHORT_BITS_ALONE = 32;
/** Three words without a speaker stand nearly anywhere. */
const FEWEST_ALONE = 4;
/** A statement's date and the page's date lie at most this many days apart for a short quotation to be looked for in it. */
export const NEWS_DAYS = 10;

/**
 * `resembling`: the place may be another one, as the words differ too much. `weak`: the words are the same but too few to be sure of,
 * with nobody named; it is shown as a resemblance however well they agree.
 */
export type Acceptance = 'accepted' | 'resembling' | 'weak' | 'refused';

export function acceptance(candidate: Candidate, quoted: QuotedWords, pack: Pack): Acceptance {
  const { count } = quoted;
  if (count < FEWEST_WORDS) return 'refused';
  if (count < ENOUGH_WORDS) {
    if (candidate.score < 0.95) return 'refused';
    return shortAcceptance(candidate, quoted, pack);
  }
  if (candidate.exact) return 'accepted';
  const place = Math.log2(candidate.shard.length);
  // Every joined piece has to be certain of its own place.
  const worth = evidence(candidate, quoted) - place - candidate.joined.length * (place + CERTAIN);
  if (worth < leastWorth(quoted.query)) return 'refused';
  if (worth >= CERTAIN) return 'accepted';
  const warranted = worth + circumstance(candidate, quoted, pack);
  if (warranted >= CERTAIN) return 'accepted';
  return warranted >= RESEMBLING ? 'resembling' : 'refused';
}

/** Bits of the words that agree, less what every change takes away. */
function evidence({ shard, steps, bits, joined }: Candidate, { folded, gap, count }: QuotedWords): number {
  let left = bits;
  for (const { kind, q0, q1, s0, s1 } of steps) {
    if (kind === LEFT_OUT) {
      if (q0 >= count || gap[q0] === CLOSE) left -= Math.min(LEFT_OUT_MOST, (s1 - s0) * LEFT_OUT_WORD);
    } else if (kind === EXTRA || kind === CHANGED) {
      // A mistyped word has its bits already, less something for the slip; a joined piece stands elsewhere.
      if (kind === CHANGED && isNear(folded[q0], shard.word(shard.words[s0]))) continue;
      if (!joined.some((piece) => q0 >= piece.q0 && q1 <= piece.q1)) left -= CHANGED_WORD * (q1 - q0);
    }
    if (left < 0) return left;
  }
  return left;
}

function circumstance(candidate: Candidate, { query }: QuotedWords, pack: Pack): number {
  if (!query.speaker) return 0;
  const part = partAt(candidate.shard, candidate.start);
  if (sameSpeaker(query.speaker, speakerOf(pack, part)) !== 'same') return 0;
  const { date } = pack.source(part.source);
  return SPEAKER_BITS + ((daysBetween(query.date, date) ?? Infinity) <= NEWS_DAYS ? DATE_BITS : 0);
}

function shortAcceptance(candidate: Candidate, { query, count }: QuotedWords, pack: Pack): Acceptance {
  const part = partAt(candidate.shard, candidate.start);
  const source = pack.source(part.source);
  const speaker = speakerOf(pack, part);
  const named = [query.speaker, ...(query.names ?? [])];
  const credited = [speaker, ...(source.statement?.credited_to ?? [])];
  const agrees = named.some((name) => credited.some((other) => sameSpeaker(name, other) === 'same'));
  if (part.role !== 'spoken' || source.statement !== null) {
    if (agrees && (daysBetween(query.date, source.date) ?? Infinity) <= NEWS_DAYS) return 'accepted';
  }
  if (candidate.bits < SHORT_BITS) return 'refused';
  if (agrees) return 'accepted';
  if (named.some((name) => credited.some((other) => sameSpeaker(name, other) === 'different'))) return 'refused';
  if (candidate.bits >= SHORT_BITS_ALONE) return 'accepted';
  // What is on record about a statement is not told of words that may be anybody's.
  return candidate.exact && count >= FEWEST_ALONE && source.statement === null ? 'weak' : 'refused';
}

/** Days between two ISO dates; null when one of them is not a full date. */
export function daysBetween(a: string | null | undefined, b: string | null | undefined): number | null {
  if (!a || !b || a.length < 10 || b.length < 10) return null;
  const days = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
  return Number.isNaN(days) ? null : days;
}
