import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const INDEX = [{ id: 'sotu', file: 'sotu.vpack', hash: 'a', off: false }];

/** What the browser does with each request for a packaged file, in turn; then it goes on as the last time. */
let outcomes: ('refused' | 'missing' | 'read')[] = [];
let asked: string[] = [];

beforeEach(() => {
  asked = [];
  vi.useFakeTimers();
  vi.resetModules();
  vi.doMock('../../../src/platform/browser.ts', () => ({ ownAddress: (path: string) => `extension://own/${path}` }));
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    if (outcome === 'refused') return Promise.reject(new TypeError('Failed to fetch'));
    return Promise.resolve(new Response(JSON.stringify(INDEX), { status: outcome === 'read' ? 200 : 404 }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a file of the extension’s own package', () => {
  it.each<[what: string, outcomes: typeof outcomes, asked: number]>([
    ['is read at once', ['read'], 1],
    ['is read when the browser refused it right after an installation', ['refused', 'refused', 'read'], 3],
    ['is read when it was not there for a moment', ['missing', 'read'], 2],
  ])('%s', async (_what, happens, times) => {
    outcomes = happens;
    const { bundledPacks } = await import('../../../src/platform/packs.ts');
    const reading = bundledPacks();
    await vi.runAllTimersAsync();
    expect(await reading).toEqual(INDEX);
    expect(asked).toEqual(Array.from({ length: times }, () => 'extension://own/packs/index.json'));
  });

  it('that can’t be read at all is named in one sentence', async () => {
    outcomes = ['refused'];
    const { bundledBytes } = await import('../../../src/platform/packs.ts');
    const reading = bundledBytes({ ...INDEX[0] } as Parameters<typeof bundledBytes>[0]).catch((error: Error) => error);
    await vi.runAllTimersAsync();
    expect((await reading) as Error).toMatchObject({ message: 'The packaged file packs/sotu.vpack can’t be read.' });
    expect(asked).toHaveLength(5);
  });
});
