/** `npm run screenshots`: every screen in every state, in both browsers, light, dark, in forced colours and narrow, into dist/screenshots. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { BROWSERS, launch } from '../test/e2e/drivers/index.ts';
import { LOOKS, prepareScreens, SCREENS } from '../test/e2e/screens.ts';
import { Pages } from '../test/e2e/server.ts';
import { buildExtension } from './build.ts';
import { ROOT } from './root.ts';

const only = process.argv.slice(2);
const FOLDER = join(ROOT, 'dist/screenshots');

if (process.env['DIST'] === undefined) await buildExtension();
await mkdir(FOLDER, { recursive: true });
let failed = 0;
for (const name of BROWSERS)
  for (const look of LOOKS) {
    const pages = await Pages.serve();
    const browser = await launch(name, look.options);
    try {
      await prepareScreens(browser);
      for (const screen of SCREENS.filter(
        (each) => only.length === 0 || only.some((part) => each.name.includes(part)),
      )) {
        const file = join(FOLDER, `${screen.name}-${look.name}-${name}.png`);
        try {
          const { page, done } = await screen.show(browser, pages);
          await page.screenshot(file);
          await done();
          console.log(file);
        } catch (error) {
          failed++;
          console.error(
            `${screen.name}, ${look.name}, ${name}: ${error instanceof Error ? error.message : String(error)}`,
          );
        }
      }
    } finally {
      await browser.close();
      pages.close();
    }
  }
if (failed > 0) process.exitCode = 1;
