import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile, type Format, type ImportResult } from '../../../src/core/packs/importers/index.ts';
import * as samples from './samples.ts';

async function read(name: string, content: string | Uint8Array): Promise<ImportResult> {
  const result = await importFile({ name, bytes: typeof content === 'string' ? samples.bytes(content) : content });
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const said = (result: ImportResult, document = 0) =>
  result.documents[document].turns?.map((turn) => `${turn.speaker ?? '-'}: ${turn.text}`);

describe('a file becomes documents', () => {
  const formats: [string, string | Uint8Array, Format][] = [
    ['a.srt', samples.SRT, 'subtitles'],
    ['captions', samples.VTT, 'subtitles'],
    ['a.htm', samples.HTML, 'html'],
    ['a.xml', samples.TEI, 'tei'],
    ['dump.xml', samples.WIKIQUOTE, 'wikiquote'],
    ['a.tsv', samples.CSV, 'csv'],
    ['quotes.json', samples.QUOTEBANK, 'jsonl'],
    ['a.docx', samples.DOCX, 'docx'],
    ['unknown', samples.PDF, 'pdf'],
    ['a.zip', samples.ZIP, 'zip'],
    ['briefing.md', samples.TRANSCRIPT, 'markdown'],
    ['briefing', samples.TRANSCRIPT, 'text'],
  ];
  it.each(formats.map(([name, content, format]) => ({ name, content, format })))(
    '$name is read as $format',
    async ({ name, content, format }) => {
      const result = await read(name, content);
      expect(result.format).toBe(format);
      expect(result.documents.length).toBeGreaterThan(0);
    },
  );

  it('text: front matter, labels turned into people, place and time left out of the words', async () => {
    const result = await read('briefing.txt', samples.TRANSCRIPT);
    expect(result.documents[0]).toMatchObject({
      title: 'Press Briefing by Press Secretary Jen Psaki',
      date: '2022-02-08',
      url: 'https://example.org/briefing',
      speaker: 'Jen Psaki',
    });
    expect(said(result)).toEqual([
      'Jen Psaki: Hi, everyone. We have a guest, John Kirby, who will say a word.',
      'John Kirby: Thank you.\nThe second paragraph is his too.',
      'Reporter: Who paid for the bridge?',
      "Jen Psaki: I don't know.",
      'Joe Biden: Nor do I.',
      'Ms. Psakki: There you are.',
    ]);
  });

  it('text: labels that nobody’s words stand behind are the text', async () => {
    const result = await read('labels.txt', 'M\u00a0!:');
    expect(result.documents).toMatchObject([{ text: 'M\u00a0!:' }]);
  });

  it('subtitles: times in milliseconds, speakers by label and by voice', async () => {
    const srt = await read('a.srt', samples.SRT);
    expect(srt.documents[0].turns).toEqual([
      { speaker: 'Mayor Alder', at: 1000, text: 'The bridge will open in May. Not in June, as some have written.' },
      { speaker: 'Reporter', at: 70_000, text: 'And who pays?' },
    ]);
    expect(srt.documents[0].uncertain).toBe('captions');
    expect(said(await read('a.vtt', samples.VTT))).toEqual([
      'Ana Alder: The bridge will open in May.',
      'Ben Birch: Who pays & when?',
    ]);
  });

  it('subtitles: words that rolling captions show again come once', async () => {
    expect(said(await read('a.vtt', samples.ROLLING))).toEqual([
      '-: so the bridge will open in May if the weather holds and not a day later',
    ]);
  });

  it('HTML: the article with its date, address and language; no menu, script or footer', async () => {
    const result = await read('page.html', samples.HTML);
    expect(result.documents[0]).toMatchObject({
      title: 'Remarks by Mayor Ana Alder at the Old Bridge',
      date: '2024-03-02',
      url: 'https://city.example/remarks',
      lang: 'en',
      speaker: 'Ana Alder',
    });
    expect(result.documents[0].turns?.map((turn) => turn.speaker)).toEqual(['Ana Alder', 'Reporter', 'Ana Alder']);
    expect(JSON.stringify(result)).not.toMatch(/Home|never read|rights reserved/);
  });

  it('Word: tracked deletions left out, table rows as turns', async () => {
    const result = await read('a.docx', samples.DOCX);
    expect(result.documents[0].title).toBe('Interview with Ana Alder');
    expect(said(result)).toEqual(['Ben Birch: When will it open?', 'Ana Alder: In May.', 'Ben Birch: And who pays?']);
  });

  it('PDF: running heads out, divided words joined, marked as uncertain', async () => {
    const result = await read('council.pdf', samples.PDF);
    expect(result.documents[0].uncertain).toBe('pdf');
    expect(said(result)?.slice(0, 2)).toEqual([
      'Mayor Alder: The bridge will open in May 1 and it will stay open for every citizen of this town.',
      'Mr. Birch: Who pays now?',
    ]);
    expect(result.documents[0].turns).toHaveLength(6);
  });

  it('PDF: two columns are read one after the other, line numbers taken off', async () => {
    const column = (x: number, word: string) =>
      Array.from({ length: 12 }, (_, i) => ({ x, y: 700 - i * 12, text: `${word} line ${'abcdefghijkl'[i]} of text` }));
    const columns = await read('columns.pdf', samples.pdfOf([[...column(72, 'left'), ...column(340, 'right')]]));
    expect(columns.documents[0].text).toMatch(/^left line a.*left line l of text right line a.*right line l of text$/s);
    const numbered = await read(
      'court.pdf',
      samples.pdfOf([
        Array.from({ length: 10 }, (_, i) => ({
          x: 72,
          y: 700 - i * 20,
          text: `${i + 1}   the witness said word ${'abcdefghij'[i]}`,
        })),
      ]),
    );
    expect(numbered.documents[0].text).not.toMatch(/\d/);
  });

  it('CSV: rows of one event and day are one document', async () => {
    const result = await read('a.csv', samples.CSV);
    expect(result.documents.map((document) => [document.title, document.date])).toEqual([
      ['Old Bridge', '2024-03-02'],
      ['Council', '2024-03-09'],
    ]);
    expect(said(result)).toEqual(['Ana Alder: The bridge will open in May, we hope.', 'Ben Birch: Who said "May"?']);
  });

  it('CSV: the reader may say which column holds what', async () => {
    const bytes = samples.bytes('Redner;Was\nAna Alder;Die Brücke öffnet im Mai.\n');
    const result = await importFile(
      { name: 'a.csv', bytes },
      { columns: { text: '2', speaker: '1' }, defaults: { lang: 'de' } },
    );
    expect(result.ok && result.value.documents.at(-1)).toMatchObject({ speaker: 'Ana Alder', lang: 'de' });
  });

  it('TEI: people from the list, notes left out', async () => {
    const result = await read('a.xml', samples.TEI);
    expect(result.documents[0]).toMatchObject({ title: 'Town council, sitting 12', date: '2021-05-03' });
    expect(said(result)).toEqual([
      'Ana Alder: The bridge will open in May.\nIt will not wait.',
      'Birch Ben: Who pays?',
    ]);
  });

  it('Wikiquote: one document a quotation; misattributed ones become statements', async () => {
    const { documents } = await read('dump.xml', samples.WIKIQUOTE);
    expect(documents).toHaveLength(2);
    expect(documents[0]).toMatchObject({
      speaker: 'Ana Alder',
      date: '2024-03-02',
      text: 'The bridge will open in May.',
      url: 'https://en.wikiquote.org/wiki/Ana_Alder',
    });
    expect(documents[1].statement).toMatchObject({ status: 'misattributed', credited_to: ['Ana Alder'] });
  });

  it('Quotebank: both shapes', async () => {
    const { documents } = await read('quotes.jsonl', samples.QUOTEBANK);
    expect(documents.map((document) => [document.id, document.class, document.speaker ?? null])).toEqual([
      ['2016-01-01-000001', 'news report', 'Ana Alder'],
      ['2016-01-02-000002', 'news report', null],
    ]);
    expect(documents[1].turns).toEqual([
      { speaker: 'Ben Birch', text: 'who pays for it' },
      { text: 'nobody knows that yet' },
    ]);
  });

  it('ZIP: every file by its own format, what cannot be read is named, rubbish of archivers is not', async () => {
    const result = await read('all.zip', samples.ZIP);
    expect(result.documents.map((document) => document.id.replace(/-[0-9a-f]{8}$/, ''))).toEqual([
      'one',
      'two',
      'council',
    ]);
    expect(result.skipped).toEqual([{ where: 'a/picture.png', why: 'This is no format that Verbatim reads.' }]);
  });
});

describe('JSON lines', () => {
  it('names the lines that are no documents and reads the others', async () => {
    const lines = [
      '{"id":"a","title":"T","text":"Some words."}',
      '{"id":"b"',
      '{"id":"c","title":"T"}',
      '{"title":"T","text":"x"}',
      '{"id":"e","title":"T","text":"More words.","date":"soon"}',
    ];
    const result = await read('a.jsonl', lines.join('\n'));
    expect(result.documents.map((document) => document.id)).toEqual(['a']);
    expect(result.skipped.map(({ where }) => where)).toEqual(['line 2', 'line 3', 'line 4', 'line 5']);
    expect(result.skipped.at(-1)?.why).toContain('date');
  });

  it('reads a compressed file, an array, and one object over many lines', async () => {
    const document = { id: 'a', title: 'T', text: 'Some words.' };
    expect((await read('a.jsonl.gz', gzipSync(strToU8(JSON.stringify(document))))).documents).toHaveLength(1);
    expect((await read('a.json', JSON.stringify([document, { ...document, id: 'b' }]))).documents).toHaveLength(2);
    expect((await read('a.json', JSON.stringify(document, null, 2))).documents).toHaveLength(1);
  });
});

describe('encodings', () => {
  const words = 'NAME: Größe und Café – “so” sprach er.';
  const wide = (mark: boolean) => {
    const units = [...(mark ? '\ufeff' : ''), ...words].map((letter) => letter.charCodeAt(0));
    return new Uint8Array(Uint16Array.from(units).buffer);
  };
  it.each([
    ['UTF-8', strToU8(words), false],
    ['UTF-16 with a mark', wide(true), false],
    ['UTF-16 without a mark', wide(false), true],
    [
      'windows-1252',
      Uint8Array.from(
        [...words].map((letter) => ({ '–': 0x96, '“': 0x93, '”': 0x94 })[letter] ?? letter.charCodeAt(0)),
      ),
      true,
    ],
  ])('%s', async (_, content, noted) => {
    const result = await read('a.txt', content);
    expect(result.documents[0].text ?? result.documents[0].turns?.[0].text).toContain('Größe und Café – “so”');
    expect(result.notes.length > 0).toBe(noted);
  });
});

describe('hostile files', () => {
  const refused: [string, string, Uint8Array][] = [
    ['an empty file', 'a.txt', new Uint8Array()],
    ['a picture', 'a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1, 2, 3, 1, 2])],
    ['a ZIP without directory', 'a.zip', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0])],
    ['a PDF of noise', 'a.pdf', strToU8('%PDF-1.7 nothing of use')],
    ['a ZIP named .docx', 'a.docx', zipSync({ 'a.txt': strToU8('x') })],
  ];
  it.each(refused)('%s is refused with one sentence', async (_, name, bytes) => {
    const result = await importFile({ name, bytes });
    expect(result.ok).toBe(false);
    expect(!result.ok && result.error).toMatch(/^[A-Z].*\.$/);
  });

  it('a ZIP bomb is named and not unpacked', async () => {
    const bomb = zipSync(
      { 'bomb.txt': new Uint8Array(20_000_000), 'good.txt': strToU8('Words that stay.') },
      { level: 9 },
    );
    const result = await read('a.zip', bomb);
    expect(result.documents).toHaveLength(1);
    expect(result.skipped[0]).toMatchObject({ where: 'bomb.txt' });
  });

  it('a ZIP in a ZIP in a ZIP is not followed', async () => {
    const inner = zipSync({ 'a.txt': strToU8('Words.') });
    const result = await read('a.zip', zipSync({ 'b.zip': zipSync({ 'c.zip': inner }), 'd.zip': inner }));
    expect(result.documents).toHaveLength(0);
  });

  it('entities that a file declares are not expanded; deep nesting ends with a sentence', async () => {
    const entities = Array.from({ length: 20 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(20)}">`).join('');
    const laughs = `<?xml version="1.0"?><!DOCTYPE TEI [<!ENTITY e0 "ha">${entities}]><TEI><text><body><u who="#a"><seg>&e20; words</seg></u></body></text></TEI>`;
    const result = await importFile({ name: 'a.xml', bytes: samples.bytes(laughs), format: 'tei' });
    expect(JSON.stringify(result).length).toBeLessThan(20_000);
    const deep = await importFile({ name: 'a.xml', bytes: samples.bytes(`<TEI>${'<div>'.repeat(100_000)}`) });
    expect(deep).toEqual({ ok: false, error: 'The file is nested more than 256 elements deep.' });
  });
});
