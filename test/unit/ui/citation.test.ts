import { describe, expect, it, vi } from 'vitest';
import { citation, CITATION_FORMS } from '../../../src/ui/citation.ts';
import { passageAddress, textFragment } from '../../../src/ui/links.ts';
import { match } from './samples.ts';

vi.mock('../../../src/platform/i18n.ts', () => import('./english.ts'));

const passage = match('the only thing we have to fear is fear itself');

describe('a passage as citation', () => {
  it('plain', () => {
    expect(citation(passage, 'plain')).toBe(
      '“the only thing we have to fear is fear itself” Franklin D. Roosevelt, First Inaugural Address (Washington, March 4, 1933). https://example.org/speeches/1933',
    );
  });
  it('Markdown', () => {
    expect(citation(passage, 'markdown')).toBe(
      '> the only thing we have to fear is fear itself\n>\n> — Franklin D. Roosevelt, [First Inaugural Address](https://example.org/speeches/1933#:~:text=the%20only%20thing%20we%20have%20to%20fear%20is%20fear%20itself) (Washington, March 4, 1933)',
    );
  });
  it('HTML', () => {
    expect(citation(passage, 'html')).toContain('<blockquote cite="https://example.org/speeches/1933" lang="en">');
  });
  it('BibTeX', () => {
    expect(citation(passage, 'bibtex')).toBe(`@misc{inaugural-1933,
  author = {{Franklin D. Roosevelt}},
  title = {First Inaugural Address},
  year = {1933},
  month = {03},
  howpublished = {Washington},
  url = {https://example.org/speeches/1933},
  note = {“the only thing we have to fear is fear itself”}
}`);
  });
  it('RIS', () => {
    const lines = citation(passage, 'ris').split('\r\n');
    expect(lines).toContain('AU  - Franklin D. Roosevelt');
    expect(lines).toContain('DA  - 1933/03/04');
    expect(lines.at(-1)).toBe('ER  - ');
  });
  it('CSL-JSON', () => {
    expect(JSON.parse(citation(passage, 'csl-json'))).toMatchObject([
      { type: 'speech', author: [{ literal: 'Franklin D. Roosevelt' }], issued: { 'date-parts': [[1933, 3, 4]] } },
    ]);
  });

  it('nothing of a hostile pack comes out as markup or as a script address', () => {
    const hostile = match('<script>alert(1)</script> `x` [a](javascript:alert(1))', {
      speaker: '"><img src=x>',
      source: { ...passage.source, title: '</cite><script>', url: 'javascript:alert(1)', venue: '\\input{x}' },
    });
    expect(citation(hostile, 'markdown')).not.toMatch(/(?<!\\)\]\(javascript:/u);
    for (const form of CITATION_FORMS)
      expect(citation(hostile, form)).not.toMatch(/(?:url|UR|URL|cite).{0,6}javascript:/u);
    expect(citation(hostile, 'html')).not.toMatch(/<(?:script|img)|javascript:alert\(1\)"/u);
    expect(citation(hostile, 'bibtex')).toContain('\\textbackslash{}input\\{x\\}');
  });
});

describe('the address of a passage', () => {
  const at = (url: string | null, time: number | null = null): string | null =>
    passageAddress({ ...passage, at: time, source: { ...passage.source, url } });

  it.each<[what: string, url: string | null, time: number | null, expected: string | null]>([
    ['none', null, null, null],
    ['not a web address', 'javascript:alert(1)', null, null],
    [
      'a page with a fragment',
      'https://a.example/b#c',
      null,
      'https://a.example/b#c:~:text=the%20only%20thing%20we%20have%20to%20fear%20is%20fear%20itself',
    ],
    ['a PDF', 'https://a.example/b.pdf', null, 'https://a.example/b.pdf'],
    ['a video', 'https://www.youtube.com/watch?v=1', 83_900, 'https://www.youtube.com/watch?v=1&t=83s'],
    ['another recording', 'https://a.example/talk.mp3', 83_900, 'https://a.example/talk.mp3#t=83'],
  ])('%s', (_what, url, time, expected) => {
    expect(at(url, time)).toBe(expected);
  });

  it('gives a long passage by its edges, and its signs encoded', () => {
    expect(textFragment('one, two-three four five six seven eight nine ten eleven twelve thirteen fourteen')).toBe(
      'one%2C%20two%2Dthree%20four%20five%20six,ten%20eleven%20twelve%20thirteen%20fourteen',
    );
    expect(textFragment('   ')).toBeNull();
  });
});
