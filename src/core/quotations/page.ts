import type { Lexicon } from './languages/lexicon.ts';
import type { Span } from './spans.ts';
import { tokensOf, type Token } from './speakers/tokens.ts';
import type { Block } from './types.ts';

/** A block with its tokens; `quotes` are the token indices of its outermost spans. */
export interface Prepared {
  readonly index: number;
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quotes: readonly number[];
  readonly lexicon: Lexicon;
}

/** A page on its way through the rules: blocks are cut into tokens when first asked for. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly spans: readonly Span[];
  /** Blocks that hold spans, in reading order. */
  readonly quoting: readonly number[];
  prepared(block: number): Prepared;
  /** Index of the nearest block with text before this one, looking past at most three empty ones; -1 for none. */
  before(block: number): number;
  after(block: number): number;
}

/** Empty blocks that may stand between two paragraphs of one text. */
const EMPTY_BETWEEN = 3;

export function pageOf(blocks: readonly Block[], spans: readonly Span[], lexiconFor: (block: number) => Lexicon): Page {
  const byBlock = new Map<number, { index: number; span: Span }[]>();
  spans.forEach((span, index) => {
    const list = byBlock.get(span.block);
    if (list === undefined) byBlock.set(span.block, [{ index, span }]);
    else list.push({ index, span });
  });
  const cache = new Map<number, Prepared>();
  const neighbour = (block: number, step: 1 | -1): number => {
    for (let i = block + step, empty = 0; i >= 0 && i < blocks.length && empty <= EMPTY_BETWEEN; i += step, empty++) {
      if (/\S/.test(blocks[i].text)) return i;
    }
    return -1;
  };
  return {
    blocks,
    spans,
    quoting: [...byBlock.keys()],
    prepared(index) {
      let block = cache.get(index);
      if (block === undefined) {
        const lexicon = lexiconFor(index);
        const { text } = blocks[index];
        const tokens = tokensOf(text, byBlock.get(index) ?? [], lexicon);
        const quotes: number[] = [];
        for (let i = 0; i < tokens.length; i++) if (tokens[i].kind === 'quote') quotes.push(i);
        cache.set(index, (block = { index, text, tokens, quotes, lexicon }));
      }
      return block;
    },
    before: (block) => neighbour(block, -1),
    after: (block) => neighbour(block, 1),
  };
}
