import type { Pack } from '../packs/open.ts';
import type { Words } from '../text/index.ts';
import type { Candidate } from './candidate.ts';
import { byPlace, type Found } from './found.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import type { Judged } from './order.ts';
import { readQuotation, type QuotedWords } from './query.ts';
import type { Neighbourhood, Spot } from './twins.ts';
import type { Query } from './types.ts';

/** Places that are judged and shown. */
const MOST_MATCHES = 20;
const MOST_ALIGNED = 6;
/** A place that agrees so much less than the best one is another passage, not another place of the words. */
const WORSE_PLACE = 0.25;
/** Places of one quotation whose surroundings are looked for elsewhere. */
const MOST_SURROUNDED = 2;

/** A place of the shard that is at hand. */
export interface Fresh {
  readonly candidate: Candidate;
  readonly found: Found;
}

/** A quotation on its way through the shards. Nothing but `fresh` holds on to a shard. */
export interface Pending {
  readonly quoted: QuotedWords;
  readonly lexicon: Lexicon;
  /** Every place that was accepted so far, and those of them that are judged. */
  readonly found: Found[];
  readonly judged: Judged[];
  /** Those of the shard that is at hand, until they are judged. */
  readonly fresh: Fresh[];
  /** The stretches around the best places. */
  readonly neighbourhoods: Map<Found, Neighbourhood>;
  /** Places with the same text around them as the best place so far. */
  readonly spots: Spot[];
  /** A place was found that is exact or nearly so: of further shards only exact places are wanted. */
  settled: boolean;
  /** The fewest changes that it has in a shard where a place was accepted; Infinity as long as none was. */
  fewest: number;
}

export const pendingOf = (query: Query, reading: Words): Pending => ({
  quoted: readQuotation(query, reading),
  lexicon: lexiconOf(query.lang),
  found: [],
  judged: [],
  fresh: [],
  neighbourhoods: new Map<Found, Neighbourhood>(),
  spots: [],
  settled: false,
  fewest: Infinity,
});

/**
 * The places that are judged and shown: all exact ones, else the best alignments; earliest source first among equals. What is
 * among the worthiest of all is so among those of any part, so that each shard's can be chosen while it is at hand.
 */
export function worthShowing(found: readonly Found[], packs: readonly Pack[]): Found[] {
  if (found.length < 2) return [...found];
  const date = ({ pack, part }: Found): string => packs[pack].source(part.source).date ?? '9999';
  const sorted = [...found].sort(
    (a, b) => b.score - a.score || (date(a) < date(b) ? -1 : date(a) > date(b) ? 1 : byPlace(a, b)),
  );
  if (sorted[0].exact) return sorted.filter(({ exact }) => exact).slice(0, MOST_MATCHES);
  return sorted.slice(0, MOST_ALIGNED).filter(({ score }) => score >= sorted[0].score - WORSE_PLACE);
}

/** The places that agree most: of many, the first. */
export function leading(found: readonly Found[]): Found[] {
  let most = 0;
  for (const { score } of found) most = Math.max(most, score);
  return found.filter(({ score }) => score === most).slice(0, MOST_SURROUNDED);
}
