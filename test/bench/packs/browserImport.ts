import { createHash } from 'node:crypto';
import type { Browser, Page } from '../../e2e/drivers/index.ts';
import type { Input } from './inputs.ts';

export const PACK_NAME = 'Bench';

export interface Imported {
  /** From the choice of the files until what they hold is shown, and from "Add" until the pack is there. */
  readonly readSeconds: number;
  readonly addSeconds: number;
  /** The longest time between two turns of a timer on the page (ms), and how long it is while nothing happens. */
  readonly longestGap: number;
  readonly restGap: number;
  /** The longest task over 50 ms (ms), 0 when there was none; null where the browser does not tell. */
  readonly longestTask: number | null;
  /** SHA-256 of the pack as it is kept, in hexadecimal. */
  readonly pack: string;
}

/** Runs in the page: notes every pause of its main thread, and when what it waits for stands there. */
const PROBE = `
const tells = PerformanceObserver.supportedEntryTypes.includes('longtask');
window.bench = { gap: 0, task: tells ? 0 : null, marks: {}, waiting: {} };
if (tells) new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) bench.task = Math.max(bench.task, duration);
}).observe({ type: 'longtask' });
let last = performance.now();
const look = () => {
  const now = performance.now();
  bench.gap = Math.max(bench.gap, now - last);
  last = now;
  for (const [name, selector] of Object.entries(bench.waiting))
    if (bench.marks[name] === undefined && document.querySelector(selector) !== null) bench.marks[name] = now;
  setTimeout(look, 4);
};
look();
bench.waiting = { read: '[data-action="import-add"]', added: '[data-action="import-undo"]', failed: '.problem:not(:empty)' };
document.querySelector('[data-field="import-files"]').addEventListener('change', () => {
  // What the browser took to find the files is its own.
  bench.marks.chosen = last = performance.now();
  bench.gap = 0;
}, { capture: true });
`;

const PRESS_ADD = `
document.getElementById('import-name').value = arg;
bench.marks.pressed = performance.now();
document.querySelector('[data-action="import-add"]').click();
`;

const STORED_PACK = `
const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('own-packs');
for await (const handle of folder.values()) {
  if (!handle.name.endsWith('.vpack')) continue;
  const sum = await crypto.subtle.digest('SHA-256', await (await handle.getFile()).arrayBuffer());
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
throw new Error('No pack is kept.');
`;

/** How long the page rests before the files are given, to tell the machine's own pauses (ms). */
const REST = 3_000;
/** A background that has just been installed has work of its own, in Firefox in the pages' thread; waited for at most so long (s). */
const SETTLING = 30;
/** An import that takes longer has failed (ms). */
const PATIENCE = 30 * 60_000;

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Imports files on the options page, as a reader does, and takes the pack out again.
 * @throws Error with what the page said, when the import fails.
 */
export async function importedBy(browser: Browser, { files }: Input): Promise<Imported> {
  const page = await browser.openOwn('options/options.html#packs');
  try {
    await page.waitFor(`return document.querySelector('[data-action="import-choose"]') !== null`);
    await page.evaluate(PROBE);
    for (let seconds = 0; seconds < SETTLING && (await longestGap(page, 1_000)) > 100; seconds++);
    const restGap = await longestGap(page, REST);
    await page.chooseFiles('[data-field="import-files"]', files);
    const read = await marked(page, 'read');
    await page.evaluate(PRESS_ADD, PACK_NAME);
    const added = await marked(page, 'added');
    const seen = await page.evaluate<Seen>('return bench');
    const pack = await page.evaluate<string>(STORED_PACK);
    await page.evaluate(`document.querySelector('[data-action="import-undo"]').click()`);
    await page.waitFor(`return document.querySelector('[data-action="import-undo"]') === null`);
    return {
      readSeconds: (read - seen.marks['chosen']) / 1000,
      addSeconds: (added - seen.marks['pressed']) / 1000,
      longestGap: seen.gap,
      restGap,
      longestTask: seen.task,
      pack,
    };
  } finally {
    await page.close();
  }
}

interface Seen {
  readonly gap: number;
  readonly task: number | null;
  readonly marks: Readonly<Record<string, number>>;
}

/** The longest pause of the page during the next milliseconds (ms). */
const longestGap = (page: Page, time: number): Promise<number> =>
  page.evaluate<number>(
    'bench.gap = 0; await new Promise((resolve) => setTimeout(resolve, arg)); return bench.gap;',
    time,
  );

/** When a mark was made, in the page's time (ms). Asks seldom: every question takes the page's time as well. */
async function marked(page: Page, name: string): Promise<number> {
  for (const end = Date.now() + PATIENCE; Date.now() < end;) {
    const { at, problem } = await page.evaluate<{ at: number | null; problem: string | null }>(
      `return { at: bench.marks[arg] ?? null, problem: bench.marks.failed === undefined ? null : document.body.querySelector('.import-results').textContent }`,
      name,
    );
    if (at !== null) return at;
    if (problem !== null) throw new Error(`The import failed: ${problem}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`Waited ${PATIENCE / 60_000} minutes in vain for the import.`);
}
