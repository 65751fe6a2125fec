import { vi } from 'vitest';
import type { PackDocument } from '../../../src/core/packs/document.ts';
import { buildPack } from '../../../src/core/packs/index.ts';
import type { BundledPackEntry } from '../../../src/core/packs/types.ts';
import { BASE, fakeBrowser, ID, type FakeBrowser } from './fakeBrowser.ts';
import { FakeFiles } from './fakeFiles.ts';

const document = (id: string, speaker: string, text: string): PackDocument => ({
  id,
  title: `Speech ${id}`,
  speaker,
  date: '2001-02-03',
  lang: 'en',
  class: 'official transcript',
  text,
});

const LIGHTHOUSE = buildPack(
  [
    document(
      'l',
      'Jane Roe',
      'Friends, we will never give up the lighthouse on the northern shore. It is ours to keep.',
    ),
  ],
  { id: 'harbour', name: 'Harbour speeches', version: '1' },
);
const PSALM = buildPack(
  [document('p', 'A. Singer', 'The morning stars sang together above the quiet orchard of my father.')],
  { id: 'songs', name: 'Songs', version: '1' },
);

/** A pack of the reader's own, in its prepared or shipped form. */
export const ownPack = (): Uint8Array =>
  buildPack([document('o', 'Ann Other', 'I promise to plant seven hundred apple trees before the spring is over.')], {
    id: 'own',
    name: 'My pack',
    version: '1',
  });

/** A browser with the extension in it, whose background can be stopped and woken as often as a test likes. */
export class World {
  readonly browser: FakeBrowser = fakeBrowser();
  readonly files = new FakeFiles();
  /** Bytes of the packaged packs; a test may damage them. */
  readonly packaged = new Map<string, Uint8Array<ArrayBuffer>>([
    ['packs/harbour.vpack', LIGHTHOUSE as Uint8Array<ArrayBuffer>],
    ['packs/songs.vpack', PSALM as Uint8Array<ArrayBuffer>],
  ]);
  readonly fetched: string[] = [];

  constructor() {
    let last: Promise<unknown> = Promise.resolve();
    const locks = {
      request: (_name: string, work: () => Promise<unknown>): Promise<unknown> => {
        const mine = last.then(work);
        last = mine.catch(() => undefined);
        return mine;
      },
    };
    vi.stubGlobal('navigator', { storage: this.files.storage, languages: ['en-GB'], locks });
    vi.stubGlobal('fetch', (address: string) => {
      const path = address.replace(BASE, '');
      this.fetched.push(path);
      if (path === 'packs/index.json') return Promise.resolve(Response.json(this.#index()));
      const bytes = this.packaged.get(path);
      return bytes === undefined
        ? Promise.reject(new TypeError('Failed to fetch'))
        : Promise.resolve(new Response(bytes));
    });
  }

  #index(): BundledPackEntry[] {
    return [...this.packaged.entries()].map(([path, bytes]) => {
      const file = path.replace('packs/', '');
      const id = file.replace('.vpack', '');
      return { id, file, hash: '0123456789abcdef', size: bytes.length, off: id === 'songs' };
    });
  }

  /** Starts the background anew, with nothing in its memory: what a browser does after an event when the worker was stopped. */
  async wake(): Promise<void> {
    for (const event of Object.values(this.browser.events)) event.listeners.clear();
    this.browser.api.storage.onChanged.listeners.clear();
    vi.resetModules();
    vi.doMock('../../../src/platform/browser.ts', () => ({
      browser: this.browser.api,
      contextIsAlive: () => true,
      ownAddress: (path: string) => BASE + path,
      extensionVersion: () => '0.1.0',
    }));
    await import('../../../src/background/index.ts');
  }

  /** A call as the extension's own pages make it. */
  page<T = unknown>(call: string, arg?: unknown): Promise<{ ok: true; value: T } | { ok: false; error: string }> {
    return this.#send(call, arg, { id: ID, url: `${BASE}popup/popup.html` });
  }

  /** A call as the script in a web page makes it. */
  content<T = unknown>(
    call: string,
    arg?: unknown,
    sender: { url?: string; tabId?: number; frameId?: number; id?: string; private?: boolean } = {},
  ): Promise<{ ok: true; value: T } | { ok: false; error: string }> {
    return this.#send(call, arg, {
      id: sender.id ?? ID,
      url: sender.url ?? 'https://news.example/story',
      frameId: sender.frameId ?? 0,
      tab: { id: sender.tabId ?? 1, incognito: sender.private ?? false },
    });
  }

  async #send<T>(
    call: string,
    arg: unknown,
    sender: unknown,
  ): Promise<{ ok: true; value: T } | { ok: false; error: string }> {
    const message = { verbatim: 1, to: 'background', call, ...(arg === undefined ? {} : { arg }) };
    return (await this.browser.send(message, sender)) as { ok: true; value: T } | { ok: false; error: string };
  }
}

/** Lets everything that waits for nothing but its turn run. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));
