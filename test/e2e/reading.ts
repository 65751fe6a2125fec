import type { PageReport, ReportItem } from '../../src/protocol/contract.ts';
import type { Browser, Page } from './drivers/index.ts';
import { until } from './drivers/index.ts';

/** The names under which the content script keeps its marks, one for each verdict; `reading-0` is the quotation in hand. */
const MARKS = Array.from({ length: 10 }, (_, index) => `reading-${index}`);

/** What the content script of a tab knows, or null while none answers there. The tab is found by its address. */
export async function reportOf(browser: Browser, page: Page): Promise<PageReport | null> {
  return browser.background<PageReport | null>(
    `for (const tab of await browser.tabs.query({})) {
      if (tab.url !== arg) continue;
      try {
        const answer = await browser.tabs.sendMessage(tab.id, { verbatim: 1, to: 'content', call: 'report' }, { frameId: 0 });
        if (answer?.ok) return answer.value;
      } catch {}
    }
    return null;`,
    await page.address(),
  );
}

/** Waits until the page has been read and every quotation has its answer. */
export function settled(browser: Browser, page: Page, patience = 30_000): Promise<PageReport> {
  return until(
    async () => {
      const report = await reportOf(browser, page);
      return report?.state === 'ready' ? report : undefined;
    },
    'the page to be read',
    patience,
  );
}

/** Texts of all marks painted on the page, as the page itself can see them. */
export function marksOn(page: Page): Promise<readonly string[]> {
  return page.evaluate<string[]>(
    `const texts = [];
    for (const name of arg) {
      const highlight = CSS.highlights.get(name);
      if (name !== 'reading-0' && highlight !== undefined) highlight.forEach((range) => texts.push(range.toString()));
    }
    return texts;`,
    MARKS,
  );
}

/** The middle of the first line of a painted mark that holds the words, scrolled into view; null when none does. */
export function pointOn(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.waitFor<{ x: number; y: number }>(
    `for (const name of arg.names) {
      const found = [];
      CSS.highlights.get(name)?.forEach((range) => { if (range.toString().includes(arg.words)) found.push(range); });
      if (found.length === 0) continue;
      found[0].startContainer.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
      const box = [...found[0].getClientRects()].sort((a, b) => b.width - a.width)[0];
      return { x: Math.round(box.left + box.width / 2), y: Math.round(box.top + box.height / 2) };
    }
    return null;`,
    { names: MARKS, words },
  );
}

export interface CardSeen {
  readonly id: string;
  readonly verdict: string;
  readonly text: string;
  readonly role: string;
  readonly label: string;
  readonly focused: boolean;
  readonly links: readonly string[];
  readonly parts: Readonly<Record<string, number>>;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
}

/** Finds the card: the one element with a shadow tree that stands beside the body. */
const SEE_CARD = `
for (const host of document.documentElement.children) {
  const tree = host === document.body || host === document.head ? null : shadowOf(host);
  const finding = tree?.querySelector('.finding');
  if (!finding) continue;
  const frame = finding.closest('[role]') ?? finding;
  const { left, top, right, bottom } = frame.getBoundingClientRect();
  if (right === left) continue;
  const parts = {};
  for (const part of ['ins', 'del', 'a[href]', '[data-part]', 'button', 'mark'])
    parts[part] = tree.querySelectorAll(part).length;
  return {
    id: finding.dataset.id, verdict: finding.dataset.verdict, text: finding.innerText,
    role: frame.getAttribute('role') ?? '', label: frame.getAttribute('aria-label') ?? frame.getAttribute('aria-labelledby') ?? '',
    focused: tree.activeElement !== null, parts,
    links: [...tree.querySelectorAll('a[href]')].map((link) => link.href),
    box: { left, top, right, bottom },
  };
}
return null;`;

export const cardOn = (page: Page): Promise<CardSeen | null> => page.evaluateInside<CardSeen | null>(SEE_CARD);
export const openCard = (page: Page): Promise<CardSeen> => page.waitFor<CardSeen>(SEE_CARD, undefined, true);
export const noCard = (page: Page): Promise<boolean> =>
  page.waitFor<boolean>(`const seen = await (async () => { ${SEE_CARD} })(); return seen === null;`, undefined, true);

/** The item whose words hold these. */
export function itemWith(report: PageReport, words: string): ReportItem {
  const item = report.items.find((each) => each.text.includes(words));
  if (item === undefined)
    throw new Error(`No quotation holds “${words}”: ${report.items.map((i) => i.text).join(' | ')}`);
  return item;
}

/** Gives access to a site and switches it on, as “Always on this site” does. */
export async function switchOn(browser: Browser, host = '127.0.0.1'): Promise<void> {
  await browser.grant(`*://${host}/*`);
  await fromOwnPage(browser, 'setSite', { pattern: host, mode: 'on' });
}

/** Makes a call of the background from one of the extension's pages, and answers its value. */
export async function fromOwnPage<T>(browser: Browser, call: string, arg?: unknown): Promise<T> {
  const page = await browser.openOwn('popup/popup.html');
  try {
    const answer = await page.evaluate<{ ok: boolean; value: T; error: string }>(
      'return browser.runtime.sendMessage({ verbatim: 1, to: "background", ...arg });',
      arg === undefined ? { call } : { call, arg },
    );
    if (!answer.ok) throw new Error(answer.error);
    return answer.value;
  } finally {
    await page.close();
  }
}

/**
 * Where a control is, for a real click: the middle of what can be hit, once it has stood still for 150 ms. A popup grows in steps
 * as its page does, and a click at a place read before a step lands beside the control.
 */
export function centreOf(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.waitFor<{ x: number; y: number }>(
    `const place = () => {
      const element = document.querySelector(arg);
      if (element === null) return null;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { left, top, width, height } = element.getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      return width > 0 && element.contains(document.elementFromPoint(x, y)) ? { x, y } : null;
    };
    const before = place();
    if (before === null) return null;
    for (let looks = 0; looks < 3; looks++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = place();
      if (now === null || now.x !== before.x || now.y !== before.y) return null;
    }
    return before;`,
    selector,
  );
}

export async function clickOn(page: Page, selector: string): Promise<void> {
  const { x, y } = await centreOf(page, selector);
  await page.click(x, y);
}
