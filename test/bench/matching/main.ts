import { cold, coldTask } from './cold.ts';
import { madeQuotations, sotuCorpus } from './made.ts';
import { newsPairs } from './newsPairs.ts';
import { scale } from './scale.ts';
import { speed } from './speed.ts';

/** `npm run bench -- matching [pairs | made | speed | scale | cold] [--no-peers] [--seed N] [--verbose]`: how well and how fast quotations are matched. */
async function main(args: readonly string[]): Promise<void> {
  const only = args.find((arg) => /^[a-z]/u.test(arg));
  const verbose = args.includes('--verbose');
  const seed = args.includes('--seed') ? Number(args[args.indexOf('--seed') + 1]) : 1;
  if (only === undefined || only === 'pairs') await newsPairs(verbose);
  if (only === 'cold-task') await coldTask(args[1]);
  if (only === 'cold') await cold(seed);
  if (only === 'scale') await scale(seed);
  if (only === 'pairs' || only === 'scale' || only?.startsWith('cold') === true) return;
  const corpus = await sotuCorpus();
  if (only === undefined || only === 'made') await madeQuotations(corpus, 200, seed, verbose);
  if (only === undefined || only === 'speed') await speed(corpus, seed, !args.includes('--no-peers'));
}

await main(process.argv.slice(2));
