import { describe, expect, it } from 'vitest';
import { DEFAULT_READING, DEFAULT_SETTINGS } from '../../../src/core/settings/index.ts';
import type { Settings, SiteMode, SiteRule } from '../../../src/core/settings/types.ts';
import { effectiveSettings, explainSite, inheritedBy } from '../../../src/core/sites/index.ts';

const SITES: readonly SiteRule[] = [
  { pattern: 'example.com', mode: 'on', reading: { minWords: 6, style: 'tint' } },
  { pattern: 'shop.example.com', mode: 'off' },
  { pattern: 'blog.shop.example.com', mode: 'ask', reading: { minWords: 8 } },
  { pattern: 'example.com/live/*', mode: 'off' },
  { pattern: 'example.com/live/speeches/*', mode: 'on', reading: { scope: 'everything' } },
  { pattern: 'localhost', mode: 'ask' },
  { pattern: '10.0.0.1', mode: 'on' },
];
const settings: Settings = { ...DEFAULT_SETTINGS, defaultMode: 'off', sites: SITES };

describe('which rule decides', () => {
  it.each<[url: string, mode: SiteMode, rule: string | null, because: string]>([
    ['https://elsewhere.org/', 'off', null, 'default'],
    ['https://example.com/news', 'on', 'example.com', 'site'],
    ['https://www.example.com/news', 'on', 'example.com', 'site'],
    ['http://EXAMPLE.com:8080/', 'on', 'example.com', 'site'],
    ['https://example.com./', 'on', 'example.com', 'site'],
    ['https://news.example.com/', 'on', 'example.com', 'parent'],
    ['https://shop.example.com/', 'off', 'shop.example.com', 'site'],
    ['https://a.shop.example.com/', 'off', 'shop.example.com', 'parent'],
    ['https://blog.shop.example.com/', 'ask', 'blog.shop.example.com', 'site'],
    ['https://example.com/live', 'off', 'example.com/live/*', 'path'],
    ['https://example.com/live/1', 'off', 'example.com/live/*', 'path'],
    ['https://example.com/live/speeches/1?x=y', 'on', 'example.com/live/speeches/*', 'path'],
    // A path rule holds on sub-domains, and outranks their host rules.
    ['https://shop.example.com/live/speeches/1', 'on', 'example.com/live/speeches/*', 'path'],
    ['https://notexample.com/', 'off', null, 'default'],
    ['https://example.com.evil.org/', 'off', null, 'default'],
    ['http://localhost:3000/', 'ask', 'localhost', 'site'],
    ['http://a.localhost/', 'off', null, 'default'],
    ['http://10.0.0.1/', 'on', '10.0.0.1', 'site'],
    ['http://1.10.0.0.1.example/', 'off', null, 'default'],
    ['about:blank', 'off', null, 'no-site'],
    ['file:///home/me/page.html', 'off', null, 'no-site'],
  ])('%s', (url, mode, rule, because) => {
    expect(explainSite(settings, url)).toMatchObject({ mode, rule, because });
    expect(effectiveSettings(settings, url)).toMatchObject({ mode, rule });
  });

  it('lays reading choices over each other, the most specific on top', () => {
    expect(effectiveSettings(settings, 'https://blog.shop.example.com/live/speeches/1').reading).toEqual({
      ...DEFAULT_READING,
      style: 'tint',
      minWords: 8,
      scope: 'everything',
    });
  });

  it('does not depend on the order of the list', () => {
    const turned = { ...settings, sites: [...SITES].reverse() };
    for (const url of ['https://blog.shop.example.com/live/speeches/1', 'https://example.com/live/2'])
      expect(effectiveSettings(turned, url)).toEqual(effectiveSettings(settings, url));
  });

  it('says what a rule would inherit', () => {
    expect(inheritedBy(settings, 'blog.shop.example.com')).toMatchObject({ mode: 'off', rule: 'shop.example.com' });
    expect(inheritedBy(settings, 'example.com')).toMatchObject({ mode: 'off', rule: null, reading: DEFAULT_READING });
    expect(inheritedBy(settings, 'news.example.com').reading.minWords).toBe(6);
  });
});
