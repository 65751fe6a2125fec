/** Leads the settings of one version to the next. Gets whatever was stored, so it checks what it touches; may not throw for odd data. */
export type Migration = (stored: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/**
 * In order: the first leads from version 1 to 2, the next from 2 to 3. A migration once released is never edited; another
 * is added, and `SETTINGS_VERSION` raised by one.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** Runs the migrations that are still to run. `version` is that of `stored`, at least 1. */
export function migrate(
  stored: Readonly<Record<string, unknown>>,
  version: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Record<string, unknown> {
  const migrated = migrations
    .slice(version - 1)
    .reduce<Record<string, unknown>>((data, step) => step(data), { ...stored });
  return { ...migrated, version: Math.max(version, migrations.length + 1) };
}
