import { expect, test } from 'vitest';
import type { Finding } from '../../src/core/matching/types.ts';
import { inBothBrowsers } from './bothBrowsers.ts';
import { until } from './drivers/index.ts';
import { fromOwnPage, marksOn, openCard, pointOn, settled, switchOn } from './reading.ts';

const ARTICLE = '/demo/article.html';
const PHRASE = 'ask not what your country can do for you';

interface TabSeen {
  readonly error: string | null;
  readonly done: number;
  readonly total: number;
  readonly marks: number;
}

/** Brings a tab to the front and tells how far its reading has come, once it is over; runs in the background. */
const SEE_TAB = `
  await browser.tabs.update(arg, { active: true });
  const { value: report } = await browser.tabs.sendMessage(arg, { verbatim: 1, to: 'content', call: 'report' }, { frameId: 0 });
  if (report.state !== 'ready') return null;
  const countMarks = () => {
    let marks = 0;
    for (let n = 1; n < 10; n++) marks += CSS.highlights.get('reading-' + n)?.size ?? 0;
    return marks;
  };
  const [{ result: marks }] = await browser.scripting.executeScript({ target: { tabId: arg }, func: countMarks });
  return { error: report.error ?? null, ...report.progress, marks };
`;

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

    test('fifty tabs opened at once all get their marks, and the background answers all the while', async () => {
      const { browser, pages } = world;
      const begun = Date.now();
      const tabs = await browser.background<number[]>(
        `const open = Array.from({ length: 50 }, (_, n) => browser.tabs.create({ url: arg + '?' + n, active: false }));
        return (await Promise.all(open)).map(({ id }) => id);`,
        pages.at(ARTICLE),
      );
      const { finding } = await fromOwnPage<{ finding: Finding }>(browser, 'findPhrase', { phrase: PHRASE });
      expect(finding.verdict).toBe('exact');
      const answered = Date.now() - begun;
      // Browsers let a page wait that nobody looks at, so each is brought to the front.
      for (const tab of tabs) {
        const seen = await until(
          () => browser.background<TabSeen | null>(SEE_TAB, tab),
          `tab ${tab} to be read`,
          30_000,
        );
        expect(seen).toEqual({ error: null, done: 6, total: 6, marks: 5 });
      }
      console.log(`${name}: fifty tabs: a phrase found after ${answered} ms, all read after ${Date.now() - begun} ms`);
      await browser.background('await browser.tabs.remove(arg);', tabs);
    });
  },
  { prepare: ({ browser }) => switchOn(browser) },
);
