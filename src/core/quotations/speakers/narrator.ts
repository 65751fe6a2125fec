import type { Lexicon } from '../languages/lexicon.ts';
import { isCue } from './cues.ts';
import { isSign, phraseAt } from './phrases.ts';
import { tokensOf, type Token } from './tokens.ts';

/** Characters looked through for the narrator: an attribution stands behind the first sentence or two. */
const REACH = 1_500;

/**
 * Where the narrator takes over in the rest of a block whose quotation is never closed: the offset behind the comma of `…, said Anna
 * Berg`, `…, she said`. -1 when nobody but the quoted person is heard. `from` lies behind the opening mark; UTF-16 offsets of the text.
 */
export function narratorAt(text: string, from: number, lexicon: Lexicon): number {
  const rest = text.slice(from, from + REACH);
  const tokens = tokensOf(rest, [], lexicon);
  for (let i = 1; i < tokens.length - 1; i++) {
    if (isSign(tokens[i], ',?!…') && saysSomebody(tokens, i + 1, lexicon)) return from + tokens[i].end;
  }
  return -1;
}

/** `said X`, `X said`, `she said` at token `i`, X somebody else than the one who says I. */
function saysSomebody(tokens: readonly Token[], i: number, { language }: Lexicon): boolean {
  const inverted = isCue(tokens, i);
  const mention = phraseAt(tokens, inverted ? i + 1 : i);
  if (mention === null || mention.kind === 'noun') return false;
  if (mention.kind === 'pronoun' && language.pronouns[tokens[mention.first].lower] === '-') return false;
  return inverted || (mention.from === i && isCue(tokens, mention.last + 1));
}
