import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle, type Plugin } from 'esbuild';
import { coldBrowsers } from './matching/browsers.ts';
import { storedPage } from './matching/cold.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Every file keeps its own address in the bundle, so that it finds its data. */
const ownAddresses: Plugin = {
  name: 'own-addresses',
  setup: (build) => {
    build.onLoad({ filter: /[.]ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
      loader: 'ts',
    }));
  },
};

/**
 * `npm run bench -- matching [pairs | made | speed | scale | cold] [--seed N] [--no-peers] [--verbose]`: how well and how fast
 * quotations are matched; `cold` also starts the browsers that BROWSERS names, on the built extension. The code is bundled first, as it is for the extension: the loader that runs our scripts makes hot
 * code several times slower.
 */
export async function run(args: readonly string[]): Promise<void> {
  const outfile = here('.cache/matching.mjs');
  await bundle({
    entryPoints: [here('matching/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    external: ['flexsearch', 'minisearch', 'approx-string-match', '@leeoniya/ufuzzy'],
    plugins: [ownAddresses],
    logLevel: 'error',
  });
  const { status } = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  if (args[0] === 'cold' && status === 0) await coldBrowsers(storedPage());
}
