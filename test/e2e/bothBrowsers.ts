import { afterAll, beforeAll, describe } from 'vitest';
import { BROWSERS, launch, type Browser, type BrowserName, type LaunchOptions } from './drivers/index.ts';
import { Pages } from './server.ts';

/** A browser with the extension on a fresh profile, and a server for its pages. */
export interface World {
  readonly browser: Browser;
  readonly pages: Pages;
}

/** Runs one set of specs in each browser; all specs of a set share one browser, which `prepare` has made ready. */
export function inBothBrowsers(
  title: string,
  specs: (world: World, name: BrowserName) => void,
  {
    options,
    prepare,
  }: { options?: (name: BrowserName) => Partial<LaunchOptions>; prepare?: (world: World) => Promise<void> } = {},
): void {
  describe.each(BROWSERS)(`${title} in %s`, (name) => {
    const world = {} as { browser: Browser; pages: Pages };
    beforeAll(async () => {
      world.pages = await Pages.serve();
      world.browser = await launch(name, options?.(name));
      await prepare?.(world);
    });
    afterAll(async () => {
      await world.browser?.close();
      world.pages?.close();
    });
    specs(world, name);
  });
}
