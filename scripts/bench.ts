/** `npm run bench -- NAME [ARG…]`: runs test/bench/NAME.ts, which exports `run(args)`. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../test/bench/', import.meta.url));
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3));

const [name, ...args] = process.argv.slice(2);
if (name === undefined || !names.includes(name)) {
  console.log(`Say which: npm run bench -- ${names.join(' | ')}`);
  process.exitCode = 1;
} else {
  // eslint-disable-next-line no-unsanitized/method -- the name is one of the folder's own files, checked above
  const bench = (await import(new URL(`../test/bench/${name}.ts`, import.meta.url).href)) as {
    run(args: readonly string[]): void | Promise<void>;
  };
  await bench.run(args);
}
