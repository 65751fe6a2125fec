import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../../scripts/root.ts';
import { PACK_NAME } from './browserImport.ts';
import type { Input } from './inputs.ts';
import type { Taken } from './taken.ts';

export interface Built extends Taken {
  readonly seconds: number;
  readonly pack: Buffer;
}

const CACHE = join(ROOT, 'test/bench/.cache');

/**
 * Builds a pack with the command line, in a process of its own; seconds from its start to its end.
 * @throws Error with what the command said, when it fails.
 */
export function builtByCommand({ files }: Input): Built {
  const out = join(CACHE, 'bench.vpack');
  const taken = join(CACHE, 'taken.json');
  const begun = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      ...['--import', 'tsx', '--import', './test/bench/packs/taken.ts'],
      ...['scripts/pack.ts', 'build', ...files, '--out', out, '--name', PACK_NAME],
    ],
    { cwd: ROOT, env: { ...process.env, TAKEN_FILE: taken }, encoding: 'utf8' },
  );
  const seconds = (performance.now() - begun) / 1000;
  if (status !== 0) throw new Error(`The command line failed: ${stderr}`);
  const built = { ...(JSON.parse(readFileSync(taken, 'utf8')) as Taken), seconds, pack: readFileSync(out) };
  rmSync(out);
  return built;
}
