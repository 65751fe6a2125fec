import type { Pack } from '../packs/open.ts';
import type { Shard } from '../packs/shard.ts';
import { acceptance, type Acceptance } from './acceptance.ts';
import type { Candidate } from './candidate.ts';
import { ChangeCounter } from './fewestChanges.ts';
import type { Lexicon } from './lexicon.ts';
import type { QuotedWords } from './query.ts';
import { hasPromisingBehind, isPromising, isWorthALook, placesOf, Router, type Place, type Route } from './route.ts';
import type { Searcher } from './search.ts';
import { spotsIn, stretchHashes, type Spot } from './twins.ts';

/** Places of one quotation whose surroundings are looked for elsewhere. */
const MOST_SURROUNDED = 2;
/** Places of one quotation whose text is read while the search goes on: reads that overlap take half as long as one after the other. */
const MOST_READ_AHEAD = 4;
/** From this score on, other shards are searched for exact places only. */
const SETTLED_SCORE = 0.9;
/** A quotation on its way through the shards. */
export interface Pending {
  readonly quoted: QuotedWords;
  readonly lexicon: Lexicon;
  candidates: { candidate: Candidate; acceptance: Acceptance }[];
  /** Places with the same text around them as the best place so far. */
  spots: Spot[];
  /** A place was found that is exact or nearly so: of further shards only exact places are wanted. */
  settled: boolean;
  /** The fewest changes that it has in a shard where a place was accepted; Infinity as long as none was. */
  fewest: number;
  /** The place where the text around it was looked for while the shard was at hand; -1 where it was not yet. */
  surroundedAt: number;
}

/** Takes quotations through the shards of packs. */
export class ShardSearch {
  private readonly changes = new ChangeCounter();
  /** By place: shards in which something was found, which stay in memory until it is shown. */
  private readonly held = new Map<number, Shard>();

  /** @param damaged called with each pack of which a shard could not be read; the others go on */
  constructor(
    private readonly searcher: Searcher,
    private readonly packs: readonly Pack[],
    private readonly signal: AbortSignal | undefined,
    private readonly damaged: (pack: Pack, error: unknown) => void,
  ) {}

  /**
   * Looks every quotation up where the sketches say it most likely stands and wherever it may stand word for word. One that this
   * does not settle is also looked for in the other shards: once it is found, only where it has no more changes than there. The
   * text around those that are settled is looked for.
   */
  async search(pending: readonly Pending[]): Promise<void> {
    const places = placesOf(this.packs);
    if (places.length < 2) {
      await this.visit(places, () => [
        ...pending.map(
          (one): Task =>
            (shard, at) =>
              this.searchShard(one, places[at], at, shard),
        ),
        ...pending.map((one): Task => (shard, at) => {
          if (one.settled) surround(one, places[at].number, shard);
        }),
      ]);
      return;
    }
    const router = new Router(this.packs);
    const routes = pending.map(({ quoted }) => router.route(quoted));
    await this.visit(places, (at) => pending.flatMap((one, index) => this.first(one, routes[index], at, places[at])));
    const settled = pending.map((one) => (one.settled ? surroundingTasks(one, places, router) : null));
    await this.visit(places, (at) =>
      pending.flatMap((one, index) => settled[index]?.(at) ?? this.further(one, routes[index], at, places[at])),
    );
    const later = pending.flatMap((one, index) =>
      one.settled && settled[index] === null ? [surroundingTasks(one, places, router)] : [],
    );
    await this.visit(places, (at) => later.flatMap((tasks) => tasks(at)));
    for (const { spots } of pending) spots.sort((a, b) => a.pack - b.pack || a.shard.index - b.shard.index);
  }

  /** The search for a quotation in one of the shards in which it is looked for at once. */
  private first(one: Pending, route: Route, at: number, place: Place): Task[] {
    if (!isPromising(route, at)) return [];
    const isLast = !hasPromisingBehind(route, at);
    const task: Task = (shard) => {
      // Where it cannot stand word for word, nothing better is to be found.
      if (!one.settled || route.changes[at] === 0) this.searchCounting(one, place, at, shard);
      // Now the shard is at hand, and no better place will be looked for.
      if (!isLast || !one.settled) return;
      surround(one, place.number, shard);
      one.surroundedAt = at;
    };
    return [task];
  }

  /** The search for a quotation in another shard; nothing where it need not be looked for any more. */
  private further(one: Pending, route: Route, at: number, place: Place): Task[] {
    const isWanted = (): boolean => !one.settled && !isPromising(route, at) && isWorthALook(route, at, one.fewest);
    const task: Task = (shard) => {
      if (!isWanted()) return;
      const { fewest } = one;
      if (fewest < Infinity && this.changes.fewest(shard, one.quoted, fewest) > fewest) return;
      this.searchCounting(one, place, at, shard);
    };
    return isWanted() ? [task] : [];
  }

  /** Searches a shard and, where it finds something, notes how many changes the quotation has there at least. */
  private searchCounting(one: Pending, place: Place, at: number, shard: Shard): void {
    const before = one.candidates.length;
    this.searchShard(one, place, at, shard);
    if (one.settled || !one.candidates.slice(before).some(isAccepted)) return;
    one.fewest = Math.min(one.fewest, this.changes.fewest(shard, one.quoted));
  }

  /**
   * Reads the shards in which something is to be done, each once, the next one while the last is searched. What is to be done is
   * asked when a shard would be read; one that a place was found in is still at hand.
   */
  private async visit(places: readonly Place[], tasksAt: (at: number) => readonly Task[]): Promise<void> {
    let next = 0;
    const load = (): Visit | null => {
      while (next < places.length) {
        const at = next++;
        const tasks = tasksAt(at);
        if (tasks.length > 0) return { at, tasks, shard: this.shardAt(at, places[at]) };
      }
      return null;
    };
    const ahead = [load(), load()];
    for (let visit = ahead.shift(); visit !== null && visit !== undefined; visit = ahead.shift()) {
      const shard = await visit.shard;
      this.signal?.throwIfAborted();
      if (shard !== null) for (const task of visit.tasks) task(shard, visit.at);
      ahead.push(load());
    }
  }

  private async shardAt(at: number, { pack, index }: Place): Promise<Shard | null> {
    try {
      return this.held.get(at) ?? (await pack.shard(index));
    } catch (error) {
      this.damaged(pack, error);
      return null;
    }
  }

  private searchShard(one: Pending, { pack, number }: Place, at: number, shard: Shard): void {
    const found = this.searcher.candidates(number, shard, one.quoted, one.lexicon, one.settled);
    for (const candidate of found) {
      const accepted = acceptance(candidate, one.quoted, pack);
      if (accepted === 'refused') continue;
      one.candidates.push({ candidate, acceptance: accepted });
      this.held.set(at, shard);
      if (one.candidates.length <= MOST_READ_AHEAD) pack.readAhead(shard, shard.partOf(candidate.start));
      if (candidate.score >= SETTLED_SCORE && candidate.joined.length === 0) one.settled = true;
    }
  }
}

const isAccepted = ({ acceptance: accepted }: Pending['candidates'][number]): boolean => accepted === 'accepted';

/** What is to be done for one quotation in a shard; `at` is its number among the places. */
type Task = (shard: Shard, at: number) => void;

/** A shard that is being read, and what is to be done in it. */
interface Visit {
  readonly at: number;
  readonly tasks: readonly Task[];
  readonly shard: Promise<Shard | null>;
}

/** Looks for the text around a settled quotation's best passages. */
function surround(one: Pending, pack: number, shard: Shard): void {
  for (const passage of leading(one.candidates)) one.spots.push(...spotsIn(pack, shard, passage));
}

/** By place: the same, where that text may stand. */
function surroundingTasks(one: Pending, places: readonly Place[], router: Router): (at: number) => Task[] {
  const marked = new Uint8Array(places.length);
  for (const passage of leading(one.candidates))
    for (const hashes of stretchHashes(passage)) router.mark(hashes, marked);
  if (one.surroundedAt >= 0) marked[one.surroundedAt] = 0;
  const tasks: Task[] = [(shard, at) => surround(one, places[at].number, shard)];
  return (at) => (marked[at] === 1 ? tasks : []);
}

/** The candidates that agree most: of many, the first. */
function leading(candidates: Pending['candidates']): Candidate[] {
  const most = Math.max(...candidates.map(({ candidate }) => candidate.score));
  return candidates
    .map(({ candidate }) => candidate)
    .filter(({ score }) => score === most)
    .slice(0, MOST_SURROUNDED);
}
