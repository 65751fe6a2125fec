import { describe, expect, it } from 'vitest';
import { sameSpeaker, type Agreement } from '../../../src/core/matching/speakers.ts';

describe('whether two names stand for one person or body', () => {
  it.each<[string | null, string | null, Agreement]>([
    ['Zelensky', 'Volodymyr Zelenskyy', 'same'],
    ['Володимир Зеленський', 'President Zelenskiy', 'same'],
    ['Selenskyj', 'Zelensky', 'same'],
    ['Mr. Trump', 'Donald Trump', 'same'],
    ['Donald J. Trump', 'Donald Trump', 'same'],
    ['Hillary', 'Hillary Clinton', 'same'],
    ['Bill Clinton', 'Hillary Clinton', 'different'],
    ['George W. Bush', 'Barack Obama', 'different'],
    ['the Kremlin', 'Dmitry Peskov', 'same'],
    ['the Kremlin', 'Emmanuel Macron', 'different'],
    ['the president', 'Barack Obama', 'unknown'],
    ['he', 'Barack Obama', 'unknown'],
    ['somebody', 'Barack Obama', 'unknown'],
    ['constructor', '__proto__', 'different'],
    ['', 'Barack Obama', 'unknown'],
    [null, null, 'unknown'],
  ])('%s, %s: %s', (page, source, expected) => {
    expect(sameSpeaker(page, source)).toBe(expected);
  });
});
