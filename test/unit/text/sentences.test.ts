import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceBounds, sentenceEnd, sentenceStart } from '../../../src/core/text/index.ts';

const sentences = (text: string): string[] => sentenceBounds(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['We won. They lost! Why?', ['We won.', 'They lost!', 'Why?']],
    [
      'Mr. Smith met Dr. No in the U.S. on Monday. Then he left.',
      ['Mr. Smith met Dr. No in the U.S. on Monday.', 'Then he left.'],
    ],
    ['“It is over.” He said so.', ['“It is over.”', 'He said so.']],
    ['It costs 3.5 million. Yes.', ['It costs 3.5 million.', 'Yes.']],
    ['Thank you. (Applause.) We go on.', ['Thank you.', '(Applause.) We go on.']],
    ['One line\nand another', ['One line', 'and another']],
    ['私は。行く。', ['私は。', '行く。']],
    ['no end at all', ['no end at all']],
    ['', []],
  ])('%s', (text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  it('finds the sentence around an offset', () => {
    const text = 'First one. The second is here. Third.';
    const at = text.indexOf('second');
    expect(text.slice(sentenceStart(text, at), sentenceEnd(text, at))).toBe('The second is here.');
  });

  it('divides any text into ranges in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.nat(400), (text, offset) => {
        let last = 0;
        for (const { start, end } of sentenceBounds(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        const at = Math.min(offset, text.length);
        expect(sentenceStart(text, at)).toBeLessThanOrEqual(at);
      }),
    );
  });
});
