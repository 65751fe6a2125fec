import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWords, firstWord, readWords, readWordsFrom, Words } from '../../../src/core/text/index.ts';

const folded = (text: string): string[] => {
  const words = readWords(text);
  return Array.from({ length: words.count }, (_, i) => words.word(i));
};

describe('words', () => {
  it.each([
    ['Don’t go.', 'dont go'],
    ["don't dont DON‘T", 'dont dont dont'],
    ['carefully-crafted lies — and myths', 'carefully crafted lies and myths'],
    ['Élysée, façade, Łódź, Straße, Ångström', 'elysee facade lodz strasse angstrom'],
    ['the U.S. and the U.K.', 'the us and the uk'],
    ['J.F.K. spoke.', 'jfk spoke'],
    ['$20,000 or 3.5% of 1,234,567.89', '$ 20000 or 3.5 percent of 1234567.89'],
    ['3,5 Prozent, 1.000.000 Euro', '3.5 prozent 1000000 euro'],
    ['in 2020, 300 people', 'in 2020 300 people'],
    ['Київ і їжа, Алёна', 'київ і їжа алена'],
    ['Ελλάδα', 'ελλαδα'],
    ['我们 は', '我 们 は'],
    ['soft\u00ADhyphen and zero\u200Bwidth', 'softhyphen and zerowidth'],
    ['Q  What about taxes?\nTHE PRESIDENT: No. (Laughter.) We will.', 'what about taxes no we will'],
    ['MS. PSAKI:  Good afternoon.', 'good afternoon'],
    ['Remember: we (as a nation) agreed [Applause] to this', 'remember we as a nation agreed to this'],
    ['R&D', 'r and d'],
    ['', ''],
    ['… — “”', ''],
  ])('%s', (text, expected) => {
    expect(folded(text).join(' ')).toBe(expected);
  });

  it('gives UTF-16 places without the marks around a word', () => {
    const text = '“Don’t” 😀 go!';
    const words = readWords(text);
    expect(Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]))).toEqual([
      'Don’t',
      'go',
    ]);
  });

  it('counts what it reads', () => {
    expect(countWords('We will, (Applause.) we will.')).toBe(4);
    expect(firstWord('  “But no')).toBe('but');
    expect(firstWord('…')).toBe('');
  });

  it('reads any text: places in order and inside it, the same words again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = readWords(text);
        for (let i = 0; i < words.count; i++) {
          expect(words.start[i]).toBeLessThan(words.end[i]);
          expect(words.end[i]).toBeLessThanOrEqual(i + 1 < words.count ? words.start[i + 1] : text.length);
          expect(words.word(i)).not.toBe('');
        }
      }),
    );
  });

  it('reads on from the start of any word as it reads the whole', () => {
    const text = fc.array(
      fc.constantFrom(
        'We',
        'U.S.',
        '20,000',
        'don’t',
        '(Applause.)',
        '\n',
        'THE PRESIDENT:',
        'Q ',
        '3.5%',
        'ill-fed',
        '—',
        'Łódź',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(text, fc.nat(), (pieces, which) => {
        const whole = pieces.join(' ');
        const all = readWords(whole);
        if (all.count === 0) return;
        const from = which % all.count;
        const rest = readWordsFrom(whole, from === 0 ? 0 : all.start[from], whole.length, new Words());
        expect(Array.from({ length: rest.count }, (_, i) => rest.start[i])).toEqual(
          Array.from({ length: all.count - from }, (_, i) => all.start[from + i]),
        );
        const two = readWordsFrom(whole, from === 0 ? 0 : all.start[from], whole.length, new Words(), 2);
        expect(two.count).toBe(Math.min(2, rest.count));
        const kept = all.compact();
        const wordsOf = (words: Words): unknown[] =>
          Array.from({ length: words.count }, (_, i) => [words.word(i), words.start[i], words.end[i], words.hash[i]]);
        expect(wordsOf(kept)).toEqual(wordsOf(all));
      }),
    );
  });
});
