import { guessLanguage, LANGUAGES, languageOf } from './languages/index.ts';
import { lexiconOf } from './languages/lexicon.ts';
import { namesOf } from './speakers/names.ts';
import type { Block, Quotation } from './types.ts';

/** Blocks read on each side of the quotation: names further away say nothing about who is quoted. */
const WINDOW = 12;

/** Up to six full names of persons that stand nearest to the quotation, nearest first, without its speaker's. */
export function namesNear(blocks: readonly Block[], quotation: Quotation): string[] {
  const place = quotation.pieces[0];
  const first = Math.max(0, place.block - WINDOW);
  const near = blocks.slice(first, place.block + WINDOW);
  const page = guessLanguage(near.map((block) => block.text).join(' ')) ?? LANGUAGES[0];
  const table = namesOf(near, (block) => lexiconOf(languageOf(near[block].lang ?? '') ?? page));
  return table
    .near({ ...place, block: place.block - first }, 7)
    .filter((name) => name !== quotation.speaker?.name)
    .slice(0, 6);
}
