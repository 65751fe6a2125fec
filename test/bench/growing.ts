/**
 * `npm run bench -- growing [chromium|firefox]`: pages that change while they are read, beside the same pages without Verbatim: how
 * smoothly they run and scroll, how soon new words are marked, and what a page costs that has come to rest.
 */
import { BROWSERS, launch, type Browser, type BrowserName, type Page } from '../e2e/drivers/index.ts';
import { settled, switchOn } from '../e2e/reading.ts';
import { Pages } from '../e2e/server.ts';

/** How long a live blog runs, and how long a page at rest is looked at (ms). */
const RUN = 6_000;
const REST = 10_000;
const ROUNDS = 5;

const said = (speaker: string, words: string): string => `${speaker} said, “${words}”, and left it at that.`;
const NEW = said('Volodymyr Zelensky', 'We are not his');

/** Counts frames and the longest wait between two of them, from here on. */
const WATCH_FRAMES = `
window.seen = { frames: 0, longest: 0, late: 0 };
let last = performance.now();
const frame = (now) => {
  const gap = now - last; last = now; seen.frames++; seen.longest = Math.max(seen.longest, gap);
  if (gap > 50) seen.late++;
  window.watching = requestAnimationFrame(frame);
};
cancelAnimationFrame(window.watching ?? 0);
window.watching = requestAnimationFrame(frame);`;

interface Frames {
  readonly frames: number;
  readonly longest: number;
  readonly late: number;
}
const frames = (page: Page): Promise<Frames> => page.evaluate<Frames>('return window.seen;');
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function run(args: readonly string[]): Promise<void> {
  for (const name of BROWSERS.filter((each) => args.includes(each) || !BROWSERS.some((other) => args.includes(other))))
    await measureIn(name);
}

async function measureIn(name: BrowserName): Promise<void> {
  const pages = await Pages.serve();
  const browser = await launch(name);
  try {
    await switchOn(browser);
    console.log(`\n${browser.version}`);
    for (const host of ['localhost', '127.0.0.1'] as const) {
      console.log(host === 'localhost' ? ' without Verbatim' : ' with Verbatim');
      const page = await opened(browser, pages.at('/pages/live-blog.html', host), host);
      show('scrolling through 10,000 paragraphs', await scrolled(page));
      show('20 insertions a second', await insertions(page));
      if (host !== 'localhost') await newMarks(page);
      await page.evaluate('scrollTo(0, 0); cancelAnimationFrame(window.watching);');
      await pause(6_000);
      await atRest(browser, page, 'the blog, which draws every frame');
      await page.close();
      const quiet = await opened(browser, pages.at('/demo/article.html', host), host);
      await pause(2_000);
      await atRest(browser, quiet, 'an article');
      await quiet.close();
    }
    await pickedUp(browser, pages);
  } finally {
    await browser.close();
    pages.close();
  }
}

async function opened(browser: Browser, address: string, host: string): Promise<Page> {
  const page = await browser.open(address);
  if (host === 'localhost') await pause(1_000);
  else await settled(browser, page, 60_000);
  return page;
}

const show = (what: string, { frames, longest, late }: Frames): void =>
  console.log(`  ${what.padEnd(52)} ${frames} frames, longest wait ${longest.toFixed(0)} ms, ${late} over 50 ms`);

async function scrolled(page: Page): Promise<Frames> {
  await page.evaluate(WATCH_FRAMES);
  await page.evaluate(
    `for (let step = 0; step < 120; step++) { scrollBy({ top: 400, behavior: 'instant' }); await new Promise(requestAnimationFrame); }`,
  );
  return frames(page);
}

async function insertions(page: Page): Promise<Frames> {
  await page.evaluate(WATCH_FRAMES);
  await page.evaluate('window.begin();');
  await pause(RUN);
  await page.evaluate('window.end();');
  return frames(page);
}

/** How soon words put in at the top of the running blog are marked. */
async function newMarks(page: Page): Promise<void> {
  await page.evaluate('scrollTo(0, 0); window.begin();');
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    waits.push(
      await page.evaluate<number>(
        `const before = CSS.highlights.get('reading-1').size;
        const p = document.createElement('p');
        p.textContent = arg.replace('it at that', 'it at that for the ' + Math.random() + 'th time');
        document.getElementById('blog').prepend(p);
        const from = performance.now();
        while ((CSS.highlights.get('reading-1')?.size ?? 0) <= before && performance.now() - from < 20000) await new Promise((go) => setTimeout(go, 4));
        return performance.now() - from;`,
        NEW,
      ),
    );
    await pause(1_000);
  }
  await page.evaluate('window.end();');
  told('new words in the running blog marked after', waits);
}

function told(what: string, waits: readonly number[]): void {
  const sorted = [...waits].sort((a, b) => a - b);
  console.log(
    `  ${what.padEnd(52)} median ${sorted[sorted.length >> 1].toFixed(0)} ms, most ${sorted.at(-1)!.toFixed(0)} ms`,
  );
}

/** What the page's process works on a page that nobody touches. */
async function atRest(browser: Browser, page: Page, what: string): Promise<void> {
  const before = await browser.busy(page);
  await pause(REST);
  const after = await browser.busy(page);
  if (before !== null && after !== null)
    console.log(`  ${`ten seconds at rest: ${what}`.padEnd(52)} ${(after - before).toFixed(1)} ms of work`);
}

/** How soon the next page of a one-page site and the growth of an endless one are marked. */
async function pickedUp(browser: Browser, pages: Pages): Promise<void> {
  const waits = { site: [] as number[], endless: [] as number[] };
  const until = (change: string, done: string): string =>
    `const from = performance.now(); ${change}
    for (;;) {
      let text = ''; CSS.highlights.get('reading-1')?.forEach((range) => { text += range.toString(); });
      if (${done} || performance.now() - from > 20000) return performance.now() - from;
      await new Promise((go) => setTimeout(go, 4));
    }`;
  for (let round = 0; round < ROUNDS; round++) {
    const site = await opened(browser, pages.at('/pages/spa.html'), '127.0.0.1');
    waits.site.push(await site.evaluate<number>(until('window.go();', `text === 'We are not his'`)));
    await site.close();
    const endless = await opened(browser, pages.at('/pages/infinite-scroll.html'), '127.0.0.1');
    waits.endless.push(await endless.evaluate<number>(until('scrollTo(0, 600);', `text.includes('my beauty')`)));
    await endless.close();
  }
  told('the next page of a one-page site marked after', waits.site);
  told('what an endless page adds marked after', waits.endless);
}
