import { expect, it } from 'vitest';
import { buildPack } from '../../src/core/packs/index.ts';
import { collect, packIdOf } from '../../src/core/packs/importers/index.ts';
import * as samples from '../unit/importers/samples.ts';
import { inBothBrowsers } from './bothBrowsers.ts';
import type { Page } from './drivers/index.ts';
import { base64, choose, has, press } from './importing.ts';

/** What a reader chooses in one go: one file of every format, two that are the same, and one that is none of ours. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  'briefing.md': samples.bytes(samples.TRANSCRIPT),
  'cues.srt': samples.bytes(samples.SRT),
  'cues again.srt': samples.bytes(samples.SRT),
  'page.html': samples.bytes(samples.HTML),
  'council.xml': samples.bytes(samples.TEI),
  'wiki.xml': samples.bytes(samples.WIKIQUOTE),
  'table.csv': samples.bytes(samples.CSV),
  'quotes.jsonl': samples.bytes(samples.QUOTEBANK),
  'interview.docx': samples.DOCX,
  'council.pdf': samples.PDF,
  'picture.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1]),
};
const NAME = 'Bridge of the Town';

const STORED = `
  const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('own-packs', { create: true });
  const packs = [];
  for await (const handle of folder.values()) {
    if (!handle.name.endsWith('.vpack')) continue;
    const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    packs.push(btoa(text));
  }
  return packs;
`;

inBothBrowsers('packs', (world, name) => {
  let page: Page;

  it('shows what files hold before anything is stored', async () => {
    page = await world.browser.openOwn('options/options.html#packs');
    await page.waitFor(has('import-choose'));
    await choose(page, FILES);
    await page.waitFor(has('import-add'));
    const text = await page.evaluate<string>(`return document.querySelector('.import-files').textContent`);
    expect(text).toContain('Jen Psaki');
    expect(text).toContain('picture.txt');
    expect(text).toContain('This is no format that Verbatim reads.');
    expect(text).toContain('The same as cues again.srt.');
    expect(await page.evaluate<string[]>(STORED)).toEqual([]);
  });

  it('goes on after the page was closed in the middle', async () => {
    await page.reload();
    await page.waitFor(has('import-resume'));
    await page.evaluate(`
      window.longTasks = [];
      if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
        new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map((entry) => Math.round(entry.duration)))).observe({ type: 'longtask' });
      let last = performance.now();
      window.longestGap = 0;
      setInterval(() => { const now = performance.now(); window.longestGap = Math.max(window.longestGap, now - last); last = now; }, 4);
    `);
    await page.evaluate(press('import-resume'));
    await page.waitFor(has('import-add'));
  });

  it('makes the very bytes that the command line makes', async () => {
    await page.evaluate(`document.getElementById('import-name').value = arg`, NAME);
    await page.evaluate(press('import-add'));
    await page.waitFor(has('import-undo'));
    const files = Object.entries(FILES).map(([file, bytes]) => ({ name: file, bytes }));
    const expected = buildPack((await collect(files)).documents(), { id: packIdOf(NAME), name: NAME, version: '1' });
    expect(await page.evaluate<string[]>(STORED)).toEqual([base64(expected)]);
    const gap = await page.evaluate<number>(`return window.longestGap`);
    const tasks = await page.evaluate<number[]>(`return window.longTasks`);
    console.log(
      `${name}: longest pause of the page while importing ${Math.round(gap)} ms; tasks over 50 ms: ${tasks.join(', ') || (name === 'chromium' ? 'none' : 'not told')}`,
    );
  });

  it('lists the pack and finds its words', async () => {
    const listed = `return document.querySelector('[data-pack="${packIdOf(NAME)}"]')?.textContent ?? ''`;
    expect(await page.waitFor<string>(listed)).toContain(NAME);
    await page.evaluate(
      `const input = document.getElementById('packs-phrase'); input.value = arg; ${press('packs-find')}`,
      'it will stay open for every citizen of this town',
    );
    const found = await page.waitFor<string>(
      `return document.querySelector('[data-field="phrase-answers"] mark')?.textContent`,
    );
    expect(found).toContain('stay open for every citizen');
    await page.evaluate(
      `const input = document.getElementById('packs-search'); input.value = arg; input.dispatchEvent(new Event('input'))`,
      'Psaki briefing',
    );
    const source = await page.waitFor<string>(
      `return document.querySelector('[data-field="source-answers"] b')?.textContent`,
    );
    expect(source).toContain('Press Briefing');
  });

  it('knows the files again that are in a pack', async () => {
    await choose(page, { 'cues.srt': FILES['cues.srt'] });
    const text = await page.waitFor<string>(`return document.querySelector('.import-files')?.textContent`);
    expect(text).toContain(NAME);
    await page.evaluate(press('import-discard'));
  });

  it('leaves out a file that was cut off while it was kept', async () => {
    await choose(page, {
      'first.txt': samples.bytes('One whole sentence.'),
      'second.txt': samples.bytes('Another one.'),
    });
    await page.waitFor(has('import-add'));
    await page.reload();
    await page.waitFor(has('import-resume'));
    await page.evaluate(`
      for await (const handle of (await (await navigator.storage.getDirectory()).getDirectoryHandle('import')).values()) {
        if (!handle.name.endsWith('.data')) continue;
        const writing = await handle.createWritable({ keepExistingData: true });
        await writing.truncate((await handle.getFile()).size - 1);
        await writing.close();
      }`);
    await page.evaluate(press('import-resume'));
    const text = await page.waitFor<string>(`return document.querySelector('.import-files')?.textContent`);
    expect(text).toContain('first.txt');
    expect(text).not.toContain('second.txt');
    await page.evaluate(press('import-discard'));
  });

  it('keeps nothing of an import that was cancelled while it was under way', async () => {
    await page.evaluate(`
      window.cancelled = false;
      const observer = new MutationObserver(() => {
        const done = document.querySelector('.import-status progress')?.value ?? 0;
        if (done === 0 || window.cancelled) return;
        window.cancelled = true;
        ${press('import-cancel')};
      });
      observer.observe(document.body, { attributes: true, childList: true, subtree: true });`);
    await choose(
      page,
      Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`${n}.txt`, samples.bytes(`Sentence ${n}.`)])),
    );
    await page.waitFor(`
      if (!window.cancelled) return false;
      for await (const name of (await navigator.storage.getDirectory()).keys()) if (name === 'import') return false;
      return true;`);
    expect(await page.evaluate(has('import-add'))).toBe(false);
  });

  it('deletes a pack, brings it back, and adds it from a file as it was saved', async () => {
    const action = `pack-delete-${packIdOf(NAME)}`;
    const [saved] = await page.evaluate<string[]>(STORED);
    await page.waitFor(has(action));
    await page.evaluate(press(action));
    await page.waitFor(has('pack-undo'));
    expect(await page.evaluate(has(action))).toBe(false);
    await page.evaluate(press('pack-undo'));
    await page.waitFor(has(action));
    await page.evaluate(press(action));
    await page.waitFor(has('pack-undo'));
    await page.reload();
    await page.waitFor(has('import-choose'));
    await page.waitFor(`${STORED.replace('return packs;', 'return packs.length === 0;')}`);
    await choose(page, {
      'bridge.vpack': Buffer.from(saved, 'base64'),
      'broken.vpack': samples.bytes('no pack at all'),
    });
    await page.waitFor(has(action));
    expect(await page.evaluate<string[]>(STORED)).toEqual([saved]);
    expect(
      await page.waitFor<string>(`return document.querySelector('.import-results .problem')?.textContent`),
    ).not.toBe('');
  });

  it('left no error', async () => {
    expect(await page.errors()).toEqual([]);
  });
});
