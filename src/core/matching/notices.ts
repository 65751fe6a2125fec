import { daysBetween, NEWS_DAYS } from './acceptance.ts';
import { spokenLanguage } from './disagreement.ts';
import type { Lexicon } from './lexicon.ts';
import type { TurnText } from './passage.ts';
import { firstRendering } from '../packs/parts.ts';
import type { QuotedWords } from './query.ts';
import { sameSpeaker } from './speakers.ts';
import type { Match, Notice } from './types.ts';
import { firstWord } from '../text/index.ts';

/** Classes of source that are the words themselves; of any other the reader is told. */
const FIRST_HAND: ReadonlySet<string> = new Set(['recording', 'official transcript', 'published text']);
/** Words left out at a mark from this number on are worth a notice. */
const LONG_GAP = 50;

/** What the reader should know of the best match. `places` are all matches, the best first; `disagreeing` are the sources with other words. */
export function noticesOf(
  quoted: QuotedWords,
  places: readonly Match[],
  around: TurnText,
  gap: number,
  turnCount: number,
  lexicon: Lexicon,
  disagreeing: readonly Notice[],
): Notice[] {
  const match = places[0];
  return [
    ...statementNotices(match, turnCount),
    ...speakerNotices(quoted, places),
    ...dateNotices(quoted, places),
    ...edgeNotices(quoted, match, around, lexicon),
    ...placeNotices(places),
    ...disagreeing,
    ...(gap >= LONG_GAP || (gap > 0 && match.verdict === 'joined') ? [{ kind: 'long-gap', words: gap } as const] : []),
    ...(match.source.uncertain === null ? [] : [{ kind: 'uncertain-text', why: match.source.uncertain } as const]),
    ...(FIRST_HAND.has(match.source.class) || match.source.class === 'research'
      ? []
      : [{ kind: 'source-class', class: match.source.class } as const]),
  ];
}

function statementNotices(match: Match, turnCount: number): Notice[] {
  const { statement } = match.source;
  if (statement === null) return [];
  const notices: Notice[] = [];
  const index = match.turn - firstRendering(turnCount, statement.renderings.length);
  const rendering = match.role === 'rendering' ? statement.renderings[index] : undefined;
  if (rendering !== undefined || match.role === 'original') {
    const others = statement.renderings.filter((other) => other !== rendering);
    const lang = spokenLanguage(match.source);
    if (rendering !== undefined && lang !== null) {
      const original = statement.original?.text ?? null;
      notices.push({ kind: 'translation', by: rendering.by, lang, original, others });
    }
    if (rendering?.alone === true) notices.push({ kind: 'single-account', by: rendering.by });
  }
  const { denied } = statement;
  if (denied !== undefined) {
    notices.push({ kind: 'denied', by: denied.by, text: denied.text ?? null, url: denied.url ?? null });
  }
  if (statement.reported_by !== undefined) notices.push({ kind: 'second-hand', reportedBy: statement.reported_by });
  if (statement.finding !== undefined) notices.push({ kind: 'finding', text: statement.finding });
  return notices;
}

/** Said when the page names somebody, and no place where the words occur is by them. */
function speakerNotices({ query }: QuotedWords, places: readonly Match[]): Notice[] {
  const { speaker } = query;
  if (!speaker) return [];
  const best = places[0];
  const verdicts = places.map((place) => sameSpeaker(speaker, place.speaker ?? place.source.speaker));
  if (verdicts.includes('same') || verdicts[0] !== 'different') return [];
  const credited = best.source.statement?.credited_to ?? [];
  if (best.role === 'misquotation' && credited.some((name) => sameSpeaker(speaker, name) === 'same')) return [];
  return [{ kind: 'another-speaker', page: speaker, source: best.speaker ?? best.source.speaker ?? '' }];
}

/** Said when the page is from another time than every place where the words occur. */
function dateNotices({ query }: QuotedWords, places: readonly Match[]): Notice[] {
  if (!query.date || places[0].role === 'misquotation') return [];
  const distances = places.map((place) => daysBetween(query.date, place.source.date));
  if (distances[0] === null || distances.some((days) => days !== null && days <= NEWS_DAYS)) return [];
  return [{ kind: 'another-date', page: query.date, source: places[0].source.date! }];
}

function edgeNotices({ text }: QuotedWords, match: Match, around: TurnText, lexicon: Lexicon): Notice[] {
  if (match.role !== 'spoken') return [];
  const notices: Notice[] = [];
  const opens = around.startsSentence(match.start);
  const closes = around.closesSentence(match.end);
  const { next, sentence } = around.context(match.start, match.end);
  if (!opens && /^["'“‘«(]*\p{Lu}/u.test(text) && !/^["'“‘«(]*\p{Lu}/u.test(match.text))
    notices.push({ kind: 'starts-mid-sentence' });
  if (!closes && /[.!?]["'”’»]*$/u.test(text.trim())) notices.push({ kind: 'ends-mid-sentence' });
  const word = firstWord(next);
  if (closes && lexicon.turners.has(word)) notices.push({ kind: 'next-sentence-turns', word, sentence: next });
  if (around.isQuoted(match.start)) notices.push({ kind: 'speaker-quoting' });
  if (/\?["'”’»)]*\s*$/u.test(sentence) && !/\?["'”’»]*$/u.test(text.trim())) notices.push({ kind: 'speaker-asking' });
  return notices;
}

function placeNotices(places: readonly Match[]): Notice[] {
  const best = places[0].verdict;
  const same = places.filter(({ verdict }) => verdict === best);
  const notices: Notice[] = [];
  if (same.length > 1 && best === 'exact') {
    const dates = same.map(({ source }) => source.date).filter((date) => date !== null);
    dates.sort();
    notices.push({ kind: 'several-places', count: same.length, earliest: dates.at(0) ?? null });
  }
  return notices;
}
