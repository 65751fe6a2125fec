import { Words } from '../text/index.ts';
import type { Pack } from '../packs/open.ts';
import { Disagreement } from './disagreement.ts';
import { PassageReader } from './passage.ts';
import { PlaceJudge } from './placeJudge.ts';
import { MatchRun, type Kept, type MatchOptions } from './run.ts';
import { Searcher } from './search.ts';
import type { Finding, Query, Searched } from './types.ts';

export type { MatchOptions } from './run.ts';

const reader = new PassageReader();
const kept: Kept = {
  reading: new Words(),
  searcher: new Searcher(),
  judge: new PlaceJudge(reader),
  disagreement: new Disagreement(reader),
};

/**
 * Looks every quotation up in every pack and says how its words relate to what was found. Findings come in the order of the
 * queries. Shards are read one after the other, the next while the last is searched, and let go of again: however many there
 * are, two are in memory, and those that the packs keep at hand.
 *
 * @param options.onFinding called with each finding as soon as it is ready, in the order of the queries
 * @param options.onDamage called once for each pack whose words could not be read; the others go on
 * @throws the signal's reason when it is aborted
 */
export function matchQuotations(
  queries: readonly Query[],
  packs: readonly Pack[],
  options: MatchOptions = {},
): Promise<Finding[]> {
  return new MatchRun(kept, queries, packs, options).run();
}

/** What a search of these packs goes through. */
export function searchedIn(packs: readonly Pack[]): Searched {
  const coverages = packs.map(({ info }) => info.coverage);
  const dates = coverages.flatMap(({ from, to }) => [from, to]).filter((date) => date !== null);
  dates.sort();
  return {
    sources: coverages.reduce((sum, { sources }) => sum + sources, 0),
    words: coverages.reduce((sum, { words }) => sum + words, 0),
    packs: packs.map(({ info: { id, name, version } }) => ({ id, name, version })),
    from: dates.at(0) ?? null,
    to: dates.at(-1) ?? null,
  };
}
