/** The cold start in the browsers themselves: Chromium's worker and Firefox's event page, stopped and asked. Needs a build. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/root.ts';
import type { Query } from '../../../src/core/matching/types.ts';
import { BROWSERS, launch, type Browser, type BrowserName, type Page } from '../../e2e/drivers/index.ts';
import { switchOn } from '../../e2e/reading.ts';

interface Call {
  readonly call: 'hello' | 'check';
  readonly arg?: unknown;
}
const HELLO: readonly Call[] = [{ call: 'hello' }];

/** Cold starts that are measured in each browser. */
const STARTS = 9;
/** Milliseconds that a browser gets to let go of a background that was stopped. */
const REST = 700;

/** Quotations that one call may carry; a longer page is asked in several. */
const BATCH = 60;

/** Milliseconds until the background has answered calls made one after the other, as an extension page sees them. */
const ASK = `
const began = performance.now();
for (const call of arg) {
  const answer = await browser.runtime.sendMessage({ verbatim: 1, to: 'background', ...call });
  if (!answer?.ok) throw new Error('not answered: ' + JSON.stringify(answer));
}
return performance.now() - began;`;

/** Milliseconds to read the packs' private files, and their bytes: what no cold start can be faster than. */
const READ_FILES = `
const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('packs');
const began = performance.now();
let bytes = 0;
for await (const handle of folder.values()) bytes += (await (await handle.getFile()).arrayBuffer()).byteLength;
return { ms: performance.now() - began, bytes };`;

/** Measures in every browser that the variable BROWSERS names, with the quotations of one page. */
export async function coldBrowsers(queries: readonly Query[]): Promise<void> {
  for (const name of BROWSERS) {
    if (existsSync(join(ROOT, 'dist', name, 'manifest.json'))) await measureIn(name, queries);
    else console.log(`Cold start in ${name}: skipped, dist/${name} is absent; npm run build`);
  }
}

async function measureIn(name: BrowserName, queries: readonly Query[]): Promise<void> {
  const browser = await launch(name);
  try {
    const page = await browser.openOwn('popup/popup.html');
    // The first answer makes the private files; that is done once, at installation.
    const installed = await ask(page, check(queries.slice(0, 1)));
    const files: { ms: number; bytes: number }[] = [];
    for (let n = 0; n < STARTS; n++) files.push(await page.evaluate<{ ms: number; bytes: number }>(READ_FILES));
    const read = middle(files.map(({ ms }) => ms));
    console.log(
      `Cold start in ${browser.version}, packs of ${(files[0].bytes / 1e6).toFixed(1)} MB, ${STARTS} starts, least and median (ms)`,
    );
    console.log(`  first answer after installation             ${installed.toFixed(0)}`);
    row(
      'read the files alone',
      files.map(({ ms }) => ms),
    );
    row('started, nothing asked of the packs', await starts(browser, page, HELLO));
    const one = await starts(browser, page, check(queries.slice(0, 1)));
    row('started, the first quotation answered', one, read);
    const cold = await starts(browser, page, check(queries));
    const warm: number[] = [];
    for (let n = 0; n < STARTS; n++) warm.push(await ask(page, check(queries)));
    row(`started, ${queries.length} quotations answered`, cold);
    row(`the same ${queries.length} again, warm`, warm);
    console.log(`  cold over warm                              ${(middle(cold) / middle(warm)).toFixed(1)} ×`);
    await pages(browser, queries);
    await memory(browser, queries);
  } finally {
    await browser.close();
  }
}

/** Milliseconds from the moment the document is there until its first mark stands, and until no more come; and how many stand. */
const SEE_MARKS = `
const { domContentLoadedEventEnd: there } = performance.getEntriesByType('navigation')[0];
let [first, last, most] = [0, 0, 0];
for (const end = performance.now() + arg; performance.now() < end; await new Promise((resolve) => setTimeout(resolve, 1))) {
  let marks = 0;
  for (let n = 1; n < 10; n++) marks += CSS.highlights.get('reading-' + n)?.size ?? 0;
  if (marks <= most) continue;
  first ||= performance.now() - there;
  [last, most] = [performance.now() - there, marks];
}
return { first, last, most };`;

/** How long (ms) the last part of a page takes to come, and marks are waited for. */
const PAGE_TAKES = [0, 500];
const MARKS_TAKE = 2_000;
/** Quotations of a short page. */
const SHORT = 6;

/** What a reader sees who opens a page while the background sleeps. */
async function pages(browser: Browser, queries: readonly Query[]): Promise<void> {
  const html = (count: string): string => {
    const paragraphs = queries
      .slice(0, Number(count))
      .map(({ quote }) => `<p>“${quote.replaceAll('<', '&lt;')}” he said.</p>`);
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Speeches</title><article>${paragraphs.join('\n')}</article>`;
  };
  const server = createServer(({ url = '' }, response) => {
    const [, count, takes] = url.split('/');
    const page = html(count);
    response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
    response.write(page.slice(0, page.indexOf('<p>')));
    setTimeout(() => response.end(page.slice(page.indexOf('<p>'))), Number(takes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await switchOn(browser);
  const page = await browser.open(`http://127.0.0.1:${port}/${SHORT}/0`);
  for (const count of [SHORT, queries.length])
    for (const takes of PAGE_TAKES) {
      const seen: { first: number; last: number; most: number }[] = [];
      for (let n = 0; n < STARTS; n++) {
        await page.goto('about:blank');
        await stop(browser);
        await page.goto(`http://127.0.0.1:${port}/${count}/${takes}`);
        seen.push(await page.evaluate(SEE_MARKS, MARKS_TAKE));
      }
      const what = `page of ${count} that takes ${takes} ms`;
      row(
        `${what}: first mark`,
        seen.map(({ first }) => first),
      );
      row(
        `${what}: all ${Math.max(...seen.map(({ most }) => most))}`,
        seen.map(({ last }) => last),
      );
    }
  await page.close();
  server.closeAllConnections();
  server.close();
}

/** Memory of the extension's process with the background stopped, and when it has answered a page. */
async function memory(browser: Browser, queries: readonly Query[]): Promise<void> {
  await browser.restart();
  const page = await browser.openOwn('popup/popup.html');
  await stop(browser);
  const before = privateBytes();
  await ask(page, HELLO);
  await rest();
  const awake = privateBytes();
  await ask(page, check(queries));
  await rest();
  const after = privateBytes();
  const shown = (bytes: number | null): string => (bytes === null ? 'unknown' : (bytes / 1e6).toFixed(0));
  console.log(
    `  memory of the extension's process (MB): stopped ${shown(before)}, awake ${shown(awake)}, ${queries.length} quotations answered ${shown(after)}`,
  );
}

async function starts(browser: Browser, page: Page, calls: readonly Call[]): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    await stop(browser);
    times.push(await ask(page, calls));
  }
  return times;
}

async function stop(browser: Browser): Promise<void> {
  await browser.stopBackground();
  await rest();
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, REST));

const ask = (page: Page, calls: readonly Call[]): Promise<number> => page.evaluate<number>(ASK, calls);

/** The calls that check these quotations. */
const check = (queries: readonly Query[]): Call[] =>
  Array.from({ length: Math.ceil(queries.length / BATCH) }, (_, n) => ({
    call: 'check',
    arg: queries.slice(n * BATCH, (n + 1) * BATCH).map(({ id, quote }) => ({ id, quote })),
  }));

/** The median. */
const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[times.length >> 1];

function row(what: string, times: readonly number[], beside?: number): void {
  const ratio = beside === undefined ? '' : `  (${(middle(times) / beside).toFixed(1)} × the files)`;
  console.log(
    `  ${what.padEnd(43)} ${Math.min(...times)
      .toFixed(0)
      .padStart(4)} ${middle(times).toFixed(0).padStart(5)}${ratio}`,
  );
}

/** Bytes that only the extension's own process holds, among the processes this one has started; null where /proc does not tell. */
function privateBytes(): number | null {
  if (!existsSync('/proc/self/smaps_rollup')) return null;
  const processes = readdirSync('/proc').filter((name) => /^\d+$/u.test(name));
  const parents = new Map(processes.map((id) => [id, /^PPid:\s*(\d+)/mu.exec(procFile(id, 'status'))?.[1] ?? '0']));
  const isOurs = (id: string): boolean =>
    id === String(process.pid) || (parents.has(id) && id !== '1' && isOurs(parents.get(id)!));
  const own = processes.filter((id) => isOurs(id) && isExtensionProcess(id));
  if (own.length === 0) return null;
  const kilobytes = own.flatMap((id) =>
    [...procFile(id, 'smaps_rollup').matchAll(/^Private_(?:Clean|Dirty):\s*(\d+)/gmu)].map(([, size]) => Number(size)),
  );
  return kilobytes.reduce((sum, size) => sum + size, 0) * 1024;
}

/** Chromium marks it on its command line, Firefox names it. */
const isExtensionProcess = (id: string): boolean =>
  procFile(id, 'cmdline').includes('--extension-process') || procFile(id, 'comm').trim() === 'WebExtensions';

/** A file of a process; empty when the process has ended meanwhile. */
function procFile(id: string, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
