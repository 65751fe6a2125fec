import { mkdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { buildExtension } from '../../scripts/build.ts';
import { join } from 'node:path';
import { ROOT } from '../../scripts/root.ts';
import { BROWSERS, launch, type BrowserName } from '../e2e/drivers/index.ts';
import { importedBy, sha256, type Imported } from './packs/browserImport.ts';
import { builtByCommand, type Built } from './packs/commandLine.ts';
import { addresses, largeFiles, smallFiles, transcripts, type Input } from './packs/inputs.ts';

/** Most memory of the command line (MB), most times its seconds that a browser may take, longest block of the page (ms). */
const GOALS = { peak: 600, ratio: 3, block: 50 };

/**
 * `npm run bench -- packs [two | thirteen | small | big]… [chromium | firefox | cli] [--rounds N]`: how long packs take to be built on the
 * command line and imported in the browsers, and how long the page waits meanwhile. The least of N rounds (1), the command line's
 * and a browser's in turn. All inputs but `big` (500 MB) unless some are named; the transcripts are skipped where they are absent.
 */
export async function run(args: readonly string[]): Promise<void> {
  const browsers = args.includes('cli') ? [] : BROWSERS.filter((name) => chosen(name, BROWSERS, args));
  const rounds = args.includes('--rounds') ? Number(args[args.indexOf('--rounds') + 1]) : 1;
  mkdirSync(join(ROOT, 'test/bench/.cache'), { recursive: true });
  if (browsers.length > 0) await buildExtension();
  console.log(`${new Date().toISOString().slice(0, 10)}, ${machine()}`);
  for (const input of await inputsNamed(args)) await measure(input, browsers, rounds);
}

const chosen = <T extends string>(name: T, all: readonly T[], args: readonly string[]): boolean =>
  args.includes(name) || !all.some((other) => args.includes(other));

function machine(): string {
  const [{ model }, ...others] = cpus();
  return `${model}, ${others.length + 1} cores, ${gigabytes(totalmem())} GB, Node ${process.versions.node}`;
}

const INPUTS: readonly (readonly [name: string, make: () => Input | null | Promise<Input | null>])[] = [
  ['two', addresses],
  ['thirteen', transcripts],
  ['small', smallFiles],
  ['big', largeFiles],
];

async function inputsNamed(args: readonly string[]): Promise<Input[]> {
  const named = INPUTS.filter(([name]) => args.includes(name));
  const inputs: Input[] = [];
  for (const [name, make] of named.length > 0 ? named : INPUTS.filter(([name]) => name !== 'big')) {
    const input = await make();
    if (input === null) console.log(`${name}: skipped, ../shared/data/corpora is absent.`);
    else inputs.push(input);
  }
  return inputs;
}

async function measure(input: Input, browsers: readonly BrowserName[], rounds: number): Promise<void> {
  console.log(`\n${input.title} (load ${loadavg()[0].toFixed(1)})`);
  const builds: Built[] = [];
  const imports = new Map<string, Imported[]>();
  for (let round = 0; round < rounds; round++) {
    builds.push(builtByCommand(input));
    for (const name of browsers) {
      const browser = await launch(name);
      try {
        const done = await importedBy(browser, input);
        imports.set(browser.version, [...(imports.get(browser.version) ?? []), done]);
      } finally {
        await browser.close();
      }
    }
  }
  const built = least(builds, ({ seconds }) => seconds);
  const peak = Math.max(...builds.map((each) => each.peak)) / 1e6;
  line('command line', [
    [`${built.seconds.toFixed(1)} s`, input.goal === null ? null : `at most ${input.goal} s`],
    [`${Math.min(...builds.map(({ processor }) => processor)).toFixed(1)} s of processor`, null],
    [`${peak.toFixed(0)} MB`, input.goal === null ? null : `at most ${GOALS.peak} MB`],
    [`pack of ${megabytes(built.pack.length)} MB`, null],
  ]);
  for (const [version, done] of imports) report(version, done, built);
}

function report(version: string, rounds: readonly Imported[], built: Built): void {
  const best = least(rounds, total);
  const fewest = (pick: (each: Imported) => number): string => Math.min(...rounds.map(pick)).toFixed(0);
  line(version, [
    [`${total(best).toFixed(1)} s (read ${best.readSeconds.toFixed(1)}, add ${best.addSeconds.toFixed(1)})`, null],
    [`${(total(best) / built.seconds).toFixed(1)} × the command line`, `at most ${GOALS.ratio} ×`],
  ]);
  line('', [
    [`the page's longest pause ${fewest((each) => each.longestGap)} ms`, `at most ${GOALS.block} ms`],
    [`at rest ${fewest((each) => each.restGap)} ms`, null],
    [
      `longest task ${best.longestTask === null ? 'not told' : `${fewest((each) => each.longestTask ?? 0)} ms`}`,
      best.longestTask === null ? null : '0 is none over 50 ms',
    ],
  ]);
  const expected = sha256(built.pack);
  if (rounds.some(({ pack }) => pack !== expected))
    throw new Error(`${version} made another pack than the command line.`);
}

const total = ({ readSeconds, addSeconds }: Imported): number => readSeconds + addSeconds;

const least = <T>(all: readonly T[], by: (each: T) => number): T =>
  all.reduce((best, each) => (by(each) < by(best) ? each : best));

function line(title: string, cells: readonly (readonly [value: string, goal: string | null])[]): void {
  const shown = cells.map(([value, goal]) => (goal === null ? value : `${value} (${goal})`));
  console.log(`  ${title.padEnd(18)} ${shown.join('   ')}`);
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
const gigabytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(0);
