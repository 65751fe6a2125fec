import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  exportSettings,
  formatSiteList,
  fromSyncItems,
  importSettings,
  parseSiteList,
  staleItems,
  toSyncItems,
  withSites,
} from '../../../src/core/settings/index.ts';
import type { SiteRule } from '../../../src/core/settings/types.ts';
import { rules, settings } from './arbitrary.ts';

describe('a list of sites as text', () => {
  it('is read line by line', () => {
    const { rules: read, refused } = parseSiteList(
      [
        '# my sites',
        '! a blocker’s comment',
        '[Adblock Plus 2.0]',
        'example.com',
        '  www.Example.org   off  ',
        'example.com/opinion/* ask # not the columns',
        '||news.example^',
        'b.com on minWords=6 hidden=resembles,not-found packs=a%20b hoverCard=yes',
        'c.com packs=@all hidden=none',
        '',
        'exa mple',
        'd.com sometimes',
        'd.com on off',
        'd.com style=loud',
        'd.com colour=red',
        '/regular.expression/',
        'chrome-extension-scheme',
      ].join('\r\n'),
      'on',
    );
    expect(read).toEqual([
      { pattern: 'example.com', mode: 'on' },
      { pattern: 'example.org', mode: 'off' },
      { pattern: 'example.com/opinion/*', mode: 'ask' },
      { pattern: 'news.example', mode: 'on' },
      {
        pattern: 'b.com',
        mode: 'on',
        reading: { minWords: 6, hidden: ['resembles', 'not-found'], packs: ['a b'], hoverCard: true },
      },
      { pattern: 'c.com', mode: 'on', reading: { packs: null, hidden: [] } },
    ]);
    expect(refused.map(({ line, problem }) => [line, problem])).toEqual([
      [11, 'no-mode'],
      [12, 'no-mode'],
      [13, 'no-mode'],
      [14, 'no-choice'],
      [15, 'no-choice'],
      [16, 'no-site'],
      [17, 'no-site'],
    ]);
  });

  it('takes the later of two lines for one site', () => {
    expect(parseSiteList('a.com on\nb.com on\nwww.a.com off', 'on').rules).toEqual([
      { pattern: 'b.com', mode: 'on' },
      { pattern: 'a.com', mode: 'off' },
    ]);
  });

  it('loses nothing when written and read', () => {
    fc.assert(
      fc.property(rules, (sites) => {
        expect(parseSiteList(formatSiteList(sites), 'on')).toEqual({ rules: sites, refused: [] });
      }),
      { numRuns: 1_000 },
    );
  });

  it('never throws, and accounts for every line', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('a.com', 'b.com off', 'c.com x=1', '# c', 'A/^#'));
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { rules: read, refused } = parseSiteList(lines.join('\n'), 'ask');
        expect(read.length + refused.length).toBeLessThanOrEqual(lines.join('\n').split(/\r\n|\r|\n/u).length);
        expect(parseSiteList(formatSiteList(read), 'off').rules).toEqual(read);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('files', () => {
  it('of settings read back as they were, without when sites were used', () => {
    fc.assert(
      fc.property(settings, (each) => {
        const used = { ...each, sites: each.sites.map((rule) => ({ ...rule, used: '2026-11-23T10:00:00.000Z' })) };
        const file = exportSettings(used);
        expect(file).not.toContain('used');
        expect(importSettings(file, 'on')).toMatchObject({
          ok: true,
          value: { kind: 'settings', settings: each, repaired: [] },
        });
      }),
    );
  });

  it.each<[what: string, text: string, kind: string]>([
    ['settings without their wrapper', '{"version":1,"defaultMode":"off"}', 'settings'],
    ['settings after a byte order mark', '\u{FEFF}{"defaultMode":"off"}', 'settings'],
    ['a list of hosts', 'a.com\nb.com\n', 'sites'],
    ['a list that begins with a numeric address', '[::1]\nb.com\n', 'sites'],
    ['a blocker’s list', '[Adblock Plus 2.0]\n||a.com^\n', 'sites'],
  ])('of %s', (_what, text, kind) => {
    expect(importSettings(text, 'on')).toMatchObject({ ok: true, value: { kind } });
  });

  it.each<[what: string, text: string, error: string]>([
    ['nothing', ' \n', 'empty'],
    ['torn JSON', '{"version":1,', 'not-json'],
    ['other JSON', '{"name":"x"}', 'not-settings'],
    ['a JSON list', '[1,2]', 'not-settings'],
    ['a novel', 'It was the best of times, it was the worst of times', 'not-settings'],
    ['too much', `{"a":"${'x'.repeat(8_000_000)}"}`, 'too-large'],
  ])('of %s are refused', (_what, text, error) => {
    expect(importSettings(text, 'on')).toEqual({ ok: false, error });
  });

  it('list what was repaired', () => {
    const read = importSettings(
      '{"defaultMode":"off","reading":{"minWords":0},"sites":[{"pattern":"a.com","mode":"?"}]}',
      'on',
    );
    expect(read.ok && read.value.kind === 'settings' ? read.value.repaired : null).toEqual([
      'reading.minWords: 0 is not allowed; the default is used',
      'sites[0]: {"pattern":"a.com","mode":"?"} is not allowed; left out',
    ]);
  });

  it('of anything never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const read = importSettings(text, 'on');
        expect(typeof read.ok).toBe('boolean');
      }),
      { numRuns: 2_000 },
    );
  });

  it('of sites go into the list, each named site as the file says', () => {
    const before: readonly SiteRule[] = [
      { pattern: 'a.com', mode: 'on', used: '2026-11-23T10:00:00.000Z' },
      { pattern: 'b.com', mode: 'on' },
    ];
    expect(
      withSites({ ...DEFAULT_SETTINGS, sites: before }, parseSiteList('c.com ask\na.com off', 'on')).sites,
    ).toEqual([
      { pattern: 'a.com', mode: 'off', used: '2026-11-23T10:00:00.000Z' },
      { pattern: 'b.com', mode: 'on' },
      { pattern: 'c.com', mode: 'ask' },
    ]);
  });
});

describe('synchronised items', () => {
  it('hold the settings, and nothing of when sites were used', () => {
    fc.assert(
      fc.property(settings, (each) => {
        const used = { ...each, sites: each.sites.map((rule) => ({ ...rule, used: '2026-11-23T10:00:00.000Z' })) };
        const items = toSyncItems(used);
        expect(items.ok).toBe(true);
        if (!items.ok) return;
        expect(JSON.stringify(items.value)).not.toContain('used');
        expect(fromSyncItems(JSON.parse(JSON.stringify(items.value)) as typeof items.value)?.settings).toEqual({
          ...each,
          sync: true,
        });
      }),
    );
  });

  const many = (count: number) => ({
    ...DEFAULT_SETTINGS,
    changed: '2026-11-23T10:00:00.000Z',
    sites: Array.from({ length: count }, (_, index) => ({ pattern: `site-${index}.example.com`, mode: 'on' as const })),
  });

  it('stay within what browsers allow, or are refused', () => {
    const fits = toSyncItems(many(3_000));
    expect(fits.ok).toBe(true);
    if (fits.ok)
      for (const [name, value] of Object.entries(fits.value))
        expect(name.length + JSON.stringify(value).length).toBeLessThanOrEqual(8_192);
    expect(toSyncItems(many(9_000))).toEqual({ ok: false, error: 'too-large' });
  });

  it('are waited for until all have arrived', () => {
    const items = toSyncItems(many(1_000));
    if (!items.ok) throw new Error(items.error);
    const { 'sites-1': part, ...rest } = items.value;
    expect(fromSyncItems(rest)).toBeNull();
    expect(fromSyncItems({ ...rest, 'sites-1': { ...(part as object), stamp: 'older' } })).toBeNull();
    expect(fromSyncItems({})).toBeNull();
    expect(fromSyncItems({ settings: 'torn' })).toBeNull();
  });

  it('that a shorter list leaves behind are named', () => {
    const [long, short] = [toSyncItems(many(1_000)), toSyncItems(many(10))];
    if (!long.ok || !short.ok) throw new Error('too large');
    expect(staleItems({ ...long.value, other: 1 }, short.value)).toEqual(
      Object.keys(long.value).filter((name) => name.startsWith('sites-') && name !== 'sites-0'),
    );
  });
});
