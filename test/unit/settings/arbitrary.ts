import fc from 'fast-check';
import { VERDICTS } from '../../../src/core/matching/types.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/settings/index.ts';
import type { ReadingSettings, Settings, SiteRule } from '../../../src/core/settings/types.ts';

const packIds = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 3 });

const reading: fc.Arbitrary<ReadingSettings> = fc.record({
  strictness: fc.constantFrom('exact-only' as const, 'default' as const, 'everything' as const),
  hidden: fc.uniqueArray(fc.constantFrom(...VERDICTS), { maxLength: 3 }),
  style: fc.constantFrom('underline' as const, 'tint' as const, 'both' as const),
  palette: fc.constantFrom('colour' as const, 'high-contrast' as const, 'grey' as const),
  minWords: fc.integer({ min: 3, max: 30 }),
  hoverCard: fc.boolean(),
  scope: fc.constantFrom('article' as const, 'everything' as const),
  packs: fc.option(packIds, { nil: null }),
});

const choices: fc.Arbitrary<Partial<ReadingSettings>> = fc
  .tuple(
    reading,
    fc.uniqueArray(fc.constantFrom(...(Object.keys(DEFAULT_SETTINGS.reading) as (keyof ReadingSettings)[]))),
  )
  .map(([all, names]) => Object.fromEntries(names.map((name) => [name, all[name]])));

export const patterns: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('a', 'b.a', 'c'), fc.constantFrom('com', 'org', 'co.uk'), fc.constantFrom('', '/x/*', '/y'))
  .map(([name, ending, path]) => `${name}.${ending}${path}`);

const modes = fc.constantFrom('on' as const, 'ask' as const, 'off' as const);

export const rules: fc.Arbitrary<readonly SiteRule[]> = fc.uniqueArray(
  fc.record(
    { pattern: patterns, mode: modes, reading: choices.filter((each) => Object.keys(each).length > 0) },
    { requiredKeys: ['pattern', 'mode'] },
  ),
  { maxLength: 8, selector: ({ pattern }) => pattern },
);

const times = fc.integer({ min: 0, max: 3 }).map((day) => `2026-11-2${day}T10:00:00.000Z`);

export const settings: fc.Arbitrary<Settings> = fc
  .record({ defaultMode: modes, reading, sites: rules, packsOff: packIds, packsOn: packIds, changed: times })
  .map((parts) => ({ ...DEFAULT_SETTINGS, ...parts }));
