import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsFor, packed, unpacked } from '../../../src/core/packs/words/packed.ts';
import { sortedSuffixes } from '../../../src/core/packs/words/suffixes.ts';

function smaller(text: ArrayLike<number>, a: number, b: number): number {
  while (a < text.length && b < text.length && text[a] === text[b]) {
    a++;
    b++;
  }
  if (a === text.length || b === text.length) return b - a === 0 ? 0 : a === text.length ? -1 : 1;
  return text[a] - text[b];
}

describe('suffixes', () => {
  it('stand in order, each once, for any text', () => {
    const text = fc.oneof(
      fc.array(fc.nat(3), { maxLength: 200 }),
      fc.array(fc.nat(500), { maxLength: 200 }),
      fc.array(fc.constant(1), { maxLength: 300 }),
    );
    fc.assert(
      fc.property(text, (numbers) => {
        const order = [...sortedSuffixes(Uint16Array.from(numbers), 500)];
        const naive = numbers.map((_, i) => i).sort((a, b) => smaller(numbers, a, b));
        expect(order).toEqual(naive);
      }),
    );
  });

  it('are sorted in reasonable time where one word repeats a million times', () => {
    expect(sortedSuffixes(new Uint16Array(1_000_000).fill(7), 7)[0]).toBe(999_999);
  });

  it('come back from their packed form', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(2 ** 21 - 1), { maxLength: 100 }), (numbers) => {
        const bits = bitsFor(Math.max(1, ...numbers) + 1);
        const words = packed(Int32Array.from(numbers), bits);
        expect(numbers.map((_, i) => unpacked(words, bits, i))).toEqual(numbers);
      }),
    );
  });
});
