import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/root.ts';
import { inBothBrowsers } from './bothBrowsers.ts';
import { TALKS_OF_2022 } from './expected.ts';
import { itemWith, marksOn, settled, switchOn } from './reading.ts';

const FILE = join(ROOT, '../shared/facts/sample-article.txt');
const here = existsSync(FILE);
if (!here) console.log(`Skipped: the sample article is not here (${FILE}).`);

const escape = (text: string): string => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');

/** The article as a page: its first word pair is the date, a blank line ends a paragraph. */
function asPage(text: string): string {
  const [, date, body] = /^\s*date (\S+)\s+(.*)$/su.exec(text) ?? ['', '2022-02-09', text];
  const paragraphs = body.trim().split(/\n\s*\n/u);
  return `<!doctype html><html lang="en"><head><title>Talks</title><meta property="article:published_time" content="${date}"></head>
<body><main><article>${paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n')}</article></main></body></html>`;
}

if (here)
  inBothBrowsers(
    'The sample article',
    (world) => {
      test('its six quotations get the findings that their statements call for', async () => {
        const page = await world.browser.open(world.pages.put('/sample', asPage(readFileSync(FILE, 'utf8'))));
        const report = await settled(world.browser, page);
        expect(
          Object.fromEntries(TALKS_OF_2022.map(({ words }) => [words, itemWith(report, words).finding?.verdict])),
        ).toEqual(Object.fromEntries(TALKS_OF_2022.map(({ words, verdict }) => [words, verdict])));
        expect(itemWith(report, 'annexed').finding?.reason).toBe('scare');
        expect(await marksOn(page)).toHaveLength(5);
        await page.close();
      });
    },
    { prepare: ({ browser }) => switchOn(browser) },
  );
else test.skip(`the sample article is not here (${FILE})`, () => undefined);
