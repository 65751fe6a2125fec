/**
 * `npm run bench -- pages [N] [chromium|firefox]`: how long real pages wait for their marks, beside the same pages without Verbatim and
 * with the quotations wrapped in elements, as mark.js does. Needs the collection of pages beside the repository. N pages, 40 by default.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ROOT } from '../../scripts/root.ts';
import { BROWSERS, launch, type Browser, type BrowserName, type Page } from '../e2e/drivers/index.ts';
import { settled, switchOn } from '../e2e/reading.ts';
import { Pages } from '../e2e/server.ts';

const FOLDER = join(ROOT, '../shared/data/pages');
const LIST = join(FOLDER, 'pages.jsonl.gz');

/** Runs in the page from its first byte on: notes when the page was loaded, when marks stood, and every task over 50 ms (Chromium). */
const PROBE = `
window.probe = { loaded: 0, idle: 0, first: 0, last: 0, marks: 0, tasks: [] };
addEventListener('load', () => { probe.loaded = performance.now(); requestIdleCallback(() => { probe.idle = performance.now(); }); });
try { new PerformanceObserver((list) => { for (const task of list.getEntries()) probe.tasks.push(task.duration); }).observe({ type: 'longtask', buffered: true }); } catch {}
const look = () => {
  let marks = 0;
  for (let n = 1; n < 10; n++) marks += CSS.highlights.get('reading-' + n)?.size ?? 0;
  if (marks !== probe.marks) { probe.last = performance.now(); probe.first ||= probe.last; probe.marks = marks; }
  setTimeout(look, 4);
};
look();`;

/** What mark.js does, in its shortest form: every text node that holds a quotation is split and the words wrapped. One quotation a node. */
const WRAP = `
const begun = performance.now();
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const nodes = [];
while (walker.nextNode()) nodes.push(walker.currentNode);
let wrapped = 0;
for (const node of nodes) {
  const found = /[“"„«]([^”"“»]{12,400})[”"“»]/.exec(node.data);
  if (found === null || /^(?:SCRIPT|STYLE|NOSCRIPT|TEXTAREA)$/.test(node.parentNode.nodeName)) continue;
  const words = node.splitText(found.index + 1);
  words.splitText(found[1].length);
  const mark = document.createElement('mark');
  words.replaceWith(mark);
  mark.append(words);
  wrapped++;
}
document.body.getBoundingClientRect();
return { ms: performance.now() - begun, wrapped };`;

interface Probe {
  readonly loaded: number;
  readonly idle: number;
  readonly first: number;
  readonly last: number;
  readonly marks: number;
  readonly tasks: readonly number[];
}
interface Measured {
  readonly first: number | null;
  readonly all: number | null;
  readonly marks: number;
  /** Stretches (ms) in which Verbatim's script ran in the page. */
  readonly stretches: readonly number[] | null;
  readonly longestWith: number;
  readonly longestWithout: number;
  readonly heap: number | null;
  readonly wrap: number;
}

export async function run(args: readonly string[]): Promise<void> {
  if (!existsSync(LIST)) {
    console.log(`The collection of real pages is not here (${FOLDER}); nothing was measured.`);
    return;
  }
  const count = Number(args.find((arg) => /^\d+$/u.test(arg)) ?? 40);
  const all = gunzipSync(readFileSync(LIST))
    .toString()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { html: string; charset?: string });
  const step = Math.max(1, Math.floor(all.length / count));
  const chosen = all.filter((_page, index) => index % step === 0).slice(0, count);
  for (const name of BROWSERS.filter((each) => args.includes(each) || !BROWSERS.some((other) => args.includes(other))))
    await measureIn(name, chosen);
}

async function measureIn(name: BrowserName, chosen: readonly { html: string; charset?: string }[]): Promise<void> {
  const pages = await Pages.serve();
  const browser = await launch(name);
  const measured: Measured[] = [];
  try {
    await switchOn(browser);
    // Everything that was checked is marked, so that a page's marks do not depend on what the packs hold.
    await browser.background(
      `const { settings } = await browser.storage.local.get('settings');
      await browser.storage.local.set({ settings: { ...settings, reading: { ...settings.reading, strictness: 'everything' } } });`,
    );
    for (const { html, charset } of chosen) {
      pages.put('/real', {
        body: withProbe(gunzipSync(readFileSync(join(FOLDER, html)))),
        type: `text/html; charset=${charset ?? 'utf-8'}`,
        csp: "default-src 'none'; script-src 'nonce-probe'; style-src 'unsafe-inline'; img-src data:",
      });
      try {
        measured.push(await measure(browser, pages));
      } catch (error) {
        console.log(`${html}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    report(browser, measured);
    await popups(browser, pages);
  } finally {
    await browser.close();
    pages.close();
  }
}

/** The probe goes before everything else, after the doctype and the bytes that may name the encoding. */
function withProbe(html: Uint8Array): Uint8Array {
  const text = Buffer.from(html).toString('latin1');
  const place = /<head[^>]*>/iu.exec(text);
  const at = place === null ? 0 : place.index + place[0].length;
  return Buffer.from(`${text.slice(0, at)}<script nonce="probe">${PROBE}</script>${text.slice(at)}`, 'latin1');
}

async function measure(browser: Browser, pages: Pages): Promise<Measured> {
  const without = await browser.open(pages.at('/real', 'localhost'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  const bare = await probeOf(without);
  const heapWithout = await browser.heap(without);
  const { ms } = await without.evaluate<{ ms: number }>(WRAP);
  await without.close();
  const page = await browser.open('about:blank');
  const stretches = await browser.stretches(page, async () => {
    await page.goto(pages.at('/real'));
    await settled(browser, page, 60_000);
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const probe = await probeOf(page);
  const heapWith = await browser.heap(page);
  await page.close();
  return {
    first: probe.marks === 0 ? null : probe.first - probe.idle,
    all: probe.marks === 0 ? null : probe.last - probe.idle,
    marks: probe.marks,
    stretches,
    longestWith: Math.max(0, ...probe.tasks),
    longestWithout: Math.max(0, ...bare.tasks),
    heap: heapWith === null || heapWithout === null ? null : heapWith - heapWithout,
    wrap: ms,
  };
}

/** Openings of the popup that are measured. */
const OPENINGS = 9;

/** How soon the popup stands there with the page's list, counted from its own first moment. */
async function popups(browser: Browser, pages: Pages): Promise<void> {
  const page = await browser.open(pages.at('/demo/article.html'));
  await settled(browser, page);
  const times: number[] = [];
  for (let n = 0; n < OPENINGS; n++) {
    const popup = await browser.openPopup(page);
    await popup.waitFor('return document.querySelector("[data-quotation]") !== null;');
    // Nothing is drawn before the list is known, so the first paint with content is the list's.
    const painted = await popup.waitFor<number>(
      `return performance.getEntriesByName('first-contentful-paint')[0]?.startTime;`,
    );
    times.push(painted);
    await popup.close().catch(() => undefined);
  }
  line('popup drawn with its list (ms)', times);
  await page.close();
}

const probeOf = (page: Page): Promise<Probe> => page.evaluate<Probe>('return window.probe;');

function line(title: string, values: readonly (number | null)[], digits = 0): void {
  const known = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return;
  const at = (part: number): string =>
    known[Math.min(known.length - 1, Math.floor(known.length * part))].toFixed(digits);
  console.log(
    `  ${title.padEnd(52)} median ${at(0.5).padStart(7)}   95 % ${at(0.95).padStart(7)}   most ${at(1).padStart(7)}`,
  );
}

function report(browser: Browser, measured: readonly Measured[]): void {
  console.log(
    `\n${browser.version}, ${measured.length} real pages, ${measured.reduce((all, { marks }) => all + marks, 0)} marks`,
  );
  line(
    'first mark after the loaded page was idle (ms)',
    measured.map(({ first }) => first),
  );
  line(
    'all marks after the loaded page was idle (ms)',
    measured.map(({ all }) => all),
  );
  line(
    'wrapping the quotations in elements instead (ms)',
    measured.map(({ wrap }) => wrap),
    1,
  );
  if (browser.name === 'chromium') {
    line(
      'stretches of Verbatim’s own script in the page (ms)',
      measured.flatMap(({ stretches }) => stretches ?? []),
      1,
    );
    line(
      'longest task over 50 ms with Verbatim (ms)',
      measured.map(({ longestWith }) => longestWith),
    );
    line(
      'longest task over 50 ms without (ms)',
      measured.map(({ longestWithout }) => longestWithout),
    );
    line(
      'JavaScript heap over the page without (MB)',
      measured.map(({ heap }) => (heap === null ? null : heap / 1e6)),
      2,
    );
  }
}
