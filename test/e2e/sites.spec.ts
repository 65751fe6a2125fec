import { describe, expect, test } from 'vitest';
import { inBothBrowsers } from './bothBrowsers.ts';
import { until } from './drivers/index.ts';
import { clickOn, fromOwnPage, marksOn, reportOf, settled } from './reading.ts';

const ARTICLE = '/demo/article.html';

inBothBrowsers('Switching Verbatim', (world, name) => {
  test('a fresh install reads nothing and is allowed nowhere', async () => {
    const page = await world.browser.open(world.pages.at(ARTICLE));
    const { origins } = await world.browser.background<{ origins: string[] }>('return browser.permissions.getAll();');
    expect(origins).toEqual([]);
    const popup = await world.browser.openPopup(page);
    await popup.waitFor('return document.querySelector("[data-state=not-allowed] [data-choice=always]") !== null;');
    await popup.close();
    expect(await marksOn(page)).toEqual([]);
    await page.close();
  });

  test('a welcome page explains the choice', async () => {
    const welcome = await world.browser.tab('/welcome/');
    await welcome.waitFor('return document.querySelector("[data-choice]") !== null;');
    await welcome.close();
  });

  test('“Check this page once” reads one page under the click’s own access', async () => {
    const page = await world.browser.open(world.pages.at(ARTICLE, 'localhost'));
    const popup = await world.browser.openPopup(page);
    await clickOn(popup, '[data-choice=once]');
    await popup.waitFor('return document.querySelector("[data-quotation]") !== null;');
    await page.waitFor('return (CSS.highlights.get("reading-1")?.size ?? 0) > 0;');
    await popup.close().catch(() => undefined);
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await page.evaluate('return CSS.highlights.get("reading-1")?.size ?? 0;')).toBe(0);
    await page.close();
  });

  test('“Always on this site” and “Off” take effect at once, without a reload', async () => {
    const page = await world.browser.open(world.pages.at(ARTICLE));
    await page.evaluate('window.here = true;');
    if (name === 'chromium') await world.browser.grant('*://127.0.0.1/*');
    await page.front();
    let popup = await world.browser.openPopup(page);
    await popup.waitFor('return document.querySelector("[data-choice=always]") !== null;');
    await popup.evaluate('document.querySelector(".site")?.setAttribute("open", "");');
    await clickOn(popup, '[data-choice=always]');
    await settled(world.browser, page);
    await until(async () => (await marksOn(page)).length > 0, 'marks', 10_000);
    await popup.close().catch(() => undefined);

    popup = await world.browser.openPopup(page);
    await popup.waitFor('return document.querySelector(".site [data-choice=off]") !== null;');
    await popup.evaluate('document.querySelector(".site").open = true;');
    await clickOn(popup, '[data-choice=off]');
    await until(async () => (await marksOn(page)).length === 0, 'the marks to go', 10_000);
    await popup.close().catch(() => undefined);

    popup = await world.browser.openPopup(page);
    await popup.waitFor('return document.querySelector(".site [data-choice=always]") !== null;');
    await popup.evaluate('document.querySelector(".site").open = true;');
    await clickOn(popup, '[data-choice=always]');
    await until(async () => (await marksOn(page)).length > 0, 'the marks to come back', 10_000);
    await popup.close().catch(() => undefined);
    expect(await page.evaluate('return window.here;')).toBe(true);
    expect(await page.errors()).toEqual([]);
    await page.close();
  });

  test('the choice outlives the browser', async () => {
    await world.browser.restart();
    await until(
      () =>
        world.browser.background<boolean>('return (await browser.scripting.getRegisteredContentScripts()).length > 0;'),
      'the script to be registered again',
      20_000,
    );
    const page = await world.browser.open(world.pages.at(ARTICLE));
    expect((await settled(world.browser, page)).items.length).toBeGreaterThan(5);
    await fromOwnPage(world.browser, 'setSite', { pattern: '127.0.0.1', mode: 'off' });
    await world.browser.restart();
    const off = await world.browser.open(world.pages.at(ARTICLE));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(await reportOf(world.browser, off)).toBeNull();
    expect(await marksOn(off)).toEqual([]);
    await fromOwnPage(world.browser, 'setSite', { pattern: '127.0.0.1', mode: 'on' });
    // A page in a background tab is left alone until it is looked at.
    await off.front();
    await until(async () => (await marksOn(off)).length > 0, 'the marks on the open page', 20_000);
    await off.close();
  });

  test('access taken away in the browser’s settings ends the reading of new pages', async () => {
    await world.browser.revoke('*://127.0.0.1/*');
    const page = await world.browser.open(world.pages.at(ARTICLE));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await marksOn(page)).toEqual([]);
    const popup = await world.browser.openPopup(page);
    await popup.waitFor('return document.querySelector("[data-state=not-allowed]") !== null;');
    await popup.close();
    await page.close();
    await world.browser.grant('*://127.0.0.1/*');
  });

  test('a page without quotations says so', async () => {
    const address = world.pages.put(
      '/plain',
      '<!doctype html><html lang="en"><title>Weather</title><main><h1>Weather</h1><p>It rained all day in the north, and nobody said a word about it to anyone.</p></main>',
    );
    const page = await world.browser.open(address);
    await settled(world.browser, page);
    const popup = await world.browser.openPopup(page);
    await popup.waitFor('return document.querySelector("[data-state=empty]") !== null;');
    expect(await popup.evaluate('return document.body.innerText;')).toContain('No quotations found on this page');
    await popup.close();
    await page.close();
  });

  describe('pages the browser keeps to itself', () => {
    const own = name === 'chromium' ? 'chrome://version/' : 'about:support';
    test.each([[own], ['about:blank']])('%s says why it can’t be checked', async (address) => {
      const page = await world.browser.open(address);
      const popup = await world.browser.openPopup(page);
      await popup.waitFor('return document.querySelector("[data-state=forbidden]") !== null;');
      expect(await popup.evaluate('return document.body.innerText;')).toContain('can’t be checked');
      await popup.close();
      await page.close();
    });
  });
});
