import { browser } from './browser.ts';

/** Grey in both themes: a count is information, never an alarm. */
const GREY = '#5f6368';

/** Writes a few characters on a tab's toolbar button, and what they mean as its title. */
export async function setBadge(tabId: number, text: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: GREY }),
    browser.action.setTitle({ tabId, title }),
  ]);
}
