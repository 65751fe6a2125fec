import { expect, test } from 'vitest';
import { inBothBrowsers } from './bothBrowsers.ts';
import { clickOn, fromOwnPage, itemWith, openCard, pointOn, settled, switchOn } from './reading.ts';

/** Where the browsers themselves look for updates and the like, with or without an extension. */
const BROWSERS_OWN =
  /(?:^|\/\/|\.)(?:googleapis\.com|accounts\.google\.com|gstatic\.com|google\.com|gvt1\.com|mozilla\.(?:com|org|net)|firefox\.com|mozgcp\.net)(?::443)?(?:\/|$)/u;

inBothBrowsers(
  'Nothing leaves the machine',
  (world, name) => {
    test('reading, checking, card, popup, sources, settings: no request but the pages’ own', async () => {
      const { browser, pages } = world;
      const page = await browser.open(pages.at('/demo/article.html'));
      const report = await settled(browser, page);
      const { x, y } = await pointOn(page, 'my beauty');
      await page.click(x, y);
      await openCard(page);
      await page.press('Escape');
      const popup = await browser.openPopup(page);
      await clickOn(popup, `[data-quotation="${itemWith(report, 'We are not his').id}"]`);
      await popup.waitFor('return document.querySelector(".finding") !== null;');
      await popup.close();
      await fromOwnPage(browser, 'findPhrase', { phrase: 'ask not what your country can do for you' });
      for (const path of ['options/options.html', 'welcome/welcome.html']) {
        const own = await browser.openOwn(path);
        await own.waitFor('return document.readyState === "complete";');
        await own.close();
      }
      const asked = pages.asked.filter(({ path }) => path !== '/favicon.ico').map(({ path }) => path);
      expect(asked).toEqual(['/demo/article.html', '/demo/article.css']);
      expect(browser.outside().filter(({ address }) => !BROWSERS_OWN.test(address))).toEqual([]);
      await page.close();
    });

    test.each(['background', 'popup/popup.html', 'options/options.html', 'welcome/welcome.html', 'panel/panel.html'])(
      'the extension’s policy lets %s reach no server',
      async (place) => {
        const { browser, pages } = world;
        const before = pages.asked.length;
        const attempt = `
          const tries = [];
          try { await fetch(arg); tries.push('fetched'); } catch { tries.push('refused'); }
          if (typeof Image !== 'undefined') {
            await new Promise((resolve) => { const image = new Image(); image.onload = image.onerror = resolve; image.src = arg; setTimeout(resolve, 500); });
          }
          return tries;`;
        if (place === 'background') {
          // A host that was granted would be reachable by permission; the policy comes first.
          expect(await browser.background(attempt, pages.at('/leak'))).toEqual(['refused']);
        } else {
          const own = await browser.openOwn(place);
          expect(await own.evaluate(attempt, pages.at('/leak'))).toEqual(['refused']);
          await own.close();
        }
        expect(pages.asked.slice(before).map(({ path }) => path)).toEqual([]);
      },
    );

    test('extension pages can’t turn text into markup', async () => {
      const own = await world.browser.openOwn('popup/popup.html');
      const outcome = await own.evaluate<string>(
        `try { document.createElement('div').innerHTML = '<b>bold</b>'; return 'allowed'; } catch { return 'refused'; }`,
      );
      expect(outcome).toBe('refused');
      await own.close();
    });

    test('neither quotations nor addresses are stored', async () => {
      const page = await world.browser.open(world.pages.at('/demo/article.html'));
      await settled(world.browser, page);
      const stored = JSON.stringify(
        await world.browser.background(
          `return [await browser.storage.local.get(null), await browser.storage.session.get(null), await browser.storage.sync.get(null)];`,
        ),
      );
      for (const trace of ['beauty', 'Putin', 'article.html', 'convergence', `:${world.pages.port}`])
        expect(stored).not.toContain(trace);
      await page.close();
    });

    test('a page can fetch none of the extension’s files', async () => {
      const { browser, pages } = world;
      const own = await browser.openOwn('popup/popup.html');
      const origin = new URL(await own.address()).href.split('/popup/')[0];
      await own.close();
      const page = await browser.open(pages.at('/demo/article.html'));
      for (const file of ['manifest.json', 'content/index.js', 'icons/icon-16.png', 'packs/index.json'])
        expect(
          await page.evaluate(
            `try { await fetch(arg); return 'fetched'; } catch { return 'refused'; }`,
            `${origin}/${file}`,
          ),
        ).toBe('refused');
      await page.close();
    });

    test('a page’s own script can send the extension nothing', async () => {
      const page = await world.browser.open(world.pages.at('/demo/article.html'));
      expect(
        await page.evaluate('return typeof (window.chrome?.runtime?.sendMessage ?? window.browser?.runtime);'),
      ).toBe('undefined');
      await page.close();
    });

    test('a content script may make its four calls and no other', async () => {
      const page = await world.browser.open(world.pages.at('/demo/article.html'));
      await settled(world.browser, page);
      if (name === 'firefox') return; // The test has no way into Firefox's content script world; the gate has unit tests.
      for (const call of [
        'setSite',
        'setDefaultMode',
        'packs',
        'siteState',
        'sourceText',
        'constructor',
        '__proto__',
      ]) {
        const answer = await page.evaluateInside<{ ok: boolean }>(
          'return browser.runtime.sendMessage({ verbatim: 1, to: "background", call: arg });',
          call,
        );
        expect(answer).toMatchObject({ ok: false });
      }
      await page.close();
    });
  },
  { prepare: ({ browser }) => switchOn(browser) },
);
