import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

const DIST = fileURLToPath(new URL('../../dist/chromium', import.meta.url));
/** Wakes that are measured. */
const WAKES = 9;

/** A first batch as an article asks for it: found word for word, found with a change, and not found. */
const BATCH = [
  'would not be the cause of an escalation',
  "Like it or don't like it, it's your duty, my beauty",
  'ask not what your country can do for you',
  'the only thing we have to fear is fear alone',
  'our ferry will run on Sundays as it always has',
  'We are not his',
].map((quote, id) => ({ id: `${id}`, quote }));

const FIND = { blocks: [{ text: 'He said: “We are not his.”', role: 'paragraph' }], lang: 'en', byline: null };

interface Timed {
  /** Milliseconds from asking to the answer. */
  readonly wall: number;
  /** Milliseconds of processor time of the whole browser meanwhile: what the wall clock shows on an idle machine, and less noisy. */
  readonly cpu: number;
}

/** `npm run bench -- worker`: how long the background takes to answer, awake and after it was stopped. Needs a build in dist/chromium. */
export async function run(): Promise<void> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath) || !existsSync(`${DIST}/manifest.json`)) {
    console.log(`Skipped: needs ${executablePath} and ${DIST}.`);
    return;
  }
  const browser = await puppeteer.launch({
    executablePath,
    headless: true,
    pipe: true,
    enableExtensions: [DIST],
    args: ['--no-sandbox'],
  });
  try {
    const target = await browser.waitForTarget((each) => String(each.type()) === 'service_worker');
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${new URL(target.url()).host}/popup/popup.html`);
    show('first answer after installation', [await timed(browser, page, 'check', BATCH)]);
    const awake: Timed[] = [];
    for (let n = 0; n < WAKES; n++) awake.push(await timed(browser, page, 'check', BATCH));
    show('awake', awake);
    const wakes: Timed[] = [];
    for (let n = 0; n < WAKES; n++) {
      await stop(browser);
      wakes.push(await timed(browser, page, 'hello'));
    }
    show('stopped, then asked for settings', wakes);
    const checks: Timed[] = [];
    for (let n = 0; n < WAKES; n++) {
      await stop(browser);
      checks.push(await timed(browser, page, 'check', BATCH));
    }
    show('stopped, then asked for findings', checks);
    const pages: Timed[] = [];
    for (let n = 0; n < WAKES; n++) {
      await stop(browser);
      await timed(browser, page, 'find', FIND);
      // As a page does: quotations are found, then asked for.
      await new Promise((resolve) => setTimeout(resolve, 150));
      pages.push(await timed(browser, page, 'check', BATCH));
    }
    show('stopped, asked to find, 150 ms later for findings', pages);
  } finally {
    await browser.close();
  }
}

interface ExtensionPage {
  readonly chrome: { readonly runtime: { sendMessage(message: unknown): Promise<{ ok: boolean }> } };
}

async function stop(browser: Browser): Promise<void> {
  const running = browser.targets().find((target) => String(target.type()) === 'service_worker');
  if (running !== undefined) await (await running.worker())?.close();
  await new Promise((resolve) => setTimeout(resolve, 500));
}

async function timed(browser: Browser, page: Page, call: string, arg?: unknown): Promise<Timed> {
  const before = await processorTime(browser);
  const { wall, ok } = await page.evaluate(
    async (call, arg) => {
      const began = performance.now();
      const message = { verbatim: 1, to: 'background', call, arg };
      const { ok } = await (globalThis as unknown as ExtensionPage).chrome.runtime.sendMessage(message);
      return { wall: performance.now() - began, ok };
    },
    call,
    arg,
  );
  if (!ok) throw new Error(`"${call}" was not answered`);
  return { wall, cpu: (await processorTime(browser)) - before };
}

/** Milliseconds of processor time that the browser's processes have used. */
async function processorTime(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return 1000 * processInfo.filter(({ type }) => type !== 'GPU').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

function show(what: string, times: readonly Timed[]): void {
  const middle = (values: readonly number[]): string => {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[sorted.length >> 1].toFixed(0).padStart(5);
  };
  const slowest = Math.max(...times.map(({ wall }) => wall)).toFixed(0);
  console.log(
    `${what.padEnd(56)} ${middle(times.map(({ wall }) => wall))} ms, ${middle(times.map(({ cpu }) => cpu))} ms of processor time (slowest ${slowest} ms)`,
  );
}
