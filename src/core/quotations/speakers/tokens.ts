import { ABBREVIATION, type Lexicon } from '../languages/lexicon.ts';
import type { Span } from '../spans.ts';

/** A word, a sign, or a whole quotation of a block; offsets are UTF-16 units of the block's text. */
export interface Token {
  readonly kind: 'word' | 'sign' | 'quote';
  readonly start: number;
  readonly end: number;
  /** Lower case, without a possessive ending; the sign itself; '' for a quotation. */
  readonly lower: string;
  /** Bits of lexicon.ts. */
  readonly is: number;
  readonly capital: boolean;
  readonly possessive: boolean;
  /** Index of the quotation's span, -1 for words and signs. */
  readonly span: number;
  /** Which sentence of the block it stands in. */
  sentence: number;
}

/** `Berg's`, `Berg’s` */
function isPossessive(text: string, start: number, end: number): boolean {
  if (end - start < 2 || text.charCodeAt(end - 1) !== 115) return false;
  const mark = text.charCodeAt(end - 2);
  return mark === 0x27 || mark === 0x2019;
}

/** Whether a letter is not its own small form; ASCII without making a string. */
function isCapital(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return text[at] !== text[at].toLowerCase();
}

/** A full stop, a run of them, or another sign that can end a sentence. */
const endsSentence = (sign: string): boolean => sign[0] === '.' || sign === '!' || sign === '?' || sign === '…';

function wordToken(text: string, start: number, end: number, lexicon: Lexicon): Token {
  const possessive = isPossessive(text, start, end);
  const last = possessive ? end - 2 : end;
  const lower = text.slice(start, last).toLowerCase();
  return {
    kind: 'word',
    start,
    end: last,
    lower,
    is: lexicon.classes.get(lower) ?? 0,
    capital: isCapital(text, start),
    possessive,
    span: -1,
    sentence: 0,
  };
}

const sign = (start: number, end: number, lower: string): Token => ({
  kind: 'sign',
  start,
  end,
  lower,
  is: 0,
  capital: false,
  possessive: false,
  span: -1,
  sentence: 0,
});

const LETTER = /[\p{L}\p{N}\p{M}$€£]/u;

/** Letters, digits and currency signs; ASCII without a regular expression, since this runs once for every character. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 36;
  // Half of a pair stands for a letter of another plane or an emoji, neither of which is a sign that matters here.
  return (code >= 0xd800 && code < 0xe000) || LETTER.test(text[at]);
}

const isSpace = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200d) ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfeff ||
  code === 0xad;

/** Signs that hold a word together when a letter follows: hyphens, apostrophes, & and the point of U.S. */
const JOINS = "-‐‑'’&.";

/** End of the word that begins at `at`. */
function wordEnd(text: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to) {
    if (isLetter(text, end)) end++;
    else if (end + 1 < to && JOINS.includes(text[end]) && isLetter(text, end + 1)) end += 2;
    else break;
  }
  return end;
}

/** The words and signs of text[from, to). */
function narrative(text: string, from: number, to: number, lexicon: Lexicon, out: Token[]): void {
  for (let at = from; at < to;) {
    if (isSpace(text.charCodeAt(at))) at++;
    else if (isLetter(text, at)) {
      const end = wordEnd(text, at, to);
      const { enclitics } = lexicon.language;
      const hyphen = enclitics.length === 0 ? -1 : text.lastIndexOf('-', end);
      if (hyphen > at && enclitics.includes(text.slice(hyphen + 1, end))) {
        // a-t-il, dit-elle
        const verb = text.slice(hyphen - 2, hyphen) === '-t' ? hyphen - 2 : hyphen;
        out.push(wordToken(text, at, verb, lexicon), wordToken(text, hyphen + 1, end, lexicon));
      } else out.push(wordToken(text, at, end, lexicon));
      at = end;
    } else {
      let end = at + 1;
      if (text[at] === '.') while (end < to && text[end] === '.') end++;
      out.push(sign(at, end, text.slice(at, end)));
      at = end;
    }
  }
}

/** Characters read on each side of a quotation: more than any sentence that could speak of it. */
const NEAR = 3_000;

/** The text between two quotations; of a very long one only its ends. */
function between(text: string, from: number, to: number, lexicon: Lexicon, out: Token[]): void {
  if (to - from <= 2 * NEAR) return narrative(text, from, to, lexicon, out);
  narrative(text, from, from + NEAR, lexicon, out);
  narrative(text, to - NEAR, to, lexicon, out);
}

/** A block as tokens, every outermost quotation one token, sentences numbered. `spans` are the block's, in order. */
export function tokensOf(
  text: string,
  spans: readonly { readonly index: number; readonly span: Span }[],
  lexicon: Lexicon,
): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const { index, span } of spans) {
    if (span.depth > 0 || span.from < at) continue;
    between(text, at, span.from, lexicon, tokens);
    tokens.push({ ...sign(span.from, span.to, ''), kind: 'quote', span: index });
    at = span.to;
  }
  between(text, at, text.length, lexicon, tokens);
  numberSentences(text, tokens);
  return tokens;
}

/** Last sign inside a quotation: it ends the sentence when it is a full stop, and may end it when it is ? or !. */
export function lastSign(text: string, quote: Token): string {
  const inside = text.slice(Math.max(quote.start, quote.end - 6), quote.end).replace(/[\s"“”„'’‘»›)\]]+$/u, '');
  return inside.slice(-1);
}

/** No sentence of a real page has more words; a longer run of words is cut, so that looking through a sentence stays cheap on any page. */
const LONGEST_SENTENCE = 150;

/** Whether a sentence can begin with the token. */
const canStart = (token: Token): boolean =>
  token.capital ||
  token.kind === 'quote' ||
  /^\p{N}/u.test(token.lower) ||
  (token.kind === 'sign' && '([—–-*•'.includes(token.lower));

function numberSentences(text: string, tokens: readonly Token[]): void {
  let sentence = 0;
  let length = 0;
  tokens.forEach((token, i) => {
    if (i > 0 && tokens[i - 1].sentence !== sentence) length = 0;
    if (++length > LONGEST_SENTENCE) {
      sentence++;
      length = 0;
    }
    token.sentence = sentence;
    const next = tokens[i + 1] as Token | undefined;
    if (next === undefined || token.kind === 'word') return;
    if (token.kind === 'quote') {
      // A quotation that ends with its own full stop ends the sentence, unless the sentence goes on in lower case.
      if (/[.?!…]/.test(lastSign(text, token)) && (next.kind === 'quote' || (next.kind === 'word' && next.capital)))
        sentence++;
      return;
    }
    if (!endsSentence(token.lower) || !canStart(next)) return;
    const previous = tokens[i - 1] as Token | undefined;
    const abbreviation =
      token.lower === '.' &&
      previous?.kind === 'word' &&
      previous.end === token.start &&
      ((previous.is & ABBREVIATION) !== 0 ||
        (previous.capital && previous.lower.length === 1) ||
        /\.\p{L}$/u.test(previous.lower));
    if (abbreviation) return;
    sentence++;
  });
}
