import type { Pack } from '../packs/open.ts';
import type { Shard } from '../packs/shard.ts';
import { acceptance, type Acceptance } from './acceptance.ts';
import type { Candidate } from './candidate.ts';
import type { Lexicon } from './lexicon.ts';
import type { QuotedWords } from './query.ts';
import { isPromising, placesOf, Router, speaksFor, type Place } from './route.ts';
import type { Searcher } from './search.ts';
import { spotsIn, stretchHashes, type Spot } from './twins.ts';

/** Places of one quotation whose surroundings are looked for elsewhere. */
const MOST_SURROUNDED = 2;
/** Places of one quotation whose text is read while the search goes on: reads that overlap take half as long as one after the other. */
const MOST_READ_AHEAD = 4;
/** From this score on, other shards are searched for exact places only. */
const SETTLED_SCORE = 0.9;
/** From this score or these bits on, a better place is looked for only in shards that speak for the quotation nearly as much. */
const LIKELY_SCORE = 0.85;
const LIKELY_BITS = 64;

/** A quotation on its way through the shards. */
export interface Pending {
  readonly quoted: QuotedWords;
  readonly lexicon: Lexicon;
  candidates: { candidate: Candidate; acceptance: Acceptance }[];
  /** Places with the same text around them as the best place so far. */
  spots: Spot[];
  /** A place was found that is exact or nearly so: of further shards only exact places are wanted. */
  settled: boolean;
}

/** Takes quotations through the shards of packs. */
export class ShardSearch {
  /** @param damaged called with each pack of which a shard could not be read; the others go on */
  constructor(
    private readonly searcher: Searcher,
    private readonly packs: readonly Pack[],
    private readonly signal: AbortSignal | undefined,
    private readonly damaged: (pack: Pack, error: unknown) => void,
  ) {}

  /**
   * Looks every quotation up where the sketches say it most likely stands and wherever it may stand word for word, and only where
   * that finds nothing sure also in the other shards that speak for it. Where it is settled, the text around it is looked for.
   */
  async search(pending: readonly Pending[]): Promise<void> {
    const places = placesOf(this.packs);
    const searching =
      (one: Pending): Task =>
      (shard, { number }) =>
        this.searchShard(one, number, shard);
    if (places.length < 2) {
      await this.visit(places, () => [...pending.map(searching), ...pending.map(surrounding)]);
      return;
    }
    const router = new Router(this.packs);
    const routes = pending.map(({ quoted }) => router.route(quoted));
    const isFirst = (one: number, at: number): boolean => isPromising(routes[one], at);
    await this.visit(places, (at) => pending.filter((_, one) => isFirst(one, at)).map(searching));
    const settled = pending.map((one) => (one.settled ? surroundingTasks(one, places, router) : null));
    const found = pending.map(({ candidates }) => candidates.some(isLikely));
    await this.visit(places, (at) =>
      pending.flatMap((one, index) => {
        const tasksOf = settled[index];
        if (tasksOf !== null) return tasksOf(at);
        const isSecond = !isFirst(index, at) && speaksFor(routes[index], at, found[index]);
        return isSecond ? [searching(one)] : [];
      }),
    );
    const later = pending
      .filter((one, index) => one.settled && settled[index] === null)
      .map((one) => surroundingTasks(one, places, router));
    await this.visit(places, (at) => later.flatMap((tasks) => tasks(at)));
  }

  /** Reads the shards in which something is to be done, each once, the next one while the last is searched. */
  private async visit(places: readonly Place[], tasksAt: (at: number) => readonly Task[]): Promise<void> {
    const visits = places.map((place, at) => ({ place, tasks: tasksAt(at) })).filter(({ tasks }) => tasks.length > 0);
    const load = (at: number): Promise<Shard | null> | null => {
      if (at >= visits.length) return null;
      const { pack, index } = visits[at].place;
      return pack.shard(index).catch((error: unknown) => {
        this.damaged(pack, error);
        return null;
      });
    };
    const loads = visits.length === 1 ? [load(0)] : [load(0), load(1)];
    for (let at = 0; at < visits.length; at++) {
      const shard = await loads[at];
      this.signal?.throwIfAborted();
      if (shard !== null) for (const task of visits[at].tasks) task(shard, visits[at].place);
      if (at + 2 < visits.length) loads.push(load(at + 2));
    }
  }

  private searchShard(one: Pending, pack: number, shard: Shard): void {
    const found = this.searcher.candidates(pack, shard, one.quoted, one.lexicon, one.settled);
    for (const candidate of found) {
      const accepted = acceptance(candidate, one.quoted, this.packs[pack]);
      if (accepted === 'refused') continue;
      one.candidates.push({ candidate, acceptance: accepted });
      if (one.candidates.length <= MOST_READ_AHEAD) this.packs[pack].readAhead(shard, shard.partOf(candidate.start));
      if (candidate.score >= SETTLED_SCORE && candidate.joined.length === 0) one.settled = true;
    }
  }
}

const isLikely = ({ candidate: { score, bits }, acceptance: accepted }: Pending['candidates'][number]): boolean =>
  accepted === 'accepted' && (score >= LIKELY_SCORE || bits >= LIKELY_BITS);

/** What is to be done for one quotation in a shard. */
type Task = (shard: Shard, place: Place) => void;

/** The search for the text around a settled quotation's best passages. */
const surrounding =
  (one: Pending): Task =>
  (shard, { number }) => {
    if (!one.settled) return;
    for (const passage of leading(one.candidates)) one.spots.push(...spotsIn(number, shard, passage));
  };

/** By place: the same, where that text may stand. */
function surroundingTasks(one: Pending, places: readonly Place[], router: Router): (at: number) => Task[] {
  const stretches = leading(one.candidates).flatMap(stretchHashes);
  const task = surrounding(one);
  return (at) => (stretches.some((hashes) => router.mayHave(places[at], hashes)) ? [task] : []);
}

/** The candidates that agree most: of many, the first. */
function leading(candidates: Pending['candidates']): Candidate[] {
  const most = Math.max(...candidates.map(({ candidate }) => candidate.score));
  return candidates
    .map(({ candidate }) => candidate)
    .filter(({ score }) => score === most)
    .slice(0, MOST_SURROUNDED);
}
