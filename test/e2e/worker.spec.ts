import { expect, test } from 'vitest';
import { inBothBrowsers } from './bothBrowsers.ts';
import { until } from './drivers/index.ts';
import { marksOn, openCard, pointOn, settled, switchOn } from './reading.ts';

const ARTICLE = '/demo/article.html';

inBothBrowsers(
  'A background that stops',
  (world, name) => {
    test('takes nothing from the page: marks, card and popup go on', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      const before = await settled(world.browser, page);
      await world.browser.stopBackground();
      expect(await marksOn(page)).toHaveLength(5);
      const { x, y } = await pointOn(page, 'my beauty');
      await page.click(x, y);
      expect((await openCard(page)).verdict).toBe('exact');
      await page.press('Escape');
      const popup = await world.browser.openPopup(page);
      await popup.waitFor('return document.querySelectorAll("[data-quotation]").length === arg;', before.items.length);
      await popup.close();
      await page.close();
    });

    test('wakes for the next page and answers the same', async () => {
      const first = await world.browser.open(world.pages.at(ARTICLE));
      const before = await settled(world.browser, first);
      await world.browser.stopBackground();
      const second = await world.browser.open(world.pages.at(ARTICLE));
      const after = await settled(world.browser, second);
      expect(after.items.map(({ text, finding }) => [text, finding?.verdict])).toEqual(
        before.items.map(({ text, finding }) => [text, finding?.verdict]),
      );
      await first.close();
      await second.close();
    });

    test('stopped again and again while a page is being checked, it still brings every answer', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      for (let times = 0; times < 3; times++) {
        await world.browser.stopBackground();
        await page.reload();
      }
      const report = await settled(world.browser, page);
      expect(report.error).toBeUndefined();
      expect(report.progress.done).toBe(report.progress.total);
      await page.close();
    });

    if (name === 'chromium')
      console.log('Skipped in Chromium: a reloaded worker can’t be spoken to through the debugging protocol.');
    test.skipIf(name === 'chromium')(
      'an extension that is loaded anew takes over open pages; the old script steps aside',
      async () => {
        const page = await world.browser.open(world.pages.at(ARTICLE));
        await settled(world.browser, page);
        await world.browser.reloadExtension();
        await page.front();
        await until(async () => (await marksOn(page)).length === 5, 'the marks of the new script', 30_000);
        await settled(world.browser, page);
        expect(await page.evaluate('return [...document.documentElement.children].length;')).toBe(2);
        expect((await page.errors()).filter((error) => !/context invalidated/iu.test(error))).toEqual([]);
        await page.close();
      },
    );

    test('twenty tabs at once are all answered', async () => {
      const tabs = [];
      for (let n = 0; n < 20; n++) tabs.push(await world.browser.open(world.pages.at(`${ARTICLE}?${n}`)));
      for (const tab of tabs) {
        await tab.front();
        expect((await settled(world.browser, tab)).progress).toMatchObject({ done: 6, total: 6 });
        await tab.close();
      }
    });
  },
  { prepare: ({ browser }) => switchOn(browser) },
);
