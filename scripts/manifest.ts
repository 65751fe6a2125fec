/** The browsers a package is made for. */
export const BROWSERS = ['chromium', 'firefox'] as const;
export type Browser = (typeof BROWSERS)[number];

export type Manifest = Record<string, unknown> & {
  readonly version: string;
  readonly permissions: readonly string[];
};

/** The parts whose absence leaves a key out of the manifest. */
export interface Parts {
  readonly options: boolean;
  readonly panel: boolean;
}

/**
 * Derives one browser's manifest from the manifest in the root, which has Chromium's shape. Each key goes only where it
 * is understood, so that neither browser nor linter has anything to warn of.
 */
export function manifestFor(browser: Browser, source: Manifest, parts: Parts): Manifest {
  const { options_ui, side_panel, storage, minimum_chrome_version, browser_specific_settings, background, ...shared } =
    source;
  const page = (side_panel as { default_path: string }).default_path;
  const worker = (background as { service_worker: string }).service_worker;
  const options = parts.options ? { options_ui } : {};
  if (browser === 'chromium') {
    return {
      ...shared,
      ...options,
      minimum_chrome_version,
      background,
      // Firefox takes an administrator's settings without a schema.
      storage,
      ...(parts.panel
        ? { side_panel: { default_path: page }, permissions: [...source.permissions, 'sidePanel'].sort() }
        : { permissions: [...source.permissions].sort() }),
    };
  }
  return {
    ...shared,
    ...options,
    permissions: [...source.permissions].sort(),
    // A module, as in Chromium: in a classic script a top-level `name` would be the window's.
    background: { scripts: [worker], type: 'module' },
    browser_specific_settings,
    ...(parts.panel
      ? {
          sidebar_action: {
            default_panel: page,
            default_title: shared['name'],
            default_icon: shared['icons'],
            open_at_install: false,
          },
        }
      : {}),
  };
}
