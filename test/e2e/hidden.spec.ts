import { expect, test } from 'vitest';
import { inBothBrowsers, type World } from './bothBrowsers.ts';
import { until, type Page } from './drivers/index.ts';
import { clickOn, marksOn, noCard, openCard, pointOn, reportOf, settled, switchOn } from './reading.ts';

const SHOW = '[data-action="show-hidden"]';

/** Clicks a button in the open card. */
async function clickInCard(page: Page, action: string): Promise<void> {
  const { x, y } = await page.waitFor<{ x: number; y: number }>(
    `for (const host of document.documentElement.children) {
      const tree = host === document.body || host === document.head ? null : shadowOf(host);
      const button = tree?.querySelector('[data-action="' + arg + '"]');
      if (!button) continue;
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = button.getBoundingClientRect();
      if (width > 0) return { x: left + width / 2, y: top + height / 2 };
    }
    return null;`,
    action,
    true,
  );
  await page.click(x, y);
}

const isMarked = async (page: Page, words: string): Promise<boolean> =>
  (await marksOn(page)).some((text) => text.includes(words));

const becomes = (page: Page, words: string, marked: boolean): Promise<true> =>
  until(
    async () => ((await isMarked(page, words)) === marked ? true : undefined),
    `“${words}” to be ${marked ? 'marked' : 'hidden'}`,
    20_000,
  );

const listed = async ({ browser }: World, page: Page, words: string): Promise<boolean> =>
  (await reportOf(browser, page))?.items.some(({ text }) => text.includes(words)) ?? false;

inBothBrowsers(
  'Hiding a quotation',
  (world) => {
    test('lasts over a reload, can be undone, and all can be shown again from the settings', async () => {
      const { browser, pages } = world;
      const page = await browser.open(pages.at('/demo/article.html'));
      await settled(browser, page);
      const words = (await marksOn(page))[0];
      const hide = async (): Promise<void> => {
        const { x, y } = await pointOn(page, words);
        await page.click(x, y);
        await openCard(page);
        await clickInCard(page, 'hide');
        await becomes(page, words, false);
      };

      await hide();
      expect(await listed(world, page, words)).toBe(false);
      await clickInCard(page, 'undo-hide');
      await becomes(page, words, true);
      expect((await openCard(page)).text).toContain(words.slice(0, 8));
      await page.press('Escape');
      await noCard(page);

      await hide();
      await page.reload();
      await settled(browser, page);
      expect(await isMarked(page, words)).toBe(false);
      expect(await listed(world, page, words)).toBe(false);
      expect((await marksOn(page)).length).toBeGreaterThan(0);

      const stored = JSON.stringify(await browser.background('return browser.storage.local.get(null);'));
      expect(stored).toMatch(/"keys":\["[0-9a-f]{16}"\]/u);
      expect(stored).not.toContain('article.html');

      const options = await browser.openOwn('options/options.html#reading');
      await options.waitFor(`return document.querySelector(arg)?.textContent.includes('1');`, SHOW);
      await clickOn(options, SHOW);
      await options.waitFor(`return document.querySelector(arg).disabled;`, SHOW);
      await options.close();
      await page.front();
      await becomes(page, words, true);
      expect(await listed(world, page, words)).toBe(true);
      await page.close();
    });

    test('from the popup, with a way back there', async () => {
      const { browser, pages } = world;
      const page = await browser.open(pages.at('/demo/article.html'));
      await settled(browser, page);
      const words = (await marksOn(page))[0];
      const popup = await browser.openPopup(page);
      const id = (await reportOf(browser, page))!.items.find(({ text }) => text.includes(words))!.id;
      await clickOn(popup, `[data-quotation="${id}"]`);
      await clickOn(popup, '[data-action="hide"]');
      await becomes(page, words, false);
      await clickOn(popup, '[data-action="undo-hide"]');
      await becomes(page, words, true);
      await popup.close();
      await page.close();
    });
  },
  { prepare: ({ browser }) => switchOn(browser) },
);
