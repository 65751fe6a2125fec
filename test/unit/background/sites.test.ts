import { beforeEach, describe, expect, it } from 'vitest';
import type { SiteState } from '../../../src/protocol/contract.ts';
import { settled, World } from '../platform/world.ts';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.wake();
});

const matches = (script = 'content/index.js'): string[] =>
  world.browser.registered.filter(({ js }) => js[0] === script).flatMap(({ matches }) => matches);
const told = (tab: { calls: string[] }, call: string): boolean => tab.calls.includes(call);

/** A tab with a script that remembers what it was told. */
function tabWithScript(id: number, url: string): { calls: string[] } {
  const calls: string[] = [];
  world.browser.addTab({ id, url, script: ({ call }) => void calls.push(call) });
  return { calls };
}

describe('switching a site on and off', () => {
  it('registers the script, and puts it into tabs that are open already', async () => {
    world.browser.origins.add('*://*.news.example/*');
    const tab = world.browser.addTab({ id: 7, url: 'https://www.news.example/a' });
    const other = world.browser.addTab({ id: 8, url: 'https://other.example/' });
    expect(await world.page('setSite', { pattern: 'news.example', mode: 'on' })).toEqual({ ok: true, value: null });
    expect(matches()).toContain('*://*.news.example/*');
    expect(matches('content/wake.js')).toEqual(matches());
    expect(tab.script).not.toBeNull();
    expect(other.script).toBeNull();
  });

  it('off takes effect at once: scripts in open tabs are told, and none is registered', async () => {
    world.browser.origins.add('*://*.news.example/*');
    const tab = tabWithScript(7, 'https://news.example/a');
    await world.page('setSite', { pattern: 'news.example', mode: 'off' });
    expect(told(tab, 'refresh')).toBe(true);
    const excluded = world.browser.registered.flatMap(({ excludeMatches = [] }) => excludeMatches);
    expect(matches().length === 0 || excluded.includes('*://*.news.example/*')).toBe(true);
  });

  it('no site is registered without the browser’s permission', async () => {
    await world.page('setSite', { pattern: 'news.example', mode: 'on' });
    expect(matches()).toEqual([]);
  });

  it('tabs the browser has put to sleep are left alone', async () => {
    world.browser.origins.add('*://*/*');
    const asleep = world.browser.addTab({ id: 7, url: 'https://news.example/a', discarded: true });
    await world.page('setDefaultMode', 'on');
    expect(asleep.script).toBeNull();
  });

  it('fifty tabs: every one gets its script, and one that can’t have it stops no other', async () => {
    world.browser.origins.add('*://*/*');
    const tabs = Array.from({ length: 50 }, (_, id) =>
      world.browser.addTab({ id, ...(id % 7 === 3 ? {} : { url: `https://s${id}.example/` }) }),
    );
    await world.page('setDefaultMode', 'on');
    expect(tabs.filter(({ script }) => script !== null)).toHaveLength(
      tabs.filter(({ url }) => url !== undefined).length,
    );
  });

  it('changes made at the same time are all kept', async () => {
    const hosts = Array.from({ length: 12 }, (_, n) => `s${n}.example`);
    await Promise.all(hosts.map((pattern) => world.page('setSite', { pattern, mode: 'off' })));
    const stored = world.browser.api.storage.local.values.settings as { sites: { pattern: string }[] };
    expect(stored.sites.map(({ pattern }) => pattern).sort()).toEqual([...hosts].sort());
  });

  it('what names no site is refused in words', async () => {
    expect(await world.page('setSite', { pattern: '///', mode: 'on' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('errorNoSite') as string,
    });
  });

  it('one pattern that the browser refuses leaves the other sites registered', async () => {
    world.browser.origins.add('*://*/*');
    await world.page('setDefaultMode', 'off');
    await world.page('setSite', { pattern: 'refused.example/x/*', mode: 'on' });
    await world.page('setSite', { pattern: 'refused.example/x/y/*', mode: 'off' });
    await world.page('setSite', { pattern: 'news.example', mode: 'on' });
    expect(matches()).toContain('*://*.news.example/*');
  });
});

describe('permissions', () => {
  const choice = { origins: ['*://*.news.example/*'], pattern: 'news.example', mode: 'on', tabId: 7 };

  it('a choice is carried out when its permission arrives, though popup and worker are gone', async () => {
    const tab = world.browser.addTab({ id: 7, url: 'https://news.example/' });
    await world.page('pendChoice', choice);
    expect(matches()).toEqual([]);
    await world.wake();
    world.browser.origins.add('*://*.news.example/*');
    world.browser.events.added.fire({ origins: choice.origins });
    await settled();
    expect(matches()).toContain('*://*.news.example/*');
    expect(tab.script).not.toBeNull();
    expect(world.browser.api.storage.session.values).toEqual({});
  });

  it('a choice whose permission was refused is not carried out by a grant much later', async () => {
    await world.page('pendChoice', choice);
    const pending = world.browser.api.storage.session.values.pendingChoice as { at: number };
    pending.at -= 3_600_000;
    world.browser.origins.add('*://*.news.example/*');
    world.browser.events.added.fire({});
    await settled();
    expect(world.browser.api.storage.local.values.settings).toBeUndefined();
  });

  it('nor when the clock was set back meanwhile', async () => {
    await world.page('pendChoice', choice);
    (world.browser.api.storage.session.values.pendingChoice as { at: number }).at += 86_400_000;
    world.browser.origins.add('*://*.news.example/*');
    world.browser.events.added.fire({});
    await settled();
    expect(world.browser.api.storage.local.values.settings).toBeUndefined();
  });

  it('taken back in the browser’s own screen: the script is not registered any more', async () => {
    world.browser.origins.add('*://*.news.example/*');
    await world.page('setSite', { pattern: 'news.example', mode: 'on' });
    world.browser.origins.clear();
    world.browser.events.removed.fire({});
    await settled();
    expect(matches()).toEqual([]);
  });

  it.each<[url: string | null, forbidden: SiteState['forbidden']]>([
    ['https://news.example/a', null],
    ['chrome://extensions', 'browser-page'],
    ['about:addons', 'browser-page'],
    ['moz-extension://abc/popup.html', 'browser-page'],
    [null, 'browser-page'],
    ['not an address', 'browser-page'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://addons.mozilla.org/en-US/firefox/', 'store'],
    ['file:///home/me/a.html', 'file'],
    ['https://news.example/a.PDF', 'pdf'],
  ])('%s: why it can’t be checked is %s', async (url, forbidden) => {
    const answer = await world.page<SiteState>('siteState', { tabId: 1, url });
    expect(answer).toMatchObject({ ok: true, value: { forbidden, granted: false } });
  });
});

describe('updates and restarts', () => {
  it('after an update the scripts are registered again and open tabs get the new one', async () => {
    world.browser.origins.add('*://*.news.example/*');
    await world.page('setSite', { pattern: 'news.example', mode: 'on' });
    world.browser.forgetRegistered();
    const tab = world.browser.addTab({ id: 3, url: 'https://news.example/old' });
    await world.wake();
    world.browser.events.installed.fire({ reason: 'update' });
    await settled();
    expect(matches()).toContain('*://*.news.example/*');
    expect(tab.script).not.toBeNull();
    expect(world.browser.opened).toEqual([]);
  });

  it('the welcome page opens at the first installation only', async () => {
    world.browser.events.installed.fire({ reason: 'install' });
    await settled();
    expect(world.browser.opened).toEqual(['chrome-extension://verbatim-test/welcome/welcome.html']);
  });

  it('at the browser’s start what is registered is brought in line', async () => {
    world.browser.origins.add('*://*.news.example/*');
    await world.page('setSite', { pattern: 'news.example', mode: 'on' });
    world.browser.forgetRegistered();
    await world.wake();
    world.browser.events.startup.fire();
    await settled();
    expect(matches()).toContain('*://*.news.example/*');
  });

  it('settings that another part has saved act in open tabs too', async () => {
    const tab = tabWithScript(7, 'https://news.example/a');
    await world.browser.api.storage.local.set({ settings: { version: 1, defaultMode: 'off' } });
    await settled();
    expect(told(tab, 'refresh')).toBe(true);
  });
});

describe('commands and menu', () => {
  it('a shortcut is passed on to the page in front', async () => {
    const calls: unknown[] = [];
    world.browser.addTab({
      id: 7,
      url: 'https://news.example/',
      active: true,
      script: (message) => void calls.push(message.arg),
    });
    world.browser.events.command.fire('next');
    await settled();
    expect(calls).toEqual(['next']);
  });

  it('"check this page" puts the script there first when none runs', async () => {
    const tab = world.browser.addTab({ id: 7, url: 'https://news.example/', active: true });
    world.browser.events.command.fire('check-page');
    await settled();
    expect(tab.script).not.toBeNull();
  });

  it('so does the menu’s entry for a selection, and no other entry does anything', async () => {
    const tab = world.browser.addTab({ id: 7, url: 'https://news.example/' });
    world.browser.events.menu.fire({ menuItemId: 'another' }, { id: 7 });
    await settled();
    expect(tab.script).toBeNull();
    world.browser.events.menu.fire({ menuItemId: 'check-selection' }, { id: 7 });
    await settled();
    expect(tab.script).not.toBeNull();
  });

  it('checking once where the browser allows no script says so', async () => {
    world.browser.addTab({ id: 9 });
    expect(await world.page('checkOnce', { tabId: 9 })).toEqual({
      ok: true,
      value: { ok: false, error: 'errorNoAccess' },
    });
  });
});

describe('storage that fails', () => {
  it('broken: the defaults hold, and a change says what went wrong', async () => {
    world.browser.api.storage.local.broken = 'QUOTA_BYTES quota exceeded';
    expect(await world.content('hello')).toMatchObject({ ok: true, value: { settings: { rule: null } } });
    expect(await world.page('setSite', { pattern: 'a.example', mode: 'off' })).toEqual({
      ok: false,
      error: 'QUOTA_BYTES quota exceeded',
    });
    world.browser.api.storage.local.broken = null;
    expect(await world.page('setSite', { pattern: 'a.example', mode: 'off' })).toMatchObject({ ok: true });
  });

  it('damaged settings are put aside by the next change, not lost', async () => {
    world.browser.api.storage.local.values.settings = { version: 1, defaultMode: 'sometimes', sites: 'many' };
    await world.page('setSite', { pattern: 'a.example', mode: 'off' });
    expect(JSON.stringify(world.browser.api.storage.local.values.settingsKept)).toContain('sometimes');
  });

  it('quotations and addresses of pages are never stored', async () => {
    await world.content('check', [{ id: '1', quote: 'we will never give up the lighthouse' }], {
      url: 'https://secret.example/private',
    });
    await world.content(
      'badge',
      { state: 'ready', found: 1, checked: 1, matched: 1 },
      { url: 'https://secret.example/private' },
    );
    const { local, session } = world.browser.api.storage;
    expect(JSON.stringify([local.values, session.values])).toBe('[{},{}]');
  });
});
