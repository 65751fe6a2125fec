import { describe, expect, it } from 'vitest';
import type { SiteRule } from '../../../src/core/settings/types.ts';
import { RuleFinder, sortRules } from '../../../src/options/sites/find.ts';

const RULES: readonly SiteRule[] = [
  { pattern: 'theguardian.com', mode: 'on' },
  { pattern: 'bbc.com', mode: 'off', used: '2026-11-20T10:00:00.000Z' },
  { pattern: 'lemonde.fr', mode: 'ask', used: '2026-11-22T10:00:00.000Z' },
  { pattern: 'example.com/opinion/*', mode: 'off' },
  { pattern: 'xn--e1afmkfd.xn--p1ai', mode: 'on' },
];
const names = (rules: readonly SiteRule[]): string[] => rules.map(({ pattern }) => pattern);

describe('the list of sites', () => {
  it.each([
    ['recent', ['lemonde.fr', 'bbc.com', 'xn--e1afmkfd.xn--p1ai', 'example.com/opinion/*', 'theguardian.com']],
    ['name', ['bbc.com', 'example.com/opinion/*', 'lemonde.fr', 'theguardian.com', 'xn--e1afmkfd.xn--p1ai']],
    ['mode', ['theguardian.com', 'xn--e1afmkfd.xn--p1ai', 'lemonde.fr', 'bbc.com', 'example.com/opinion/*']],
  ] as const)('is sorted by %s', (order, expected) => {
    expect(names(sortRules(RULES, order))).toEqual(expected);
  });

  it('keeps its order while sites are used', () => {
    const seen = new Map([
      ['theguardian.com', ''],
      ['bbc.com', '2026-11-20T10:00:00.000Z'],
      ['lemonde.fr', '2026-11-22T10:00:00.000Z'],
    ]);
    const later = RULES.map((rule) =>
      rule.pattern === 'theguardian.com' ? { ...rule, used: '2026-11-23T10:00:00.000Z' } : rule,
    );
    expect(names(sortRules(later, 'recent', seen))).toEqual(names(sortRules(RULES, 'recent')));
  });

  it.each<[query: string, first: string | undefined]>([
    ['guard', 'theguardian.com'],
    ['gaurdian', 'theguardian.com'],
    ['le monde', 'lemonde.fr'],
    ['opinion', 'example.com/opinion/*'],
    ['пример', 'xn--e1afmkfd.xn--p1ai'],
    ['zzzz', undefined],
  ])('searched for "%s"', (query, first) => {
    expect(names(new RuleFinder(RULES).find(query, 'name'))[0]).toBe(first);
  });

  it('of ten thousand sites is searched', () => {
    const many = Array.from({ length: 10_000 }, (_, index): SiteRule => ({
      pattern: `site${index}.example`,
      mode: 'on',
    }));
    expect(names(new RuleFinder(many).find('site9876.example', 'name'))[0]).toBe('site9876.example');
  });
});
