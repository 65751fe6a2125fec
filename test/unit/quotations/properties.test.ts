import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuotations, namesNear, type Block, type Quotation } from '../../../src/core/quotations/index.ts';

const GLYPHS = ['"', "'", '“', '”', '‘', '’', '„', '‚', '«', '»', '‹', '›', '「', '」', '``', "''", '—', '– '];
const WORDS = [
  'said',
  'Anna Berg',
  'he',
  'told',
  'the',
  'Dr.',
  'U.S.',
  'sagte',
  'a-t-il',
  'сказал',
  '首相',
  '\u00a0',
  '\u200b',
  '\n',
  ',',
  '.',
  ':',
  '?',
  "6'",
  '2"',
  '😀',
  '\ud800',
];

const text = fc
  .array(
    fc.oneof(fc.constantFrom(...GLYPHS), fc.constantFrom(...WORDS), fc.string({ maxLength: 6 }), fc.constant(' ')),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const role = fc.constantFrom<Block['role']>(
  'paragraph',
  'heading',
  'item',
  'blockquote',
  'pullquote',
  'caption',
  'cell',
  'byline',
  'code',
  'comment',
);
const span = fc.record({
  start: fc.integer({ min: -3, max: 90 }),
  end: fc.integer({ min: -3, max: 90 }),
  tag: fc.constantFrom('q', 'cite', 'em', 'strong', 'code', 'a' as const),
});
const block: fc.Arbitrary<Block> = fc.record(
  {
    text,
    role,
    lang: fc.constantFrom('en', 'de', 'fr', 'ru', 'ja', 'sv', '', 'x-none'),
    spans: fc.array(span, { maxLength: 3 }),
  },
  { requiredKeys: ['text', 'role'] },
);
const blocks = fc.array(block, { maxLength: 6 });

function wellFormed(page: readonly Block[], found: readonly Quotation[]): void {
  found.forEach((quotation, index) => {
    expect(quotation.pieces.length).toBeGreaterThan(0);
    let last = { block: -1, end: -1 };
    for (const piece of quotation.pieces) {
      expect(piece.block < page.length && piece.start >= 0 && piece.end <= page[piece.block].text.length).toBe(true);
      expect(piece.start).toBeLessThan(piece.end);
      expect(piece.block > last.block || (piece.block === last.block && piece.start >= last.end)).toBe(true);
      last = piece;
    }
    expect(quotation.text).toBe(
      quotation.pieces.map((one) => page[one.block].text.slice(one.start, one.end)).join(' '),
    );
    expect(quotation.confidence >= 0 && quotation.confidence <= 1).toBe(true);
    if (quotation.speaker) {
      const { block: at, start, end } = quotation.speaker;
      expect(page[at].text.slice(start, end)).toBe(quotation.speaker.text);
    }
    if (quotation.within !== undefined) expect(quotation.within).toBeLessThan(index);
    expect(quotation.kind === 'nested').toBe(quotation.within !== undefined);
  });
}

// Generous, so that a busy machine never fails a test.
const LONG = { timeout: 120_000 };

describe('any page', LONG, () => {
  test('answers without throwing, every range inside its block', () => {
    fc.assert(
      fc.property(blocks, (page) => {
        const found = findQuotations(page);
        wellFormed(page, found);
        for (const names of namesNear(page, found.slice(0, 2))) expect(names.length).toBeLessThanOrEqual(6);
      }),
      { numRuns: 300 },
    );
  });

  test('what a block holds does not change what a far block answers', () => {
    const tail: Block[] = [
      { text: 'The house met on Monday without a result.', role: 'paragraph' },
      { text: 'Carl Dorn said, “The valley is ours and will stay ours.”', role: 'paragraph' },
    ];
    fc.assert(
      fc.property(text, (damaged) => {
        const found = findQuotations([{ text: damaged, role: 'paragraph' }, ...tail], { lang: 'en' });
        expect(found.at(-1)?.text).toBe('The valley is ours and will stay ours.');
      }),
      { numRuns: 200 },
    );
  });
});

describe('hostile pages', LONG, () => {
  // Work is bounded by counts, not by the clock: each of these would take minutes if any step were quadratic.
  test.each([
    ['nothing but marks', '"'.repeat(5_000_000)],
    ['marks and spaces', '" '.repeat(2_000_000)],
    ['openers only', '“a '.repeat(1_500_000)],
    ['apostrophes', "a'".repeat(2_000_000)],
    ['one sentence without an end', `“a” ${'said Anna Berg and '.repeat(200_000)}`],
    ['one word', 'A'.repeat(3_000_000)],
    ['guillemets inside guillemets', '«'.repeat(2) + '« '.repeat(1_000_000)],
  ])('%s', (_name, hostile) => {
    const page: Block[] = [{ text: hostile, role: 'paragraph' }];
    wellFormed(page, findQuotations(page).slice(0, 50));
  });
});
