import { beforeEach, describe, expect, it } from 'vitest';
import type { Finding, Searched } from '../../../src/core/matching/types.ts';
import { preparePack } from '../../../src/core/packs/index.ts';
import { withRules } from '../packs/forged.ts';
import { ownPack, settled, World } from '../platform/world.ts';

interface Checked {
  readonly findings: readonly Finding[];
  readonly searched: Searched;
}
const QUOTE = 'we will never give up the lighthouse on the northern shore';

let world: World;
beforeEach(async () => {
  world = new World();
  await world.wake();
});

const verdict = async (quote = QUOTE): Promise<string> => {
  const answer = await world.content<Checked>('check', [{ id: '1', quote }]);
  return answer.ok ? answer.value.findings[0].verdict : answer.error;
};

/** As the options page does: the file, then the word to the background. */
async function addOwnPack(bytes: Uint8Array): Promise<void> {
  world.files.files.set(`own-abc-${bytes.length}.vpack`, bytes as Uint8Array<ArrayBuffer>);
  await world.page('packsChanged');
}

describe('answers', () => {
  it('a batch is answered from the bundled packs, in its order', async () => {
    const batch = [QUOTE, 'the ferry will run on Sundays as it always has'].map((quote, id) => ({
      id: `${id}`,
      quote,
    }));
    const answer = await world.content<Checked>('check', batch);
    expect(answer.ok && answer.value.findings.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['0', 'exact'],
      ['1', 'not-found'],
    ]);
    expect(answer.ok && answer.value.searched.packs.map(({ id }) => id)).toEqual(['harbour']);
  });

  it('the same after the worker was stopped, and nothing is fetched again', async () => {
    expect(await verdict()).toBe('exact');
    const before = world.fetched.filter((path) => path.endsWith('.vpack')).length;
    for (let life = 0; life < 3; life++) {
      await world.wake();
      expect(await verdict()).toBe('exact');
    }
    expect(world.fetched.filter((path) => path.endsWith('.vpack'))).toHaveLength(before);
  });

  it('fifty tabs asking at once all get theirs', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => verdict()));
    expect(new Set(answers)).toEqual(new Set(['exact']));
  });

  it('a source can be read in full, and one that is not there is null', async () => {
    expect(await world.page('sourceText', { pack: 'harbour', source: 'l' })).toMatchObject({
      ok: true,
      value: { pack: 'harbour', source: { id: 'l' } },
    });
    expect(await world.page('sourceText', { pack: 'harbour', source: 'none' })).toEqual({ ok: true, value: null });
    expect(await world.page('sourceText', { pack: 'none', source: 'l' })).toEqual({ ok: true, value: null });
  });

  it('quotations and the names near them are found for a page', async () => {
    const blocks = [{ text: `Jane Roe told reporters: “${QUOTE}.”`, role: 'paragraph' }];
    const answer = await world.content<{ quotations: unknown[]; names: unknown[] }>('find', {
      blocks,
      lang: 'en',
      byline: null,
    });
    expect(answer).toMatchObject({ ok: true, value: { quotations: [{ kind: 'quotation' }] } });
    expect(answer.ok && answer.value.names).toHaveLength(1);
  });
});

describe('packs that are on and off', () => {
  const song = 'the morning stars sang together above the quiet orchard';

  it('one that ships switched off is searched only when the reader has switched it on', async () => {
    expect(await verdict(song)).toBe('not-found');
    await world.page('setPack', { id: 'songs', on: true });
    expect(await verdict(song)).toBe('exact');
    await world.page('setPack', { id: 'songs', on: false });
    expect(await verdict(song)).toBe('not-found');
  });

  it('one that is switched off is not searched, and is listed as off', async () => {
    await world.page('setPack', { id: 'harbour', on: false });
    expect(await verdict()).not.toBe('exact');
    const list = await world.page<{ packs: { id: string; on: boolean; bundled: boolean }[] }>('packs');
    expect(list.ok && list.value.packs.map(({ id, on, bundled }) => [id, on, bundled])).toEqual([
      ['harbour', false, true],
      ['songs', false, true],
    ]);
  });

  it('the reader’s own are searched too, and gone when they are removed', async () => {
    const bytes = ownPack();
    await addOwnPack(bytes);
    expect(await verdict('seven hundred apple trees before the spring')).toBe('exact');
    world.files.files.clear();
    await world.page('packsChanged');
    expect(await verdict('seven hundred apple trees before the spring')).toBe('not-found');
  });

  it('a site may name the packs it is read with', async () => {
    await addOwnPack(ownPack());
    await world.browser.api.storage.local.set({
      settings: { version: 1, sites: [{ pattern: 'news.example', mode: 'on', reading: { packs: ['own'] } }] },
    });
    const answer = await world.content<Checked>('check', [{ id: '1', quote: QUOTE }], {
      url: 'https://news.example/a',
    });
    expect(answer.ok && answer.value.searched.packs.map(({ id }) => id)).toEqual(['own']);
  });
});

describe('when things go wrong', () => {
  it('no private files: answers come from the packaged packs', async () => {
    world.files.fail = 'no files';
    expect(await verdict()).toBe('exact');
    await world.wake();
    expect(await verdict()).toBe('exact');
  });

  it('no room: the same, and nothing half-written stays', async () => {
    world.files.fail = 'no room';
    expect(await verdict()).toBe('exact');
    expect([...world.files.files.keys()]).toEqual([]);
  });

  it('killed while a pack was being written: the torn file is never opened, and is replaced', async () => {
    world.files.fail = 'killed while writing';
    void verdict();
    await settled();
    expect([...world.files.files.values()].map((file) => file.length)).toEqual([0]);
    world.files.fail = null;
    await world.wake();
    expect(await verdict()).toBe('exact');
    expect([...world.files.files.values()].every((file) => file.length > 0)).toBe(true);
  });

  it('a damaged private file is made anew from the package', async () => {
    await verdict();
    const [[name, bytes]] = world.files.files.entries();
    world.files.files.set(
      name,
      bytes.map((byte, index) => (index % 3 === 0 ? byte ^ 0x5a : byte)),
    );
    await world.wake();
    expect(await verdict()).toBe('exact');
    expect(world.files.files.get(name)).toEqual(bytes);
  });

  it('a file removed while it was open: opened again', async () => {
    await verdict();
    world.files.files.clear();
    expect(await verdict()).toBe('exact');
    await world.wake();
    expect(await verdict()).toBe('exact');
  });

  it('a packaged pack that is damaged leaves the others working, and the list says why', async () => {
    await addOwnPack(ownPack());
    world.packaged.set('packs/harbour.vpack', new Uint8Array(500).fill(7));
    expect(await verdict('seven hundred apple trees before the spring')).toBe('exact');
    const list = await world.page<{ packs: { id: string; error: string | null }[] }>('packs');
    expect(list.ok && list.value.packs.find(({ id }) => id === 'harbour')?.error).toMatch(/pack/u);
    expect(list.ok && list.value.packs.find(({ id }) => id === 'own')?.error).toBeNull();
  });

  it('a pack of the reader’s own that an earlier version prepared is prepared anew, once', async () => {
    const current = preparePack(ownPack());
    await addOwnPack(withRules(current, 100));
    expect(await verdict('seven hundred apple trees before the spring')).toBe('exact');
    expect(world.files.files.get(`own-abc-${current.length}.vpack`)).toEqual(current);
    await world.wake();
    expect(await verdict('seven hundred apple trees before the spring')).toBe('exact');
  });

  it('files of an earlier version are swept away at an update, the reader’s own stay', async () => {
    world.files.files.set('bundled-harbour-old-0.0.9-3.vpack', new Uint8Array(3));
    world.files.files.set('own-torn-900.vpack', new Uint8Array(3));
    const bytes = ownPack();
    await addOwnPack(bytes);
    world.browser.events.installed.fire({ reason: 'update' });
    await settled();
    await settled();
    const names = [...world.files.files.keys()];
    expect(names).toContain(`own-abc-${bytes.length}.vpack`);
    expect(names.some((name) => name.startsWith('bundled-harbour-0123456789abcdef-0.1.0-'))).toBe(true);
    expect(names).not.toContain('bundled-harbour-old-0.0.9-3.vpack');
    expect(names).not.toContain('own-torn-900.vpack');
  });
});
