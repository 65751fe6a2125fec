import browser from 'webextension-polyfill';

export { browser };

/** False in a content script whose extension was updated, reloaded or removed under it. */
export function contextIsAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}

/** The address of one of the extension's own files. */
export const ownAddress = (path: string): string => browser.runtime.getURL(path);

export const extensionVersion = (): string => browser.runtime.getManifest().version;
