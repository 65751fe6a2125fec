import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { BrowserName } from './types.ts';

const PLACES: Readonly<Record<BrowserName, { variable: string; names: readonly string[]; apps: readonly string[] }>> = {
  chromium: {
    variable: 'CHROMIUM',
    names: ['chromium', 'chromium-browser', 'google-chrome-for-testing'],
    apps: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    ],
  },
  firefox: {
    variable: 'FIREFOX',
    // Only ESR, Nightly and Developer Edition install an extension that Mozilla has not signed.
    names: ['firefox-esr', 'firefox-nightly', 'firefox-devedition', 'firefox'],
    apps: [
      '/Applications/Firefox Developer Edition.app/Contents/MacOS/firefox',
      '/Applications/Firefox Nightly.app/Contents/MacOS/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
  },
};

/**
 * The program of a browser: what the variable CHROMIUM or FIREFOX names, or the first one found on the path.
 * @throws Error that says what to install or to set.
 */
export function findBrowser(browser: BrowserName): string {
  const { variable, names, apps } = PLACES[browser];
  const named = process.env[variable];
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`${variable} names ${named}, which does not exist.`);
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...apps].find(existsSync);
  if (found !== undefined) return found;
  throw new Error(`No ${browser} was found. Install it, or name its program in the variable ${variable}.`);
}
