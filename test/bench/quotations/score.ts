import { wordCount, type GoldArticle, type Range } from './gold.ts';
import type { Predicted } from './systems.ts';

export interface Score {
  found: number;
  right: number;
  gold: number;
}

export const emptyScore = (): Score => ({ found: 0, right: 0, gold: 0 });

export const precision = (score: Score): number => score.right / Math.max(1, score.found);
export const recall = (score: Score): number => score.right / Math.max(1, score.gold);
export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

const touches = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end;
const sameAs = (a: Range, b: Range): boolean => a.start === b.start && a.end === b.end;

export interface SpanErrors {
  readonly missed: Range[];
  readonly extra: Predicted[];
}

/** Adds one article to the score: exact spans, both sides of at least `words` words, unclear zones left out. */
export function addSpans(
  score: Score,
  article: GoldArticle,
  predicted: readonly Predicted[],
  words: number,
): SpanErrors {
  const clear = (range: Range) =>
    range.start < range.end &&
    !article.unclear.some((zone) => touches(zone, range)) &&
    wordCount(article.text, range) >= words;
  const gold = article.gold.filter(clear);
  const shown = predicted.filter(clear);
  const missed = gold.filter((range) => !shown.some((piece) => sameAs(piece, range)));
  const extra = shown.filter((piece) => !gold.some((range) => sameAs(piece, range)));
  score.found += shown.length;
  score.gold += gold.length;
  score.right += gold.length - missed.length;
  return { missed, extra };
}

export interface SpeakerScore {
  /** Gold quotations with a source. */
  gold: number;
  /** Of those, the likeliest mention overlaps the source. */
  mentions: number;
  /** Of those, answered with a speaker sure enough to be shown. */
  shown: number;
  /** Of those, the shown mention overlaps the source. */
  right: number;
}

/** Adds one article to the speaker score: right when the mention overlaps the human source span. */
export function addSpeakers(
  score: SpeakerScore,
  article: GoldArticle,
  predicted: readonly Predicted[],
  words: number,
  each?: (right: boolean, piece: Predicted | null, gold: GoldArticle['gold'][number]) => void,
): void {
  for (const range of article.gold) {
    const source = range.speaker;
    if (source === null || article.unclear.some((zone) => touches(zone, range))) continue;
    if (wordCount(article.text, range) < words) continue;
    score.gold++;
    const piece = predicted.find((one) => sameAs(one, range)) ?? predicted.find((one) => touches(one, range)) ?? null;
    const rightly = (mention: Range | null | undefined): boolean => !!mention && touches(mention, source);
    const mentioned = rightly(piece?.mention);
    if (mentioned) score.mentions++;
    if (piece?.speaker) score.shown++;
    if (rightly(piece?.speaker)) score.right++;
    each?.(mentioned, piece, range);
  }
}
