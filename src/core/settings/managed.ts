import * as v from 'valibot';
import { hostHolds } from '../sites/host.ts';
import { normalisePattern, splitPattern } from '../sites/pattern.ts';
import { repair, type Repair } from './repair.ts';
import { MAX_RULES, ReadingChoicesSchema, SITE_MODES } from './schema.ts';
import type { ReadingSettings, Settings, SiteMode, SiteRule } from './types.ts';

const Patterns = v.pipe(
  v.array(v.pipe(v.string(), v.transform(normalisePattern), v.string('names no site'))),
  v.maxLength(MAX_RULES),
);

/** What an administrator can set (`managed_schema.json`). Every part may be left out. */
const ManagedSchema = v.object({
  defaultMode: v.optional(v.picklist(SITE_MODES)),
  sitesOn: v.optional(Patterns),
  sitesAsk: v.optional(Patterns),
  sitesOff: v.optional(Patterns),
  reading: v.optional(ReadingChoicesSchema),
  allowSync: v.optional(v.boolean()),
});

export interface Managed {
  readonly defaultMode: SiteMode | null;
  readonly sites: readonly SiteRule[];
  readonly reading: Partial<ReadingSettings>;
  readonly allowSync: boolean;
}

export const NOT_MANAGED: Managed = { defaultMode: null, sites: [], reading: {}, allowSync: true };

/** Reads what the browser's managed storage holds, part by part; what can't be read is as if it had not been set. */
export function readManaged(stored: unknown): { readonly managed: Managed; readonly repairs: readonly Repair[] } {
  if (stored === undefined || stored === null) return { managed: NOT_MANAGED, repairs: [] };
  const repairs: Repair[] = [];
  const read = repair(ManagedSchema, stored, {}, repairs);
  const rules = new Map<string, SiteRule>();
  // A site named in two lists is as the stricter one says.
  for (const [mode, patterns] of [
    ['on', read.sitesOn],
    ['ask', read.sitesAsk],
    ['off', read.sitesOff],
  ] as const)
    for (const pattern of patterns ?? []) rules.set(pattern, { pattern, mode });
  return {
    managed: {
      defaultMode: read.defaultMode ?? null,
      sites: [...rules.values()],
      reading: read.reading ?? {},
      allowSync: read.allowSync ?? true,
    },
    repairs,
  };
}

/**
 * The settings with the administrator's over the reader's. An administrator's rule for a host holds for everything under it, so the reader's
 * rules there do not count; they stay in the reader's own settings.
 */
export function withManaged(settings: Settings, managed: Managed): Settings {
  return {
    ...settings,
    defaultMode: managed.defaultMode ?? settings.defaultMode,
    reading: { ...settings.reading, ...managed.reading },
    sites: [
      ...settings.sites
        .filter(({ pattern }) => managedRule(pattern, managed) === null)
        .map((rule) => withoutChoices(rule, managed.reading)),
      ...managed.sites,
    ],
    sync: settings.sync && managed.allowSync,
  };
}

/** A rule without the reading choices that the administrator makes for all sites. */
function withoutChoices(rule: SiteRule, fixed: Partial<ReadingSettings>): SiteRule {
  if (rule.reading === undefined || Object.keys(fixed).length === 0) return rule;
  const reading = Object.entries(rule.reading).filter(([name]) => !Object.hasOwn(fixed, name));
  return { ...rule, reading: Object.fromEntries(reading) };
}

/** The administrator's rule that stands over a pattern of the reader's, or null. */
export function managedRule(pattern: string, managed: Managed): SiteRule | null {
  const { host } = splitPattern(pattern);
  return (
    managed.sites.find((rule) => {
      const over = splitPattern(rule.pattern);
      return rule.pattern === pattern || (over.path === null && hostHolds(over.host, host));
    }) ?? null
  );
}
