import { describe, expect, it } from 'vitest';
import { sotuDocument, sotuDocuments, withParagraphs } from '../../../scripts/corpus/sotu.ts';

const address = (year: number, name: string, text = 'Fellow citizens:') => ({ year, name, party: 'none', text });

describe('an address as a document', () => {
  const titles: [number, string, string, boolean, string][] = [
    [1862, 'Abraham Lincoln', '1862-12-01', true, 'Annual Message to Congress, 1 December 1862'],
    [1941, 'Franklin D Roosevelt', '1941-01-06', false, 'Annual Message to Congress, 6 January 1941'],
    [1956, 'Dwight D Eisenhower', '1956-01-05', true, 'State of the Union message, 5 January 1956'],
    [2002, 'George W Bush', '2002-01-29', false, 'State of the Union address, 29 January 2002'],
    [2021, 'Joseph R Biden', '2021-04-28', false, 'Address to a joint session of Congress, 28 April 2021'],
  ];
  it.each(titles)('%i by %s is called by the name of its time', (year, name, date, written, title) => {
    expect(sotuDocument(address(year, name), { date, written }).title).toBe(title);
  });

  it.each([
    ['William Mc Kinley', 'William McKinley'],
    ['Harry S Truman', 'Harry S. Truman'],
    ['Joseph R Biden', 'Joe Biden'],
    ['Thomas Jefferson', 'Thomas Jefferson'],
  ])('%s is printed as %s', (name, usual) => {
    expect(sotuDocument(address(1950, name), { date: '1950-01-04', written: false }).speaker).toBe(usual);
  });

  it('loses stray control characters and keeps the applause', () => {
    const document = sotuDocument(address(2021, 'Joseph R Biden', ' Thank you.\u0002  (Applause.) Good. '), {
      date: '2021-04-28',
      written: false,
    });
    expect(document.text).toBe('Thank you. (Applause.) Good.');
  });
});

describe('paragraphs', () => {
  it('are divided by line breaks', () => {
    expect(withParagraphs('One two three. Four five. Six.', [3, 2])).toBe('One two three.\nFour five.\nSix.');
    expect(withParagraphs('One two three.', [])).toBe('One two three.');
  });

  it('that begin after the end are refused', () => {
    expect(() => withParagraphs('One two.', [2])).toThrow('after the last word');
  });
});

describe('the collection', async () => {
  const documents = await sotuDocuments();

  it('is complete, dated and in order', () => {
    expect(documents).toHaveLength(233);
    expect(documents[0]).toMatchObject({ date: '1790-12-08', speaker: 'George Washington' });
    expect(documents.at(-1)).toMatchObject({ date: '2021-04-28', speaker: 'Joe Biden' });
    expect(new Set(documents.map((document) => document.id)).size).toBe(233);
    for (const document of documents) expect(document.text).not.toMatch(/[^\P{Cc}\n]/u);
  });

  it.each([
    ['axis of evil', '2002-01-29'],
    ['unconditional war on poverty', '1964-01-08'],
    ['era of big Government is over', '1996-01-23'],
    ['four essential human freedoms', '1941-01-06'],
  ])('“%s” stands in the address of %s only', (words, date) => {
    const holding = documents.filter((document) => document.text?.replace(/\n/gu, ' ').includes(words));
    expect(holding.map((document) => document.date)).toEqual([date]);
  });
});
