import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';
import type { Settings, SiteMode } from '../../src/core/settings/types.ts';
import type { PageState } from '../../src/protocol/contract.ts';
import { inBothBrowsers, type World } from './bothBrowsers.ts';
import { until, type Page } from './drivers/index.ts';
import { clickOn, marksOn, reportOf, settled } from './reading.ts';

const ARTICLE = '/demo/article.html';
const SITE = '127.0.0.1';
const OTHER = 'localhost';

/** Longer than any step took on two loaded cores. ms */
const PATIENCE = 20_000;

/** What a page's reader can see of Verbatim: marks, a count that waits for a click, or nothing. */
type Seen = 'marks' | 'waiting' | 'nothing';
const EXPECTED: Readonly<Record<SiteMode, Seen>> = { on: 'marks', ask: 'waiting', off: 'nothing' };

async function seenOn({ browser }: World, page: Page): Promise<Seen | PageState> {
  const marks = await marksOn(page);
  if (marks.length > 0) return 'marks';
  const state = (await reportOf(browser, page))?.state ?? 'off';
  return state === 'asking' ? 'waiting' : state === 'off' ? 'nothing' : state;
}

/** Waits for it with the page in front: a page in the background is not read, and waking the background may open a page over it. */
const becomes = (world: World, page: Page, seen: Seen): Promise<true> =>
  until(
    async () => {
      await world.browser.background('return true;');
      await page.front();
      return (await seenOn(world, page)) === seen ? true : undefined;
    },
    `the page to show ${seen}`,
    PATIENCE,
  );

const openOptions = async ({ browser }: World, section = 'sites'): Promise<Page> => {
  const options = await browser.openOwn(`options/options.html#${section}`);
  await options.waitFor(`return document.querySelector('#section-${section} .box') !== null;`);
  return options;
};

const rule = (pattern: string): string => `.rule[data-pattern="${pattern}"]`;
const modeButton = (pattern: string, mode: SiteMode): string => `${rule(pattern)} input[value="${mode}"]`;

const stored = ({ browser }: World): Promise<Settings> =>
  browser.background<Settings>('return (await browser.storage.local.get("settings")).settings ?? { sites: [] };');

/** Adds a site as a reader does: types it, chooses its mode, presses the button. */
async function add(options: Page, pattern: string, mode: SiteMode): Promise<void> {
  await options.evaluate(
    `document.querySelector('#add-site').value = arg.pattern; document.querySelector('#add-mode').value = arg.mode;`,
    { pattern, mode },
  );
  await clickOn(options, '[data-action=add]');
  await options.waitFor('return document.querySelector(`.rule[data-pattern="${arg}"]`) !== null;', pattern);
}

/** Answers the page's requests for access in the browser's place, and keeps what was asked. */
const answerRequests = (options: Page, granted: boolean): Promise<void> =>
  options.evaluate(
    `document.body.dataset.asked = '[]';
    Object.defineProperty(browser.permissions, 'request', {
      configurable: true,
      value: async ({ origins }) => {
        document.body.dataset.asked = JSON.stringify([...JSON.parse(document.body.dataset.asked), origins]);
        return arg;
      },
    });`,
    granted,
  );

/** Gives a file to the page's file field. */
const giveFile = (options: Page, name: string, text: string): Promise<void> =>
  options.evaluate(
    `const files = new DataTransfer();
    files.items.add(new File([arg.text], arg.name));
    const field = document.querySelector('#import-file');
    field.files = files.files;
    field.dispatchEvent(new Event('change'));`,
    { name, text },
  );

inBothBrowsers(
  'Modes',
  (world) => {
    let options: Page;
    let tabs: readonly Page[];
    let other: Page;

    beforeAll(async () => {
      const { browser, pages } = world;
      tabs = [await browser.open(pages.at(ARTICLE)), await browser.open(`${pages.at(ARTICLE)}?second`)];
      other = await browser.open(pages.at(ARTICLE, OTHER));
      for (const page of [...tabs, other]) await page.evaluate('document.documentElement.dataset.here = "yes";');
      options = await openOptions(world);
      await add(options, SITE, 'off');
    });

    /** Every tab has to be looked at once: browsers let pages in the background wait. */
    const all = async (pages: readonly Page[], seen: Seen): Promise<void> => {
      for (const page of pages) {
        await becomes(world, page, seen);
      }
      await options.front();
    };

    describe('of one site, from each to each, in every open tab at once, the worker killed between the steps', () => {
      const WAY: readonly SiteMode[] = ['on', 'ask', 'off', 'ask', 'on', 'off', 'on'];
      test.each(WAY.map((mode, step) => ({ mode, before: WAY[step - 1] ?? 'off' })))(
        '$before → $mode',
        async ({ mode }) => {
          await world.browser.stopBackground();
          await clickOn(options, modeButton(SITE, mode));
          await all(tabs, EXPECTED[mode]);
          expect(await seenOn(world, other)).toBe('nothing');
        },
      );

      test('without a reload, and without an error', async () => {
        for (const page of tabs) {
          expect(await page.evaluate('return document.documentElement.dataset.here;')).toBe('yes');
          expect(await page.errors()).toEqual([]);
        }
      });
    });

    test('a page opened while its site is off gets no code at all', async () => {
      await clickOn(options, modeButton(SITE, 'off'));
      await all(tabs, 'nothing');
      const page = await world.browser.open(`${world.pages.at(ARTICLE)}?off`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      expect(await reportOf(world.browser, page)).toBeNull();
      expect(await page.evaluate('return CSS.highlights.size;')).toBe(0);
      await page.close();
      await options.front();
    });

    test('a click checks a page that asks first', async () => {
      await clickOn(options, modeButton(SITE, 'ask'));
      await all(tabs, 'waiting');
      await tabs[0].front();
      const popup = await world.browser.openPopup(tabs[0]);
      await clickOn(popup, '[data-action=start]');
      await becomes(world, tabs[0], 'marks');
      await popup.close().catch(() => undefined);
      expect(await seenOn(world, tabs[1])).toBe('waiting');
      await options.front();
    });

    test('of all other sites hold where no rule does, and only where access was given', async () => {
      await world.browser.grant(`*://${OTHER}/*`);
      await options.front();
      for (const mode of ['off', 'on', 'ask', 'on'] as const) {
        await world.browser.stopBackground();
        await clickOn(options, `[data-field=default-mode] input[value=${mode}]`);
        await other.front();
        await becomes(world, other, EXPECTED[mode]);
        await options.front();
      }
      await world.browser.revoke(`*://${OTHER}/*`);
    });

    test('a rule for a path stands over the rule of its host', async () => {
      const article = readFileSync(join(ROOT, 'assets/demo/article.html'), 'utf8');
      const inside = world.pages.put('/opinion/column', article);
      const outside = world.pages.put('/news/story', article);
      await clickOn(options, modeButton(SITE, 'on'));
      await add(options, `${SITE}/opinion/*`, 'off');
      const [column, story] = [await world.browser.open(inside), await world.browser.open(outside)];
      await becomes(world, story, 'marks');
      expect(await reportOf(world.browser, column)).toBeNull();
      await options.front();
      await clickOn(options, modeButton(`${SITE}/opinion/*`, 'on'));
      await column.front();
      await becomes(world, column, 'marks');
      await options.front();
      await clickOn(options, `${rule(`${SITE}/opinion/*`)} [data-action=remove]`);
      await options.waitFor('return document.querySelectorAll(".rule").length === 1;');
      await column.close();
      await story.close();
    });

    test('and the list outlive the browser', async () => {
      await clickOn(options, modeButton(SITE, 'ask'));
      await until(async () => (await stored(world)).sites[0]?.mode === 'ask', 'the choice to be stored', PATIENCE);
      await world.browser.restart();
      const page = await world.browser.open(world.pages.at(ARTICLE));
      await becomes(world, page, 'waiting');
      const again = await openOptions(world);
      await again.waitFor('return document.querySelector(arg)?.dataset.mode === "ask";', rule(SITE));
      await again.close();
      await page.close();
    });
  },
  { prepare: ({ browser }) => browser.grant(`*://${SITE}/*`) },
);

inBothBrowsers(
  'Access',
  (world) => {
    test('taken away in the browser is shown on the list, and its return too', async () => {
      const page = await world.browser.open(world.pages.at(ARTICLE));
      const options = await openOptions(world);
      await add(options, SITE, 'on');
      await page.front();
      await becomes(world, page, 'marks');
      await options.front();
      await world.browser.revoke(`*://${SITE}/*`);
      await options.waitFor('return document.querySelector(arg)?.dataset.access === "removed";', rule(SITE));
      expect(await options.evaluate('return document.querySelector(arg).innerText;', rule(SITE))).toContain(
        'Access was removed in the browser.',
      );
      const registered = (): Promise<number> =>
        world.browser.background<number>('return (await browser.scripting.getRegisteredContentScripts()).length;');
      await until(
        async () => ((await registered()) === 0 ? true : undefined),
        'the script to be unregistered',
        PATIENCE,
      );

      await world.browser.grant(`*://${SITE}/*`);
      await options.front();
      await options.waitFor('return document.querySelector(arg)?.dataset.access === "all";', rule(SITE));
      await page.front();
      await page.reload();
      await becomes(world, page, 'marks');
      await options.close();
      await page.close();
    });

    test('refused leaves everything as it was', async () => {
      const options = await openOptions(world);
      const before = await stored(world);
      await answerRequests(options, false);
      await options.evaluate(`document.querySelector('#add-site').value = 'https://www.refused.example/article/1';`);
      await clickOn(options, '[data-action=add]');
      await options.waitFor('return document.querySelector(".toast") !== null;');
      expect(await options.evaluate('return JSON.parse(document.body.dataset.asked);')).toEqual([
        ['*://*.refused.example/*'],
      ]);
      expect(await stored(world)).toEqual(before);
      await options.close();
    });

    test('to the news sites of two countries is asked for once', async () => {
      const options = await openOptions(world);
      await answerRequests(options, true);
      await options.evaluate('document.querySelector("[data-part=countries]").open = true;');
      await clickOn(options, '[data-country=FI] input');
      await clickOn(options, '[data-country=NO] input');
      await clickOn(options, '[data-action=countries-on]');
      await options.waitFor('return document.querySelector(`.rule[data-pattern="yle.fi"]`) !== null;');
      const asked = await options.evaluate<string[][]>('return JSON.parse(document.body.dataset.asked);');
      expect(asked).toHaveLength(1);
      expect(asked[0]).toEqual(expect.arrayContaining(['*://*.yle.fi/*', '*://*.nrk.no/*']));
      expect((await stored(world)).sites.filter(({ mode }) => mode === 'on').length).toBeGreaterThan(5);

      await clickOn(options, '[data-key=select-all]');
      await clickOn(options, '[data-action=bulk-remove]');
      await options.waitFor('return document.querySelectorAll(".rule").length === 0;');
      await clickOn(options, '[data-action=undo]');
      await options.waitFor('return document.querySelectorAll(".rule").length > 5;');
      await options.close();
    });
  },
  { prepare: ({ browser }) => browser.grant(`*://${SITE}/*`) },
);

inBothBrowsers(
  'Choices of one site',
  (world) => {
    let options: Page;
    let page: Page;

    /** Sets one of the opened rule's menus, as a choice of the reader's does. */
    const choose = (field: string, value: string): Promise<void> =>
      options.evaluate(
        `const menu = document.querySelector('.editor [data-field="' + arg.field + '"] select');
        menu.value = arg.value;
        menu.dispatchEvent(new Event('change'));`,
        { field, value },
      );

    beforeAll(async () => {
      page = await world.browser.open(world.pages.at(ARTICLE));
      options = await openOptions(world);
      await add(options, SITE, 'on');
      await page.front();
      await settled(world.browser, page);
      await options.front();
      await clickOn(options, `${rule(SITE)} [data-action=edit]`);
      await options.waitFor('return document.querySelector(".editor") !== null;');
    });

    test('the preview shows marks as pages do', async () => {
      const preview = await openOptions(world, 'reading');
      await preview.waitFor('return CSS.highlights.size > 5;');
      const folder = mkdtempSync(join(tmpdir(), 'verbatim-'));
      const picture = async (): Promise<string> => {
        const file = join(folder, 'preview.png');
        await preview.screenshot(file);
        return readFileSync(file, 'base64');
      };
      const marked = await picture();
      expect(await picture()).toBe(marked);
      await preview.evaluate('CSS.highlights.clear();');
      expect(await picture()).not.toBe(marked);
      await preview.close();
      await options.front();
    });

    test('what is marked changes on the open page, and changes back', async () => {
      await page.front();
      await becomes(world, page, 'marks');
      const before = (await marksOn(page)).length;
      await choose('strictness', 'everything');
      await until(async () => ((await marksOn(page)).length > before ? true : undefined), 'more marks', PATIENCE);
      await choose('strictness', '');
      await until(
        async () => ((await marksOn(page)).length === before ? true : undefined),
        'the marks of before',
        PATIENCE,
      );
      expect((await stored(world)).sites[0]?.reading).toBeUndefined();
    });

    test('longer quotations only', async () => {
      const checked = async (): Promise<number> =>
        (await reportOf(world.browser, page))?.items.filter(({ finding }) => finding?.verdict !== 'not-checked')
          .length ?? 0;
      const before = await checked();
      await choose('minWords', '20');
      await until(
        async () => ((await checked()) < before ? true : undefined),
        'fewer quotations to be checked',
        PATIENCE,
      );
      await choose('minWords', '');
      await until(async () => ((await checked()) === before ? true : undefined), 'all to be checked again', PATIENCE);
    });

    test('packs of its own', async () => {
      await options.waitFor('return document.querySelector(`.editor [data-field=packs] option[value=some]`) !== null;');
      await choose('packs', 'some');
      await options.waitFor('return document.querySelectorAll(".editor [data-field=packs] .boxes input").length > 1;');
      await options.front();
      const boxes = await options.evaluate<string[]>(
        'return [...document.querySelectorAll(".editor [data-field=packs] .boxes input")].map((box) => box.dataset.key);',
      );
      for (const key of boxes) {
        await clickOn(options, `[data-key="${key}"]`);
        await options.waitFor('return document.querySelector(`[data-key="${arg}"]`)?.checked === false;', key);
      }
      await page.front();
      await until(async () => ((await marksOn(page)).length === 0 ? true : undefined), 'the marks to go', PATIENCE);
      await choose('packs', '');
      await until(
        async () => ((await marksOn(page)).length > 0 ? true : undefined),
        'the marks to come back',
        PATIENCE,
      );
    });

    test('the list says that the site was used today', async () => {
      await options.waitFor('return document.querySelector(arg).innerText.includes("Used today");', rule(SITE));
      expect((await stored(world)).sites[0]?.used).toMatch(/^\d{4}-/u);
    });

    test('the address that a rule holds for is explained', async () => {
      await options.front();
      await options.evaluate(
        `document.querySelector('.explain').open = true;
        const field = document.querySelector('#explain');
        field.value = arg;
        field.dispatchEvent(new Event('input'));`,
        world.pages.at('/any/page'),
      );
      expect(await options.evaluate('return document.querySelector("[data-part=explanation]").innerText;')).toBe(
        `On, because ${SITE} is.`,
      );
      expect(await options.errors()).toEqual([]);
    });
  },
  { prepare: ({ browser }) => browser.grant(`*://${SITE}/*`) },
);

inBothBrowsers('Lists and files', (world) => {
  let options: Page;
  beforeAll(async () => {
    options = await openOptions(world);
    // A prompt would wait for somebody. What is asked here is given; what giving means has its own specs.
    await answerRequests(options, true);
  });

  const patterns = async (): Promise<string[]> =>
    (await stored(world)).sites.map(({ pattern, mode }) => `${pattern} ${mode}`);
  const becomesList = (list: readonly string[]): Promise<true> =>
    until(
      async () => (JSON.stringify(await patterns()) === JSON.stringify(list) ? true : undefined),
      'the list',
      PATIENCE,
    );

  test('the list can be written as text; lines that can’t be read are shown and not lost silently', async () => {
    await options.evaluate(
      `document.querySelector('[data-part=text]').open = true;
        document.querySelector('#sites-text').value = 'one.example off\\ntwo.example maybe\\nthree.example/a/* ask';`,
    );
    await clickOn(options, '[data-action=text-save]');
    await options.waitFor('return document.querySelectorAll("[data-part=refused] li").length === 1;');
    expect(await options.evaluate('return document.querySelector("[data-part=refused]").innerText;')).toContain(
      'two.example',
    );
    await clickOn(options, '[data-action=text-save-rest]');
    await becomesList(['one.example off', 'three.example/a/* ask']);
  });

  test('a blocker’s list of hosts is added, with one mode for all of it', async () => {
    await giveFile(options, 'hosts.txt', '! mine\n||four.example^\none.example\n');
    await options.waitFor('return document.querySelector("#import-mode") !== null;');
    await options.evaluate(
      `const menu = document.querySelector('#import-mode'); menu.value = 'off'; menu.dispatchEvent(new Event('change'));`,
    );
    await clickOn(options, '[data-action=import-use]');
    await becomesList(['one.example off', 'three.example/a/* ask', 'four.example off']);
  });

  test('settings from a file say what of them can’t be used, and can be taken back', async () => {
    const before = await patterns();
    await giveFile(
      options,
      'settings.json',
      JSON.stringify({
        version: 1,
        defaultMode: 'off',
        reading: { minWords: 0 },
        sites: [{ pattern: 'five.example', mode: 'off' }, { mode: 'on' }],
      }),
    );
    await options.waitFor('return document.querySelectorAll("[data-part=repairs] li").length === 2;');
    expect(await options.evaluate('return document.querySelector("[data-part=repairs]").innerText;')).toContain(
      'reading.minWords',
    );
    expect(await patterns()).toEqual(before);
    await clickOn(options, '[data-action=import-use]');
    await becomesList(['five.example off']);
    await clickOn(options, '[data-action=undo]');
    await becomesList(before);
  });

  test.each([
    ['torn', '{"version":1,'],
    ['empty', ' '],
    ['of another program', '{"theme":"dark"}'],
  ])('a %s file changes nothing and says why', async (_what, text) => {
    const before = await stored(world);
    await giveFile(options, 'settings.json', text);
    await options.waitFor('return document.querySelector("[data-part=import] .problem") !== null;');
    expect(await stored(world)).toEqual(before);
  });

  test('everything can be reset, and the reset taken back', async () => {
    const before = await patterns();
    await clickOn(options, '[data-action=reset]');
    await becomesList([]);
    await clickOn(options, '[data-action=undo]');
    await becomesList(before);
  });

  test('damaged and future settings are used as far as they go, and kept', async () => {
    await world.browser.background(
      `await browser.storage.local.set({ settings: { version: 99, defaultMode: 'off', moods: ['calm'], sites: [{ pattern: 'six.example', mode: 'off' }, 'torn'] } });`,
    );
    await options.waitFor('return document.querySelector(`.rule[data-pattern="six.example"]`) !== null;');
    await add(options, 'seven.example', 'off');
    const kept = await world.browser.background<string>(
      'return JSON.stringify(await browser.storage.local.get("settingsKept"));',
    );
    expect(kept).toContain('calm');
    expect(kept).toContain('torn');
    await clickOn(options, '#tab-about');
    await options.waitFor('return document.querySelector("[data-action=kept-export]") !== null;');
    await clickOn(options, '#tab-sites');
  });

  test('no error was reported', async () => {
    expect(await options.errors()).toEqual([]);
  });
});
