import { browser } from './browser.ts';

const KEY = 'hiddenQuotations';

/** The quotations that the reader has hidden, as fingerprints: neither words nor addresses can be read from them. */
export interface HiddenStore {
  /** 32 hex digits, made once for this profile: the same quotation has another fingerprint elsewhere. */
  readonly salt: string;
  /** 16 hex digits each, newest last. */
  readonly keys: readonly string[];
}

/** What is stored, or null when nothing was ever hidden or the store cannot be read. What is damaged in it is left out. */
export async function loadHidden(): Promise<HiddenStore | null> {
  try {
    return readHidden((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return null;
  }
}

/**
 * Changes what is stored; the salt is made here when there is none yet. Changes wait for one another, so that none is lost.
 * @throws Error when the browser refuses to store.
 */
export async function changeHidden(change: (before: HiddenStore) => Promise<readonly string[]>): Promise<void> {
  await navigator.locks.request(KEY, async () => {
    const before = (await loadHidden()) ?? { salt: newSalt(), keys: [] };
    await browser.storage.local.set({ [KEY]: { salt: before.salt, keys: await change(before) } });
  });
}

function readHidden(stored: unknown): HiddenStore | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { salt, keys } = stored as { salt?: unknown; keys?: unknown };
  if (typeof salt !== 'string' || !/^[0-9a-f]{32}$/u.test(salt) || !Array.isArray(keys)) return null;
  return { salt, keys: keys.filter((key) => typeof key === 'string' && /^[0-9a-f]{16}$/u.test(key)) as string[] };
}

const newSalt = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
