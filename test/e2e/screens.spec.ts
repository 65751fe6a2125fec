import { expect, test } from 'vitest';
import { inBothBrowsers } from './bothBrowsers.ts';
import { accessibilityFaults, prepareScreens, SCREENS } from './screens.ts';

/** The demonstration article and browser pages are not the extension's screens; axe looks at what is. */
const OWN = SCREENS.filter(({ name }) => !name.startsWith('page-') && !name.startsWith('card-'));

inBothBrowsers(
  'Every screen',
  (world) => {
    test.each(OWN)('$name has no fault that axe knows of, and nothing to scroll sideways', async ({ show }) => {
      const { page, done } = await show(world.browser, world.pages);
      try {
        expect(await accessibilityFaults(page)).toEqual([]);
        const wide = await page.evaluate<boolean>(
          'return document.documentElement.scrollWidth > document.documentElement.clientWidth + 1;',
        );
        expect(wide).toBe(false);
      } finally {
        await done();
      }
    });
  },
  {
    // The style sheets are the same in both browsers: one looks at them by day, the other by night.
    options: (name) => (name === 'chromium' ? { scheme: 'light' } : { scheme: 'dark' }),
    prepare: ({ browser }) => prepareScreens(browser),
  },
);
