import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_SETTINGS,
  managedRule,
  mergeSettings,
  readManaged,
  withManaged,
} from '../../../src/core/settings/index.ts';
import type { Settings, SiteMode } from '../../../src/core/settings/types.ts';
import { settings } from './arbitrary.ts';

const at = (day: number, parts: Partial<Settings>): Settings => ({
  ...DEFAULT_SETTINGS,
  changed: `2026-11-0${day}T00:00:00.000Z`,
  ...parts,
});
const sites = (rules: Readonly<Record<string, SiteMode>>): Settings['sites'] =>
  Object.entries(rules).map(([pattern, mode]) => ({ pattern, mode }));
const listed = ({ sites: rules }: Settings): Record<string, SiteMode> =>
  Object.fromEntries(rules.map(({ pattern, mode }) => [pattern, mode]));

describe('settings changed in two browsers', () => {
  const base = at(1, { sites: sites({ 'a.com': 'on', 'b.com': 'on', 'c.com': 'on' }) });

  it('keep what each side changed', () => {
    const own = at(2, { defaultMode: 'ask', sites: sites({ 'a.com': 'off', 'b.com': 'on', 'c.com': 'on' }) });
    const other = at(3, { sites: sites({ 'a.com': 'on', 'c.com': 'on', 'd.com': 'on' }) });
    const merged = mergeSettings(base, own, other);
    expect(merged.defaultMode).toBe('ask');
    expect(listed(merged)).toEqual({ 'a.com': 'off', 'c.com': 'on', 'd.com': 'on' });
  });

  it('take the later change where both changed the same', () => {
    const own = at(2, { sites: sites({ 'a.com': 'off', 'b.com': 'on', 'c.com': 'ask' }) });
    const other = at(3, { sites: sites({ 'a.com': 'ask', 'b.com': 'on' }) });
    expect(listed(mergeSettings(base, own, other))).toEqual({ 'a.com': 'ask', 'b.com': 'on' });
    expect(
      listed(
        mergeSettings(base, { ...own, changed: other.changed, sites: own.sites }, { ...other, changed: own.changed }),
      ),
    ).toEqual({
      'a.com': 'off',
      'b.com': 'on',
      'c.com': 'ask',
    });
  });

  it('join their lists when they meet for the first time', () => {
    const own = at(2, { sites: sites({ 'a.com': 'on', 'b.com': 'on' }), packsOff: ['x'] });
    const other = at(3, { sites: sites({ 'a.com': 'off', 'c.com': 'on' }), packsOff: ['y'] });
    const merged = mergeSettings(null, own, other);
    expect(listed(merged)).toEqual({ 'a.com': 'off', 'b.com': 'on', 'c.com': 'on' });
    expect(merged.packsOff).toEqual(['x', 'y']);
  });

  it('keep when a site was used here, and the choice to synchronise, to this browser', () => {
    const used = '2026-11-23T10:00:00.000Z';
    const own: Settings = { ...at(1, {}), sync: true, sites: [{ pattern: 'a.com', mode: 'on', used }] };
    const merged = mergeSettings(
      at(1, { sites: sites({ 'a.com': 'on' }) }),
      own,
      at(2, { sites: sites({ 'a.com': 'off' }) }),
    );
    expect(merged.sites).toEqual([{ pattern: 'a.com', mode: 'off', used }]);
    expect(merged.sync).toBe(true);
  });

  it('agree whichever browser merges, and a second merge changes nothing', () => {
    const sorted = (each: Settings): Settings => ({
      ...each,
      sites: [...each.sites].sort((a, b) => (a.pattern < b.pattern ? -1 : 1)),
      packsOff: [...each.packsOff].sort(),
      packsOn: [...each.packsOn].sort(),
    });
    fc.assert(
      fc.property(fc.option(settings), settings, settings, (before, own, other) => {
        const [mine, theirs] = [
          { ...own, changed: '2026-11-02T00:00:00.000Z' },
          { ...other, changed: '2026-11-03T00:00:00.000Z' },
        ];
        const merged = mergeSettings(before, mine, theirs);
        expect(sorted(merged)).toEqual(sorted(mergeSettings(before, theirs, mine)));
        expect(sorted(mergeSettings(merged, merged, merged))).toEqual(sorted(merged));
        expect(sorted(mergeSettings(mine, mine, theirs))).toEqual(sorted(theirs));
      }),
    );
  });
});

describe("an administrator's settings", () => {
  const { managed, repairs } = readManaged({
    defaultMode: 'ask',
    sitesOn: ['https://www.desk.example/', 'both.example'],
    sitesOff: ['intranet.example', 'both.example', '//'],
    reading: { palette: 'grey', style: 'loud' },
    allowSync: false,
  });

  it('are read part by part', () => {
    expect(managed).toEqual({
      defaultMode: 'ask',
      sites: [
        { pattern: 'desk.example', mode: 'on' },
        { pattern: 'both.example', mode: 'off' },
        { pattern: 'intranet.example', mode: 'off' },
      ],
      reading: { palette: 'grey' },
      allowSync: false,
    });
    expect(repairs.map(({ path }) => path)).toEqual(['sitesOff[2]', 'reading.style']);
  });

  it("stand over the reader's, sub-domains and paths included", () => {
    const own = at(1, {
      sync: true,
      sites: [
        { pattern: 'wiki.intranet.example', mode: 'on' },
        { pattern: 'intranet.example/news/*', mode: 'on' },
        { pattern: 'a.com', mode: 'on', reading: { palette: 'colour', minWords: 7 } },
      ],
    });
    const merged = withManaged(own, managed);
    expect(merged).toMatchObject({ defaultMode: 'ask', sync: false, reading: { palette: 'grey', style: 'underline' } });
    expect(merged.sites).toEqual([{ pattern: 'a.com', mode: 'on', reading: { minWords: 7 } }, ...managed.sites]);
    expect(managedRule('wiki.intranet.example', managed)?.pattern).toBe('intranet.example');
    expect(managedRule('a.com', managed)).toBeNull();
  });

  it.each([[undefined], [null], ['text'], [[]], [{}]])('of %j change nothing', (stored) => {
    expect(withManaged(at(1, { sites: sites({ 'a.com': 'on' }) }), readManaged(stored).managed)).toEqual(
      at(1, { sites: sites({ 'a.com': 'on' }) }),
    );
  });
});
