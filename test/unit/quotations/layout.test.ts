import { describe, expect, test } from 'vitest';
import { findQuotations, namesNear, type Block } from '../../../src/core/quotations/index.ts';
import { marksOf } from '../../../src/core/quotations/marks/locales.ts';

const block = (text: string, role: Block['role'] = 'paragraph', more: Partial<Block> = {}): Block => ({
  text,
  role,
  ...more,
});
const texts = (blocks: Block[], lang?: string): string[] =>
  findQuotations(blocks, lang === undefined ? {} : { lang }).map((one) => `${one.kind}: ${one.text}`);

describe('quotations without marks', () => {
  test('a blockquote', () => {
    const found = findQuotations([
      block('Anna Berg wrote to the members:'),
      block('The plan will not survive the winter. We have seen it before.', 'blockquote'),
    ]);
    expect(found.map((one) => [one.kind, one.text, one.speaker?.name])).toEqual([
      ['quotation', 'The plan will not survive the winter. We have seen it before.', 'Anna Berg'],
    ]);
  });
  test('a blockquote that has its own marks is one quotation', () => {
    expect(texts([block('“The plan will not survive the winter.”', 'blockquote')])).toEqual([
      'quotation: The plan will not survive the winter.',
    ]);
  });
  test('a quotation inside a blockquote is nested', () => {
    expect(texts([block('They told us “never again” and we believed them all.', 'blockquote')])).toEqual([
      'quotation: They told us “never again” and we believed them all.',
      'nested: never again',
    ]);
  });
  test('the source behind a dash stays outside', () => {
    expect(texts([block('The plan will not survive the winter. — Anna Berg', 'blockquote')])).toEqual([
      'quotation: The plan will not survive the winter.',
    ]);
  });
  test('the source in cite stays outside', () => {
    const text = 'The plan will not survive the winter. Anna Berg';
    expect(texts([block(text, 'blockquote', { spans: [{ start: 38, end: 47, tag: 'cite' }] })])).toEqual([
      'quotation: The plan will not survive the winter.',
    ]);
  });
  test('a pull quote', () => {
    expect(texts([block('The plan will not survive the winter', 'pullquote')])).toEqual([
      'quotation: The plan will not survive the winter',
    ]);
  });
  test('the q element', () => {
    const text = 'Anna Berg said The plan will not survive the winter and left.';
    expect(texts([block(text, 'paragraph', { spans: [{ start: 15, end: 51, tag: 'q' }] })])).toEqual([
      'quotation: The plan will not survive the winter',
    ]);
  });
  test('a q element inside printed marks is not found twice', () => {
    const text = 'Anna Berg said “The plan will not survive the winter” and left.';
    expect(texts([block(text, 'paragraph', { spans: [{ start: 16, end: 52, tag: 'q' }] })])).toEqual([
      'quotation: The plan will not survive the winter',
    ]);
  });
  test('spans that point outside the text do no harm', () => {
    expect(
      texts([
        block('Short.', 'paragraph', {
          spans: [
            { start: 2, end: 900, tag: 'q' },
            { start: -5, end: 0, tag: 'q' },
          ],
        }),
      ]).length,
    ).toBeLessThan(2);
  });
  test('code holds no quotations', () => {
    expect(texts([block('print("the plan will not survive the winter")', 'code')])).toEqual([]);
  });
});

describe('dialogue behind dashes', () => {
  test('French, the narrator behind a comma', () => {
    expect(texts([block('— Nous ne partirons pas avant le printemps, dit Anne Berger.')], 'fr')).toEqual([
      'quotation: Nous ne partirons pas avant le printemps',
    ]);
  });
  test('Russian, the narrator between dashes', () => {
    expect(
      texts([block('— Мы никуда не уедем до весны, — сказала Анна. — Это наш дом и наша земля.')], 'ru').length,
    ).toBeGreaterThan(0);
  });
  test('Spanish, the dash without a space', () => {
    expect(texts([block('—No nos iremos antes de la primavera —dijo Ana Serrano.')], 'es')).toEqual([
      'quotation: No nos iremos antes de la primavera',
    ]);
  });
  test('a list with dashes is no dialogue', () => {
    expect(texts([block('— deux pommes et trois poires'), block('— un kilo de farine de blé')], 'fr')).toEqual([]);
  });
  test('English dashes are no dialogue', () => {
    expect(texts([block('— We will not leave before spring, said Anna.')], 'en')).toEqual([]);
  });
});

describe('turns of an interview', () => {
  test('a name and a colon before the marks', () => {
    const [found] = findQuotations([block('Anna Berg: “The plan will not survive the winter.”')]);
    expect(found.mention?.name).toBe('Anna Berg');
  });
  test('the source in a line of its own below', () => {
    const [found] = findQuotations([block('“The plan will not survive the winter.”'), block('— Anna Berg, farmer')]);
    expect(found.speaker?.name).toBe('Anna Berg');
  });
});

describe('names near a quotation', () => {
  const blocks = [
    block('Anna Berg and Carl Dorn met Eric Holm on Monday.'),
    block('“The plan will not survive the winter,” said Anna Berg.'),
    block('Later Mary Pole agreed with Carl Dorn.'),
  ];
  const [quotation] = findQuotations(blocks);
  test('the nearest persons, without the speaker', () => {
    const names = namesNear(blocks, [quotation])[0];
    expect(names).toContain('Carl Dorn');
    expect(names).toContain('Mary Pole');
    expect(names).not.toContain('Anna Berg');
    expect(names.length).toBeLessThanOrEqual(6);
  });
});

describe('marks by locale (CLDR)', () => {
  test.each([
    ['de', '„', '“'],
    ['de-CH', '„', '“'],
    ['fr', '«', '»'],
    ['pl', '„', '”'],
    ['sv', '”', '”'],
    ['ja', '「', '」'],
    ['en-GB', '“', '”'],
    ['xx', '“', '”'],
  ])('%s', (tag, open, close) => {
    expect(marksOf(tag).outer).toEqual([open, close]);
  });
});
