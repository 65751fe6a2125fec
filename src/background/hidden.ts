import { hostOf } from '../core/sites/index.ts';
import { changeHidden, loadHidden } from '../platform/hidden.ts';

/** So many hidden quotations are remembered; beyond them the oldest are shown again. 2,000 take about 40 kB of the store. */
const MOST_HIDDEN = 2_000;

/** Which of these quotations of a page are hidden, in the order asked. */
export async function areHidden(address: string, texts: readonly string[]): Promise<boolean[]> {
  const store = await loadHidden();
  if (store === null || store.keys.length === 0) return texts.map(() => false);
  const known = new Set(store.keys);
  return Promise.all(
    texts.map(async (text) => {
      const key = await fingerprint(store.salt, address, text);
      return key !== null && known.has(key);
    }),
  );
}

/** Hides a quotation on the site of this address from now on, or no longer. */
export async function setHidden(address: string, text: string, hidden: boolean): Promise<void> {
  await changeHidden(async ({ salt, keys }) => {
    const key = await fingerprint(salt, address, text);
    const rest = keys.filter((each) => each !== key);
    return hidden && key !== null ? [...rest, key].slice(-MOST_HIDDEN) : rest;
  });
}

export async function countHidden(): Promise<number> {
  return (await loadHidden())?.keys.length ?? 0;
}

/** Forgets everything that was hidden; the salt stays. */
export async function forgetHidden(): Promise<void> {
  if ((await loadHidden()) !== null) await changeHidden(() => Promise.resolve([]));
}

/**
 * The first 16 hex digits of SHA-256 over salt, host and words. Null for a quotation without a word and a page without a host:
 * they would all be one.
 */
async function fingerprint(salt: string, address: string, text: string): Promise<string | null> {
  const host = hostOf(address);
  const words = wordsOf(text);
  if (host === null || words === '') return null;
  const bytes = new TextEncoder().encode(JSON.stringify([salt, host, words]));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The words alone: other quotation marks, dashes, capitals or line breaks don't bring a hidden quotation back. */
const wordsOf = (text: string): string =>
  (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ');
