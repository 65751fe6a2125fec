import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it, vi } from 'vitest';
import { entriesOf, queryKey, type Entry } from '../../../src/content/entries.ts';
import { readBlocks, rangeOf, type PageFacts, type ReadBlock } from '../../../src/content/read/index.ts';
import { partsOf, type FoundQuotation } from '../../../src/content/scan.ts';
import { FIND_UNITS } from '../../../src/protocol/contract.ts';
import { findQuotations } from '../../../src/core/quotations/index.ts';

vi.mock('../../../src/platform/messages.ts', () => ({ callBackground: () => Promise.reject(new Error('not asked')) }));

/** As much of a range as is asked of it here; the DOM of the tests has none that can be set. */
class TextRange {
  startContainer!: Text;
  startOffset = 0;
  endContainer!: Text;
  endOffset = 0;
  readonly collapsed = false;
  setStart(node: Text, offset: number): void {
    [this.startContainer, this.startOffset] = [node, offset];
  }
  setEnd(node: Text, offset: number): void {
    [this.endContainer, this.endOffset] = [node, offset];
  }
  toString(): string {
    return this.startContainer.data.slice(this.startOffset, this.endOffset);
  }
}

const facts: PageFacts = { title: 'An article', lang: 'en', date: '2022-02-09', byline: null };

function article(body: string): { blocks: ReadBlock[]; found: FoundQuotation[] } {
  const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
  Object.assign(document, { createRange: () => new TextRange() });
  const blocks = readBlocks(document.body, { scope: 'article' });
  const quotations = findQuotations(
    blocks.map(({ block }) => block),
    { lang: 'en' },
  );
  return { blocks, found: quotations.map((quotation) => ({ quotation, names: ['Jane Doe'] })) };
}

const entries = (body: string, minWords = 3, before = new Map<string, Entry>()): Entry[] => {
  const { blocks, found } = article(body);
  return entriesOf(found, blocks, facts, minWords, before);
};

const said = '<p>“We will rebuild the bridge,” said Ada Byron, “before the winter comes to the valley.”</p>';

describe('the quotations of a page', () => {
  it('become queries with their pieces, speaker, names, date and language', () => {
    const [entry] = entries(said);
    expect(entry.query).toMatchObject({ speaker: 'Ada Byron', names: ['Jane Doe'], date: '2022-02-09', lang: 'en' });
    expect(entry.query!.pieces!.join(' ')).toBe(entry.quotation.text);
    expect(entry.ranges.map((range) => range.toString())).toEqual(entry.query!.pieces);
  });

  it('say why they are not checked', () => {
    const reasons = (body: string): unknown => entries(body, 6).map(({ reason }) => reason);
    expect(reasons('<p>Ada Byron said: “We will.” Then she left.</p>')).toEqual(['too-short']);
    expect(reasons('<p lang="zh">他说：“我们会在冬天之前重建这座桥。”</p>')).toEqual([null]);
    expect(reasons('<h2>“We will rebuild the bridge before the winter”, mayor says</h2>')).toEqual(['heading']);
  });

  it('keep their ids when the page grows above them, and tell equal words apart', () => {
    const first = entries(said + said);
    expect(new Set(first.map(({ id }) => id)).size).toBe(first.length);
    const grown = entries(`<p>Something new.</p>${said}${said}`);
    expect(grown.map(({ id }) => id)).toEqual(first.map(({ id }) => id));
  });

  it('keep their ranges when nothing changed where they stand', () => {
    const { blocks, found } = article(said);
    const first = entriesOf(found, blocks, facts, 3, new Map());
    const again = entriesOf(found, blocks, facts, 3, new Map(first.map((entry) => [entry.id, entry])));
    expect(again[0].ranges[0]).toBe(first[0].ranges[0]);
  });

  it('have the same answer only for the same question', () => {
    const [entry] = entries(said);
    const query = entry.query!;
    expect(queryKey({ ...query, id: 'other' })).toBe(queryKey(query));
    expect(queryKey({ ...query, speaker: 'Somebody Else' })).not.toBe(queryKey(query));
  });

  it('have no range once their words are gone from the page', () => {
    const { blocks } = article('<p>Gone in a moment.</p>');
    blocks[0].element.remove();
    expect(rangeOf(blocks, { block: 0, start: 0, end: 4 })).toBeNull();
  });
});

describe('the parts a long page is searched in', () => {
  const block = (text: string): Pick<ReadBlock, 'block'> => ({ block: { text, role: 'paragraph' } });
  const page = (count: number, from = 0): Pick<ReadBlock, 'block'>[] =>
    Array.from({ length: count }, (_, n) =>
      block(`Paragraph ${from + n} of a long day. ${'Words and words. '.repeat(10)}`),
    );
  const textsOf = (blocks: readonly Pick<ReadBlock, 'block'>[]): string[] =>
    partsOf(blocks).map(({ from, to }) =>
      blocks
        .slice(from, to)
        .map((each) => each.block.text)
        .join('\n'),
    );

  it('an article is one part, so that its names resolve', () => {
    expect(partsOf(page(200))).toEqual([{ from: 0, to: 200 }]);
    expect(partsOf([])).toEqual([]);
  });

  it('cover everything once, in order, none over the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40_000 }), { minLength: 1, maxLength: 60 }), (lengths) => {
        const blocks = lengths.map((length, n) => block(`${n}`.padEnd(length, 'x')));
        const parts = partsOf(blocks);
        let at = 0;
        for (const { from, to } of parts) {
          expect(from).toBe(at);
          expect(to).toBeGreaterThan(from);
          at = to;
          const units = blocks.slice(from, to).reduce((sum, each) => sum + each.block.text.length, 0);
          expect(units <= FIND_UNITS || to - from === 1).toBe(true);
        }
        expect(at).toBe(blocks.length);
      }),
    );
  });

  it('stay the same, but for one or two, when a paragraph is put in at the top', () => {
    const before = new Set(textsOf(page(3000)));
    const after = textsOf([block('Breaking: something new.'), ...page(3000)]);
    expect(after.length).toBeGreaterThan(10);
    expect(after.filter((text) => !before.has(text)).length).toBeLessThanOrEqual(2);
  });
});
