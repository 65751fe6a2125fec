import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { DocumentSchema } from '../../../src/core/packs/document.ts';
import { card } from '../../../scripts/corpus/card.ts';
import { MisquotationEntrySchema, StatementEntrySchema } from '../../../scripts/corpus/entry.ts';
import { checkedEntries } from '../../../scripts/corpus/readEntries.ts';
import { curatedDocuments, misquotationDocument, statementDocument } from '../../../scripts/corpus/statements.ts';

const statement = {
  id: 'somebody-2001',
  title: 'News conference',
  speaker: 'Somebody',
  date: '2001-02-03',
  class: 'news report',
  text: 'We shall see what we shall see.',
  checked: { how: 'page', seen: ['https://example.org/a'] },
};

const misquotation = {
  id: 'nobody-said-this',
  quote: 'Nobody ever said this.',
  credited_to: ['Somebody'],
  status: 'misattributed',
  finding: 'Made up for a test.',
  url: 'https://example.org/b',
  checked: { how: 'research', seen: ['https://example.org/b'] },
};

describe('a malformed entry fails the build, which names file, entry and field', () => {
  const cases: [string, unknown, string][] = [
    ['no list', {}, 'a.json: must be a list'],
    ['a missing speaker', [{ ...statement, speaker: undefined }], 'a.json: entry somebody-2001: speaker:'],
    ['an impossible date', [{ ...statement, date: '3 February' }], 'a.json: entry somebody-2001: date:'],
    ['a link that is none', [{ ...statement, url: 'javascript:alert(1)' }], 'a.json: entry somebody-2001: url:'],
    ['an unknown class', [{ ...statement, class: 'rumour' }], 'a.json: entry somebody-2001: class:'],
    ['a misspelt field', [{ ...statement, renderngs: [] }], 'a.json: entry somebody-2001: renderngs:'],
    ['nothing read', [{ ...statement, checked: { how: 'page', seen: [] } }], 'entry somebody-2001: checked.seen:'],
    ['no id', [{ ...statement, id: undefined }], 'a.json: entry number 1: id:'],
    ['no words', [{ ...statement, text: undefined }], 'a.json: entry somebody-2001: (entry): needs'],
  ];
  it.each(cases)('%s', (_, list, message) => {
    expect(() => checkedEntries('a.json', JSON.stringify(list), StatementEntrySchema)).toThrow(message);
  });

  it('a file that is not JSON', () => {
    expect(() => checkedEntries('a.json', '[{', StatementEntrySchema)).toThrow('a.json: not JSON');
  });

  it('every problem of a file at once', () => {
    const list = [
      { ...misquotation, quote: '' },
      { ...misquotation, id: 'two', credited_to: [] },
    ];
    expect(() => checkedEntries('b.json', JSON.stringify(list), MisquotationEntrySchema)).toThrow(
      /nobody-said-this: quote: .*\nb\.json: entry two: credited_to: /su,
    );
  });
});

describe('an entry as a document', () => {
  it('a statement keeps its words and loses the record of its check', () => {
    const document = statementDocument(v.parse(StatementEntrySchema, statement));
    expect(document).toMatchObject({ id: 'somebody-2001', text: statement.text, speaker: 'Somebody' });
    expect(JSON.stringify(document)).not.toContain('checked');
  });

  it('a misquotation carries the popular wordings as renderings and the real words as text', () => {
    const entry = v.parse(MisquotationEntrySchema, {
      ...misquotation,
      variants: ['No one ever said this.'],
      actual: { text: 'Hardly anybody said that.', speaker: 'Another', source: 'A book', date: '1901' },
    });
    expect(misquotationDocument(entry)).toMatchObject({
      title: 'A book',
      speaker: 'Another',
      text: 'Hardly anybody said that.',
      statement: {
        status: 'misattributed',
        credited_to: ['Somebody'],
        renderings: [{ text: 'Nobody ever said this.' }, { text: 'No one ever said this.' }],
      },
    });
  });

  it('real words in another language are the original', () => {
    const entry = v.parse(MisquotationEntrySchema, {
      ...misquotation,
      actual: { text: 'Eisen und Blut', lang: 'de' },
    });
    const document = misquotationDocument(entry);
    expect(document.text).toBeUndefined();
    expect(document.statement?.original).toEqual({ text: 'Eisen und Blut', lang: 'de' });
  });
});

describe('the shipped facts', async () => {
  const documents = await curatedDocuments();

  it('are documents of a pack, each with an id of its own', () => {
    for (const document of documents) expect(v.safeParse(DocumentSchema, document).issues).toBeUndefined();
    expect(new Set(documents.map((document) => document.id)).size).toBe(documents.length);
  });

  it('hold the statements of the talks of February 2022, and not the line that nobody could find', () => {
    const all = JSON.stringify(documents);
    for (const words of [
      "Like it or don't like it, it's your duty, my beauty",
      'We are not his',
      'points of convergence',
      'commitment not to take new military initiatives, which allows for de-escalation',
      'would not be the cause of an escalation',
    ]) {
      expect(all).toContain(words);
    }
    expect(all).not.toContain('do not quite understand what French colleagues');
  });

  it('say what was found out about every misquotation, and whom it is credited to', () => {
    const misquotations = documents.filter((document) => document.id.startsWith('misquotation-'));
    expect(misquotations.length).toBeGreaterThanOrEqual(40);
    for (const { id, statement } of misquotations) {
      expect(statement?.finding, id).toMatch(/[.”]$/u);
      expect(statement?.credited_to?.length, id).toBeGreaterThan(0);
    }
  });
});

describe('the card for a reviewer', () => {
  it('shows what the reader will see and how it was checked', () => {
    const entry = v.parse(StatementEntrySchema, {
      ...statement,
      text: undefined,
      renderings: [{ by: 'An Outlet', text: 'We will see what we will see.', alone: true }],
      finding: 'Said in passing.',
    });
    const printed = card({ located: { file: 'a.json', entry }, document: statementDocument(entry) });
    for (const part of [
      'somebody-2001 (a.json)',
      'Somebody',
      'News conference · 2001-02-03',
      'We will see what we will see.',
      'An Outlet, in no other account read',
      'Said in passing.',
      'against pages read',
      'https://example.org/a',
    ]) {
      expect(printed).toContain(part);
    }
  });

  it('breaks long lines between words', () => {
    const entry = v.parse(StatementEntrySchema, { ...statement, text: 'word '.repeat(60).trim() });
    const printed = card({ located: { file: 'a.json', entry }, document: statementDocument(entry) });
    for (const line of printed.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});
