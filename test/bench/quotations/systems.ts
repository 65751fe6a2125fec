import { findQuotations } from '../../../src/core/quotations/index.ts';
import type { Block, Place, Quotation } from '../../../src/core/quotations/index.ts';
import { trimmed, type Range } from './gold.ts';

/** One predicted piece with the speaker's mention, offsets into the article's text. */
export interface Predicted extends Range {
  readonly quotation?: Quotation;
  /** The mention shown as the speaker; `mention` is the likeliest one however sure. */
  readonly speaker?: Range | null;
  readonly mention?: Range | null;
}

/** An article's lines as blocks, the way the command line reads plain text, with each block's offset. */
export function blocksOf(text: string, lang?: string): { blocks: Block[]; offsets: number[] } {
  const blocks: Block[] = [];
  const offsets: number[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    blocks.push({ text: line, role: 'paragraph', ...(lang === undefined ? {} : { lang }) });
    offsets.push(at);
    at += line.length + 1;
  }
  return { blocks, offsets };
}

const rangeOf = (place: Place | null, offsets: readonly number[]): Range | null =>
  place === null ? null : { start: offsets[place.block] + place.start, end: offsets[place.block] + place.end };

/** Everything the finder answers, as ranges of the article. */
export function found(text: string, lang?: string): Predicted[] {
  const { blocks, offsets } = blocksOf(text, lang);
  return findQuotations(blocks).flatMap((quotation) =>
    quotation.pieces.map((piece) => ({
      ...trimmed(text, { start: offsets[piece.block] + piece.start, end: offsets[piece.block] + piece.end }),
      quotation,
      speaker: rangeOf(quotation.speaker, offsets),
      mention: rangeOf(quotation.mention ?? null, offsets),
    })),
  );
}

/** What a reader sees highlighted: kind `quotation` only. */
export const verbatim = (text: string, lang?: string): Predicted[] =>
  found(text, lang).filter((piece) => piece.quotation?.kind === 'quotation');

/** Naive baseline: every "…", “…”, „…“, «…» (and '…' when `single`) within a line, no filter. */
export function perLine(text: string, single: boolean): Predicted[] {
  const marks = single
    ? /(?<![\p{L}\d])['‘‚][^\n]+?['’‘](?![\p{L}\d])|["“„][^\n"“”„]+["”“]|«[^\n»]+»/gu
    : /''[^\n]+?''|["“„][^\n"“”„]+["”“]|«[^\n»]+»/gu;
  return [...text.matchAll(marks)].map((hit) => trimmed(text, { start: hit.index, end: hit.index + hit[0].length }));
}

/** Naive baseline: the same over the whole text, so that a lost mark shifts all that follow. */
export function wholeText(text: string, single: boolean): Predicted[] {
  const marks = single ? /['‘][^'’]+['’]/g : /''[^]+?''|["“„][^"“”„]+["”“]|«[^»]+»/g;
  return [...text.matchAll(marks)].flatMap((hit) => {
    const pieces: Predicted[] = [];
    let at = hit.index;
    for (const line of hit[0].split('\n')) {
      const piece = trimmed(text, { start: at, end: at + line.length });
      if (piece.start < piece.end) pieces.push(piece);
      at += line.length + 1;
    }
    return pieces;
  });
}
