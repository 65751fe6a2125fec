import { browser } from './browser.ts';

/** The extension was installed or updated, or the browser was. Registered scripts and menus may be gone then. */
export function onInstalled(installed: (first: boolean) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => installed(reason === 'install'));
}

export function onStartup(started: () => void): void {
  browser.runtime.onStartup.addListener(started);
}
