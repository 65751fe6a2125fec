import { PARTICIPLE } from '../languages/lexicon.ts';
import { isCue } from './cues.ts';
import { has, isSign } from './phrases.ts';
import { lastSign, type Token } from './tokens.ts';

/** Words between the halves of a split quotation: longer insertions tell something of their own. */
const LONGEST_INSERTION = 25;

/**
 * For each quotation token that goes on with the one before (`“A,” she said, “B”`): its index in `tokens` and that of the first half.
 * The halves are one utterance only when the insertion is one attribution between commas or dashes; a full stop behind it ends the utterance.
 */
export function splitsIn(text: string, tokens: readonly Token[]): { first: number; second: number }[] {
  const splits: { first: number; second: number }[] = [];
  let first = -1;
  tokens.forEach((token, second) => {
    if (token.kind !== 'quote') return;
    if (first >= 0 && isSplit(text, tokens, first, second)) splits.push({ first, second });
    first = second;
  });
  return splits;
}

function isSplit(text: string, tokens: readonly Token[], first: number, second: number): boolean {
  const length = second - first;
  if (length < 3 || length > LONGEST_INSERTION) return false;
  const goesOn = /[,—–-]/.test(lastSign(text, tokens[first])) || isSign(tokens[first + 1], ',—–');
  if (!goesOn || !isSign(tokens[second - 1], ',;—–')) return false;
  let cues = 0;
  for (let i = first + 1; i < second; i++) {
    if (tokens[i].sentence !== tokens[first + 1].sentence) return false;
    if (!isCue(tokens, i)) continue;
    if (has(tokens[i], PARTICIPLE)) return false;
    cues++;
  }
  return cues === 1;
}
