import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { LaunchOptions } from './types.ts';

/** The address the extension gets, so that its pages can be opened by name. */
export const EXTENSION_UUID = '6b7d5f3a-2a1c-4c58-9d0e-51f0a7c1e4b2';

/** The folder of the profile where downloads are saved. */
export const DOWNLOADS = 'downloads';

/** Writes the preferences of a fresh profile. */
export async function writeProfile(
  folder: string,
  extensionId: string,
  gatePort: number,
  { scheme, forcedColours }: LaunchOptions,
): Promise<void> {
  const preferences: Record<string, string | number | boolean> = {
    'marionette.port': 0,
    'remote.prefs.recommended': true,
    'extensions.webextensions.uuids': JSON.stringify({ [extensionId]: EXTENSION_UUID }),
    // ESR installs unsigned extensions when told to.
    'xpinstall.signatures.required': false,
    'extensions.autoDisableScopes': 0,
    // Asking for a host is answered with yes, as if the reader had agreed to the prompt.
    'extensions.webextOptionalPermissionPrompts': false,
    'extensions.background.idle.timeout': 600_000,
    'network.proxy.type': 1,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': gatePort,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': gatePort,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'network.dns.disablePrefetch': true,
    'browser.download.folderList': 2,
    'browser.download.dir': join(folder, DOWNLOADS),
    'browser.download.useDownloadDir': true,
    'browser.download.always_ask_before_handling_new_types': false,
    // A browser that was killed starts again as it does on any day: no safe mode, no old tabs.
    'toolkit.startup.max_resumed_crashes': -1,
    'browser.sessionstore.resume_from_crash': false,
    'browser.shell.checkDefaultBrowser': false,
    'browser.startup.homepage': 'about:blank',
    'browser.startup.page': 0,
    'browser.aboutwelcome.enabled': false,
    'browser.newtabpage.enabled': false,
    'browser.safebrowsing.malware.enabled': false,
    'browser.safebrowsing.phishing.enabled': false,
    'browser.safebrowsing.downloads.enabled': false,
    'browser.region.network.url': '',
    'browser.search.update': false,
    'browser.contentblocking.report.hide_vpn_banner': true,
    'browser.translations.enable': false,
    'datareporting.policy.dataSubmissionEnabled': false,
    'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
    'toolkit.telemetry.reportingpolicy.firstRun': false,
    'toolkit.telemetry.server': '',
    'app.update.enabled': false,
    'app.normandy.enabled': false,
    'services.settings.server': 'data:,none',
    'extensions.update.enabled': false,
    'extensions.getAddons.cache.enabled': false,
    'media.gmp-manager.updateEnabled': false,
    'dom.push.connection.enabled': false,
    'ui.systemUsesDarkTheme': scheme === 'dark' ? 1 : 0,
    'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    'browser.display.document_color_use': forcedColours === true ? 2 : 0,
    'layout.css.devPixelsPerPx': '1.0',
    'widget.non-native-theme.scrollbar.style': 2,
  };
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  await writeFile(join(folder, 'user.js'), `${lines.join('\n')}\n`);
}

/** Packs a built extension as Firefox installs it. */
export async function writeXpi(extension: string, file: string): Promise<void> {
  const entries: Zippable = {};
  for (const entry of await readdir(extension, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    entries[path.slice(extension.length).replaceAll('\\', '/').replace(/^\/+/u, '')] = [
      new Uint8Array(await readFile(path)),
      { level: 0 },
    ];
  }
  await writeFile(file, zipSync(entries));
}

/** The extension's id as its manifest names it. */
export async function extensionId(extension: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')) as {
    browser_specific_settings: { gecko: { id: string } };
  };
  return manifest.browser_specific_settings.gecko.id;
}
