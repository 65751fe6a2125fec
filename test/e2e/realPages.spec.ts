import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';
import { inBothBrowsers, type World } from './bothBrowsers.ts';
import { noCard, openCard, settled, switchOn } from './reading.ts';
import { INERT_CSP } from './server.ts';
import { footprint, otherErrors } from './unharmed.ts';

const FOLDER = join(ROOT, '../shared/data/pages');
const LIST = join(FOLDER, 'pages.jsonl.gz');

interface RealPage {
  readonly html: string;
  readonly id: string;
  readonly source: string;
  readonly charset?: string;
}

/** One page in so many is looked at in `npm test`. `PAGES=all` looks at every one, `PAGES=word` at those with the word in their name. */
const EVERY = 25;
const ASKED = process.env['PAGES'];

const pagesHere: readonly RealPage[] = existsSync(LIST)
  ? gunzipSync(readFileSync(LIST))
      .toString()
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as RealPage)
      .filter(({ id }, index) => (ASKED === undefined ? index % EVERY === 0 : ASKED === 'all' || id.includes(ASKED)))
  : [];
if (pagesHere.length === 0) console.log(`Skipped: the collection of real pages is not here (${FOLDER}).`);

/** Loads of a page without Verbatim, before it is believed that it lies still. */
const LOADS = 8;

/** Fails unless the page lies differently from one load to the next without Verbatim too: pictures that are not there do that. */
async function expectRestless({ browser, pages }: World, id: string, boxes: string): Promise<void> {
  for (let load = 0; load < LOADS; load++) {
    const bare = await browser.open(pages.at('/real', 'localhost'));
    const { boxes: others } = await footprint(bare);
    await bare.close();
    if (others === boxes) continue;
    console.log(`${id} lies differently at each load; it was compared with itself, marks shown and hidden.`);
    return;
  }
  expect.unreachable(`${id} lies elsewhere with Verbatim than in ${LOADS} loads without`);
}

if (pagesHere.length > 0)
  inBothBrowsers(
    'A real page',
    (world) => {
      test.each(pagesHere)('$source/$id is the same before, during and after', async ({ html, charset, id }) => {
        world.pages.put('/real', {
          body: gunzipSync(readFileSync(join(FOLDER, html))),
          type: `text/html; charset=${charset ?? 'utf-8'}`,
          csp: INERT_CSP,
        });
        const page = await world.browser.open(world.pages.at('/real', 'localhost'));
        try {
          // A picture that can't be loaded takes other room the first time than ever after.
          await page.reload();
          const before = await footprint(page);
          await page.goto(world.pages.at('/real'));
          const errors = await page.errors();
          const report = await settled(world.browser, page, 60_000);
          expect(report.error).toBeUndefined();
          const seen = await footprint(page);
          expect({ ...seen, boxes: before.boxes }).toEqual(before);
          if (seen.boxes !== before.boxes) await expectRestless(world, id, before.boxes);
          if (report.items.some(({ marked }) => marked)) {
            await world.browser.command('card');
            await openCard(page);
            expect((await footprint(page)).markup).toBe(before.markup);
            await page.press('Escape');
            await noCard(page);
          }
          await world.browser.command('toggle-marks');
          // The card brought its quotation into view, and what a page fixes to the window or a list loads late stands elsewhere then.
          await page.evaluate('scrollTo({ left: arg[0], top: arg[1], behavior: "instant" });', before.scroll);
          // The line that says so stands beside the body, for a while.
          const after = await footprint(page);
          expect({ ...after, outside: before.outside }).toEqual(seen);
          expect(otherErrors(await page.errors())).toEqual(otherErrors(errors));
        } finally {
          await page.close();
        }
      });
    },
    { prepare: ({ browser }) => switchOn(browser) },
  );
else test.skip(`the collection of real pages is not here (${FOLDER})`, () => undefined);
