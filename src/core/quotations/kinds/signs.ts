import {
  ADDRESSED,
  CONJUNCTION,
  CUE,
  DETERMINER,
  FILLER,
  NAMING,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  REPORTED,
  WORK,
} from '../languages/lexicon.ts';
import { SINGLE } from '../marks/glyphs.ts';
import type { Page, Prepared } from '../page.ts';
import { layoutOf } from '../signs.ts';
import { HOWS, RULES, type How, type Rule } from '../speakers/speakerSigns.ts';
import { isCue } from '../speakers/cues.ts';
import { has, isSign, isWord } from '../speakers/phrases.ts';
import { lastSign, type Token } from '../speakers/tokens.ts';

/** Words that stay small in a title. */
const TITLE_SMALL = CONJUNCTION | DETERMINER | PREPOSITION;

/** What is known of a marked passage besides its own words. */
export interface Passage {
  readonly page: Page;
  readonly block: Prepared;
  /** Index of the passage's token in the block. */
  readonly token: number;
  /** Words of all its pieces. */
  readonly words: number;
  /** The attribution rule that fired, 'none' without one. */
  readonly rule: string;
  /** True when the verb of saying stands right beside the passage. */
  readonly beside: boolean;
  /** True when quotations on this page stand between single marks. */
  readonly singleStyle: boolean;
}

const FUNCTION = CONJUNCTION | DETERMINER | PREPOSITION | PRONOUN | RELATIVE | FILLER;

/** Words of a passage in classes: 1, 2, 3, 4, 5, 6–7, 8–10, 11–15, more. */
const lengthClass = (words: number): number =>
  words <= 5 ? Math.max(words, 1) - 1 : words <= 7 ? 5 : words <= 10 ? 6 : words <= 15 ? 7 : 8;

/** Yes-or-no questions asked below; their order numbers them. */
const QUESTIONS = 112;

/** The families of signs of a passage. */
export const KIND_SIGNS = layoutOf({
  bias: [1],
  words: [9],
  rule: [RULES.length + 1],
  how: [HOWS.length],
  question: [QUESTIONS],
});

/** The signs of a passage, numbers of `KIND_SIGNS`. */
export function signsOf(passage: Passage): number[] {
  const { page, block, token: q, words, rule } = passage;
  const { tokens, lexicon } = block;
  const { sign } = KIND_SIGNS;
  const span = page.spans[tokens[q].span];
  const [where, how] = rule.split(':');
  const signs = [sign.bias(), sign.words(lengthClass(words)), sign.rule(RULES.indexOf(where as Rule) + 1)];
  if (how !== undefined) signs.push(sign.how(HOWS.indexOf(how as How)));
  let question = 0;
  const on: On = (_question, holds) => {
    if (holds) signs.push(sign.question(question));
    question++;
  };
  const closing = lastSign(block.text, tokens[q]);
  on('single marks where others are usual', span.family === SINGLE && !passage.singleStyle);
  on('headline', isHeadline(page, block));
  on('alone in its block', tokens.length <= 2);
  on('verb beside', passage.beside);
  on('verb beside and short', passage.beside && words <= 2);
  on('ends with a comma', closing === ',');
  on('ends with a stop', closing === '.');
  on('ends with another sign', /[?!…]/.test(closing));
  on('short with a comma', closing === ',' && words <= 3);
  const titled = inside(
    block.text.slice(span.start, Math.min(span.end, span.start + LOOKED_AT)),
    lexicon.classes,
    words,
    on,
  );
  around(block, q, on);
  const left = tokens[q - 1] as Token | undefined;
  const right = tokens[q + 1] as Token | undefined;
  const near = [tokens[q - 1], tokens[q - 2], tokens[q + 1]] as (Token | undefined)[];
  on('title behind or before a word for a work', titled && near.some((token) => has(token, WORK | NAMING)));
  on('title without a verb beside', titled && !passage.beside);
  on('title behind a possessive', titled && left?.possessive === true);
  on('title behind a preposition', titled && has(left, PREPOSITION));
  on('one or two words behind a determiner', words <= 2 && has(left, DETERMINER));
  on('one or two words before a noun', words <= 2 && isWord(right) && !right.capital && right.is === 0);
  on('one or two words behind a possessive', words <= 2 && left?.possessive === true);
  on('three or four words behind a determiner', words > 2 && words <= 4 && has(left, DETERMINER));
  on('verb of saying within three words', near.some((token) => has(token, CUE)) || has(tokens[q - 3], CUE));
  const mood = reportedMood(tokens, q);
  on('reported speech', mood);
  on('reported speech, short', mood && words <= 3);
  on('reported speech behind a determiner', mood && has(left, DETERMINER));
  on('long and no verb of saying', words >= 5 && rule === 'none');
  return signs;
}

/** Whether the sentence tells in the mood of reported speech. */
function reportedMood(tokens: readonly Token[], q: number): boolean {
  const { sentence } = tokens[q];
  for (let i = q - 1; i >= 0 && tokens[i].sentence === sentence; i--) if (has(tokens[i], REPORTED)) return true;
  for (let i = q + 1; i < tokens.length && tokens[i].sentence === sentence; i++)
    if (has(tokens[i], REPORTED)) return true;
  return false;
}

/** A heading, or a short first line with text below it. */
function isHeadline(page: Page, block: Prepared): boolean {
  if (page.blocks[block.index].role === 'heading') return true;
  return block.text.length < 160 && page.before(block.index) < 0 && page.after(block.index) >= 0;
}

/** Characters and words of a passage that are looked into. */
const LOOKED_AT = 160;
const LOOKED_AT_WORDS = 12;

/** Asks the next question; the words are for the reader. */
type On = (question: string, holds: boolean) => void;

/** The first words of a passage, as many as are looked into. */
function firstWords(text: string): string[] {
  const words: string[] = [];
  const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
  for (let found = word.exec(text); found !== null && words.length < LOOKED_AT_WORDS; found = word.exec(text))
    words.push(found[0]);
  return words;
}

function beginsLarge(word: string): boolean {
  const code = word.charCodeAt(0);
  return code < 128 ? (code >= 65 && code <= 90) || (code >= 48 && code <= 57) : /^[\p{Lu}\p{N}]/u.test(word);
}

function inside(text: string, classes: ReadonlyMap<string, number>, count: number, on: On): boolean {
  const words = firstWords(text);
  let capital = 0;
  let small = 0;
  let functions = 0;
  let person = false;
  let verb = false;
  for (const word of words) {
    const is = classes.get(word.toLowerCase()) ?? 0;
    if (beginsLarge(word)) capital++;
    else if ((is & TITLE_SMALL) === 0) small++;
    if ((is & FUNCTION) !== 0) functions++;
    if ((is & PRONOUN) !== 0) person = true;
    if ((is & (FILLER | CUE)) !== 0) verb = true;
  }
  const first = words[0] ?? '';
  on('starts-small', /^\p{Ll}/u.test(first));
  on('title-case', capital >= 2 && small === 0);
  on('title-case-short', capital >= 2 && small === 0 && count <= 4);
  on('one-capital', count === 1 && capital === 1);
  on('mostly-capital', small > 0 && capital > small);
  on('all-caps', count >= 1 && !/[a-z]/.test(text) && text === text.toUpperCase());
  on('digits', count <= 3 && /\d/.test(text));
  on('hash', /[#@/\\_]|https?:|\.\w{2,4}$/.test(text));
  on('person', person);
  on('verb', verb);
  on('functions-none', functions === 0);
  on('functions-many', functions >= 3);
  on('brackets', /\[/.test(text));
  return capital >= 1 && small === 0;
}

function around({ tokens, text }: Prepared, q: number, on: On): void {
  const left = tokens[q - 1] as Token | undefined;
  const left2 = tokens[q - 2] as Token | undefined;
  const right = tokens[q + 1] as Token | undefined;
  const sentence = tokens[q].sentence;
  on('left-none', left === undefined);
  on('left-colon', isSign(left, ':'));
  on('left-comma', isSign(left, ','));
  on('left-paren', isSign(left, '([/'));
  on('left-dash', isSign(left, '—–-'));
  on('left-quote', left?.kind === 'quote');
  on('left-stop', isSign(left, '.!?'));
  on('left-determiner', has(left, DETERMINER));
  on('left-preposition', has(left, PREPOSITION));
  on('left-conjunction', has(left, CONJUNCTION));
  on('left-filler', has(left, FILLER));
  on('left-cue', has(left, CUE));
  on('left-addressed', has(left, ADDRESSED));
  on('left-possessive', left?.possessive === true);
  on('left-capital', left?.kind === 'word' && left.capital && left.possessive !== true);
  on('left-as', left?.lower === 'as' || left?.lower === 'als');
  on('left-plain', isWord(left) && !left.capital && left.is === 0);
  on('left-touches', isWord(left) && left.end === tokens[q].start);
  on('left2-cue', has(left2, CUE));
  let naming = false;
  let work = false;
  let cue = false;
  let quotes = 0;
  for (let i = q - 1; i >= 0 && i >= q - 25 && tokens[i].sentence === sentence; i--) {
    if (i >= q - 4 && has(tokens[i], NAMING)) naming = true;
    if (i >= q - 3 && has(tokens[i], WORK)) work = true;
    if (isCue(tokens, i)) cue = true;
    if (tokens[i].kind === 'quote') quotes++;
  }
  on('left-naming', naming);
  on('left-work', work);
  on('cue-before', cue);
  on('quotes-before', quotes > 0);
  let after = false;
  for (let i = q + 1; i < tokens.length && i <= q + 25 && tokens[i].sentence === sentence; i++) {
    if (isCue(tokens, i)) after = true;
  }
  on('cue-after', after);
  on('right-none', right === undefined);
  on('right-comma', isSign(right, ','));
  on('right-stop', isSign(right, '.!?'));
  on('right-paren', isSign(right, '(['));
  on('right-close', isSign(right, ')]'));
  on('right-capital', isWord(right) && right.capital);
  on('right-plain', isWord(right) && !right.capital && right.is === 0);
  on('right-preposition', has(right, PREPOSITION));
  on('right-conjunction', has(right, CONJUNCTION));
  on('right-filler', has(right, FILLER));
  on('right-cue', has(right, CUE));
  on('right-naming', has(right, NAMING));
  on('right-work', has(right, WORK));
  on('right-quote', right?.kind === 'quote');
  on('right-touches', isWord(right) && right.start === tokens[q].end && text[tokens[q].end] !== ' ');
}
