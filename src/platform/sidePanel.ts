import { browser } from './browser.ts';

/** Chromium's side panel, which the polyfill's types do not know. */
interface SidePanel {
  readonly open: (where: { tabId: number }) => Promise<void>;
}

const chromium = (): SidePanel | undefined => (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;

/** True where the browser has a side panel (Chromium) or a sidebar (Firefox on the desktop) for the extension. */
export const hasSidePanel = (): boolean =>
  chromium() !== undefined || (browser as { sidebarAction?: unknown }).sidebarAction !== undefined;

/** Opens the panel beside a tab. Must be the first thing a click's handler waits for: the browser asks for a gesture. */
export async function openSidePanel(tabId: number): Promise<void> {
  const panel = chromium();
  if (panel !== undefined) await panel.open({ tabId });
  else await browser.sidebarAction.open();
}
