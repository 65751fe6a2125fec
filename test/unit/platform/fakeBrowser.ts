import { vi } from 'vitest';

type Listener = (...args: never[]) => unknown;

/** An event of the browser: its listeners, and a way to make it happen. */
export class FakeEvent {
  readonly listeners = new Set<Listener>();
  addListener = (listener: Listener): void => void this.listeners.add(listener);
  removeListener = (listener: Listener): void => void this.listeners.delete(listener);

  /** What the listeners answered, without those that left the event alone. */
  fire(...args: unknown[]): unknown[] {
    return [...this.listeners]
      .map((listener) => listener(...(args as never[])))
      .filter((answer) => answer !== undefined);
  }
}

/** One of the browser's stores. `broken` makes it refuse, as a full or damaged one does. */
export class FakeStore {
  values: Record<string, unknown> = {};
  broken: string | null = null;
  readonly #changed: (changes: Record<string, { newValue?: unknown }>) => void;

  constructor(changed: (changes: Record<string, { newValue?: unknown }>) => void = () => undefined) {
    this.#changed = changed;
  }

  get = async (key?: string): Promise<Record<string, unknown>> => {
    await this.#refuse();
    const copy = structuredClone(this.values);
    if (key === undefined) return copy;
    return Object.hasOwn(copy, key) ? { [key]: copy[key] } : {};
  };
  set = async (values: Record<string, unknown>): Promise<void> => {
    await this.#refuse();
    Object.assign(this.values, structuredClone(values));
    this.#changed(Object.fromEntries(Object.entries(values).map(([key, newValue]) => [key, { newValue }])));
  };
  remove = async (key: string): Promise<void> => {
    await this.#refuse();
    delete this.values[key];
  };

  async #refuse(): Promise<void> {
    await Promise.resolve();
    if (this.broken !== null) throw new Error(this.broken);
  }
}

export interface FakeTab {
  readonly id: number;
  url?: string;
  active: boolean;
  discarded: boolean;
  /** Answers messages when a content script runs there; null when none does. */
  script: ((message: { call: string; arg?: unknown }) => unknown) | null;
}

export const ID = 'verbatim-test';
export const BASE = `chrome-extension://${ID}/`;

/** As much of a browser as the extension uses, kept in memory. A new one for each test. */
export function fakeBrowser() {
  const storageChanged = new FakeEvent();
  const onMessage = new FakeEvent();
  const tabs: FakeTab[] = [];
  const origins = new Set<string>();
  let registered: { id: string; matches: string[]; excludeMatches?: string[]; js: string[] }[] = [];
  const opened: string[] = [];
  const badges = new Map<number, { text: string; title: string }>();
  const badge = (tabId: number): { text: string; title: string } => {
    if (!tabs.some(({ id }) => id === tabId)) throw new Error(`No tab with id: ${tabId}`);
    const known = badges.get(tabId) ?? { text: '', title: '' };
    badges.set(tabId, known);
    return known;
  };
  const events = {
    installed: new FakeEvent(),
    startup: new FakeEvent(),
    added: new FakeEvent(),
    removed: new FakeEvent(),
    command: new FakeEvent(),
    menu: new FakeEvent(),
    message: onMessage,
  };
  const local = new FakeStore((changes) => storageChanged.fire(changes, 'local'));
  const session = new FakeStore();
  const managed = new FakeStore();
  const holds = (wanted: string): boolean =>
    [...origins].some((origin) => {
      if (origin === wanted || origin === '*://*/*') return true;
      const [scheme, host] = origin.split('://');
      const [wantedScheme, wantedHost] = wanted.split('://');
      const bare = host.replace('/*', '').replace(/^\*\./u, '');
      const wantedBare = wantedHost.replace('/*', '').replace(/^\*\./u, '');
      return (
        (scheme === '*' || scheme === wantedScheme) &&
        (wantedBare === bare || (host.startsWith('*.') && wantedBare.endsWith(`.${bare}`)))
      );
    });

  const api = {
    runtime: {
      id: ID,
      getURL: (path: string) => BASE + path,
      getManifest: () => ({ version: '0.1.0' }),
      onMessage,
      onInstalled: events.installed,
      onStartup: events.startup,
      openOptionsPage: () => Promise.resolve(),
      sendMessage: async (message: unknown): Promise<unknown> => {
        await Promise.resolve();
        const [answer] = onMessage.fire(message, { id: ID, url: `${BASE}popup/popup.html` });
        return answer;
      },
    },
    storage: { local, session, managed, sync: new FakeStore(), onChanged: storageChanged },
    i18n: {
      getMessage: (key: string, substitutions: string[] = []) => [key, ...substitutions].join(' '),
      getUILanguage: () => 'en',
    },
    tabs: {
      query: async (wanted: { active?: boolean; discarded?: boolean }) => {
        await Promise.resolve();
        return tabs.filter(
          (tab) =>
            (wanted.active === undefined || tab.active === wanted.active) &&
            (wanted.discarded === undefined || tab.discarded === wanted.discarded),
        );
      },
      sendMessage: async (id: number, message: { call: string; arg?: unknown }) => {
        await Promise.resolve();
        const script = tabs.find((tab) => tab.id === id)?.script ?? null;
        if (script === null) throw new Error('Could not establish connection. Receiving end does not exist.');
        return { ok: true, value: script(message) ?? null };
      },
      create: async ({ url }: { url: string }) => {
        await Promise.resolve();
        opened.push(url);
      },
      onActivated: new FakeEvent(),
      onUpdated: new FakeEvent(),
    },
    permissions: {
      contains: async ({ origins: wanted }: { origins: string[] }) => {
        await Promise.resolve();
        return wanted.every(holds);
      },
      getAll: async () => {
        await Promise.resolve();
        return { origins: [...origins] };
      },
      request: vi.fn(async () => Promise.resolve(true)),
      remove: vi.fn(async () => Promise.resolve(true)),
      onAdded: events.added,
      onRemoved: events.removed,
    },
    scripting: {
      getRegisteredContentScripts: async () => {
        await Promise.resolve();
        return structuredClone(registered);
      },
      unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
        await Promise.resolve();
        registered = registered.filter(({ id }) => !ids.includes(id));
      },
      registerContentScripts: async (scripts: typeof registered) => {
        await Promise.resolve();
        for (const script of scripts) {
          if (registered.some(({ id }) => id === script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
          if (script.matches.some((match) => match.includes('refused'))) throw new Error('Invalid match pattern');
          registered.push(script);
        }
      },
      executeScript: vi.fn(async ({ target: { tabId } }: { target: { tabId: number } }) => {
        await Promise.resolve();
        const tab = tabs.find(({ id }) => id === tabId);
        if (tab?.url === undefined) throw new Error('Cannot access contents of the page.');
        tab.script = () => null;
      }),
    },
    action: {
      setBadgeText: async ({ tabId, text }: { tabId: number; text: string }) => {
        await Promise.resolve();
        badge(tabId).text = text;
      },
      setBadgeBackgroundColor: async ({ tabId }: { tabId: number }) => {
        await Promise.resolve();
        badge(tabId);
      },
      setTitle: async ({ tabId, title }: { tabId: number; title: string }) => {
        await Promise.resolve();
        badge(tabId).title = title;
      },
    },
    contextMenus: { removeAll: vi.fn(async () => Promise.resolve()), create: vi.fn(), onClicked: events.menu },
    commands: { onCommand: events.command },
  };
  return {
    api,
    events,
    tabs,
    origins,
    opened,
    badges,
    get registered() {
      return registered;
    },
    /** As an update of the extension does. */
    forgetRegistered: () => (registered = []),
    addTab: (tab: Partial<FakeTab> & { id: number }): FakeTab => {
      const made: FakeTab = { active: false, discarded: false, script: null, ...tab };
      tabs.push(made);
      return made;
    },
    /** Sends a message as anybody might, and gives the first answer. */
    send: (message: unknown, sender: unknown): Promise<unknown> => Promise.resolve(onMessage.fire(message, sender)[0]),
  };
}
export type FakeBrowser = ReturnType<typeof fakeBrowser>;
