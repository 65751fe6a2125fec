import type { SiteState } from '../protocol/contract.ts';

/** Hosts where browsers let no extension run: their own stores. */
const STORES = ['chromewebstore.google.com', 'addons.mozilla.org'];

/** Why no extension may run on a page, or null when it may. `url` is the tab's address. */
export function forbiddenReason(url: string): SiteState['forbidden'] {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return 'browser-page';
  }
  if (address.protocol === 'file:') return 'file';
  if (address.protocol !== 'http:' && address.protocol !== 'https:') return 'browser-page';
  if (STORES.includes(address.hostname)) return 'store';
  if (address.hostname === 'chrome.google.com' && address.pathname.startsWith('/webstore')) return 'store';
  return /\.pdf$/iu.test(address.pathname) ? 'pdf' : null;
}
