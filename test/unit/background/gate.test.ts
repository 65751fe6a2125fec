import { beforeEach, describe, expect, it } from 'vitest';
import { BASE, ID } from '../platform/fakeBrowser.ts';
import { World } from '../platform/world.ts';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.wake();
});

const message = { verbatim: 1, to: 'background', call: 'setDefaultMode', arg: 'off' };
const changed = (): boolean => 'settings' in world.browser.api.storage.local.values;

describe('who is answered', () => {
  it.each<[who: string, sender: unknown]>([
    ['another extension', { id: 'somebody-else', url: 'chrome-extension://somebody-else/x.html' }],
    ['another extension under our address', { id: 'somebody-else', url: `${BASE}popup/popup.html` }],
    ['a sender without id', { url: `${BASE}popup/popup.html` }],
    ['a web page under our id', { id: ID, url: 'https://evil.example/' }],
    ['a frame inside a page', { id: ID, url: 'https://evil.example/', frameId: 3, tab: { id: 1, incognito: false } }],
    [
      'an address that only begins like ours',
      { id: ID, url: `${BASE.slice(0, -1)}.evil.example/`, tab: { id: 1, incognito: false } },
    ],
    ['a sender without address', { id: ID }],
  ])('%s changes nothing', async (_who, sender) => {
    expect(await world.browser.send(message, sender)).toMatchObject({ ok: false });
    expect(changed()).toBe(false);
  });

  it('the extension’s own pages may', async () => {
    expect(await world.browser.send(message, { id: ID, url: `${BASE}options/options.html` })).toMatchObject({
      ok: true,
    });
    expect(changed()).toBe(true);
  });

  it('a script in a page may ask, with its own page’s settings as the answer', async () => {
    await world.page('setSite', { pattern: 'a.example', mode: 'ask' });
    const answer = await world.content('hello', undefined, { url: 'https://a.example/x' });
    expect(answer).toMatchObject({ ok: true, value: { settings: { mode: 'ask', rule: 'a.example' } } });
    expect(await world.content('setDefaultMode', 'off')).toMatchObject({ ok: false });
  });

  it('a message for somebody else is left alone, so that nobody’s answer is taken', async () => {
    expect(await world.browser.send({ ...message, to: 'content' }, { id: ID, url: BASE })).toBeUndefined();
    expect(await world.browser.send({ hello: 'world' }, { id: ID, url: BASE })).toBeUndefined();
  });

  it('all listeners stand in the first turn of a wake', async () => {
    const { message: messages, installed, startup, added, removed, command, menu } = world.browser.events;
    for (const event of [messages, installed, startup, added, removed, command, menu])
      expect(event.listeners.size).toBe(1);
    await Promise.resolve();
  });

  it('numbers for a tab that has gone are no error', async () => {
    expect(await world.content('badge', { state: 'ready', found: 1, checked: 1, matched: 0 }, { tabId: 99 })).toEqual({
      ok: true,
      value: null,
    });
  });

  it.each([
    [{ state: 'ready', found: 9, checked: 8, matched: 3 }, '3/8'],
    [{ state: 'ready', found: 200, checked: 150, matched: 100 }, '100'],
    [{ state: 'ready', found: 2, checked: 0, matched: 0 }, ''],
    [{ state: 'asking', found: 4, checked: 0, matched: 0 }, '4'],
    [{ state: 'asking', found: 0, checked: 0, matched: 0 }, ''],
    [{ state: 'working', found: 0, checked: 0, matched: 0 }, ''],
    [{ state: 'off', found: 3, checked: 3, matched: 3 }, ''],
  ])('the badge for %j is %j, with a sentence beside it', async (counts, text) => {
    world.browser.addTab({ id: 1 });
    await world.content('badge', counts);
    expect(world.browser.badges.get(1)?.text).toBe(text);
    expect(world.browser.badges.get(1)?.title).not.toBe('');
  });
});
