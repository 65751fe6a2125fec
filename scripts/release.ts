// `npm run release -- --dry-run`: everything a release must hold to, then the packages. Without --dry-run also the tag.
// Uploading stays with the person who releases: the two store zips, and the sources zip for Firefox's reviewers.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changelogProblem } from './changelog.ts';
import { unusableInLock } from './licences.ts';
import { PACKAGES } from './package.ts';
import { ROOT } from './root.ts';

interface Check {
  readonly what: string;
  /** Answers what is wrong, or null. */
  readonly problem: () => string | null;
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const json = <T>(file: string): T => JSON.parse(read(file)) as T;
const git = (...args: string[]): string => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
const { version } = json<{ version: string }>('package.json');

/** Packs in a process of its own, in a time zone of its own, and answers the checksums. */
function packedIn(zone: string): string {
  execFileSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts/package.ts')], {
    cwd: ROOT,
    env: { ...process.env, TZ: zone },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return readFileSync(join(PACKAGES, 'SHA256SUMS'), 'utf8');
}

/** What a tool says when it fails, cut to what fits a line or two; null when it is content. */
function refusalOf(program: string, ...args: string[]): string | null {
  try {
    execFileSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return null;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    return `${stdout}${stderr}`.trim().split('\n').slice(-5).join(' ').slice(0, 400);
  }
}

const CHECKS: readonly Check[] = [
  { what: 'the working tree holds nothing uncommitted', problem: () => git('status', '--porcelain') || null },
  {
    what: 'package.json, its lock file and manifest.json name one version',
    problem: () => {
      const others = [
        json<{ version: string }>('package-lock.json').version,
        json<{ version: string }>('manifest.json').version,
      ];
      return others.every((each) => each === version) ? null : `${version}, ${others.join(', ')}`;
    },
  },
  {
    what: `CHANGELOG.md has a section for ${version}, newest first`,
    problem: () => changelogProblem(read('CHANGELOG.md'), version),
  },
  {
    what: 'no tag has that version yet',
    problem: () => (git('tag', '--list', `v${version}`) === '' ? null : `v${version} is there already`),
  },
  {
    what: 'every dependency has a licence that can be met',
    problem: () => unusableInLock(json('package-lock.json')).join(', ') || null,
  },
  {
    what: 'packed twice, in two time zones, to the same bytes',
    problem: () => (packedIn('Pacific/Auckland') === packedIn('America/St_Johns') ? null : 'the checksums differ'),
  },
  {
    what: 'the stores’ linter has nothing to say',
    problem: () => refusalOf('web-ext/bin/web-ext.js', 'lint', '--warnings-as-errors', '--source-dir', 'dist/firefox'),
  },
];

const dryRun = process.argv.includes('--dry-run');
let failed = 0;
for (const { what, problem } of CHECKS) {
  const found = problem();
  if (found !== null) failed++;
  console.log(
    `${found === null ? 'ok    ' : 'FAILED'}  ${what}${found === null ? '' : `\n        ${found.split('\n').slice(0, 6).join('\n        ')}`}`,
  );
}
console.log(`\n${readFileSync(join(PACKAGES, 'SHA256SUMS'), 'utf8')}`);
if (failed > 0) {
  console.error(`${failed} of ${CHECKS.length} checks failed; nothing was released.`);
  process.exitCode = 1;
} else if (dryRun) {
  console.log(`Ready: v${version}. This was a dry run; nothing was tagged.`);
} else {
  git('tag', '--annotate', `v${version}`, '--message', `Verbatim ${version}`);
  console.log(`Tagged v${version}. Push the tag, and upload the files of dist/packages to the stores.`);
}
