import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROWSERS, manifestFor, type Manifest } from '../../../scripts/manifest.ts';
import { readLocales } from '../../../scripts/locales.ts';
import { ROOT } from '../../../scripts/root.ts';

const source = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as Manifest;
const parts = { options: true, panel: true };
const chromium = manifestFor('chromium', source, parts);
const firefox = manifestFor('firefox', source, parts);

describe('what the extension may do', () => {
  it.each([chromium, firefox])('has no access to any site at installation, and runs nowhere by itself', (manifest) => {
    expect(manifest).not.toHaveProperty('host_permissions');
    expect(manifest).not.toHaveProperty('content_scripts');
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
  });

  it('asks for these permissions and no others', () => {
    expect(chromium.permissions).toEqual(['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage']);
    expect(firefox.permissions).toEqual(['activeTab', 'contextMenus', 'scripting', 'storage']);
  });

  it('every permission is justified for the stores, and no other', () => {
    const text = readFileSync(join(ROOT, 'docs/store/permissions.md'), 'utf8');
    const sections = [...text.matchAll(/^## (\S+)\n\n([^#]+)/gmu)].map(([, name, why]) => ({ name, why: why.trim() }));
    const wanted = [...new Set([...chromium.permissions, ...firefox.permissions, 'optional_host_permissions'])];
    expect(sections.map(({ name }) => name).sort()).toEqual(wanted.sort());
    for (const { why } of sections) expect(why.length).toBeGreaterThan(80);
  });

  it('Firefox is told that no data is collected', () => {
    expect(firefox.browser_specific_settings).toMatchObject({
      gecko: { data_collection_permissions: { required: ['none'] } },
    });
  });
});

describe('content security policy', () => {
  const policy = (source.content_security_policy as { extension_pages: string }).extension_pages;
  const directives = new Map(
    policy.split('; ').map((part) => [part.split(' ')[0], part.split(' ').slice(1).join(' ')]),
  );

  it('lets nothing in and nothing out but the package itself', () => {
    expect(directives.get('default-src')).toBe("'none'");
    for (const name of ['script-src', 'style-src', 'img-src', 'connect-src'])
      expect(directives.get(name)).toMatch(/^'self'/u);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(directives.get(name)).toBe("'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe|data:|blob:/u);
  });

  it('makes HTML out of strings impossible', () => {
    expect(directives.get('require-trusted-types-for')).toBe("'script'");
    expect(directives.has('trusted-types')).toBe(true);
    expect(directives.get('trusted-types')).not.toMatch(/\bdefault\b|allow-duplicates/u);
  });
});

describe('each browser gets what it understands', () => {
  it('Chromium', () => {
    expect(chromium).toMatchObject({
      minimum_chrome_version: '148',
      background: { service_worker: 'background/index.js', type: 'module' },
      side_panel: { default_path: 'panel/panel.html' },
    });
    expect(chromium).not.toHaveProperty('browser_specific_settings');
    expect(chromium).not.toHaveProperty('sidebar_action');
  });

  it('Firefox', () => {
    expect(firefox).toMatchObject({
      background: { scripts: ['background/index.js'] },
      sidebar_action: { default_panel: 'panel/panel.html', open_at_install: false },
    });
    expect(firefox.browser_specific_settings).toMatchObject({
      gecko: { strict_min_version: '150.0' },
      gecko_android: { strict_min_version: '150.0' },
    });
    for (const key of ['minimum_chrome_version', 'side_panel', 'storage']) expect(firefox).not.toHaveProperty(key);
  });

  it('without a panel or options page their keys and permissions are gone', () => {
    const bare = manifestFor('chromium', source, { options: false, panel: false });
    for (const key of ['options_ui', 'side_panel']) expect(bare).not.toHaveProperty(key);
    expect(bare.permissions).not.toContain('sidePanel');
    expect(manifestFor('firefox', source, { options: false, panel: false })).not.toHaveProperty('sidebar_action');
  });
});

describe('commands', () => {
  const commands = source.commands as Record<
    string,
    { suggested_key?: { default: string; mac: string }; description: string }
  >;

  it('at most four suggest keys, all different', () => {
    const keys = Object.values(commands).flatMap(({ suggested_key }) =>
      suggested_key === undefined ? [] : [suggested_key],
    );
    expect(keys.length).toBeLessThanOrEqual(4);
    expect(new Set(keys.map(({ default: key }) => key)).size).toBe(keys.length);
    expect(new Set(keys.map(({ mac }) => mac)).size).toBe(keys.length);
  });
});

describe('what the manifest names', () => {
  const english = readLocales(join(ROOT, 'assets/_locales')).get('en')!;

  it.each(BROWSERS)('every text is there (%s)', (browser) => {
    const written = JSON.stringify(manifestFor(browser, source, parts));
    for (const [, key] of written.matchAll(/__MSG_(\w+)__/gu)) expect(english).toHaveProperty(key);
    expect(english.manifestDescription.message.length).toBeLessThanOrEqual(132);
  });

  it('every page and icon is there', () => {
    const written = JSON.stringify([chromium, firefox]);
    for (const [, file] of written.matchAll(/"((?:popup|options|panel)\/\w+\.html)"/gu))
      expect(existsSync(join(ROOT, 'src', file)), file).toBe(true);
    for (const [, file] of written.matchAll(/"(icons\/[\w-]+\.png)"/gu))
      expect(existsSync(join(ROOT, 'assets', file)), file).toBe(true);
  });

  it('the version is the package’s', () => {
    expect(source.version).toBe(
      (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version,
    );
  });
});
