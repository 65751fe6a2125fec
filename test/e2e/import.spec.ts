import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';
import { buildPack } from '../../src/core/packs/index.ts';
import { collect, packIdOf } from '../../src/core/packs/importers/index.ts';
import type { Finding } from '../../src/core/matching/types.ts';
import { inBothBrowsers } from './bothBrowsers.ts';
import { until, type Page } from './drivers/index.ts';
import {
  add,
  choose,
  FILES_IN,
  has,
  leftOvers,
  openPacks,
  ownPackHashes,
  press,
  problem,
  sha256,
  type Files,
} from './importing.ts';
import { centreOf, clickOn } from './reading.ts';

/** A pack that is there before anything goes wrong, and words of it and of a pack that ships with the extension. */
const KEPT: { readonly name: string; readonly files: Files } = {
  name: 'Kept',
  files: { 'kept.jsonl': speech('kept', 'We will plant nine hundred walnut trees along the river.') },
};
const PHRASES = ['plant nine hundred walnut trees along the river', 'ask not what your country can do for you'];

/** Enough files and words that each step of an import takes longer than a look at it. */
const NAME = 'Speeches';
const FILES: Files = Object.fromEntries(
  Array.from({ length: 40 }, (_, n) => [`speech ${10 + n}.jsonl`, speech(`speech-${n}`, words(10_000, n + 1))]),
);

/** 3.4 MB. */
const SIZE = Object.values(FILES).reduce((sum, { length }) => sum + length, 0);
/** Room for some of the files, in bytes: Chromium grants it to each of the two files of a staging area in steps of 1, 2, 4, … MiB. */
const ROOM = 2.25 * 2 ** 20;
/** So many of the files find room (0.9 MB), and their pack does not (2 MB). */
const FEWER = 10;

function speech(id: string, text: string): Uint8Array {
  const document = {
    id,
    title: `Speech ${id}`,
    speaker: 'Ana Alder',
    date: '2024-05-06',
    lang: 'en',
    class: 'recording',
    text,
  };
  return new TextEncoder().encode(`${JSON.stringify(document)}\n`);
}

/** Words of two to four syllables in sentences, the same for the same seed. */
function words(count: number, seed: number): string {
  const SYLLABLES = ['ba', 'den', 'fi', 'gor', 'lu', 'mes', 'ni', 'pol', 'ra', 'sti', 'ta', 'ven'];
  let state = seed;
  const below = (limit: number): number => (state = (state * 48_271) % 2_147_483_647) % limit;
  const word = (): string => Array.from({ length: 2 + below(3) }, () => SYLLABLES[below(SYLLABLES.length)]).join('');
  return Array.from({ length: count }, (_, n) => (n % 12 === 11 ? `${word()}.` : word())).join(' ');
}

async function packOf(files: Files, name: string): Promise<Uint8Array> {
  const collected = await collect(Object.entries(files).map(([file, bytes]) => ({ name: file, bytes })));
  return buildPack(collected.documents(), { id: packIdOf(name), name, version: '1' });
}

/**
 * Every pack there is can be opened; of the reader's own there are those that are named here, by name; what is in the first of them and
 * in the packs that ship is found. Asked from one of the extension's pages.
 */
async function expectSound(page: Page, own: readonly string[]): Promise<void> {
  const ask = <T>(call: string, arg?: unknown): Promise<{ value: T }> =>
    page.evaluate('return browser.runtime.sendMessage({ verbatim: 1, to: "background", ...arg });', { call, arg });
  const { packs } = (await ask<{ packs: { name: string; bundled: boolean; error: string | null }[] }>('packs')).value;
  expect(packs.filter(({ error }) => error !== null)).toEqual([]);
  const names = packs.filter(({ bundled }) => !bundled).map(({ name }) => name);
  expect(names.sort()).toEqual(own);
  for (const phrase of PHRASES)
    expect((await ask<{ finding: Finding }>('findPhrase', { phrase })).value.finding.verdict).toBe('exact');
}

/** Looks until a body of a function answers something true, or the import is over; answers whether it was seen. Text for the page. */
const seen = (what: string): string => `
  ${FILES_IN}
  const look = async () => { ${what} };
  for (;;) {
    if (await look()) return true;
    if (document.querySelector('[data-action="import-undo"], .import-results .problem') !== null) return false;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
`;

/** What a preview says when every file was read. */
const ALL_READ = `return document.querySelector('.import-results')?.textContent.includes('Sources found: ${Object.keys(FILES).length}') === true;`;

/** Chooses all files, and adds them once they were read; `then` is text for the page that runs right after. */
async function beginAdding(page: Page, then: string): Promise<boolean> {
  await choose(page, FILES);
  await page.waitFor(ALL_READ);
  return add<boolean>(page, NAME, then);
}

/** A moment of an import at which it is cut off. */
interface Moment {
  readonly moment: string;
  /** Comes there from a page where packs can be added; false when the import was over before it was seen. */
  readonly reach: (page: Page) => Promise<boolean>;
  /** Whether every file is kept by then. */
  readonly allKept: boolean;
}

const KEEPING: Moment = {
  moment: 'files are being kept',
  reach: (page) =>
    choose(page, FILES, seen(`return Object.values(await filesIn('import')).some((size) => size > ${SIZE / 8});`)),
  allKept: false,
};
const MAKING: Moment = {
  moment: 'the pack is being made',
  reach: (page) => beginAdding(page, seen(`return document.querySelector('.import-status progress') !== null;`)),
  allKept: true,
};
/** The pack as it ships and its note are there; the form that is searched is not, or not all of it. */
const STORING: Moment = {
  moment: 'the pack is being stored',
  reach: (page) =>
    beginAdding(
      page,
      seen(`return Object.keys(await filesIn('own-packs')).filter((name) => name.endsWith('.json')).length > 1;`),
    ),
  allKept: true,
};

inBothBrowsers('An import', (world, name) => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-import-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let page: Page;
  /** Checksums of the pack that is there all the time, and of the one whose import is broken off. */
  let kept: string;
  let whole: string;

  test('of dropped files makes a pack, and saved it is the command line’s, byte for byte', async () => {
    const paths = Object.keys(KEPT.files).map((file) => join(folder, file));
    for (const path of paths) writeFileSync(path, KEPT.files[basename(path)]);
    page = await openPacks(world.browser);
    const { x, y } = await centreOf(page, '[data-action="import-choose"]');
    await world.browser.drop(page, x, y, paths);
    await page.waitFor(has('import-add'));
    await add(page, KEPT.name);
    await page.waitFor(has('import-undo'));
    await clickOn(page, `[data-action="pack-save-${packIdOf(KEPT.name)}"]`);

    const made = join(folder, 'made.vpack');
    const build = ['--import', 'tsx', 'scripts/pack.ts', 'build', ...paths, '--out', made, '--name', KEPT.name];
    execFileSync(process.execPath, build, { cwd: ROOT, stdio: 'pipe' });
    const expected = readFileSync(made);
    const saved = join(world.browser.downloads, `${packIdOf(KEPT.name)}.vpack`);
    // Browsers write a download little by little.
    await until(
      () => statSync(saved, { throwIfNoEntry: false })?.size === expected.length,
      `${saved} of ${expected.length} bytes`,
    );
    expect(readFileSync(saved).equals(expected)).toBe(true);
    [kept, whole] = [sha256(expected), sha256(await packOf(FILES, NAME))];
    expect(await ownPackHashes(page)).toEqual([kept]);
  });

  const reached = async ({ moment, reach }: Moment): Promise<void> => {
    if (!(await reach(page))) console.log(`${name}: the import was over before “${moment}” was seen.`);
  };
  /** The whole pack is there, byte for byte; it is deleted again for the next test. */
  const expectWhole = async (): Promise<void> => {
    expect(await ownPackHashes(page)).toEqual([kept, whole].sort());
    await expectSound(page, [KEPT.name, NAME]);
    const remove = `pack-delete-${packIdOf(NAME)}`;
    await page.waitFor(has(remove));
    await page.evaluate(press(remove));
    await page.waitFor(has('pack-undo'));
    await page.reload();
    await until(async () => (await ownPackHashes(page)).length === 1, 'the pack to be deleted', 10_000);
  };

  /** Lets go of the files that are kept for an import, as far as there are any. */
  const discard = async (): Promise<void> => {
    const nothing = `${FILES_IN} return Object.keys(await filesIn('import')).length === 0;`;
    if (await page.evaluate<boolean>(nothing)) return;
    await page.waitFor(has('import-discard'));
    await page.evaluate(press('import-discard'));
    await page.waitFor(nothing);
  };

  /** Opens the page again with so many bytes of room left, or with no limit. */
  const leaveRoom = async (bytes: number | null): Promise<void> => {
    const used = await page.evaluate<number>('return (await navigator.storage.estimate()).usage;');
    await page.close();
    await world.browser.limitStorage(bytes === null ? null : used + bytes);
    page = await openPacks(world.browser);
  };

  test('goes on when only the background is stopped, again and again', async () => {
    for (const each of [KEEPING, MAKING]) {
      await reached(each);
      await world.browser.stopBackground();
    }
    await page.waitFor(has('import-undo'));
    await expectWhole();
  });

  test.each<[cut: string, during: Moment, carryOut: () => Promise<void>]>([
    ['the browser is killed while files are being kept', KEEPING, () => world.browser.crash()],
    ['the page is closed while the pack is being made', MAKING, () => page.close()],
    ['the browser is killed while the pack is being stored', STORING, () => world.browser.crash()],
  ])('goes on after %s, and nothing half-written is a pack', async (cut, during, carryOut) => {
    await reached(during);
    await carryOut();
    page = await openPacks(world.browser);
    expect(await leftOvers(page)).toEqual([]);
    const over = (await ownPackHashes(page)).includes(whole);
    await expectSound(page, over ? [KEPT.name, NAME] : [KEPT.name]);
    if (over) {
      console.log(`${name}: the import was over before ${cut}.`);
      await discard();
    } else {
      await page.waitFor(has('import-resume'));
      await page.evaluate(press('import-resume'));
      await page.waitFor(has('import-add'));
      if (!during.allKept) await choose(page, FILES);
      await page.waitFor(ALL_READ);
      await add(page, NAME);
      await page.waitFor(has('import-undo'));
    }
    await expectWhole();
  });

  test('without room for its files says so, and lets go of what it had kept', async () => {
    await leaveRoom(ROOM);
    await choose(page, FILES);
    expect(await problem(page)).toMatch(/not enough room/u);
    await expectSound(page, [KEPT.name]);
    await page.waitFor(has('import-resume'));
    await discard();
  });

  test('without room for its pack says so and adds nothing, and goes on once there is room', async () => {
    const fewer = Object.fromEntries(Object.entries(FILES).slice(0, FEWER));
    await choose(page, fewer);
    await page.waitFor(has('import-add'));
    await add(page, NAME);
    expect(await problem(page)).toMatch(/not enough room/u);
    await expectSound(page, [KEPT.name]);
    expect(await leftOvers(page)).toEqual([]);
    await leaveRoom(null);
    await page.waitFor(has('import-resume'));
    await page.evaluate(press('import-resume'));
    await page.waitFor(has('import-add'));
    await add(page, NAME);
    await page.waitFor(has('import-undo'));
    await expectSound(page, [KEPT.name, NAME]);
    expect(await ownPackHashes(page)).toContain(sha256(await packOf(fewer, NAME)));
  });

  test('left no error', async () => {
    expect(await page.errors()).toEqual([]);
  });
});
