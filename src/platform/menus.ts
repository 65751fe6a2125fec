import { browser } from './browser.ts';

/** Makes the entry for selected text, in place of what was there. Firefox for Android has no such menus. */
export async function setSelectionMenu(id: string, title: string): Promise<void> {
  if (browser.contextMenus === undefined) return;
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id, title, contexts: ['selection'] });
}

export function onMenu(clicked: (id: string, tabId: number) => void): void {
  browser.contextMenus?.onClicked.addListener((info, tab) => {
    if (tab?.id !== undefined) clicked(String(info.menuItemId), tab.id);
  });
}
