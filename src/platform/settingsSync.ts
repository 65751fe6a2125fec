import {
  fromSyncItems,
  mergeSettings,
  readSettings,
  same,
  staleItems,
  toSyncItems,
  withoutUse,
} from '../core/settings/index.ts';
import type { Settings } from '../core/settings/types.ts';
import { browser } from './browser.ts';
import { keepAside, loadManaged, loadSettings, onSettingsChanged, saveSettings } from './storage.ts';

/** The settings that this browser and the synchronised ones last agreed on. */
const BASE = 'syncBase';
const PROBLEM = 'syncProblem';

/** Why settings are not synchronised: more than browsers take, another browser's Verbatim is newer, or what the browser said. */
export type SyncProblem = 'too-large' | 'newer-version' | { readonly message: string };

/** Keeps the settings in step with the reader's other browsers from now on, while the reader wants it. */
export function followSync(): void {
  onSettingsChanged(() => void synchronise());
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'sync') void synchronise();
  });
}

/**
 * Brings this browser's settings and the synchronised ones together (see `mergeSettings` for who wins) and writes each side that
 * changes. Does nothing unless the reader switched it on and no administrator forbids it. Safe to be cut off anywhere: what was agreed
 * is written last, so the next run merges the same again.
 */
export async function synchronise(): Promise<void> {
  if (!(await isWanted())) return;
  await navigator.locks.request('settings', async () => {
    try {
      await setProblem(await step());
    } catch (error) {
      await setProblem({ message: error instanceof Error ? error.message : String(error) });
    }
  });
}

async function isWanted(): Promise<boolean> {
  const [{ sync }, { allowSync }] = await Promise.all([loadSettings(), loadManaged()]);
  return sync && allowSync;
}

async function step(): Promise<SyncProblem | null> {
  const items = await browser.storage.sync.get();
  const remote = fromSyncItems(items);
  // A set that is still arriving: the browser tells us when the rest is there.
  if (remote === null && Object.hasOwn(items, 'settings')) return null;
  if (remote?.repairs.some(({ problem }) => problem === 'newer-version') === true) return 'newer-version';
  if (remote !== null && remote.kept !== null)
    await keepAside({ time: new Date().toISOString(), from: 'sync', parts: remote.kept });

  const own = await loadSettings();
  const merged = remote === null ? own : mergeSettings(await agreedBefore(), own, remote.settings);
  if (!same(content(merged), content(own))) await saveSettings(merged, merged.changed);
  if (remote === null || !same(content(merged), content(remote.settings))) {
    const packed = toSyncItems(merged);
    if (!packed.ok) return 'too-large';
    await browser.storage.sync.set(packed.value);
    const stale = staleItems(items, packed.value);
    if (stale.length > 0) await browser.storage.sync.remove(stale);
  }
  const base = content(merged);
  if (!same(base, (await browser.storage.local.get(BASE))[BASE])) await browser.storage.local.set({ [BASE]: base });
  return null;
}

async function agreedBefore(): Promise<Settings | null> {
  const stored = (await browser.storage.local.get(BASE))[BASE];
  return stored === undefined ? null : readSettings(stored).settings;
}

/** What is synchronised: not the choice to do so, not the use of sites, and the time of change only decides. */
const content = (settings: Settings): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(settings).filter(([name]) => name !== 'sync' && name !== 'changed')),
  sites: settings.sites.map(withoutUse).sort((a, b) => (a.pattern < b.pattern ? -1 : 1)),
});

async function setProblem(problem: SyncProblem | null): Promise<void> {
  if (same(problem, await syncProblem())) return;
  if (problem === null) await browser.storage.local.remove(PROBLEM);
  else await browser.storage.local.set({ [PROBLEM]: problem });
}

/** What stands in the way of synchronising, or null. */
export async function syncProblem(): Promise<SyncProblem | null> {
  const stored: unknown = (await browser.storage.local.get(PROBLEM))[PROBLEM];
  if (stored === 'too-large' || stored === 'newer-version') return stored;
  const message = (stored as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? { message } : null;
}

/** Calls back when synchronising fails, or works again. */
export function onSyncProblem(changed: () => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && Object.hasOwn(changes, PROBLEM)) changed();
  });
}
