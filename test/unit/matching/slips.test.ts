import { describe, expect, it } from 'vitest';
import { Compared, type SaidWords } from '../../../src/core/matching/compared.ts';
import { Kinds } from '../../../src/core/matching/kinds.ts';
import { lexiconOf } from '../../../src/core/matching/lexicon.ts';
import { readQuotation } from '../../../src/core/matching/query.ts';
import { fingerDistance } from '../../../src/core/matching/similar.ts';
import type { EditKind } from '../../../src/core/matching/types.ts';

/** How often words and pairs stand in a text of 1.7 million words; a word that is not listed is not known, a pair not found. */
const FREQUENCY: Readonly<Record<string, number>> = {
  ...{ the: 150_000, of: 98_000, it: 15_000, is: 17_000, in: 39_000, on: 9_600, no: 3_600, now: 2_000, not: 12_000 },
  ...{
    i: 16_000,
    my: 4_000,
    may: 5_500,
    we: 20_000,
    he: 2_500,
    if: 3_500,
    n: 40,
    a: 33_000,
    have: 14_000,
    will: 12_000,
  },
  ...{
    take: 2_400,
    said: 700,
    behalf: 300,
    need: 1_800,
    doubt: 300,
    but: 6_000,
    there: 4_400,
    time: 3_000,
    town: 90,
    gown: 30,
  },
  ...{ fishermen: 40, this: 13_000, be: 20_000, sell: 200 },
};
const PAIRS: Readonly<Record<string, number>> = {
  ...{
    'it may': 400,
    'may take': 20,
    'it my': 60,
    'but it': 300,
    'it is': 3_000,
    'but i': 200,
    'is said': 10,
    'behalf of': 200,
  },
  ...{
    'of the': 30_000,
    'if the': 400,
    'there is': 1_200,
    'is no': 300,
    'no need': 10,
    'is on': 40,
    'will no': 5,
    'no doubt': 90,
  },
  ...{
    'we have': 3_000,
    'will not': 700,
    'will now': 30,
    'not be': 500,
    'this town': 2,
    'this gown': 1,
    'he will': 90,
  },
};

const said = (text: string): SaidWords => {
  const words = text.split(' ');
  const starts = words.map((_, i) => words.slice(0, i).join(' ').length + (i > 0 ? 1 : 0));
  return {
    folded: (i) => (words[i] ?? '').toLowerCase(),
    start: (i) => starts[i],
    end: (i) => starts[i] + words[i].length,
    surface: (i) => words[i],
    opensSentence: (i) => i === 0,
    frequencyOf: (word) => FREQUENCY[word] ?? 0,
    pairFrequency: (first, second) => PAIRS[`${first} ${second}`] ?? 0,
    shardLength: 1_700_000,
  };
};

/** The kind of the only word that differs. */
function kindOf(quote: string, source: string): EditKind {
  const there = said(source);
  const compared = new Compared(readQuotation({ id: 'q', quote }), there, lexiconOf('en'));
  const at = quote.split(' ').findIndex((word, i) => word.toLowerCase() !== there.folded(i));
  return new Kinds(compared).substitutionKind(at, at);
}

describe('a word that differs by a slip', () => {
  it.each<[EditKind, string, string]>([
    ['noise', 'there is rhw need', 'there is the need'],
    ['noise', 'will n doubt be', 'will no doubt be'],
    ['noise', 'but i is said', 'but it is said'],
    ['noise', 'it my take time', 'it may take time'],
    ['noise', 'on behalf if the fishermen', 'on behalf of the fishermen'],
    // A negation is never a slip of another word, nor one pronoun of another, however odd the sentence is.
    ['negation', 'there is on need', 'there is no need'],
    ['negation', 'we will now sell', 'we will not sell'],
    ['negation', 'we will not sell', 'we will now sell'],
    ['pronoun', 'but he have time', 'but we have time'],
    ['content', 'fishermen of this gown have', 'fishermen of this town have'],
    ['modal', 'it will take time', 'it may take time'],
  ])('%s: %s', (kind, quote, source) => {
    expect(kindOf(quote, source)).toBe(kind);
  });
});

it.each<[string, string, number]>([
  ['the', 'the', 0],
  ['tge', 'the', 0.5],
  ['rhw', 'the', 1],
  ['teh', 'the', 1],
  ['thhe', 'the', 0.5],
  ['th', 'the', 1],
  ['tpe', 'the', 1],
  ['гіст', 'міст', 1],
  ['міса', 'міст', 1],
  ['мфст', 'міст', 0.5],
  ['', 'the', 3],
])('the fingers are so far off: %s, %s', (a, b, distance) => {
  expect(fingerDistance(a, b)).toBe(distance);
});
