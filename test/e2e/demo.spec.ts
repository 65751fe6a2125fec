import { beforeAll, expect, test } from 'vitest';
import type { PageReport } from '../../src/protocol/contract.ts';
import { inBothBrowsers } from './bothBrowsers.ts';
import type { AccessibleNode, Page } from './drivers/index.ts';
import { TALKS_OF_2022 } from './expected.ts';
import { cardOn, clickOn, itemWith, marksOn, noCard, openCard, pointOn, settled, switchOn } from './reading.ts';

/** Straight quotes for curly ones: which of them a source prints is not what these specs are about. */
const plain = (text: string): string => text.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"');

const namesIn = (node: AccessibleNode): string[] => [node.name, ...node.children.flatMap(namesIn)];

inBothBrowsers(
  'The demonstration article',
  (world) => {
    let page: Page;
    let report: PageReport;

    beforeAll(async () => {
      page = await world.browser.open(world.pages.at('/demo/article.html'));
      report = await settled(world.browser, page);
    });

    test('every quotation got an answer', () => {
      expect(report.error).toBeUndefined();
      expect(report.progress.done).toBe(report.progress.total);
    });

    test.each(TALKS_OF_2022)('“$words” is $verdict', ({ words, verdict, speaker, notices = [], shows = [] }) => {
      const { finding, speaker: found } = itemWith(report, words);
      expect(finding?.verdict).toBe(verdict);
      if (speaker !== undefined) expect(found).toBe(speaker);
      expect(finding?.notices.map(({ kind }) => kind)).toEqual(expect.arrayContaining([...notices]));
      for (const text of shows) expect(plain(JSON.stringify(finding))).toContain(plain(text));
    });

    test('credited to anybody but Macron, “points of convergence” comes with a notice of who spoke', () => {
      const { speaker, finding } = itemWith(report, 'points of convergence');
      const noticed = finding?.notices.some(({ kind }) => kind === 'another-speaker');
      expect(noticed).toBe(speaker !== 'Emmanuel Macron');
    });

    test('‘annexed’ is not taken for a quotation, and says so', () => {
      expect(itemWith(report, 'annexed').finding).toMatchObject({ verdict: 'not-checked', reason: 'scare' });
    });

    test('nothing else is taken for a quotation', () => {
      expect(report.items.map(({ text }) => text)).toHaveLength(TALKS_OF_2022.length + 1);
    });

    test('a quotation without a match says what was searched', () => {
      expect(report.searched?.sources).toBeGreaterThan(200);
      expect(report.searched?.packs.length).toBeGreaterThan(0);
    });

    test('the page’s date was read', () => {
      expect(report.date).toBe('2022-02-09');
    });

    test('what matches is marked on the page, what does not is left alone', async () => {
      const marks = await marksOn(page);
      const expected = TALKS_OF_2022.filter(({ verdict }) => verdict !== 'not-found');
      expect(marks).toHaveLength(expected.length);
      for (const { words } of expected) expect(marks.join('\n')).toContain(words);
    });

    test('a click on a mark opens the card beside it, with source, context and link; Escape closes it', async () => {
      const { x, y } = await pointOn(page, 'my beauty');
      await page.click(x, y);
      const card = await openCard(page);
      expect(card.role).toBe('dialog');
      expect(card.verdict).toBe('exact');
      expect(card.focused).toBe(true);
      expect(plain(card.text)).toContain("Like it or don't like it, it's your duty, my beauty");
      expect(card.text).toContain('терпи, моя красавица');
      expect(card.text).toContain('Vladimir Putin');
      expect(card.links.length).toBeGreaterThan(0);
      expect(card.links.every((link) => link.startsWith('https://'))).toBe(true);
      const inside = await page.evaluate<{ width: number; height: number }>(
        'return { width: innerWidth, height: innerHeight };',
      );
      expect(card.box.left).toBeGreaterThanOrEqual(0);
      expect(card.box.top).toBeGreaterThanOrEqual(0);
      expect(card.box.right).toBeLessThanOrEqual(inside.width);
      expect(card.box.bottom).toBeLessThanOrEqual(inside.height);
      expect(y < card.box.top || y > card.box.bottom || x < card.box.left || x > card.box.right).toBe(true);
      await page.press('Escape');
      await noCard(page);
    });

    test('a click beside the marks opens nothing', async () => {
      await page.evaluate('scrollTo(0, 0);');
      await page.click(20, 300);
      expect(await cardOn(page)).toBeNull();
    });

    test('the keyboard steps through the quotations and opens the card', async () => {
      await page.front();
      await world.browser.command('next');
      await page.press('Enter');
      const first = await openCard(page);
      await world.browser.command('next');
      await page.waitFor(
        `for (const host of document.documentElement.children) {
          const finding = shadowOf(host)?.querySelector('.finding');
          if (finding && finding.dataset.id !== arg) return true;
        }
        return false;`,
        first.id,
        true,
      );
      await page.press('Escape');
      await noCard(page);
    });

    test('the command for the card opens and closes it', async () => {
      await page.front();
      await world.browser.command('card');
      await openCard(page);
      await world.browser.command('card');
      await noCard(page);
    });

    test('the open card is in the accessibility tree', async () => {
      await page.front();
      await world.browser.command('card');
      const card = await openCard(page);
      const names = namesIn(await page.accessibility());
      expect(names).toContain(card.label);
      await page.press('Escape');
      await noCard(page);
    });

    test('the popup lists the same quotations, opens one, and jumps to it on the page', async () => {
      await page.evaluate('scrollTo(0, 0);');
      const popup = await world.browser.openPopup(page);
      await popup.waitFor('return document.querySelector("[data-quotation]") !== null;');
      const rows = await popup.evaluate<{ id: string; verdict: string }[]>(
        `return [...document.querySelectorAll('[data-quotation]')].map((row) => ({ id: row.dataset.quotation, verdict: row.dataset.verdict }));`,
      );
      expect(rows.map(({ id }) => id).sort()).toEqual(report.items.map(({ id }) => id).sort());
      for (const { id, verdict } of rows)
        expect(verdict).toBe(report.items.find((item) => item.id === id)?.finding?.verdict);
      const { id } = itemWith(report, 'commitment not to take');
      await clickOn(popup, `[data-quotation="${id}"]`);
      await popup.waitFor('return document.querySelector(`.finding[data-id="${arg}"]`) !== null;', id);
      await page.waitFor(
        `const current = CSS.highlights.get('reading-0');
        let seen = false;
        current?.forEach((range) => {
          const { top, bottom } = range.getBoundingClientRect();
          seen = range.toString().includes('commitment') && top >= 0 && bottom <= innerHeight;
        });
        return seen;`,
      );
      await popup.close();
    });

    test('no error was reported', async () => {
      expect(await page.errors()).toEqual([]);
    });
  },
  { prepare: ({ browser }) => switchOn(browser) },
);
