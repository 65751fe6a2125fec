import { describe, expect, it } from 'vitest';
import type { SiteMode } from '../../../src/core/settings/types.ts';
import { accessFor, matchPatternsFor, normalisePattern, PRESETS, spareOrigins } from '../../../src/core/sites/index.ts';

const sites = (rules: Readonly<Record<string, SiteMode>>): { pattern: string; mode: SiteMode }[] =>
  Object.entries(rules).map(([pattern, mode]) => ({ pattern, mode }));
const ALL = ['*://*/*'];

describe('where the content script is registered', () => {
  it('nowhere without access', () => {
    expect(matchPatternsFor({ defaultMode: 'on', sites: sites({ 'a.com': 'on' }) }, [])).toEqual([]);
  });

  it('nowhere when all is off', () => {
    expect(matchPatternsFor({ defaultMode: 'off', sites: [] }, ALL)).toEqual([]);
  });

  it('on the granted sites that the default lets in', () => {
    expect(matchPatternsFor({ defaultMode: 'on', sites: [] }, ['*://*.a.com/*'])).toEqual([
      { id: 'sites', matches: ['*://*.a.com/*'], excludeMatches: [] },
    ]);
  });

  it('everywhere but on the sites that are off', () => {
    expect(matchPatternsFor({ defaultMode: 'ask', sites: sites({ 'a.com': 'off', '10.0.0.1': 'off' }) }, ALL)).toEqual([
      { id: 'default', matches: ['*://*/*'], excludeMatches: ['*://10.0.0.1/*', '*://*.a.com/*'] },
    ]);
  });

  it('on many sites by one registration, their sub-domains that are on included', () => {
    expect(
      matchPatternsFor({ defaultMode: 'off', sites: sites({ 'a.com': 'on', 'b.org': 'ask', 'x.a.com': 'ask' }) }, ALL),
    ).toEqual([{ id: 'sites', matches: ['*://*.a.com/*', '*://*.b.org/*'], excludeMatches: [] }]);
  });

  it('on a sub-domain of a site that is off', () => {
    expect(matchPatternsFor({ defaultMode: 'on', sites: sites({ 'a.com': 'off', 'x.a.com': 'on' }) }, ALL)).toEqual([
      { id: 'sites', matches: ['*://*.x.a.com/*'], excludeMatches: [] },
      { id: 'default', matches: ['*://*/*'], excludeMatches: ['*://*.a.com/*'] },
    ]);
  });

  it('off under a path', () => {
    expect(
      matchPatternsFor({ defaultMode: 'off', sites: sites({ 'a.com': 'on', 'a.com/live/*': 'off' }) }, ALL),
    ).toEqual([
      {
        id: 'host a.com',
        matches: ['*://*.a.com/*'],
        excludeMatches: ['*://*.a.com/live/*', '*://*.a.com/live', '*://*.a.com/live?*'],
      },
    ]);
  });

  it('only where access reaches', () => {
    expect(
      matchPatternsFor({ defaultMode: 'off', sites: sites({ 'a.com': 'on' }) }, ['https://x.a.com/*', '*://b.org/*']),
    ).toEqual([{ id: 'sites', matches: ['https://x.a.com/*'], excludeMatches: [] }]);
  });
});

describe('access', () => {
  it.each<[pattern: string, granted: string[], access: string]>([
    ['a.com', ['*://*.a.com/*'], 'all'],
    ['x.a.com/live/*', ['*://*.a.com/*'], 'all'],
    ['a.com', ['https://*/*', 'http://*/*'], 'all'],
    ['a.com', ['<all_urls>'], 'all'],
    ['a.com', ['https://*.a.com/*'], 'some'],
    ['a.com', ['*://a.com/*'], 'some'],
    ['a.com', ['*://x.a.com/*'], 'some'],
    ['a.com', ['*://b.com/*', 'file:///*', 'ws://*/*'], 'none'],
  ])('for %s with %j', (pattern, granted, access) => {
    expect(accessFor(pattern, granted)).toBe(access);
  });

  it.each<[what: string, pattern: string, rest: string[], granted: string[], spare: string[]]>([
    ['of a site nobody needs', 'a.com', ['b.com'], ['*://*.a.com/*', '*://*.b.com/*'], ['*://*.a.com/*']],
    ['of one that a path still needs', 'a.com', ['a.com/live/*'], ['*://*.a.com/*'], []],
    ['of one whose parent has a rule', 'x.a.com', ['a.com'], ['*://*.a.com/*'], []],
    ['of every site', 'a.com', [], ['*://*/*'], []],
  ])('given back %s', (_what, pattern, rest, granted, spare) => {
    expect(spareOrigins(pattern, rest, granted)).toEqual(spare);
  });
});

describe('the list of news sites', () => {
  const all = PRESETS.flatMap(({ hosts }) => hosts);

  it('holds about 150 sites of at least 40 countries', () => {
    expect(PRESETS.length).toBeGreaterThanOrEqual(40);
    expect(all.length).toBeGreaterThanOrEqual(150);
  });

  it('names each country and site once, the way rules do', () => {
    expect(new Set(PRESETS.map(({ country }) => country)).size).toBe(PRESETS.length);
    expect(new Set(all).size).toBe(all.length);
    for (const host of all) expect(normalisePattern(host)).toBe(host);
    for (const { country } of PRESETS)
      expect(new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(country)).toBeTruthy();
  });
});
