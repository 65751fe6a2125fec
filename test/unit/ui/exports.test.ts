import { describe, expect, it, vi } from 'vitest';
import { annotations } from '../../../src/ui/exports/annotations.ts';
import { csv } from '../../../src/ui/exports/csv.ts';
import { printable } from '../../../src/ui/exports/html.ts';
import { markdown } from '../../../src/ui/exports/markdown.ts';
import { finding, item, match, report } from './samples.ts';

vi.mock('../../../src/platform/i18n.ts', () => import('./english.ts'));

const page = { url: 'https://news.example/a?b=1&c=2', at: new Date('2022-02-10T12:00:00Z') };
const results = report([
  item(
    'the only thing we have to fear is fear itself',
    finding('exact', { matches: [match('the only thing we have to fear is fear itself')] }),
    {
      speaker: 'Roosevelt',
      around: { before: 'He said: “', after: '” and sat.' },
    },
  ),
  item('=HYPERLINK("http://x")\n<script>alert(1)</script>', finding('not-found'), { id: 'r', speaker: '@cmd' }),
  item('so-called', finding('not-checked', { reason: 'scare' }), { id: 's', kind: 'scare' }),
]);

describe("a page's results as a file", () => {
  it('Web annotations point at the words and name the source', () => {
    const parsed = JSON.parse(annotations(results, page)) as { items: { target: object; body: object[] }[] };
    expect(parsed).toMatchObject({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'AnnotationPage' });
    expect(parsed.items).toHaveLength(2);
    expect(parsed.items[0].target).toEqual({
      source: page.url,
      selector: {
        type: 'TextQuoteSelector',
        exact: 'the only thing we have to fear is fear itself',
        prefix: 'He said: “',
        suffix: '” and sat.',
      },
    });
    expect(parsed.items[0].body[1]).toMatchObject({ purpose: 'classifying', value: 'exact' });
  });

  it('CSV keeps line breaks and quotes in their cell, and disarms formulas', () => {
    const text = csv(results, page);
    expect(text.startsWith('\uFEFFpage,page date,quotation')).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")\n<script>alert(1)</script>",'@cmd,not-found`);
  });

  it('the page to print escapes everything and loads nothing', () => {
    const html = printable(results, page);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('https://news.example/a?b=1&amp;c=2');
    expect(html).toContain("default-src 'none'");
    expect(html).toContain('February 10, 2022');
  });

  it('Markdown groups by verdict and escapes signs', () => {
    const text = markdown(results, page);
    expect(text.indexOf('## Word for word')).toBeLessThan(text.indexOf('## No match in your sources'));
    expect(text).toContain('\\<script\\>');
  });
});
