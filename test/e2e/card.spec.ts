import { expect, test } from 'vitest';
import { inBothBrowsers } from './bothBrowsers.ts';
import { until } from './drivers/index.ts';
import { clickOn, marksOn, noCard, openCard, pointOn, settled, switchOn } from './reading.ts';
import { accessibilityFaults } from './screens.ts';

const ARTICLE = '/demo/article.html';
/** The narrowest screen that WCAG 2.2 asks content to fit (1.4.10 Reflow), in CSS pixels. */
const NARROWEST = 320;

/** The open card's tree, as `tree`, inside the content script's world. */
const IN_CARD = `
const host = document.querySelector('reading-card');
const tree = host === null ? null : shadowOf(host);
if (tree === null) return null;`;

interface Copy {
  readonly markup: string;
  readonly css: string;
}

/** A page with a copy of the card in an open tree: the same markup and the same style sheet, which axe can enter. */
const SHOW_COPY = `
document.documentElement.lang = 'en';
document.title = 'A card';
document.body.innerHTML = '<main><h1>A card</h1></main>';
const host = document.createElement('reading-card');
const root = host.attachShadow({ mode: 'open' });
const style = document.createElement('style');
style.textContent = arg.css;
root.innerHTML = arg.markup;
root.append(style);
document.querySelector('main').append(host);`;

inBothBrowsers(
  'The card',
  (world, name) => {
    test.each(['my beauty', 'commitment not to take', 'points of convergence'])(
      'about “%s” has no fault that axe knows of',
      async (words) => {
        const page = await world.browser.open(world.pages.at(ARTICLE));
        await settled(world.browser, page);
        const { x, y } = await pointOn(page, words);
        await page.click(x, y);
        await openCard(page);
        const copy = await page.evaluateInside<Copy>(
          `${IN_CARD}
          const css = [...tree.adoptedStyleSheets].flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText)).join('\\n');
          return { markup: tree.innerHTML, css };`,
        );
        expect(copy.css.length).toBeGreaterThan(1000);
        await page.goto(world.pages.put('/copy', '<!doctype html><title>A card</title><body></body>'));
        await page.evaluate(SHOW_COPY, copy);
        expect(await accessibilityFaults(page)).toEqual([]);
        await page.close();
      },
    );

    test('Tab goes through everything in it, each with a visible focus, and Escape gives the focus back to the page', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      await settled(world.browser, page);
      await page.evaluate('document.querySelector("a[href], button").focus();');
      const before = await page.evaluate<string>('return document.activeElement.outerHTML;');
      await world.browser.command('card');
      await openCard(page);
      const focusable = await page.evaluateInside<number>(
        `${IN_CARD} return [...tree.querySelectorAll('button, a[href], summary, select, input')].filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.disabled).length;`,
      );
      expect(focusable).toBeGreaterThan(4);
      const seen = new Set<string>();
      for (let steps = 0; steps < focusable; steps++) {
        await page.press('Tab');
        const stop = await page.evaluateInside<{ what: string; ring: boolean } | null>(
          `${IN_CARD}
          const active = tree.activeElement;
          if (active === null) return null;
          const { outlineStyle, outlineWidth } = getComputedStyle(active);
          const all = [...tree.querySelectorAll('*')];
          return { what: all.indexOf(active) + ' ' + active.textContent, ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 };`,
        );
        expect(stop).toMatchObject({ ring: true });
        seen.add(stop!.what);
      }
      expect(seen.size).toBe(focusable);
      await page.press('Escape');
      await noCard(page);
      expect(await page.evaluate<string>('return document.activeElement.outerHTML;')).toBe(before);
      await page.close();
    });

    test('on a narrow screen it is a sheet at the foot, with nothing to scroll sideways', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      await settled(world.browser, page);
      await page.resize({ width: NARROWEST, height: 640 });
      const { x, y } = await pointOn(page, 'my beauty');
      await page.click(x, y);
      await openCard(page);
      const sheet = await page.evaluateInside<{ bottom: number; left: number; right: number; wide: boolean }>(
        `${IN_CARD}
        const frame = tree.querySelector('.card');
        const { bottom, left, right } = frame.getBoundingClientRect();
        const parts = [frame, ...frame.querySelectorAll('*')].filter((each) => getComputedStyle(each).overflowX !== 'visible' || each === frame);
        return { bottom: innerHeight - bottom, left, right: document.documentElement.clientWidth - right, wide: parts.some((each) => each.scrollWidth > each.clientWidth + 1) };`,
      );
      expect(sheet).toMatchObject({ wide: false });
      expect(sheet.left).toBeGreaterThanOrEqual(0);
      expect(sheet.right).toBeGreaterThanOrEqual(0);
      expect(sheet.bottom).toBeGreaterThanOrEqual(0);
      expect(sheet.bottom).toBeLessThanOrEqual(16);
      await page.press('Escape');
      await page.resize({ width: 1000, height: 800 });
      await page.close();
    });

    test.each(['options/options.html#sites', 'options/options.html#packs', 'panel/panel.html', 'welcome/welcome.html'])(
      'on a narrow screen %s has nothing to scroll sideways',
      async (path) => {
        const page = await world.browser.openOwn(path);
        await page.resize({ width: NARROWEST, height: 640 });
        await page.waitFor('return document.body.innerText.length > 5;');
        const wide = await page.evaluate<string[]>(
          `const { clientWidth, scrollWidth } = document.documentElement;
          if (scrollWidth <= clientWidth + 1) return [];
          return [...document.querySelectorAll('body *')].filter((each) => each.getBoundingClientRect().right > clientWidth + 1).map((each) => each.outerHTML.slice(0, 100));`,
        );
        expect(wide).toEqual([]);
        await page.resize({ width: 1000, height: 800 });
        await page.close();
      },
    );

    test('the popup’s button opens the side panel beside the page', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      await settled(world.browser, page);
      const popup = await world.browser.openPopup(page);
      await clickOn(popup, '[data-action="panel"]');
      const isOpen =
        name === 'firefox'
          ? 'return browser.sidebarAction.isOpen({});'
          : 'return (await chrome.runtime.getContexts({ contextTypes: ["SIDE_PANEL"] })).length > 0;';
      await until(() => world.browser.background<boolean>(isOpen), 'the side panel', 10_000);
      await page.close();
    });
  },
  {
    options: (name) => (name === 'chromium' ? { scheme: 'dark' } : { scheme: 'light' }),
    prepare: ({ browser }) => switchOn(browser),
  },
);

inBothBrowsers(
  'In forced colours',
  (world) => {
    test('marks differ by their lines, and stay', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      await settled(world.browser, page);
      expect((await marksOn(page)).length).toBeGreaterThan(3);
      expect(await page.evaluate('return matchMedia("(forced-colors: active)").matches;')).toBe(true);
      const lines = await page.evaluate<Record<string, string>>(
        `const lines = {};
        for (const [name, highlight] of CSS.highlights) {
          if (highlight.size === 0 || name === 'reading-0') continue;
          const style = getComputedStyle(document.querySelector('p'), '::highlight(' + name + ')');
          lines[name] = style.textDecorationLine;
        }
        return lines;`,
      );
      expect(Object.values(lines).length).toBeGreaterThan(0);
      for (const line of Object.values(lines)) expect(line).toContain('underline');
      await page.close();
    });

    test('every button of the popup has a border or an outline to be seen by', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      await settled(world.browser, page);
      const popup = await world.browser.openPopup(page);
      await popup.waitFor('return document.querySelector("[data-quotation]") !== null;');
      const bare = await popup.evaluate<string[]>(
        `return [...document.querySelectorAll('button.primary, input, select')]
          .filter((each) => each.checkVisibility())
          .filter((each) => { const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(each); return (borderTopStyle === 'none' || parseFloat(borderTopWidth) === 0) && outlineStyle === 'none'; })
          .map((each) => each.outerHTML.slice(0, 120));`,
      );
      expect(bare).toEqual([]);
      await popup.close();
      await page.close();
    });
  },
  { options: () => ({ scheme: 'dark', forcedColours: true }), prepare: ({ browser }) => switchOn(browser) },
);
