import { DEFAULT_SETTINGS, SETTINGS_VERSION } from './defaults.ts';
import type { KeptPart } from './kept.ts';
import { migrate, MIGRATIONS, type Migration } from './migrations.ts';
import { isRecord, repair, type Repair } from './repair.ts';
import { SettingsSchema } from './schema.ts';
import type { Settings, SiteRule } from './types.ts';

export interface ReadSettings {
  readonly settings: Settings;
  /** One line for each thing that was repaired, like `sites[3].mode: "maybe" is not allowed; left out`. */
  readonly repaired: string[];
  /** What was repaired, for showing in the reader's language. */
  readonly repairs: readonly Repair[];
  /** What could not be read, to be stored apart and handed back on request; null when everything was read. */
  readonly kept: readonly KeptPart[] | null;
}

/**
 * Reads stored settings of any version and in any state. Older ones are migrated; of newer ones whatever is understood is
 * used and the whole is kept; of damaged ones every sound part is used and every other part is kept.
 */
export function readSettings(stored: unknown, migrations: readonly Migration[] = MIGRATIONS): ReadSettings {
  if (stored === undefined || stored === null)
    return { settings: DEFAULT_SETTINGS, repaired: [], repairs: [], kept: null };
  const repairs: Repair[] = [];
  if (!isRecord(stored)) return whole(stored, { path: '', value: stored, action: 'default', problem: 'wrong-kind' });
  const version = readVersion(stored.version, repairs);
  if (version > SETTINGS_VERSION && version > migrations.length + 1) {
    // Its unknown fields are no damage, and the whole is kept; so only one line is said of it.
    const { settings } = readParts({ ...stored, version: SETTINGS_VERSION }, []);
    const newer: Repair = { path: 'version', value: version, action: 'default', problem: 'newer-version' };
    return { settings, repaired: [describeRepair(newer)], repairs: [newer], kept: [{ path: '', value: stored }] };
  }
  let migrated: Record<string, unknown>;
  try {
    migrated = migrate({ ...stored, version }, version, migrations);
  } catch {
    return whole(stored, { path: '', value: stored, action: 'default', problem: 'migration' });
  }
  return readParts(migrated, repairs);
}

function whole(stored: unknown, why: Repair): ReadSettings {
  return {
    settings: DEFAULT_SETTINGS,
    repaired: [describeRepair(why)],
    repairs: [why],
    kept: [{ path: '', value: stored }],
  };
}

function readVersion(version: unknown, repairs: Repair[]): number {
  if (typeof version === 'number' && Number.isInteger(version) && version >= 1) return version;
  if (version !== undefined)
    repairs.push({ path: 'version', value: version, action: 'default', problem: 'wrong-kind' });
  return 1;
}

function readParts(data: Readonly<Record<string, unknown>>, repairs: Repair[]): ReadSettings {
  const read = repair(SettingsSchema, data, DEFAULT_SETTINGS, repairs);
  const settings = { ...read, sites: withoutTwins(read.sites, repairs) };
  const kept = repairs.filter(({ value }) => value !== undefined).map(({ path, value }) => ({ path, value }));
  return { settings, repaired: repairs.map(describeRepair), repairs, kept: kept.length === 0 ? null : kept };
}

/** One rule a pattern; of two the later one holds, as if it had been set later. */
function withoutTwins(sites: readonly SiteRule[], repairs: Repair[]): readonly SiteRule[] {
  const byPattern = new Map<string, SiteRule>();
  for (const rule of sites) {
    const earlier = byPattern.get(rule.pattern);
    if (earlier !== undefined) {
      byPattern.delete(rule.pattern);
      if (JSON.stringify(earlier) !== JSON.stringify(rule))
        repairs.push({ path: `sites: ${rule.pattern}`, value: earlier, action: 'left-out', problem: 'twice' });
    }
    byPattern.set(rule.pattern, rule);
  }
  return byPattern.size === sites.length ? sites : [...byPattern.values()];
}

const PROBLEMS: Readonly<Record<Repair['problem'], string>> = {
  'wrong-kind': 'is of the wrong kind',
  'not-allowed': 'is not allowed',
  'unknown-field': 'is not known',
  'too-many': 'is too much',
  twice: 'is said twice',
  'newer-version': 'is newer than this version can read',
  migration: 'could not be brought to this version',
};

/** A repair as one line, for logs and command lines. */
export function describeRepair({ path, value, action, problem }: Repair): string {
  const shown = shorten(value);
  return `${path === '' ? 'settings' : path}: ${shown} ${PROBLEMS[problem]}; ${action === 'default' ? 'the default is used' : 'left out'}`;
}

/** A value as short JSON, at most 80 UTF-16 units. */
export function shorten(value: unknown): string {
  const text = (JSON.stringify(value) as string | undefined) ?? 'nothing';
  return text.length <= 80 ? text : `${text.slice(0, 79)}…`;
}
