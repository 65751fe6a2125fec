import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { articleRoot, isoDay, pageFacts, readBlocks, type ReadBlock } from '../../../src/content/read/index.ts';
import { endPoint, startPoint } from '../../../src/content/read/ranges.ts';

const page = (body: string, head = ''): Document =>
  parseHTML(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`).document;

const read = (body: string, scope: 'article' | 'everything' = 'article'): ReadBlock[] =>
  readBlocks(page(body).body, { scope });

const texts = (body: string, scope?: 'article' | 'everything'): string[] =>
  read(body, scope).map(({ block }) => block.text);

describe('blocks of a page', () => {
  it.each<[what: string, html: string, expected: string[]]>([
    ['paragraphs', '<p>One.</p><p>Two.</p>', ['One.', 'Two.']],
    ['inline elements joined', '<p>He <b>said</b> “<em>I <a href="#">will</a></em> go”.</p>', ['He said “I will go”.']],
    ['white space as the page shows it', '<p>  One\n\t two  <b> three</b></p>', ['One two three']],
    ['one line break is a space', '<p>One<br>two</p>', ['One two']],
    ['two line breaks are two blocks', '<p>One<br><br>two</p>', ['One', 'two']],
    ['two line breaks with a space between', '<p>One<br> <br>two</p>', ['One', 'two']],
    ['a rule ends a block', '<div>One<hr>two</div>', ['One', 'two']],
    ['text beside blocks', '<div>Before <p>inside</p> after</div>', ['Before', 'inside', 'after']],
    ['soft hyphens are not shown', '<p>demo\u00ADcracy</p>', ['democracy']],
    ['a drop cap', '<p><span class="dropcap">W</span>e choose</p>', ['We choose']],
    ['ruby readings are left out', '<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>', ['漢字']],
    ['scripts, styles and controls', '<p>One<script>x</script><style>y</style><input value="z"> two</p>', ['One two']],
    ['navigation', '<nav><p>Home</p></nav><div role="navigation">Menu</div><p>One</p>', ['One']],
    ['what is hidden', '<p hidden>No</p><p aria-hidden="true">No</p><p>One</p>', ['One']],
    ['what is being written', '<div contenteditable="true">draft</div><p contenteditable="false">One</p>', ['One']],
  ])('%s', (_what, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it('leaves comments, related links and asides alone, unless everything is asked for', () => {
    const html =
      '<p>Article.</p><div class="comments-area"><p>Comment.</p></div><aside><p>More.</p></aside><div class="related-posts"><p>Related.</p></div><footer><p>Imprint.</p></footer>';
    expect(texts(html)).toEqual(['Article.']);
    expect(texts(html, 'everything')).toEqual(['Article.', 'Comment.', 'More.', 'Related.', 'Imprint.']);
  });

  it('keeps words that only look like furniture', () => {
    expect(
      texts(
        '<div class="commentary">One.</div><aside class="pull-quote">Two.</aside><p class="relatedness">Three.</p>',
      ),
    ).toEqual(['One.', 'Two.', 'Three.']);
  });

  it.each<[html: string, role: string]>([
    ['<h2>x</h2>', 'heading'],
    ['<ul><li>x</li></ul>', 'item'],
    ['<ul><li><p>x</p></li></ul>', 'item'],
    ['<blockquote><p>x</p></blockquote>', 'blockquote'],
    ['<figure><figcaption>x</figcaption></figure>', 'caption'],
    ['<table><tr><td>x</td></tr></table>', 'cell'],
    ['<div class="byline">x</div>', 'byline'],
    ['<pre>x</pre>', 'code'],
    ['<aside class="pullquote"><p>x</p></aside>', 'pullquote'],
    ['<p>x</p>', 'paragraph'],
  ])('%s is a %s', (html, role) => {
    expect(read(html).map(({ block }) => block.role)).toEqual([role]);
  });

  it('says where quoting markup stands, and the language', () => {
    const [block] = read('<p lang="fr">Il a dit <q>non <em>merci</em></q>, <cite>Le Monde</cite>.</p>').map(
      (each) => each.block,
    );
    expect(block.text).toBe('Il a dit non merci, Le Monde.');
    expect(block.lang).toBe('fr');
    expect(block.spans!.map(({ tag, start, end }) => [tag, block.text.slice(start, end)])).toEqual([
      ['q', 'non merci'],
      ['em', 'merci'],
      ['cite', 'Le Monde'],
    ]);
  });

  it('closes a span that runs over blocks in each of them', () => {
    const blocks = read('<q>One<p>Two</p>Three</q>').map((each) => each.block);
    expect(blocks.map(({ text, spans }) => [text, spans?.map(({ start, end }) => text.slice(start, end))])).toEqual([
      ['One', ['One']],
      ['Two', ['Two']],
      ['Three', ['Three']],
    ]);
  });

  it('reads a page nested 20,000 deep', () => {
    const { document } = parseHTML('<html><body></body></html>') as unknown as { document: Document };
    let at: Element = document.body;
    for (let depth = 0; depth < 20_000; depth++) at = at.appendChild(document.createElement('div'));
    at.appendChild(document.createTextNode('deep'));
    expect(readBlocks(document.body, { scope: 'article' }).map(({ block }) => block.text)).toEqual(['deep']);
  });

  it('stops at the limit on an endless page', () => {
    const blocks = readBlocks(page('<p>12345</p>'.repeat(100)).body, { scope: 'article', limit: 50 });
    expect(blocks).toHaveLength(10);
  });
});

describe('places in the page', () => {
  it('every character of a block stands where its table says', () => {
    const piece = fc.oneof(
      fc.constantFrom('said ', ' “I will”', '\n\n', ' ', '\u00AD', 'a\u00ADb', 'x'),
      fc.constantFrom('<b>bold</b>', '<br>', '<i> in </i>', '<span>\t</span>', '<a href="#">link</a>'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        for (const each of read(`<p>${pieces.join('')}</p>`)) {
          const { text } = each.block;
          for (let at = 0; at < text.length; at++) {
            const start = startPoint(each, at);
            const end = endPoint(each, at + 1);
            if (start === null || end === null || start.node !== end.node || end.offset !== start.offset + 1) continue;
            const character = start.node.data[start.offset];
            expect(/\s/u.test(character) ? ' ' : character).toBe(text[at]);
          }
          expect(text).not.toMatch(/ {2}|^\s|\s$/u);
        }
      }),
    );
  });
});

describe('what a page says of itself', () => {
  it.each<[what: string, head: string, body: string, date: string | null]>([
    ['the published time', '<meta property="article:published_time" content="2022-02-09T08:00:00Z">', '', '2022-02-09'],
    [
      'linked data',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2021-01-06"}]}</script>',
      '',
      '2021-01-06',
    ],
    ['a time element', '', '<article><time datetime="2020-12-31">yesterday</time></article>', '2020-12-31'],
    ['linked data that does not parse', '<script type="application/ld+json">{"datePublished":</script>', '', null],
    ['a date that is none', '<meta name="date" content="yesterday">', '', null],
  ])('date: %s', (_what, head, body, date) => {
    expect(pageFacts(page(body, head)).date).toBe(date);
  });

  it.each<[head: string, byline: string | null]>([
    ['<meta name="author" content="By Jane Doe">', 'Jane Doe'],
    ['<meta property="article:author" content="https://example.com/jane">', null],
    [
      '<script type="application/ld+json">{"datePublished":"2021-01-06","author":[{"name":"Ana Ruiz"}]}</script>',
      'Ana Ruiz',
    ],
  ])('byline: %s', (head, byline) => {
    expect(pageFacts(page('', head)).byline).toBe(byline);
  });

  it.each([
    ['2022-02-08T01:05:00+03:00', '2022-02-08'],
    ['20220208', '2022-02-08'],
    ['2022-13-01', null],
    ['', null],
  ])('the day in "%s" is %s', (written, day) => {
    expect(isoDay(written)).toBe(day);
  });
});

describe('the article', () => {
  const long = `<p>${'Words of the article. '.repeat(40)}</p>`;
  it('is the landmark that holds most of the text', () => {
    const document = page(`<main id="m"><article id="a">${long}</article></main><div><p>Other.</p></div>`);
    expect(articleRoot(document).id).toBe('a');
  });
  it('is the whole page when no landmark holds half of it', () => {
    const document = page(`<article>${long}</article><article>${long}</article><article>${long}</article>`);
    expect(articleRoot(document)).toBe(document.body);
  });
});
