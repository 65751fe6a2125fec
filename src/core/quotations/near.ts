import { guessLanguage, LANGUAGES, languageOf, type Language } from './languages/index.ts';
import { lexiconOf, type Lexicon } from './languages/lexicon.ts';
import { MOST_TEXT, namesOfRuns, runsIn, type Run } from './speakers/names.ts';
import type { Block, Quotation } from './types.ts';

/** Blocks read on each side of the quotation: names further away say nothing about who is quoted. */
const WINDOW = 12;

/** For each quotation up to six full names of persons that stand nearest to it, nearest first, without its speaker's. */
export function namesNear(blocks: readonly Block[], quotations: readonly Quotation[]): string[][] {
  // Windows overlap, so each block is read once; the language that a window is taken for may differ.
  const known = new Map<Lexicon, Map<number, Run[]>>();
  const runsOf = (block: number, lexicon: Lexicon): Run[] => {
    if (blocks[block].role === 'code') return [];
    let read = known.get(lexicon);
    if (read === undefined) known.set(lexicon, (read = new Map<number, Run[]>()));
    let runs = read.get(block);
    if (runs === undefined) read.set(block, (runs = runsIn(blocks[block].text.slice(0, MOST_TEXT), block, lexicon)));
    return runs;
  };
  return quotations.map(({ pieces: [place], speaker }) => {
    const first = Math.max(0, place.block - WINDOW);
    const near = blocks.slice(first, place.block + WINDOW);
    let guessed: Language | undefined;
    const page = (): Language => (guessed ??= guessLanguage(near.map(({ text }) => text).join(' ')) ?? LANGUAGES[0]);
    const lexiconFor = (block: number): Lexicon => lexiconOf(languageOf(blocks[block].lang ?? '') ?? page());
    let left = MOST_TEXT;
    const runs = near.flatMap(({ text }, index) => {
      if (left <= 0) return [];
      left -= text.length;
      return runsOf(first + index, lexiconFor(first + index));
    });
    return namesOfRuns(runs, lexiconFor)
      .near(place, 7)
      .filter((name) => name !== speaker?.name)
      .slice(0, 6);
  });
}
