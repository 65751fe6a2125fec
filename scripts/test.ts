/**
 * `npm test`: everything that must hold, in sections; ends with one line that sums the checks. `npm test -- --fast` leaves the browsers out.
 * A section is a program of its own, so that one that fails or hangs takes nothing else with it.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BROWSERS } from './manifest.ts';
import { ROOT } from './root.ts';

interface Section {
  readonly title: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The reporter's file for a section of vitest, whose tests are counted one by one. */
  readonly report?: string;
  /** Needs what an earlier section makes. */
  readonly needsBuild?: boolean;
  /** Milliseconds after which the section has failed. */
  readonly limit: number;
}

interface Outcome {
  readonly title: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** Files of the section with a failed test, relative to the project. */
  readonly failedFiles: readonly string[];
}

const MINUTE = 60_000;
/** Programs that run side by side: the browsers mostly wait, and two cores are what a small machine has. */
const AT_ONCE = 2;
const REPORTS = join(ROOT, '.cache/test');

/** A program of node_modules, run by this Node: no shell and no path search. */
const node = (file: string, ...args: string[]): readonly string[] => [
  process.execPath,
  join(ROOT, 'node_modules', file),
  ...args,
];
const vitest = (project: string, report: string): readonly string[] =>
  node(
    'vitest/vitest.mjs',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  );
const inReports = (name: string): string => join(REPORTS, `${name}.json`);

const SECTIONS: readonly Section[] = [
  {
    title: 'Build of both packages',
    command: [process.execPath, '--import', 'tsx', 'scripts/build.ts'],
    limit: 6 * MINUTE,
  },
  { title: 'Types', command: node('typescript/bin/tsc'), limit: 6 * MINUTE },
  { title: 'Types of the core, without DOM', command: node('typescript/bin/tsc', '-p', 'src/core'), limit: 5 * MINUTE },
  { title: 'Lint', command: node('eslint/bin/eslint.js', '.'), limit: 6 * MINUTE },
  { title: 'Format', command: node('prettier/bin/prettier.cjs', '--check', '.'), limit: 5 * MINUTE },
  { title: 'Unit tests', command: vitest('unit', inReports('unit')), report: inReports('unit'), limit: 8 * MINUTE },
  {
    title: 'Extension lint (web-ext)',
    command: node(
      'web-ext/bin/web-ext.js',
      'lint',
      '--source-dir',
      'dist/firefox',
      '--warnings-as-errors',
      '--no-config-discovery',
    ),
    needsBuild: true,
    limit: 5 * MINUTE,
  },
  ...BROWSERS.map((browser): Section => ({
    title: `End to end in ${browser === 'chromium' ? 'Chromium' : 'Firefox'}`,
    command: vitest('e2e', inReports(browser)),
    env: { BROWSERS: browser },
    report: inReports(browser),
    needsBuild: true,
    limit: 9 * MINUTE,
  })),
];

/** Runs a section's program; answers what it said and its exit code, which is null when it was stopped for taking too long. */
function run({ command: [program, ...args], env, limit }: Section): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_OPTIONS: '', npm_config_update_notifier: 'false', ...env },
    });
    const late = setTimeout(() => child.kill('SIGKILL'), limit);
    const hear = (chunk: Buffer): void => void (said += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => (said += error.message));
    child.on('close', (code) => {
      clearTimeout(late);
      resolve({ code, said });
    });
  });
}

const order = ({ title }: Outcome): number => SECTIONS.findIndex((section) => section.title === title);

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

async function outcomeOf(section: Section): Promise<Outcome> {
  const begun = Date.now();
  const { code, said } = await run(section);
  const { title, report: file } = section;
  const seconds = (Date.now() - begun) / 1000;
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 76 - title.length))}`);
  console.log(said.trim());
  if (code === null) console.log(`Stopped after ${section.limit / 1000} s.`);
  if (file === undefined || !existsSync(file))
    return { title, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0, seconds, failedFiles: [] };
  const report = JSON.parse(await readFile(file, 'utf8')) as VitestReport;
  const failedFiles = report.testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(ROOT, name));
  // A file that can't be loaded fails without a single failed test.
  const failed = Math.max(report.numFailedTests, code === 0 ? 0 : 1);
  return { title, passed: report.numPassedTests, failed, skipped: report.numPendingTests, seconds, failedFiles };
}

/** More failed files than this are no coincidence of a busy machine, and are not run again. */
const MOST_RUN_AGAIN = 3;

/**
 * Runs the spec files that failed in a browser once more, each in a browser that has just started, and says so: what was missed on
 * a busy machine is found then, and a fault fails again.
 */
async function secondRun(first: Outcome): Promise<Outcome> {
  const { title, failedFiles } = first;
  const section = SECTIONS.find((each) => each.title === title)!;
  if (section.env === undefined || failedFiles.length === 0 || failedFiles.length > MOST_RUN_AGAIN) return first;
  const report = inReports(`${section.env.BROWSERS}-again`);
  const again = `${title}, once more`;
  const second = await outcomeOf({
    ...section,
    title: again,
    command: [...vitest('e2e', report), ...failedFiles],
    report,
  });
  console.log(`\nRun twice in fresh browsers (${title}): ${failedFiles.join(', ')}`);
  return {
    ...second,
    title,
    passed: first.passed + first.failed - second.failed,
    skipped: first.skipped,
    seconds: first.seconds + second.seconds,
  };
}

const begun = Date.now();
await rm(REPORTS, { recursive: true, force: true });
await mkdir(REPORTS, { recursive: true });
const outcomes: Outcome[] = [];
const [build, ...rest] = SECTIONS;
console.log('Building …');
const built = await outcomeOf(build);
outcomes.push(built);

const waiting = process.argv.includes('--fast')
  ? rest.filter(({ title }) => !title.startsWith('End to end'))
  : [...rest];
console.log(`\nRunning ${waiting.length} sections, ${AT_ONCE} at a time; each is printed when it has ended …`);
async function work(): Promise<void> {
  for (let section = waiting.shift(); section !== undefined; section = waiting.shift()) {
    if (section.needsBuild === true && built.failed > 0) {
      console.log(`\n${section.title}: not run, there is no build.`);
      outcomes.push({ title: section.title, passed: 0, failed: 1, skipped: 0, seconds: 0, failedFiles: [] });
    } else outcomes.push(await outcomeOf(section));
  }
}
await Promise.all(Array.from({ length: AT_ONCE }, work));
for (const [index, outcome] of outcomes.entries()) outcomes[index] = await secondRun(outcome);
outcomes.sort((a, b) => order(a) - order(b));

console.log(`\n── Summary ${'─'.repeat(68)}`);
for (const { title, passed, failed, skipped, seconds } of outcomes)
  console.log(
    `${failed === 0 ? 'ok    ' : 'FAILED'} ${title.padEnd(34)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${
      skipped === 0 ? ' '.repeat(12) : `${String(skipped).padStart(4)} skipped`
    } ${seconds.toFixed(1).padStart(6)} s`,
  );
const sum = (pick: (outcome: Outcome) => number): number => outcomes.reduce((all, each) => all + pick(each), 0);
const failed = sum((outcome) => outcome.failed);
console.log(`\nTime: ${((Date.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${sum((outcome) => outcome.passed)} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
