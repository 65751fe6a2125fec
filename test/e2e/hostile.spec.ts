import { expect, test } from 'vitest';
import { inBothBrowsers } from './bothBrowsers.ts';
import { cardOn, itemWith, marksOn, noCard, openCard, pointOn, reportOf, settled, switchOn } from './reading.ts';
import { footprint, otherErrors } from './unharmed.ts';

/** The pages of test/pages on which nothing moves by itself, and whether their quotation is to be found. */
const STILL = [
  'strict.html?csp=strict',
  'prototypes.html',
  'frozen.html',
  'clobbered.html',
  'getters.html',
  'removes.html',
  'shadow.html',
  'right-to-left.html',
  'dialogs.html',
  'injection.html',
] as const;

/** Pages whose scripts leave the test nothing to look with. */
const BLIND = new Set(['prototypes.html', 'getters.html', 'clobbered.html', 'frozen.html']);

inBothBrowsers(
  'A hostile page',
  (world) => {
    test.each(STILL)('%s is read, marked and left as it was', async (name) => {
      const blind = BLIND.has(name);
      const untouched = await world.browser.open(world.pages.at(`/pages/${name}`, 'localhost'));
      const before = blind ? null : await footprint(untouched);
      const errorsWithout = await untouched.errors();
      await untouched.close();
      const page = await world.browser.open(world.pages.at(`/pages/${name}`));
      const report = await settled(world.browser, page);
      expect(report.error).toBeUndefined();
      expect(report.items.length).toBeGreaterThan(0);
      if (name !== 'injection.html')
        expect(report.items.some(({ finding }) => finding?.verdict === 'exact')).toBe(true);
      await page.waitFor<boolean>(
        `for (let n = 1; n < 10; n++) if ((CSS.highlights.get('reading-' + n)?.size ?? 0) > 0) return true; return false;`,
        undefined,
        true,
      );
      if (before !== null) expect(await footprint(page)).toEqual(before);
      await page.front();
      await world.browser.command('card');
      if (name === 'removes.html') {
        // The page takes the card away again; that must not hurt either side.
        await page.waitFor('return window.removed > 0;');
        expect(await cardOn(page)).toBeNull();
      } else {
        await openCard(page);
        if (before !== null) expect((await footprint(page)).markup).toBe(before.markup);
        await page.press('Escape');
        await noCard(page);
      }
      if (before !== null) expect({ ...(await footprint(page)), scroll: before.scroll }).toEqual(before);
      expect(otherErrors((await page.errors()).slice(errorsWithout.length))).toEqual([]);
      if (!blind) expect(await page.evaluate('return window.hurt ?? null;')).toBeNull();
      await page.close();
    });

    test('a page nested ten thousand deep is survived', async () => {
      const page = await world.browser.open(world.pages.at('/pages/deep.html'));
      expect((await settled(world.browser, page)).error).toBeUndefined();
      expect(await page.evaluate('return document.getElementsByTagName("div").length;')).toBe(10_000);
      expect(await page.errors()).toEqual([]);
      await page.close();
    });

    test('5 MB in one text node: found beside it, and the page answers all the while', async () => {
      const page = await world.browser.open(world.pages.at('/pages/huge.html'));
      const begun = Date.now();
      await page.evaluate('return 1;');
      expect(Date.now() - begun).toBeLessThan(5_000);
      const report = await settled(world.browser, page, 60_000);
      expect(report.items.length).toBeGreaterThan(0);
      expect(await page.errors()).toEqual([]);
      await page.close();
    });

    test('a page that changes on every frame is read once and not again and again', async () => {
      const page = await world.browser.open(world.pages.at('/pages/every-frame.html'));
      expect((await settled(world.browser, page)).items).toHaveLength(1);
      expect(await marksOn(page)).toHaveLength(1);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(await marksOn(page)).toHaveLength(1);
      expect(await page.errors()).toEqual([]);
      await page.close();
    });

    test('a page that draws itself anew keeps its mark', async () => {
      const page = await world.browser.open(world.pages.at('/pages/rerender.html'));
      await settled(world.browser, page);
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      await page.waitFor(
        `let live = 0;
        CSS.highlights.get('reading-1')?.forEach((range) => { if (!range.collapsed && range.startContainer.isConnected) live++; });
        return live === 1;`,
      );
      await page.close();
    });

    test('what an endless page adds is marked', async () => {
      const page = await world.browser.open(world.pages.at('/pages/infinite-scroll.html'));
      expect((await settled(world.browser, page)).items).toHaveLength(0);
      await page.evaluate('scrollTo(0, 600);');
      await page.waitFor('return (CSS.highlights.get("reading-1")?.size ?? 0) === 1;');
      await page.close();
    });

    test('a one-page site’s next page is read; the first one’s results go', async () => {
      const page = await world.browser.open(world.pages.at('/pages/spa.html'));
      expect((await settled(world.browser, page)).items[0].text).toContain('my beauty');
      await page.evaluate('window.go();');
      await page.waitFor(
        `let text = ''; CSS.highlights.get('reading-1')?.forEach((range) => { text += range.toString(); }); return text === 'We are not his';`,
      );
      expect((await settled(world.browser, page)).items.map(({ text }) => text)).toEqual(['We are not his']);
      await page.close();
    });

    test('a live blog of ten thousand paragraphs is read while it grows', async () => {
      const page = await world.browser.open(world.pages.at('/pages/live-blog.html'));
      await settled(world.browser, page, 60_000);
      expect(await marksOn(page)).toHaveLength(1);
      await page.evaluate('window.begin();');
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      await page.evaluate('window.end();');
      expect(await marksOn(page)).toHaveLength(1);
      expect(await page.errors()).toEqual([]);
      await page.close();
    });

    test('the page’s own popover, dialog, selection, editor and keys work as before', async () => {
      const page = await world.browser.open(world.pages.at('/pages/dialogs.html'));
      await settled(world.browser, page);
      const { x, y } = await pointOn(page, 'my beauty');
      await page.evaluate('document.getElementById("menu").showPopover();');
      await page.click(x, y);
      await openCard(page);
      await page.press('Escape');
      await noCard(page);
      await page.evaluate('document.getElementById("editor").focus();');
      await page.type('x');
      await page.press('Enter');
      expect(await page.evaluate('return document.getElementById("editor").innerText.includes("x");')).toBe(true);
      expect(await cardOn(page)).toBeNull();
      await page.evaluate('document.activeElement.blur(); document.getElementById("dialog").showModal();');
      await page.press('Escape');
      await page.waitFor('return !document.getElementById("dialog").open;');
      await page.evaluate('document.designMode = "on"; document.designMode = "off";');
      await page.evaluate('getSelection().selectAllChildren(document.querySelector("article p"));');
      const words = await page.evaluate<string>('return getSelection().toString();');
      await world.browser.command('toggle-marks');
      expect(await page.evaluate('return getSelection().toString();')).toBe(words);
      expect(await page.errors()).toEqual([]);
      await page.close();
    });

    test('what a page’s words say is never taken for markup', async () => {
      const page = await world.browser.open(world.pages.at('/pages/injection.html'));
      const report = await settled(world.browser, page);
      const popup = await world.browser.openPopup(page);
      await popup.waitFor('return document.querySelector("[data-quotation]") !== null;');
      expect(await popup.evaluate('return document.querySelectorAll("#app script, #app img, #app b").length;')).toBe(0);
      expect(itemWith(report, '<script>').text).toContain('<script>window.hurt=1</script>');
      expect(await popup.evaluate('return document.body.textContent;')).toContain('<script>window.hurt=1</script>');
      await popup.close();
      expect(await page.evaluate('return window.hurt ?? null;')).toBeNull();
      expect(await reportOf(world.browser, page)).not.toBeNull();
      await page.close();
    });
  },
  { prepare: ({ browser }) => switchOn(browser) },
);
