import { fail, ok, type Result } from '../result.ts';
import { withoutUse } from './merge.ts';
import { readSettings, type ReadSettings } from './read.ts';
import { isRecord } from './repair.ts';
import { SettingsSchema } from './schema.ts';
import { parseSiteList, type SiteList } from './siteList.ts';
import type { Settings, SiteMode } from './types.ts';

/** A file larger than this is no settings file; UTF-16 units. */
const MAX_FILE = 8_000_000;

/** What a file to import holds: all settings, or only a list of sites. */
export type Imported = ({ readonly kind: 'settings' } & ReadSettings) | ({ readonly kind: 'sites' } & SiteList);

/** The settings as a file. When each site was last used stays out: it says what the reader reads. */
export function exportSettings(settings: Settings): string {
  const sites = settings.sites.map(withoutUse);
  return `${JSON.stringify({ verbatim: 'settings', settings: { ...settings, sites } }, null, 2)}\n`;
}

/**
 * Reads a file to import: settings as this extension exports them, repaired field by field, or a list of sites, one a line (see
 * `parseSiteList`; `mode` is for lines that name none). Fails for what is neither.
 */
export function importSettings(text: string, mode: SiteMode): Result<Imported> {
  if (text.length > MAX_FILE) return fail('too-large');
  const bare = text.replace(/^\u{FEFF}/u, '').trim();
  if (bare === '') return fail('empty');
  return /^[{[]/u.test(bare) && !/^\[(?:[\da-f:]+\]|Adblock)/iu.test(bare) ? importJson(bare) : importList(bare, mode);
}

function importJson(text: string): Result<Imported> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return fail('not-json');
  }
  const settings = isRecord(data) && data.verbatim === 'settings' ? data.settings : data;
  if (!isRecord(settings) || !Object.keys(SettingsSchema.entries).some((key) => Object.hasOwn(settings, key)))
    return fail('not-settings');
  return ok({ kind: 'settings', ...readSettings(settings) });
}

function importList(text: string, mode: SiteMode): Result<Imported> {
  const list = parseSiteList(text, mode);
  return list.rules.length === 0 ? fail('not-settings') : ok({ kind: 'sites', ...list });
}

/** Settings with an imported list of sites put in: a site named in both is as the list says. */
export function withSites(settings: Settings, { rules }: Pick<SiteList, 'rules'>): Settings {
  const named = new Map(rules.map((rule) => [rule.pattern, rule]));
  const before = settings.sites.map((rule) => ({ ...rule, ...named.get(rule.pattern) }));
  const known = new Set(settings.sites.map(({ pattern }) => pattern));
  return { ...settings, sites: [...before, ...rules.filter(({ pattern }) => !known.has(pattern))] };
}
