import { join } from 'node:path';
import { ROOT } from '../../../scripts/root.ts';
import { Chromium } from './chromium.ts';
import { Firefox } from './firefox.ts';
import type { Browser, BrowserName, LaunchOptions } from './types.ts';

export type { AccessibleNode, Browser, BrowserName, LaunchOptions, Page, Size } from './types.ts';
export { until } from './until.ts';

/** The browsers under test: those that the variable BROWSERS names, or both. */
export const BROWSERS: readonly BrowserName[] = (process.env['BROWSERS'] ?? 'chromium,firefox')
  .split(',')
  .filter((name): name is BrowserName => name === 'chromium' || name === 'firefox');

/** Where the built extensions are: `dist`, or what the variable DIST names. */
const DIST = process.env['DIST'] ?? join(ROOT, 'dist');

/** Starts a browser on a fresh profile, with the built extension unless another one, or null for none, is named. */
export function launch(name: BrowserName, options: Partial<LaunchOptions> = {}): Promise<Browser> {
  const all = { extension: join(DIST, name), ...options };
  return name === 'chromium' ? Chromium.launch(all) : Firefox.launch(all);
}
