import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readArticle, quotationLine } from '../../../scripts/check/article.ts';
import { articlesIn, quotesIn, type Article } from '../../../scripts/check/inputs.ts';
import { openPacks } from '../../../scripts/check/packs.ts';
import { articleTable, plain } from '../../../scripts/check/table.ts';
import { buildPackFile } from '../../../scripts/pack/buildPackFile.ts';
import { packFacts } from '../../../scripts/pack/packFacts.ts';
import { BadInput } from '../../../scripts/badInput.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly pieces: readonly { start: number; end: number }[];
  readonly kind: string;
  readonly speaker: { start: number; end: number; text: string; name: string | null } | null;
  readonly verdict?: string;
  readonly reason?: string | null;
}
const linesOf = (article: Article): { text: string; lines: Line[] } => {
  const read = readArticle(article, true);
  return { text: read.text, lines: read.quotations.map((each) => quotationLine(each, null) as Line) };
};

describe('what check reads', () => {
  it.each<[name: string, content: string | Uint8Array, form: string, text: string]>([
    ['a.txt', 'One “two”.\nThree.', 'text', 'One “two”.\nThree.'],
    ['b.txt', new Uint8Array([0xff, 0xfe, 0x41, 0, 0x42, 0]), 'text', 'AB'],
    ['c.html', '<p>One</p>', 'html', '<p>One</p>'],
    [
      'd.html',
      Buffer.from('<meta charset="windows-1252"><p>\x93caf\xe9\x94', 'latin1'),
      'html',
      '<meta charset="windows-1252"><p>“café”',
    ],
    ['e.htm', Buffer.from('<p>caf\xe9', 'latin1'), 'html', '<p>café'],
    ['noending', '<!doctype html><p>One', 'html', '<!doctype html><p>One'],
  ])('%s', async (name, content, form, text) => {
    expect(await all(articlesIn(file(name, content)))).toEqual([{ id: join(folder, name), form, content: text }]);
  });

  it('JSON lines, one article each, whatever line breaks stand in them', async () => {
    const path = file(
      'f.jsonl',
      '\uFEFF{"id":"a","text":"One\u2028two","date":"2020-01-02"}\n\n{"html":"<p>x","lang":"de"}\r\n',
    );
    expect(await all(articlesIn(path))).toEqual([
      { id: 'a', form: 'text', content: 'One\u2028two', date: '2020-01-02' },
      { id: '3', form: 'html', content: '<p>x', lang: 'de' },
    ]);
  });

  it('quotations', async () => {
    const path = file('g.jsonl', '{"id":7,"quote":"a b c","speaker":"X"}\n{"quote":"d"}');
    expect(await all(quotesIn(path))).toEqual([
      { id: '7', quote: 'a b c', speaker: 'X', date: null, lang: null },
      { id: '2', quote: 'd', speaker: null, date: null, lang: null },
    ]);
  });

  it.each<[what: string, make: () => string, error: RegExp]>([
    ['a file that is not there', () => join(folder, 'none.txt'), /none\.txt: no such file$/u],
    ['a folder', () => folder, /: a folder, not a file$/u],
    ['an empty file', () => file('h.txt', ''), /h\.txt: empty$/u],
    ['a file of spaces', () => file('h2.txt', ' \n\n'), /h2\.txt: empty$/u],
    [
      'a picture',
      () => file('i.html', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1])),
      /i\.html: not a text file$/u,
    ],
    ['text that is not UTF-8', () => file('j.txt', Buffer.from('caf\xe9 said', 'latin1')), /j\.txt: not UTF-8 text$/u],
    ['more than 50 MB', () => file('k.txt', Buffer.alloc(50 * 1024 * 1024 + 1, 97)), /k\.txt: more than 50 MB$/u],
    ['a line that is no JSON', () => file('l.jsonl', '{"text":"a"}\n{text}\n'), /l\.jsonl:2: not a line of JSON$/u],
    ['a line without text', () => file('m.jsonl', '{"id":"a"}\n'), /m\.jsonl:1: needs either "text" or "html"$/u],
    ['a line with a wrong field', () => file('n.jsonl', '{"text":3}\n'), /n\.jsonl:1: text: /u],
    ['no line at all', () => file('o.jsonl', '\n\n'), /o\.jsonl: empty$/u],
  ])('%s: one clear line', async (_what, make, error) => {
    const reading = all(articlesIn(make()));
    await expect(reading).rejects.toThrow(BadInput);
    await expect(reading).rejects.toThrow(error);
  });
});

describe('what check answers', () => {
  const text = [
    'Headline of the day',
    'Mayor Jane Roe said on Monday: “We will never give up the lighthouse.”\r',
    '',
    '“It is ours,” she added, “and it will stay ours.”',
  ].join('\n');

  it('offsets are those of the whole text, inside the marks', () => {
    const { lines } = linesOf({ id: 'x', form: 'text', content: text });
    expect(lines.map((line) => text.slice(line.start, line.end))).toEqual([
      'We will never give up the lighthouse.',
      'It is ours,” she added, “and it will stay ours.',
    ]);
    expect(lines[1].pieces.map(({ start, end }) => text.slice(start, end))).toEqual([
      'It is ours,',
      'and it will stay ours.',
    ]);
    for (const { speaker } of lines)
      if (speaker !== null) expect(text.slice(speaker.start, speaker.end)).toBe(speaker.text);
    expect(lines[0].speaker?.name).toBe('Jane Roe');
  });

  it('for a page they are those of the text that was read, which is printed', () => {
    const page =
      '<html><body><article><h1>Day</h1><p>Jane Roe said: “We <b>will</b> never give up.”</p></article></body></html>';
    const { text: read, lines } = linesOf({ id: 'x', form: 'html', content: page });
    expect(lines.map(({ start, end }) => read.slice(start, end))).toEqual(['We will never give up.']);
  });

  it('a page without html and body tags is read too', () => {
    expect(linesOf({ id: 'x', form: 'html', content: '<p>Jane Roe said: “We will go.”</p>' }).lines).toHaveLength(1);
  });

  it('what is not looked up says why', () => {
    const read = readArticle({ id: 'x', form: 'text', content: 'The so-called “experts” met.' }, true);
    expect(read.quotations.map((each) => quotationLine(each, undefined))).toMatchObject([
      { verdict: 'not-checked', matches: [], notices: [], reason: expect.any(String) as string },
    ]);
  });

  it('the table is for a terminal: no signs that steer one', () => {
    expect(plain('a\u001b[31mb\u202Ec\nd\te')).toBe('a[31mbc d e');
    const table = articleTable(readArticle({ id: 'x\u001b', form: 'text', content: text }, true), new Map(), true);
    expect(table[0]).toBe('x: 2 quotations');
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(table.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/u);
  });
});

describe('pack', () => {
  const source =
    '{"id":"a","title":"Speech","speaker":"Jane Roe","date":"2020-01-02","text":"We will never give up the lighthouse."}\n';
  const meta = { id: 'harbour', name: 'Harbour', version: '1' };
  const order = (inputs: string[], out: string) => ({
    inputs,
    out: join(folder, out),
    format: null,
    meta,
    options: {},
  });

  it('builds a pack that check opens, and tells what is in it', async () => {
    const input = file('p.jsonl', `${source}not json\n`);
    const told = await buildPackFile(order([input], 'p.vpack'));
    expect(told).toEqual([
      'p.jsonl: line 2: not JSON; left out',
      expect.stringMatching(/p\.vpack: 1 documents, \d+ bytes$/u),
    ]);
    const [pack] = await openPacks([join(folder, 'p.vpack')], false);
    expect(pack.info).toMatchObject({ ...meta, coverage: { sources: 1, words: 7, from: '2020-01-02' } });
    expect((await packFacts(join(folder, 'p.vpack'))).lines.join('\n')).toContain('Jane Roe');
  });

  it('the same input makes the same bytes', async () => {
    const input = file('q.jsonl', source);
    await buildPackFile(order([input], 'q1.vpack'));
    await buildPackFile(order([input], 'q2.vpack'));
    expect(readFileSync(join(folder, 'q1.vpack'))).toEqual(readFileSync(join(folder, 'q2.vpack')));
  });

  it('reads every file of a folder', async () => {
    mkdirSync(join(folder, 'many'));
    file('many/a.jsonl', source);
    file('many/b.jsonl', source.replace('"a"', '"b"'));
    expect((await buildPackFile(order([join(folder, 'many')], 'r.vpack'))).at(-1)).toContain('2 documents');
  });

  it.each<[what: string, run: () => Promise<unknown>, error: RegExp]>([
    ['no such input', () => buildPackFile(order([join(folder, 'none')], 's.vpack')), /none: no such file/u],
    ['an empty input', () => buildPackFile(order([file('t.jsonl', '')], 's.vpack')), /t\.jsonl: The file is empty/u],
    [
      'no document',
      () => buildPackFile(order([file('u.jsonl', '{"id":"a"}\n')], 's.vpack')),
      /No document was found\.\n.*u\.jsonl: line 1/u,
    ],
    [
      'nowhere to write',
      () => buildPackFile(order([file('v.jsonl', source)], 'none/s.vpack')),
      /could not be written \(ENOENT\)/u,
    ],
    ['a file that is no pack', () => packFacts(file('w.vpack', 'hello')), /w\.vpack: ./u],
    ['a pack to search that is no pack', () => openPacks([file('x.vpack', 'x'.repeat(500))], false), /x\.vpack: ./u],
    ['a pack that is not there', () => openPacks([join(folder, 'none.vpack')], false), /none\.vpack: no such file/u],
  ])('%s: one clear line', async (_what, run, error) => {
    const running = run();
    await expect(running).rejects.toThrow(BadInput);
    await expect(running).rejects.toThrow(error);
  });
});
