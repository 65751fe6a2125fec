import {
  addKept,
  readKept,
  readManaged,
  readSettings,
  withManaged,
  type KeptEntry,
  type Managed,
} from '../core/settings/index.ts';
import type { Settings, SiteRule } from '../core/settings/types.ts';
import { browser } from './browser.ts';

const KEY = 'settings';
/** What could not be read of settings is kept here, as it was found, until the reader exports or removes it. */
const KEPT = 'settingsKept';

/** The reader's own settings. Where the browser's storage is broken the defaults hold; nothing is written by reading. */
export async function loadSettings(): Promise<Settings> {
  return readSettings(await stored(KEY)).settings;
}

/** The settings that hold: the administrator's, where there is one, over the reader's. */
export async function loadSettingsInForce(): Promise<Settings> {
  const [settings, managed] = await Promise.all([loadSettings(), loadManaged()]);
  return withManaged(settings, managed);
}

/** What an administrator has set for this browser. */
export async function loadManaged(): Promise<Managed> {
  try {
    return readManaged(await browser.storage.managed.get()).managed;
  } catch {
    return readManaged(undefined).managed;
  }
}

/**
 * Writes the reader's settings, stamped with the time of their last change. What could not be read of the ones before is put aside in the same
 * write, so that none loses it.
 * @throws Error when the browser refuses to store: full, or broken.
 */
export async function saveSettings(settings: Settings, time = new Date().toISOString()): Promise<void> {
  const { kept } = readSettings(await stored(KEY));
  const aside = kept === null ? {} : { [KEPT]: addKept(await stored(KEPT), { time, from: 'storage', parts: kept }) };
  await browser.storage.local.set({ [KEY]: { ...settings, changed: time }, ...aside });
}

/**
 * Changes the reader's settings. Every part of the extension waits for the others here, so that no change is lost to one made
 * at the same moment elsewhere; the lock goes with the page or worker that holds it.
 * @throws Error when the browser refuses to store.
 */
export async function changeSettings(
  change: (settings: Settings) => Settings,
): Promise<{ readonly before: Settings; readonly after: Settings }> {
  return navigator.locks.request(KEY, async () => {
    const before = await loadSettings();
    const after = change(before);
    if (after !== before) await saveSettings(after);
    return { before, after };
  });
}

/**
 * Notes that a page of a site was checked, for sorting the list of sites: the rule and the time, no address, at most once a day. No
 * change of the reader's, so it does not count as one when browsers are brought in step.
 */
export async function noteUse(pattern: string): Promise<void> {
  const used = new Date().toISOString();
  const isDue = (rule: SiteRule): boolean => rule.pattern === pattern && rule.used?.slice(0, 10) !== used.slice(0, 10);
  await navigator.locks.request(KEY, async () => {
    const settings = await loadSettings();
    if (!settings.sites.some(isDue)) return;
    const sites = settings.sites.map((rule) => (isDue(rule) ? { ...rule, used } : rule));
    await saveSettings({ ...settings, sites }, settings.changed);
  });
}

/** What could not be read, now and earlier, newest last. */
export async function loadKept(): Promise<readonly KeptEntry[]> {
  const { kept } = readSettings(await stored(KEY));
  const before = await stored(KEPT);
  return kept === null
    ? readKept(before)
    : addKept(before, { time: new Date().toISOString(), from: 'storage', parts: kept });
}

/** Puts an entry beside what could not be read before, as of an import. */
export async function keepAside(entry: KeptEntry): Promise<void> {
  await browser.storage.local.set({ [KEPT]: addKept(await stored(KEPT), entry) });
}

/** Calls back with the reader's new settings whenever any part of the extension has saved some. */
export function onSettingsChanged(changed: (settings: Settings) => void, signal?: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>, area: string): void => {
    if (area === 'local' && Object.hasOwn(changes, KEY)) changed(readSettings(changes[KEY].newValue).settings);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener));
}

/** Calls back when the administrator's settings have changed. */
export function onManagedChanged(changed: () => void): void {
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === 'managed') changed();
  });
}

async function stored(key: string): Promise<unknown> {
  try {
    return (await browser.storage.local.get(key))[key];
  } catch {
    return undefined;
  }
}

/** A value that lasts until the browser closes; undefined when there is none, or where the browser has no such store. */
export async function loadSessionValue(key: string): Promise<unknown> {
  try {
    return (await browser.storage.session.get(key))[key];
  } catch {
    return undefined;
  }
}

/** Keeps a value until the browser closes; null removes it. */
export async function saveSessionValue(key: string, value: unknown): Promise<void> {
  if (value === null) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: value });
}
