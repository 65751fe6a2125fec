import { describe, expect, it, vi } from 'vitest';
import type { Finding } from '../../../src/core/matching/types.ts';
import { noticeText } from '../../../src/ui/notices.ts';
import { coverageLine, verdictSentence } from '../../../src/ui/verdict.ts';
import { edit, finding, match, searched } from './samples.ts';

vi.mock('../../../src/platform/i18n.ts', () => import('./english.ts'));

const quote = 'the only thing we have to fear is fear itself';

describe('the verdict in a sentence', () => {
  const said = 'the only thing we must fear is fear itself';
  const cut = 'the only thing we have to fear, my friends, is fear itself';
  it.each<[verdict: string, of: Finding, sentence: string]>([
    [
      'exact',
      finding('exact', { matches: [match(quote)] }),
      'These words appear in First Inaugural Address, March 4, 1933.',
    ],
    [
      'edits marked',
      finding('edits-marked', { matches: [match(cut, { edits: [edit(quote, cut, '', 'my friends', 'marked-cut')] })] }),
      'Matches; 2 words left out and marked.',
    ],
    [
      'brackets, with nothing left out',
      finding('edits-marked', { matches: [match(said, { edits: [edit(quote, said, 'have', 'must', 'bracketed')] })] }),
      'Matches; what the article edited is marked.',
    ],
    [
      'cleaned',
      finding('cleaned', {
        matches: [
          match(said, {
            edits: [edit(quote, said, 'have', 'must', 'contraction'), edit(quote, said, 'to', 'only', 'filler')],
          }),
        ],
      }),
      'Differs only in contractions and filler words.',
    ],
    [
      'a key word',
      finding('key-word-altered', {
        matches: [match(said, { edits: [edit(quote, said, 'have to', 'must', 'modal')] })],
      }),
      '“have to” here, “must” in the source.',
    ],
    [
      'a key word left out',
      finding('key-word-altered', { matches: [match(said, { edits: [edit(quote, said, '', 'must', 'negation')] })] }),
      'The source has “must” here; the article leaves it out.',
    ],
    [
      'a key word put in, in a passage deep in its turn',
      finding('key-word-altered', {
        matches: [
          match(said, {
            start: 900,
            end: 900 + said.length,
            edits: [edit(quote, said, 'only', '', 'quantifier', 900)],
          }),
        ],
      }),
      'The article has “only” here; the source does not.',
    ],
    [
      'altered',
      finding('altered', { matches: [match(said)] }),
      'Wording differs from First Inaugural Address, March 4, 1933: see the marked words.',
    ],
    [
      'joined',
      finding('joined', { notices: [{ kind: 'long-gap', words: 1200 }] }),
      'Joins words that stand 1,200 words apart in the source.',
    ],
    [
      'resembles',
      finding('resembles', { matches: [match(said, { edits: [edit(quote, said, 'have to', 'must', 'modal')] })] }),
      'A similar passage exists; this may not be the same statement.',
    ],
    [
      'resembles, though no word differs',
      finding('resembles', { matches: [match(quote, { words: { matched: 10, total: 10 } })] }),
      'The same words occur in this source, but they are too few to tell whether it is the same statement.',
    ],
    [
      'known',
      finding('known-misquotation', { notices: [{ kind: 'finding', text: 'First seen in 1986.' }] }),
      'On record: First seen in 1986.',
    ],
    [
      'not found says what was searched and what it does not mean',
      finding('not-found'),
      'Not in the 233 sources searched (1790–2020). This does not mean it was not said.',
    ],
    ['not checked says why', finding('not-checked', { reason: 'scare' }), 'A word set apart, not somebody’s words.'],
  ])('%s', (_verdict, of, sentence) => {
    expect(verdictSentence(of, quote, searched)).toBe(sentence);
  });

  it('never judges', () => {
    for (const verdict of [
      'exact',
      'altered',
      'key-word-altered',
      'joined',
      'resembles',
      'known-misquotation',
      'not-found',
    ] as const)
      expect(verdictSentence(finding(verdict, { matches: [match(quote)] }), quote, searched)).not.toMatch(
        /\b(?:true|false|fake|fabricated|lie|misleading|out of context|verified)\b/iu,
      );
  });
});

it('says what was searched', () => {
  expect(coverageLine(searched)).toBe('233 sources, 1,784,000 words, 1790–2020');
  expect(coverageLine({ ...searched, sources: 1, words: 500, from: null, to: null })).toBe('1 source, 500 words');
});

describe('notices', () => {
  it.each<[notice: Parameters<typeof noticeText>[0], text: string]>([
    [
      { kind: 'another-speaker', page: 'A. Smith', source: 'B. Jones' },
      'The page credits A. Smith; the source lists B. Jones.',
    ],
    [
      { kind: 'another-date', page: '2022-02-09', source: '1941-01' },
      'The source is dated January 1941; the article is dated February 9, 2022.',
    ],
    [{ kind: 'several-places', count: 3, earliest: '1906' }, 'Stands in 3 places; the earliest is dated 1906.'],
    [
      { kind: 'translation', by: 'CNN', lang: 'ru', original: null, others: [] },
      'Translated from Russian; this wording is by CNN.',
    ],
    [{ kind: 'denied', by: 'the Kremlin', text: null, url: null }, 'Denied by the Kremlin.'],
    [{ kind: 'source-class', class: 'anonymous briefing' }, 'Kind of source: Anonymous briefing.'],
  ])('%o', (notice, text) => {
    expect(noticeText(notice)).toBe(text);
  });
});
