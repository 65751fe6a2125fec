import { createHash } from 'node:crypto';
import type { Browser, Page } from './drivers/index.ts';

/** Files by name. */
export type Files = Readonly<Record<string, Uint8Array>>;

/** Gives the files in `arg` to the import's file field. */
const CHOOSE = `
  const list = new DataTransfer();
  for (const [name, content] of Object.entries(arg)) {
    list.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
  }
  const input = document.querySelector('[data-field="import-files"]');
  input.files = list.files;
  input.dispatchEvent(new Event('change'));
`;

/** Presses a button, as text that runs in the page. */
export const press = (action: string): string => `document.querySelector('[data-action="${action}"]').click();`;
/** Whether a button is there, as text that runs in the page. */
export const has = (action: string): string => `return document.querySelector('[data-action="${action}"]') !== null;`;

export const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Chooses files for an import; `then` is text that runs in the page right after, and whose answer is answered. */
export const choose = <T = void>(page: Page, files: Files, then = ''): Promise<T> =>
  page.evaluate<T>(
    CHOOSE + then,
    Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, base64(bytes)])),
  );

/** Names the pack and adds it; `then` as in `choose`. */
export const add = <T = void>(page: Page, name: string, then = ''): Promise<T> =>
  page.evaluate<T>(`document.getElementById('import-name').value = arg; ${press('import-add')} ${then}`, name);

/** The part of the options page where packs are, once packs can be added there. */
export async function openPacks(browser: Browser): Promise<Page> {
  const page = await browser.openOwn('options/options.html#packs');
  await page.waitFor(has('import-choose'));
  await page.waitFor('return document.querySelector("[data-pack]") !== null;');
  return page;
}

/** `filesIn(folder)`: sizes of the files in one folder of the extension's private files, by name; text that runs in the page. */
export const FILES_IN = `
  const filesIn = async (name) => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
    const sizes = {};
    for await (const handle of folder.values()) {
      // One may go between the two questions.
      const file = await handle.getFile().catch(() => null);
      if (file !== null) sizes[handle.name] = file.size;
    }
    return sizes;
  };
`;

/** What there is in the extension's private files beside the files of complete packs. */
export const leftOvers = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`
    ${FILES_IN}
    const packs = Object.entries(await filesIn('packs'));
    const keys = packs.map(([name]) => name.split('-')[1]);
    return [
      ...packs.filter(([name, size]) => !name.endsWith('-' + size + '.vpack')),
      ...Object.entries(await filesIn('own-packs')).filter(([name]) => !keys.includes(name.split('.')[0])),
    ].map(([name, size]) => name + ': ' + size + ' bytes');
  `);

/** SHA-256 of each pack that a reader has added, in the form in which it is saved. */
export const ownPackHashes = (page: Page): Promise<readonly string[]> =>
  page.evaluate<string[]>(`
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('own-packs', { create: true });
    const hashes = [];
    for await (const handle of folder.values()) {
      if (!handle.name.endsWith('.vpack')) continue;
      const digest = await crypto.subtle.digest('SHA-256', await (await handle.getFile()).arrayBuffer());
      hashes.push([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
    }
    return hashes.sort();
  `);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What the import says went wrong, once it says so. */
export const problem = (page: Page): Promise<string> =>
  page.waitFor<string>(`return document.querySelector('.import-results .problem')?.textContent;`);
