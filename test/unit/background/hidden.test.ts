import { beforeEach, describe, expect, it } from 'vitest';
import { World } from '../platform/world.ts';

const WORDS = '“We will never give up the lighthouse.”';
const PAGE = { url: 'https://news.example/story?id=7' };

let world: World;
beforeEach(async () => {
  world = new World();
  await world.wake();
});

type Sender = Parameters<World['content']>[2];

const hide = (text: string, sender: Sender = PAGE, hidden = true): Promise<unknown> =>
  world.content('setHidden', { text, hidden }, sender);

async function isHidden(text: string, sender: Sender = PAGE): Promise<boolean | null> {
  const answer = await world.content<{ hidden: boolean[] | null }>('hidden', { texts: [text] }, sender);
  if (!answer.ok) throw new Error(answer.error);
  return answer.value.hidden === null ? null : answer.value.hidden[0];
}

async function count(): Promise<number> {
  const answer = await world.page<{ count: number }>('hiddenCount');
  if (!answer.ok) throw new Error(answer.error);
  return answer.value.count;
}

const stored = (): { salt: string; keys: string[] } =>
  world.browser.api.storage.local.values.hiddenQuotations as { salt: string; keys: string[] };

describe('a hidden quotation', () => {
  it('is still hidden after the background was stopped', async () => {
    await hide(WORDS);
    await world.wake();
    expect(await isHidden(WORDS)).toBe(true);
    expect(await isHidden('Other words.')).toBe(false);
  });

  it.each<[what: string, text: string, url: string, hidden: boolean]>([
    ['on another page of the site', WORDS, 'https://news.example/other', true],
    ['in other quotation marks, case and line breaks', '"we will never\n give up the LIGHTHOUSE"', PAGE.url, true],
    ['on another site', WORDS, 'https://other.example/story', false],
    ['on a subdomain', WORDS, 'https://blog.news.example/', false],
    ['with one word more', 'We will never give up the old lighthouse.', PAGE.url, false],
  ])('%s', async (_what, text, url, hidden) => {
    await hide(WORDS);
    expect(await isHidden(text, { url })).toBe(hidden);
  });

  it('is shown again after "Undo", and hiding twice counts once', async () => {
    await hide(WORDS);
    await hide(WORDS);
    expect(await count()).toBe(1);
    await hide(WORDS, PAGE, false);
    expect(await isHidden(WORDS)).toBe(false);
    expect(await count()).toBe(0);
  });

  it('answers come in the order asked', async () => {
    await hide('two words');
    expect(await world.content('hidden', { texts: ['one word', 'two words', 'three words'] }, PAGE)).toEqual({
      ok: true,
      value: { hidden: [false, true, false] },
    });
  });
});

describe('what is stored', () => {
  it('neither words nor addresses can be read from the store', async () => {
    await hide(WORDS);
    expect(Object.keys(stored()).sort()).toEqual(['keys', 'salt']);
    expect(stored().salt).toMatch(/^[0-9a-f]{32}$/u);
    expect(stored().keys).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/u)]);
  });

  it('the salt is made once; another profile has another, and other fingerprints', async () => {
    await hide(WORDS);
    const { salt, keys } = stored();
    await hide('Other words.');
    expect(stored().salt).toBe(salt);
    world = new World();
    await world.wake();
    await hide(WORDS);
    expect(stored().salt).not.toBe(salt);
    expect(stored().keys).not.toEqual(keys);
  });

  it('nothing in a private window, and nothing is told to one', async () => {
    const inPrivate = { ...PAGE, private: true };
    await hide(WORDS, inPrivate);
    expect(world.browser.api.storage.local.values).toEqual({});
    await hide(WORDS);
    expect(await isHidden(WORDS, inPrivate)).toBeNull();
    await hide(WORDS, inPrivate, false);
    expect(await isHidden(WORDS)).toBe(true);
  });

  it('nothing while nothing is hidden, by asking or by showing all again', async () => {
    expect(await isHidden(WORDS)).toBe(false);
    await world.page('showHidden');
    expect(world.browser.api.storage.local.values).toEqual({});
  });

  it('the newest 2,000 only', async () => {
    const most = 2_000;
    const keys = Array.from({ length: most }, (_, n) => n.toString(16).padStart(16, '0'));
    await hide(WORDS);
    world.browser.api.storage.local.values.hiddenQuotations = { salt: stored().salt, keys };
    await hide(WORDS);
    expect(stored().keys).toHaveLength(most);
    expect(stored().keys[0]).toBe(keys[1]);
    expect(await isHidden(WORDS)).toBe(true);
  });

  it('quotations hidden at the same moment are all kept', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => hide(`quotation number ${n}`)));
    expect(await count()).toBe(20);
  });

  it('no word, no host: nothing to remember', async () => {
    await hide('“…”');
    await hide(WORDS, { url: 'about:blank' });
    expect(await count()).toBe(0);
  });

  it.each([null, 7, 'x', {}, { salt: 'short', keys: [] }, { salt: '0'.repeat(32), keys: 'no' }])(
    'a damaged store (%j) hides nothing, and hiding works again',
    async (damaged) => {
      world.browser.api.storage.local.values.hiddenQuotations = damaged;
      expect(await isHidden(WORDS)).toBe(false);
      await hide(WORDS);
      expect(await isHidden(WORDS)).toBe(true);
    },
  );

  it('a broken store hides nothing and says why it could not', async () => {
    world.browser.api.storage.local.broken = 'The disk is full.';
    expect(await hide(WORDS)).toEqual({ ok: false, error: 'The disk is full.' });
    expect(await isHidden(WORDS)).toBe(false);
  });
});

describe('showing all again', () => {
  it('forgets every site’s, and tells open pages', async () => {
    const calls: string[] = [];
    world.browser.addTab({ id: 7, url: PAGE.url, script: ({ call }) => void calls.push(call) });
    await hide(WORDS);
    await hide(WORDS, { url: 'https://other.example/' });
    expect(await count()).toBe(2);
    await world.page('showHidden');
    expect(await count()).toBe(0);
    expect(await isHidden(WORDS)).toBe(false);
    expect(calls).toContain('refresh');
  });
});
