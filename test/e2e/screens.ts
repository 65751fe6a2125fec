import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, LaunchOptions, Page } from './drivers/index.ts';
import * as samples from '../unit/importers/samples.ts';
import { choose, has } from './importing.ts';
import { clickOn, itemWith, openCard, pointOn, settled, switchOn } from './reading.ts';
import type { Pages } from './server.ts';

/** One screen in one state, as it stands before somebody. `done` puts things back. */
export interface Screen {
  readonly name: string;
  readonly show: (browser: Browser, pages: Pages) => Promise<{ page: Page; done: () => Promise<void> }>;
}

const PLAIN =
  '<!doctype html><html lang="en"><title>Weather</title><main><h1>Weather</h1><p>It rained all day in the north, and nobody said a word about it.</p></main></html>';

const FEW_WORDS =
  '<!doctype html><html lang="en"><title>A bench</title><main><h1>A bench</h1><p>The oldest bench along the river has a plaque. It reads: “To the American people.”</p></main></html>';

/** An article with a quotation of every kind of finding. */
const VERDICTS = '/pages/verdicts.html';
const DEMO = '/demo/article.html';

async function article(browser: Browser, pages: Pages, path: string = DEMO): Promise<Page> {
  const page = await browser.open(pages.at(path));
  await settled(browser, page);
  await page.evaluate('document.querySelector("h2").scrollIntoView({ block: "center" });');
  return page;
}

const marked = (name: string, path: string): Screen => ({
  name,
  show: async (browser, pages) => {
    const page = await article(browser, pages, path);
    return { page, done: () => page.close() };
  },
});

function ownPage(name: string, path: string, ready: string, then?: (page: Page) => Promise<void>): Screen {
  return {
    name,
    show: async (browser) => {
      const page = await browser.openOwn(path);
      await page.waitFor(ready);
      await then?.(page);
      return { page, done: () => page.close() };
    },
  };
}

function popup(
  name: string,
  under: (browser: Browser, pages: Pages) => Promise<Page>,
  ready: string,
  then?: (popup: Page, page: Page, browser: Browser) => Promise<void>,
): Screen {
  return {
    name,
    show: async (browser, pages) => {
      const below = await under(browser, pages);
      const page = await browser.openPopup(below);
      await page.waitFor(ready);
      await then?.(page, below, browser);
      return {
        page,
        done: async () => {
          await page.close().catch(() => undefined);
          await below.close();
        },
      };
    },
  };
}

function card(name: string, words: string, path: string = DEMO): Screen {
  return {
    name,
    show: async (browser, pages) => {
      const page = await article(browser, pages, path);
      const { x, y } = await pointOn(page, words);
      await page.click(x, y);
      await openCard(page);
      return { page, done: () => page.close() };
    },
  };
}

/** The popup with one quotation's finding opened. */
const finding = (name: string, words: string, under: (browser: Browser, pages: Pages) => Promise<Page>): Screen =>
  popup(name, under, LISTED, async (page, below, browser) => {
    const report = await settled(browser, below);
    await clickOn(page, `[data-quotation="${itemWith(report, words).id}"]`);
    await page.waitFor('return document.querySelector(".finding") !== null;');
  });

const LISTED = 'return document.querySelector("[data-quotation]") !== null;';
const state = (name: string): string => `return document.querySelector('[data-state="${name}"]') !== null;`;

/** Every screen of the extension and the states a reader can meet it in. The site 127.0.0.1 is on, localhost is not allowed. */
export const SCREENS: readonly Screen[] = [
  marked('page-marks', DEMO),
  marked('page-verdicts', VERDICTS),
  card('card-translation', 'my beauty'),
  card('card-denied', 'commitment not to take'),
  card('card-edits', 'escape history', VERDICTS),
  card('card-key-word', 'reach that goal', VERDICTS),
  card('card-misquotation', 'eat cake', VERDICTS),
  popup('popup-list', article, LISTED),
  popup('popup-verdicts', (browser, pages) => article(browser, pages, VERDICTS), LISTED),
  finding('popup-finding', 'my beauty', article),
  finding('popup-not-found', 'French colleagues', article),
  finding('popup-few-words', 'To the American people', (browser, pages) =>
    browser.open(pages.put('/bench', FEW_WORDS)),
  ),
  popup('popup-switch', article, LISTED, async (page) => {
    await page.evaluate('document.querySelector(".site").open = true;');
  }),
  popup(
    'popup-not-allowed',
    (browser, pages) => browser.open(pages.at('/demo/article.html', 'localhost')),
    state('not-allowed'),
  ),
  popup('popup-empty', (browser, pages) => browser.open(pages.put('/weather', PLAIN)), state('empty')),
  popup('popup-forbidden', (browser) => browser.open('about:blank'), state('forbidden')),
  ownPage('welcome', 'welcome/welcome.html', 'return document.querySelector("[data-choice]") !== null;'),
  ownPage('options-sites', 'options/options.html#sites', 'return document.querySelector(".rule") !== null;'),
  ownPage('options-reading', 'options/options.html#reading', 'return CSS.highlights.size > 5;'),
  ownPage('options-packs', 'options/options.html#packs', 'return document.querySelector("[data-pack]") !== null;'),
  ownPage('options-about', 'options/options.html#about', 'return document.querySelector("kbd") !== null;'),
  ownPage(
    'options-import',
    'options/options.html#packs',
    'return document.querySelector("[data-pack]") !== null;',
    async (page) => {
      await choose(page, {
        'briefing.md': samples.bytes(samples.TRANSCRIPT),
        'interview.srt': samples.bytes(samples.SRT),
        'picture.txt': samples.bytes('\u0000\u0001\u0002'),
      });
      await page.waitFor(has('import-add'));
      await page.evaluate('document.querySelector(".import-files").scrollIntoView({ block: "center" });');
    },
  ),
  {
    name: 'reader',
    show: async (browser, pages) => {
      const below = await article(browser, pages, VERDICTS);
      const report = await settled(browser, below);
      const match = itemWith(report, 'quiet past').finding!.matches[0];
      const { pack, source, turn, start, end } = match;
      const place = { pack, source: source.id, turn: String(turn), start: String(start), end: String(end) };
      const page = await browser.openOwn(`reader/reader.html#${new URLSearchParams(place).toString()}`);
      await page.waitFor('return document.querySelector(".passage") !== null;');
      return {
        page,
        done: async () => {
          await page.close();
          await below.close();
        },
      };
    },
  },
  {
    name: 'panel',
    show: async (browser, pages) => {
      const below = await article(browser, pages, VERDICTS);
      const page = await browser.openOwn('panel/panel.html');
      // The panel follows the tab in front.
      await below.front();
      await page.waitFor(LISTED);
      return {
        page,
        done: async () => {
          await page.close();
          await below.close();
        },
      };
    },
  },
];

/** Makes a fresh profile ready for the screens. */
export const prepareScreens = (browser: Browser): Promise<void> => switchOn(browser);

/** The ways a reader's screen may be set. */
export const LOOKS: readonly { readonly name: string; readonly options: Partial<LaunchOptions> }[] = [
  { name: 'light', options: { scheme: 'light' } },
  { name: 'dark', options: { scheme: 'dark' } },
  { name: 'forced-colours', options: { scheme: 'dark', forcedColours: true } },
  { name: 'narrow', options: { scheme: 'light', size: { width: 400, height: 800 } } },
];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on a screen, one line each: rule, weight, where. Extension pages and the page with its open card; what is
 * in the card's closed tree axe can't enter, so its own copy of the card is what the popup's finding is.
 */
export function accessibilityFaults(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    `const module = undefined, exports = undefined, define = undefined;
    ${AXE}
    const engine = window.axe ?? globalThis.axe;
    const { violations } = await engine.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => id + ' (' + impact + '): ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' · '));`,
  );
}
