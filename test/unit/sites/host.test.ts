import { describe, expect, it } from 'vitest';
import { hostOf, normaliseHost, normalisePattern } from '../../../src/core/sites/index.ts';
import { pathHolds } from '../../../src/core/sites/pattern.ts';

describe('hosts as rules name them', () => {
  it.each<[written: string, host: string | null]>([
    ['example.com', 'example.com'],
    ['EXAMPLE.com', 'example.com'],
    ['www.example.com', 'example.com'],
    ['www.news.example.com', 'news.example.com'],
    ['example.com.', 'example.com'],
    ['*.example.com', 'example.com'],
    [' example.com ', 'example.com'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['пример.рф', 'xn--e1afmkfd.xn--p1ai'],
    ['xn--e1afmkfd.xn--p1ai', 'xn--e1afmkfd.xn--p1ai'],
    ['ＥＸＡＭＰＬＥ.com', 'example.com'],
    ['example。com', 'example.com'],
    ['localhost', 'localhost'],
    ['127.0.0.1', '127.0.0.1'],
    ['127.1', '127.0.0.1'],
    ['[::1]', '[::1]'],
    ['[2001:DB8::1]', '[2001:db8::1]'],
    // Without its `www.` nothing but a top-level domain would be left.
    ['www.com', 'www.com'],
    ['my_site.example.com', 'my_site.example.com'],
    ['', null],
    ['*', null],
    ['exa mple.com', null],
    ['exa*mple.com', null],
    ['a..b', null],
    ['user@example.com', null],
    ['%21', null],
    ['exa$mple.com', null],
    ['example.com/path', null],
    [`${'a'.repeat(64)}.com`, null],
    [`${'a.'.repeat(127)}com`, null],
    ['300.1.1.1', null],
  ])('%s', (written, host) => {
    expect(normaliseHost(written)).toBe(host);
  });

  it.each<[address: string, host: string | null]>([
    ['https://www.Example.com:8443/a?b#c', 'www.example.com'],
    ['http://example.com./', 'example.com'],
    ['http://[::1]:80/', '[::1]'],
    ['https://user:secret@example.com/', 'example.com'],
    ['about:blank', null],
    ['file:///etc/hosts', null],
    ['chrome-extension://abc/popup.html', null],
    ['ftp://example.com/', null],
    ['not an address', null],
  ])('of %s', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });
});

describe('patterns as people write them', () => {
  it.each<[written: string, pattern: string | null]>([
    ['https://www.example.com/', 'example.com'],
    ['http://Example.com:8080/Opinion/*', 'example.com/Opinion/*'],
    ['*://*.example.com/*', 'example.com'],
    ['||example.com^', 'example.com'],
    ['https://example.com^', 'example.com'],
    ['||example.com/opinion^', 'example.com/opinion'],
    ['example.com/^#top', 'example.com/^'],
    ['example.com/^', 'example.com/^'],
    ['example.com/opinion/**', 'example.com/opinion/*'],
    ['example.com/опрос/*', 'example.com/%D0%BE%D0%BF%D1%80%D0%BE%D1%81/*'],
    ['example.com/a/../b', 'example.com/b'],
    ['example.com?id=1', 'example.com/?id=1'],
    ['example.com/#top', 'example.com'],
    ['localhost:3000/a', 'localhost/a'],
    ['[::1]:8080/a', '[::1]/a'],
    ['/only/a/path', null],
    ['https://', null],
    [`example.com/${'a'.repeat(600)}`, null],
  ])('%s', (written, pattern) => {
    expect(normalisePattern(written)).toBe(pattern);
  });

  it.each<[pattern: string, path: string, holds: boolean]>([
    ['/opinion/*', '/opinion/a', true],
    ['/opinion/*', '/opinion/', true],
    ['/opinion/*', '/opinion', true],
    ['/opinion/*', '/opinions', false],
    ['/opinion/*', '/news/opinion/', false],
    ['/opinion', '/opinion', true],
    ['/opinion', '/opinion/', false],
    ['/*/live', '/2026/11/live', true],
    ['/*/live', '/live', false],
    ['/*.html', '/a/b.html', true],
    ['/*.html', '/a/b.htm', false],
    ['/Opinion', '/opinion', false],
  ])('%s on %s', (pattern, path, holds) => {
    expect(pathHolds(pattern, path)).toBe(holds);
  });

  it('takes a bounded number of steps for a pattern made to be slow', () => {
    expect(pathHolds(`/${'*a'.repeat(200)}b`, `/${'a'.repeat(20_000)}`)).toBe(false);
  });
});
