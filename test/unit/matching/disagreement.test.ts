import { describe, expect, it } from 'vitest';
import { matchQuotations } from '../../../src/core/matching/index.ts';
import type { Notice } from '../../../src/core/matching/types.ts';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { buildPack, memoryBytes, openPack, type Pack } from '../../../src/core/packs/index.ts';

const SPEECH = `Good evening to all who came through the rain to the old market hall tonight. The council has heard the farmers of the valley.
We will open the northern bridge before the first snow falls on the passes. After that the mill road gets its lamps, and the school gets its roof.
Thank you for your patience, and a safe way home to everybody in the upper villages.`;

const speech = (changes: Partial<PackDocument>): PackDocument => ({
  id: 'hall',
  title: 'Speech in the market hall, city transcript',
  speaker: 'Ada Marsh',
  date: '2021-10-02',
  lang: 'en',
  class: 'official transcript',
  text: SPEECH,
  ...changes,
});
/** The same speech as somebody else took it down. */
const other = (changes: Partial<PackDocument>): PackDocument =>
  speech({ id: 'other', title: 'Radio transcript', class: 'news transcript', ...changes });
const with_ = (from: string, to: string): string => SPEECH.replace(from, to);

const QUOTE = 'We will open the northern bridge before the first snow falls';
const CHANGED = with_('We will open the northern bridge', 'We may open the northern bridge');

async function packOf(id: string, documents: readonly PackDocument[]): Promise<Pack> {
  const opened = await openPack(memoryBytes(buildPack(documents, { id, name: id, version: '1' })));
  if (!opened.ok) throw new Error(opened.error);
  return opened.value;
}
async function disagreements(quote: string, ...packs: (readonly PackDocument[])[]): Promise<Notice[]> {
  const open = await Promise.all(packs.map((documents, index) => packOf(`pack${index}`, documents)));
  const [{ notices }] = await matchQuotations([{ id: 'q', quote }], open);
  return notices.filter(({ kind }) => kind === 'sources-disagree');
}
const said = (text: string, source = 'Radio transcript'): Notice => ({ kind: 'sources-disagree', source, text });

describe('sources that disagree', () => {
  const MAY = said('We may open the northern bridge before the first snow falls');

  it.each<[string, PackDocument[][], Notice[]]>([
    ['two packs with transcripts of one speech', [[speech({})], [other({ text: CHANGED })]], [MAY]],
    ['the other transcript comes first', [[other({ text: CHANGED })], [speech({})]], [MAY]],
    ['two transcripts in one pack', [[speech({}), other({ text: CHANGED })]], [MAY]],
    ['a date that is known less exactly', [[speech({})], [other({ text: CHANGED, date: '2021-10' })]], [MAY]],
    [
      'the speaker under another form of the name',
      [[speech({})], [other({ text: CHANGED, speaker: 'Mayor Marsh' })]],
      [MAY],
    ],
    [
      'a word more in the middle',
      [[speech({})], [other({ text: with_('the northern bridge', 'the new northern bridge') })]],
      [said('We will open the new northern bridge before the first snow falls')],
    ],
    ['the same words in both', [[speech({})], [other({})]], []],
    ['the same words, written otherwise', [[speech({})], [other({ text: with_('We will open', "We'll open") })]], []],
    ['a difference outside the quotation', [[speech({})], [other({ text: with_('mill road', 'high road') })]], []],
    [
      'an excerpt that begins later',
      [[speech({})], [other({ text: SPEECH.slice(SPEECH.indexOf('the northern')) })]],
      [],
    ],
    ['an abridged excerpt', [[speech({})], [other({ text: with_('the northern bridge', '… bridge') })]], []],
    ['another day', [[speech({})], [other({ text: CHANGED, date: '2022-10-02' })]], []],
    ['no date', [[speech({})], [other({ text: CHANGED, date: undefined })]], []],
    ['another speaker', [[speech({})], [other({ text: CHANGED, speaker: 'Ben Holt' })]], []],
    ['captions that a machine made', [[speech({})], [other({ text: CHANGED, uncertain: 'captions' })]], []],
    [
      'a like sentence in another speech of that day',
      [
        [speech({})],
        [
          other({
            text: `The fish auction begins at nine, as it always has, and nobody may bring a dog. The ferry crew asked for coats and shall have them. We will open the northern bridge before the last snow falls on anything. Then there will be dancing by the water with music from the fire brigade until late.`,
          }),
        ],
      ],
      [],
    ],
  ])('%s', async (_, packs, expected) => {
    expect(await disagreements(QUOTE, ...packs)).toEqual(expected);
  });

  it('compares the passage, not the quotation, where the quotation has changed words', async () => {
    const changed = 'We will close the northern bridge before the first snow falls';
    expect(await disagreements(changed, [speech({})], [other({})])).toEqual([]);
    expect(await disagreements(changed, [speech({})], [other({ text: CHANGED })])).toEqual([MAY]);
  });

  it('names two sources at most, each wording once', async () => {
    const shall = other({ id: 'third', title: 'Evening paper', text: CHANGED.replace('We may', 'We shall') });
    const again = other({ id: 'fourth', title: 'Morning paper', text: CHANGED });
    const must = other({ id: 'fifth', title: 'Weekly', text: CHANGED.replace('We may', 'We must') });
    const found = await disagreements(QUOTE, [speech({})], [other({ text: CHANGED })], [again], [shall], [must]);
    expect(found).toEqual([
      MAY,
      said('We shall open the northern bridge before the first snow falls', 'Evening paper'),
    ]);
  });
});

describe('accounts of one statement', () => {
  const statement = (spoken: string | undefined): PackDocument => ({
    id: 'toast',
    title: 'Toast at the harbour',
    speaker: 'Ada Marsh',
    date: '2021-10-02',
    lang: 'en',
    class: 'news report',
    statement: {
      spoken_lang: spoken,
      status: 'documented',
      renderings: [
        { by: 'Agency A', text: 'When it becomes serious, you have to close the harbour.' },
        { by: 'Channel B', text: 'When the going gets rough, you have to close the harbour.' },
        { by: 'Paper C', text: 'you have to close the harbour' },
      ],
    },
  });
  const quote = 'When it becomes serious, you have to close the harbour';

  it('disagree where both are in the language that was spoken', async () => {
    const [{ notices }] = await matchQuotations([{ id: 'q', quote }], [await packOf('p', [statement(undefined)])]);
    expect(notices.map(({ kind }) => kind)).toEqual(['sources-disagree', 'source-class']);
    expect(notices[0]).toEqual(said('When the going gets rough, you have to close the harbour', 'Channel B'));
  });

  it('are renderings where it was translated', async () => {
    const [{ notices }] = await matchQuotations([{ id: 'q', quote }], [await packOf('p', [statement('uk')])]);
    expect(notices.map(({ kind }) => kind)).toEqual(['translation', 'source-class']);
  });
});
