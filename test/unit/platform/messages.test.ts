import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ID } from './fakeBrowser.ts';

/** What the browser does with each message, in turn: an answer, a thrown error, or nobody there. */
let outcomes: (() => unknown)[] = [];
let alive = true;
let sent = 0;
const listeners = new Set<(message: unknown, sender: unknown) => unknown>();

beforeEach(() => {
  outcomes = [];
  alive = true;
  sent = 0;
  listeners.clear();
  vi.resetModules();
  vi.doMock('../../../src/platform/browser.ts', () => ({
    contextIsAlive: () => alive,
    browser: {
      runtime: {
        id: ID,
        getURL: (path: string) => `chrome-extension://${ID}/${path}`,
        sendMessage: async () => {
          sent++;
          await Promise.resolve();
          return outcomes.shift()?.();
        },
        onMessage: {
          addListener: (listener: (message: unknown, sender: unknown) => unknown) => listeners.add(listener),
          removeListener: (listener: (message: unknown, sender: unknown) => unknown) => listeners.delete(listener),
        },
      },
      tabs: {
        sendMessage: () => Promise.reject(new Error('Could not establish connection. Receiving end does not exist.')),
      },
    },
  }));
});

const messages = () => import('../../../src/platform/messages.ts');
const closed = (): never => {
  throw new Error('The message port closed before a response was received.');
};
const answered = () => ({ ok: true, value: { settings: 1 } });

describe('asking the background', () => {
  it.each<[what: string, outcomes: (() => unknown)[], ok: boolean, asked: number]>([
    ['an answer', [answered], true, 1],
    ['stopped in the middle, then woken', [closed, answered], true, 2],
    ['nobody there, then woken', [() => undefined, answered], true, 2],
    ['stopped again and again, then a new version answers', [closed, closed, () => null, closed, answered], true, 5],
    ['stopped for good', [closed, closed, closed, closed, closed, answered], false, 5],
    ['nobody for good', [() => undefined, () => null], false, 5],
    ['a refusal is an answer', [() => ({ ok: false, error: 'no' }), answered], false, 1],
  ])('%s', async (_what, happens, ok, asked) => {
    outcomes = happens;
    vi.useFakeTimers();
    const { callBackground } = await messages();
    const asking = callBackground('hello');
    await vi.runAllTimersAsync();
    expect((await asking).ok).toBe(ok);
    expect(sent).toBe(asked);
    vi.useRealTimers();
  });

  it('what would be done twice is asked once', async () => {
    outcomes = [closed, answered];
    const { callBackground } = await messages();
    const place = { pack: 'a', source: 'b', turn: 0, start: 0, end: 1 };
    expect((await callBackground('openSource', place)).ok).toBe(false);
    expect(sent).toBe(1);
  });

  it('a script that has lost its extension does not ask again', async () => {
    alive = false;
    outcomes = [closed, answered];
    const { callBackground } = await messages();
    expect((await callBackground('hello')).ok).toBe(false);
    expect(sent).toBe(1);
  });

  it('a tab without a script is a failure in words', async () => {
    const { callContent } = await messages();
    expect(await callContent(1, 'report')).toEqual({
      ok: false,
      error: 'Could not establish connection. Receiving end does not exist.',
    });
  });
});

describe('answering in a page', () => {
  it('only this extension is answered, and nobody after the script has ended', async () => {
    const { serveContent } = await messages();
    const ending = new AbortController();
    const handlers = { report: () => ({ items: [] }) } as unknown as Parameters<typeof serveContent>[0];
    serveContent(handlers, ending.signal);
    const call = { verbatim: 1, to: 'content', call: 'report' };
    const [listener] = listeners;
    expect(await listener(call, { id: ID })).toEqual({ ok: true, value: { items: [] } });
    expect(listener(call, { id: 'another' })).toBeUndefined();
    expect(listener({ ...call, to: 'background' }, { id: ID })).toBeUndefined();
    ending.abort();
    expect(listeners.size).toBe(0);
  });
});
