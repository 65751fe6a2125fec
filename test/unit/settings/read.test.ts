import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addKept, DEFAULT_SETTINGS, readKept, readSettings } from '../../../src/core/settings/index.ts';
import type { Migration } from '../../../src/core/settings/migrations.ts';
import { settings } from './arbitrary.ts';

const stored = (parts: Record<string, unknown>): unknown => ({ ...DEFAULT_SETTINGS, ...parts });

describe('sound settings', () => {
  it('are read as they were written', () => {
    fc.assert(
      fc.property(settings, (each) => {
        const read = readSettings(JSON.parse(JSON.stringify(each)));
        expect(read).toEqual({ settings: each, repaired: [], repairs: [], kept: null });
      }),
    );
  });

  it.each([[undefined], [null]])('%s means the defaults, with nothing to say', (nothing) => {
    expect(readSettings(nothing)).toEqual({ settings: DEFAULT_SETTINGS, repaired: [], repairs: [], kept: null });
  });

  it('of an older build lack what that build did not know, which is no damage', () => {
    const read = readSettings({ version: 1, defaultMode: 'ask' });
    expect(read.settings).toEqual({ ...DEFAULT_SETTINGS, defaultMode: 'ask' });
    expect(read.kept).toBeNull();
  });
});

describe('damaged settings keep every sound part', () => {
  it.each<[what: string, data: unknown, settings: object, repaired: string[]]>([
    [
      'a mode nobody knows',
      stored({ defaultMode: 'loud' }),
      {},
      ['defaultMode: "loud" is not allowed; the default is used'],
    ],
    [
      'a number for a mode',
      stored({ defaultMode: 3 }),
      {},
      ['defaultMode: 3 is of the wrong kind; the default is used'],
    ],
    [
      'one reading choice',
      stored({ reading: { ...DEFAULT_SETTINGS.reading, minWords: 2, style: 'tint' } }),
      { reading: { ...DEFAULT_SETTINGS.reading, style: 'tint' } },
      ['reading.minWords: 2 is not allowed; the default is used'],
    ],
    [
      'one verdict of a list',
      stored({ reading: { ...DEFAULT_SETTINGS.reading, hidden: ['exact', 'wrong'] } }),
      { reading: { ...DEFAULT_SETTINGS.reading, hidden: ['exact'] } },
      ['reading.hidden[1]: "wrong" is not allowed; left out'],
    ],
    [
      'one rule of the list',
      stored({
        sites: [{ pattern: 'a.com', mode: 'on' }, { pattern: 'b.com' }, 'c.com', { pattern: '//', mode: 'on' }],
      }),
      { sites: [{ pattern: 'a.com', mode: 'on' }] },
      [
        'sites[1]: {"pattern":"b.com"} is of the wrong kind; left out',
        'sites[2]: "c.com" is of the wrong kind; left out',
        'sites[3]: {"pattern":"//","mode":"on"} is not allowed; left out',
      ],
    ],
    [
      "one of a rule's own choices",
      stored({ sites: [{ pattern: 'a.com', mode: 'on', reading: { palette: 'mauve', minWords: 9 } }] }),
      { sites: [{ pattern: 'a.com', mode: 'on', reading: { minWords: 9 } }] },
      ['sites[0].reading.palette: "mauve" is not allowed; left out'],
    ],
    ['a field of another program', stored({ theme: 'dark' }), {}, ['theme: "dark" is not known; left out']],
    [
      'a list that is none',
      stored({ sites: { 0: 'a.com' } }),
      {},
      ['sites: {"0":"a.com"} is of the wrong kind; the default is used'],
    ],
    ['text', 'hello', {}, ['settings: "hello" is of the wrong kind; the default is used']],
    ['a list', [1], {}, ['settings: [1] is of the wrong kind; the default is used']],
  ])('%s', (_what, data, parts, repaired) => {
    const read = readSettings(data);
    expect(read.settings).toEqual({ ...DEFAULT_SETTINGS, ...parts });
    expect(read.repaired).toEqual(repaired);
    expect(read.kept).not.toBeNull();
  });

  it('writes patterns the one way, and of two rules for one site takes the later', () => {
    const read = readSettings(
      stored({
        sites: [
          { pattern: 'WWW.Example.com.', mode: 'off' },
          { pattern: 'b.com', mode: 'on' },
          { pattern: 'example.com', mode: 'on' },
        ],
      }),
    );
    expect(read.settings.sites).toEqual([
      { pattern: 'b.com', mode: 'on' },
      { pattern: 'example.com', mode: 'on' },
    ]);
    expect(read.kept).toEqual([{ path: 'sites: example.com', value: { pattern: 'example.com', mode: 'off' } }]);
  });

  it('keeps rules beyond 10,000 aside', () => {
    const sites = Array.from({ length: 10_002 }, (_, index) => ({ pattern: `a${index}.com`, mode: 'off' }));
    const read = readSettings(stored({ sites }));
    expect(read.settings.sites).toHaveLength(10_000);
    expect(read.kept).toEqual([{ path: 'sites', value: sites.slice(10_000) }]);
  });

  it('never throws, and always answers settings that read back without repairs', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.record({
        version: fc.oneof(fc.integer(), fc.jsonValue()),
        defaultMode: fc.jsonValue(),
        reading: fc.jsonValue(),
        sites: fc.oneof(
          fc.jsonValue(),
          fc.array(fc.record({ pattern: fc.string(), mode: fc.jsonValue(), reading: fc.jsonValue() })),
        ),
        ['__proto__']: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(anything, (data) => {
        const read = readSettings(data);
        expect(readSettings(JSON.parse(JSON.stringify(read.settings)))).toEqual({
          settings: read.settings,
          repaired: [],
          repairs: [],
          kept: null,
        });
        expect(read.repaired).toHaveLength(read.repairs.length);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('versions', () => {
  const renamed: Migration = ({ mode, ...rest }) => ({ ...rest, defaultMode: mode });
  const listed: Migration = ({ host, ...rest }) => ({ ...rest, sites: [{ pattern: host, mode: 'off' }] });
  const broken: Migration = () => {
    throw new TypeError('not a list');
  };

  it('run every migration that is still to run, in order', () => {
    const first = readSettings({ version: 1, mode: 'ask', host: 'a.com' }, [renamed, listed]);
    expect(first.settings).toMatchObject({
      version: 3,
      defaultMode: 'ask',
      sites: [{ pattern: 'a.com', mode: 'off' }],
    });
    const second = readSettings({ version: 2, defaultMode: 'off', host: 'a.com' }, [renamed, listed]);
    expect(second.settings).toMatchObject({
      version: 3,
      defaultMode: 'off',
      sites: [{ pattern: 'a.com', mode: 'off' }],
    });
  });

  it('change nothing when run on what they made', () => {
    const once = readSettings({ version: 1, mode: 'ask', host: 'a.com' }, [renamed, listed]).settings;
    expect(readSettings(once, [renamed, listed]).settings).toEqual(once);
  });

  it('that a migration fails on are kept whole', () => {
    const data = { version: 1, sites: [{ pattern: 'a.com', mode: 'on' }] };
    const read = readSettings(data, [broken]);
    expect(read.settings).toEqual(DEFAULT_SETTINGS);
    expect(read.kept).toEqual([{ path: '', value: data }]);
  });

  it('of the future are kept whole, and used as far as they are understood', () => {
    const data = {
      ...DEFAULT_SETTINGS,
      version: 9,
      defaultMode: 'off',
      moods: ['calm'],
      sites: [{ pattern: 'a.com', mode: 'on' }],
    };
    const read = readSettings(data);
    expect(read.settings).toEqual({
      ...DEFAULT_SETTINGS,
      defaultMode: 'off',
      sites: [{ pattern: 'a.com', mode: 'on' }],
    });
    expect(read.repaired).toEqual(['version: 9 is newer than this version can read; the default is used']);
    expect(read.kept).toEqual([{ path: '', value: data }]);
  });
});

describe('what is kept aside', () => {
  const entry = (value: unknown, time = '2026-11-23T10:00:00.000Z') => ({
    time,
    from: 'storage' as const,
    parts: [{ path: 'a', value }],
  });

  it('is kept once, newest last', () => {
    const once = addKept(null, entry(1));
    expect(addKept(once, entry(1, '2026-11-24T10:00:00.000Z'))).toEqual(once);
    expect(addKept(once, entry(2))).toEqual([entry(1), entry(2)]);
  });

  it('does not grow without bound', () => {
    let kept: unknown = null;
    for (let index = 0; index < 60; index++) kept = addKept(kept, entry(index));
    expect(readKept(kept)).toHaveLength(50);
    expect(addKept(kept, entry('x'.repeat(3_000_000)))).toHaveLength(1);
  });

  it('survives damage to itself', () => {
    expect(addKept('torn', entry(1))[0].parts).toEqual([{ path: '', value: 'torn' }]);
    expect(readKept([entry(1), 'torn', { time: 1 }])).toEqual([entry(1)]);
  });
});
