import { matchQuotations } from '../core/matching/index.ts';
import type { Pack } from '../core/packs/index.ts';
import { findQuotations, namesNear } from '../core/quotations/index.ts';

/** Words of a made quotation. */
const WORDS = 24;

/**
 * Finds and matches three quotations made of the smallest pack's own words: code that has run once is compiled, and the first of a
 * page's own are answered in two thirds of the time. Ends early once somebody asks.
 */
export async function rehearse(packs: readonly Pack[], isAsked: () => boolean): Promise<void> {
  const [pack] = packs.filter(({ shardCount }) => shardCount === 1).sort((a, b) => wordsOf(a) - wordsOf(b));
  if (pack === undefined || isAsked()) return;
  const shard = await pack.shard(0);
  let text = '';
  for (let part = 0; part < shard.frame.partCount && text.length < WORDS * 3 * 8; part++)
    text += `${await pack.partText(shard, part)} `;
  const words = text.split(/\s+/u);
  const [whole, shortened, changed] = [0, 1, 2].map((n) => words.slice(n * WORDS, (n + 1) * WORDS));
  shortened.splice(WORDS >> 1, 1);
  changed.splice(WORDS >> 1, 1, 'not');
  const quotes = [whole, shortened, changed].map((quote) => quote.join(' '));
  const steps: (() => unknown)[] = [
    () => {
      const blocks = quotes.map((quote) => ({ role: 'paragraph' as const, text: `“${quote},” said Anna Berg.` }));
      namesNear(blocks, findQuotations(blocks));
    },
    ...quotes.map((quote) => () => matchQuotations([{ id: '', quote }], [pack])),
  ];
  for (const step of steps) {
    // What has come meanwhile goes first.
    await new Promise((resolve) => setTimeout(resolve));
    if (isAsked()) return;
    await step();
  }
}

const wordsOf = ({ info }: Pack): number => info.coverage.words;
