import { browser } from './browser.ts';

/** Both schemes on every host: what "On every site" asks for. */
export const EVERY_SITE = '*://*/*';

/** Asks the reader for access. Must be the first thing awaited in a click's handler; false when it was refused. */
export async function requestOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

export async function hasOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** The match patterns the reader has granted. */
export async function grantedOrigins(): Promise<readonly string[]> {
  const { origins = [] } = await browser.permissions.getAll();
  return origins;
}

export async function removeOrigins(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...origins] });
}

export function onOriginsChanged(added: () => void, removed: () => void): void {
  browser.permissions.onAdded.addListener(added);
  browser.permissions.onRemoved.addListener(removed);
}
