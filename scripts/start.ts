/**
 * `npm start`: builds, opens a browser with the extension on the demonstration article, and prints what Verbatim found there. With a
 * display the browser stays open until it is closed; without one it writes pictures and ends. `BROWSERS=firefox` chooses Firefox.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Notice } from '../src/core/matching/types.ts';
import type { PageReport, ReportItem } from '../src/protocol/contract.ts';
import { BROWSERS, launch, type Browser, type Page } from '../test/e2e/drivers/index.ts';
import { openCard, pointOn, settled, switchOn } from '../test/e2e/reading.ts';
import { Pages } from '../test/e2e/server.ts';
import { buildExtension } from './build.ts';
import { ROOT } from './root.ts';

const PICTURES = join(ROOT, 'dist/screenshots');

/** What the table says of a notice; those that stand on every row of this article are left out. */
const REMARKS: Partial<Record<Notice['kind'], string>> = {
  translation: 'a translation',
  'another-speaker': 'spoken by somebody else than the page names',
  'second-hand': 'second-hand',
  'single-account': 'one outlet’s wording',
  denied: 'denied',
};

const cut = (text: string, width: number): string =>
  (text.length > width ? `${text.slice(0, width - 1)}…` : text).padEnd(width);

function rowOf({ text, speaker, finding }: ReportItem): string[] {
  const match = finding?.matches[0];
  const verdict =
    finding === null ? 'waiting' : finding.reason === null ? finding.verdict : `${finding.verdict} (${finding.reason})`;
  const source =
    match === undefined
      ? '–'
      : [
          match.speaker ?? match.source.speaker,
          match.source.title,
          match.source.date,
          match.by === null ? null : `by ${match.by}`,
        ]
          .filter((part) => part !== null)
          .join(', ');
  const remarks = (finding?.notices ?? []).map(({ kind }) => REMARKS[kind]).filter((remark) => remark !== undefined);
  return [text, speaker ?? '–', verdict, source, [...new Set(remarks)].join('; ')];
}

function printTable(report: PageReport): void {
  const heads = ['Quotation', 'Speaker on the page', 'Verdict', 'Source', 'Notices'];
  const rows = report.items.map(rowOf);
  const most = [44, 22, 24, 70, 60];
  const widths = heads.map((head, column) =>
    Math.min(most[column], Math.max(head.length, ...rows.map((row) => row[column].length))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cut(cell, widths[column]))
      .join('  ')
      .trimEnd();
  console.log(`\n${line(heads)}\n${widths.map((width) => '─'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
  const { searched } = report;
  if (searched !== null)
    console.log(
      `\nSearched: ${searched.sources.toLocaleString('en')} sources, ${searched.words.toLocaleString('en')} words, ${searched.from?.slice(0, 4) ?? '?'} to ${searched.to?.slice(0, 4) ?? '?'} (${searched.packs.map(({ name }) => name).join(', ')}).`,
    );
}

async function takePictures(browser: Browser, page: Page): Promise<void> {
  await mkdir(PICTURES, { recursive: true });
  const file = (name: string): string => join(PICTURES, `${name}.png`);
  await page.evaluate('document.querySelector("h2").scrollIntoView({ block: "center" });');
  await page.screenshot(file('demo-page'));
  const { x, y } = await pointOn(page, 'my beauty');
  await page.click(x, y);
  await openCard(page);
  await page.screenshot(file('demo-card'));
  await page.press('Escape');
  const popup = await browser.openPopup(page);
  await popup.waitFor('return document.querySelector("[data-quotation]") !== null;');
  await popup.screenshot(file('demo-popup'));
  await popup.close();
  console.log('\nPictures:');
  for (const name of ['demo-page', 'demo-card', 'demo-popup']) console.log(`  ${file(name)}`);
}

const display =
  process.platform !== 'linux' ||
  [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some((name) => (name ?? '') !== '');
console.log('Building …');
await buildExtension();
const pages = await Pages.serve();
const browser = await launch(BROWSERS[0], { headless: !display });
try {
  console.log(`${browser.version}${display ? '' : ', without a display'}: ${pages.at('/demo/article.html')}`);
  await switchOn(browser);
  const page = await browser.open(pages.at('/demo/article.html'));
  printTable(await settled(browser, page, 60_000));
  if (display) {
    await page.front();
    console.log(
      '\nThe article is open. Click an underlined quotation, or the toolbar button. Close the browser to end.',
    );
    await browser.closed();
  } else await takePictures(browser, page);
} finally {
  await browser.close();
  pages.close();
}
