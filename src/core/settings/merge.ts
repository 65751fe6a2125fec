import type { ReadingSettings, Settings, SiteRule } from './types.ts';

/**
 * Brings two browsers' settings together. `base` is what both last agreed on, null when they never have.
 *
 * The rule for conflicts: every site's rule, every reading choice, every pack and the mode for all other sites is settled by itself. What only
 * one side changed is taken from it; what both changed differently is taken from the side whose settings were changed later. Without a
 * base nothing counts as removed: the lists are joined. `sync`, and when a site was last used, stay each browser's own.
 */
export function mergeSettings(base: Settings | null, own: Settings, other: Settings): Settings {
  const ownLater = (own.changed ?? '') >= (other.changed ?? '');
  const settle = <T>(before: T | undefined, mine: T, theirs: T): T => {
    if (same(mine, theirs) || (before !== undefined && same(before, theirs))) return mine;
    if (before !== undefined && same(before, mine)) return theirs;
    return ownLater ? mine : theirs;
  };
  const changed = ownLater ? own.changed : other.changed;
  return {
    version: own.version,
    defaultMode: settle(base?.defaultMode, own.defaultMode, other.defaultMode),
    reading: mergeReading(settle, base?.reading, own.reading, other.reading),
    sites: mergeSites(settle, base?.sites ?? null, own.sites, other.sites),
    packsOff: mergeIds(base?.packsOff ?? null, own.packsOff, other.packsOff),
    packsOn: mergeIds(base?.packsOn ?? null, own.packsOn, other.packsOn),
    sync: own.sync,
    ...(changed === undefined ? {} : { changed }),
  };
}

type Settle = <T>(before: T | undefined, mine: T, theirs: T) => T;

function mergeReading(
  settle: Settle,
  before: ReadingSettings | undefined,
  mine: ReadingSettings,
  theirs: ReadingSettings,
): ReadingSettings {
  const merged: Record<string, unknown> = {};
  for (const key of Object.keys(mine) as (keyof ReadingSettings)[])
    merged[key] = settle<unknown>(before?.[key], mine[key], theirs[key]);
  return merged as unknown as ReadingSettings;
}

/** A rule that is not there is a state like any other, unless there is no base: then it is only not there yet. */
function mergeSites(
  settle: Settle,
  before: readonly SiteRule[] | null,
  mine: readonly SiteRule[],
  theirs: readonly SiteRule[],
): SiteRule[] {
  const [was, own, other] = [before ?? [], mine, theirs].map(
    (sites) => new Map(sites.map((rule) => [rule.pattern, rule])),
  );
  const merged: SiteRule[] = [];
  for (const pattern of new Set([...own.keys(), ...other.keys()])) {
    const used = own.get(pattern)?.used;
    const [past, here, there] = [was, own, other].map((sites) => ruleOf(sites, pattern));
    const rule =
      before === null && (here === null || there === null)
        ? (here ?? there)
        : settle<SiteRule | null>(before === null ? undefined : past, here, there);
    if (rule !== null) merged.push(used === undefined ? rule : { ...rule, used });
  }
  return merged;
}

function ruleOf(sites: ReadonlyMap<string, SiteRule>, pattern: string): SiteRule | null {
  const rule = sites.get(pattern);
  return rule === undefined ? null : withoutUse(rule);
}

/** A rule without the time of its last use, which is about the reader and not about the site. */
export function withoutUse({ pattern, mode, reading }: SiteRule): SiteRule {
  return reading === undefined ? { pattern, mode } : { pattern, mode, reading };
}

/** Sets of ids: what either side added or removed since the base is added or removed. */
function mergeIds(before: readonly string[] | null, mine: readonly string[], theirs: readonly string[]): string[] {
  const was = before ?? [];
  return [...new Set([...mine, ...theirs])].filter(
    (id) => (mine.includes(id) && theirs.includes(id)) || !was.includes(id),
  );
}

/** Equal as JSON, whatever the order of keys. */
export function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
