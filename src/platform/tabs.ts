import { browser } from './browser.ts';

export interface OpenTab {
  readonly tabId: number;
  /** Null where the browser does not tell the address: no access to the page, and no click that gave it. */
  readonly url: string | null;
}

const openTab = (tab: { id?: number; url?: string }): OpenTab | null =>
  tab.id === undefined ? null : { tabId: tab.id, url: tab.url ?? null };

/** The tab the reader looks at in this window. */
export async function activeTab(): Promise<OpenTab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab === undefined ? null : openTab(tab);
}

/** The tabs that hold a page now: the browser wakes the others by loading them anew. */
export async function loadedTabs(): Promise<readonly OpenTab[]> {
  const tabs = await browser.tabs.query({ discarded: false });
  return tabs
    .sort((a, b) => Number(b.active) - Number(a.active))
    .map(openTab)
    .filter((tab) => tab !== null);
}

/** Calls back whenever another tab comes to the front, or the one in front shows another page. */
export function onActiveTabChanged(changed: () => void): void {
  browser.tabs.onActivated.addListener(changed);
  browser.tabs.onUpdated.addListener((_id, change, tab) => {
    if (tab.active && change.status === 'complete') changed();
  });
}

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(path) });
}

export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
