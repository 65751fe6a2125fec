import { domainToASCII } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unicodeHost } from '../../../src/core/sites/index.ts';

describe('hosts as their owners write them', () => {
  it.each<[host: string, shown: string]>([
    ['example.com', 'example.com'],
    ['xn--bcher-kva.example', 'bücher.example'],
    ['news.xn--e1afmkfd.xn--p1ai', 'news.пример.рф'],
    ['xn--fiqs8s', '中国'],
    ['xn--n3h.example', '☃.example'],
    ['xn--e28h.example', '😀.example'],
    ['[2001:db8::1]', '[2001:db8::1]'],
    ['xn--', 'xn--'],
    ['xn--a\u0000b', 'xn--a\u0000b'],
    ['xn--99999999999', 'xn--99999999999'],
  ])('%s', (host, shown) => {
    expect(unicodeHost(host)).toBe(shown);
  });

  it('come back to the same host', () => {
    const letters = fc.constantFrom(...'aä1žжשنक中日한😀');
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), (label) => {
        const host = domainToASCII(`${label.join('')}.example`);
        fc.pre(host !== '');
        expect(domainToASCII(unicodeHost(host))).toBe(host);
      }),
    );
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof unicodeHost(`xn--${text}`) === 'string'));
  });
});
