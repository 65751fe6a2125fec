import type { Pack } from '../packs/open.ts';
import type { Shard } from '../packs/shard.ts';
import { acceptance } from './acceptance.ts';
import { ChangeCounter } from './fewestChanges.ts';
import { partAt } from './found.ts';
import { leading, worthShowing, type Pending } from './pending.ts';
import type { PlaceJudge } from './placeJudge.ts';
import { isPromising, isWorthALook, placesOf, Router, type Place, type Route } from './route.ts';
import type { Searcher } from './search.ts';
import { neighbourhoodOf, spotsIn, stretchHashes } from './twins.ts';

/** Places of one quotation whose text is read while the search goes on: reads that overlap take half as long as one after the other. */
const MOST_READ_AHEAD = 4;
/** From this score on, other shards are searched for exact places only. */
const SETTLED_SCORE = 0.9;

/**
 * Takes quotations through the shards of packs. Each shard is read, searched, its places are judged, and it is let go of: in
 * memory are the one at hand and the next, however many there are.
 */
export class ShardSearch {
  private readonly changes = new ChangeCounter();
  private readonly places: readonly Place[];

  /** @param damaged called with each pack of which a shard or a text could not be read; the others go on */
  constructor(
    private readonly searcher: Searcher,
    private readonly judge: PlaceJudge,
    private readonly packs: readonly Pack[],
    private readonly signal: AbortSignal | undefined,
    private readonly damaged: (pack: Pack, error: unknown) => void,
  ) {
    this.places = placesOf(packs);
  }

  /**
   * Looks every quotation up where the sketches say it most likely stands and wherever it may stand word for word. One that this
   * does not settle is also looked for in the other shards: once it is found, only where it has no more changes than there. The
   * text around those that are settled is looked for.
   */
  async search(pending: readonly Pending[]): Promise<void> {
    const { places, packs } = this;
    if (places.length < 2) {
      const task: Task = (shard) => {
        for (const one of pending) this.searchShard(one, places[0], shard);
      };
      await this.visit(places.length === 1 ? [0] : [], pending, () => [task]);
      return;
    }
    const all = places.map((_, at) => at);
    const router = new Router(packs);
    const routes = pending.map(({ quoted }) => router.route(quoted));
    await this.visit(all, pending, (at) => pending.flatMap((one, index) => this.first(one, routes[index], at)));
    const settled = pending.map((one) => (one.settled ? this.surroundingTasks(one, router) : null));
    // Backwards: what was read last is at hand first.
    await this.visit(all.toReversed(), pending, (at) =>
      pending.flatMap((one, index) => settled[index]?.(at) ?? this.further(one, routes[index], at)),
    );
    const later = pending.flatMap((one, index) =>
      one.settled && settled[index] === null ? [this.surroundingTasks(one, router)] : [],
    );
    await this.visit(all, pending, (at) => later.flatMap((tasks) => tasks(at)));
    for (const { spots } of pending) spots.sort((a, b) => a.pack - b.pack || a.shard - b.shard);
  }

  /** The search for a quotation in one of the shards in which it is looked for at once. */
  private first(one: Pending, route: Route, at: number): Task[] {
    if (!isPromising(route, at)) return [];
    const task: Task = (shard) => {
      // Where it cannot stand word for word, nothing better is to be found.
      if (!one.settled || route.changes[at] === 0) this.searchCounting(one, at, shard);
    };
    return [task];
  }

  /** The search for a quotation in another shard; nothing where it need not be looked for any more. */
  private further(one: Pending, route: Route, at: number): Task[] {
    const isWanted = (): boolean => !one.settled && !isPromising(route, at) && isWorthALook(route, at, one.fewest);
    const task: Task = (shard) => {
      if (!isWanted()) return;
      const { fewest } = one;
      if (fewest < Infinity && this.changes.fewest(shard, one.quoted, fewest) > fewest) return;
      this.searchCounting(one, at, shard);
    };
    return isWanted() ? [task] : [];
  }

  /** Searches a shard and, where it finds something, notes how many changes the quotation has there at least. */
  private searchCounting(one: Pending, at: number, shard: Shard): void {
    this.searchShard(one, this.places[at], shard);
    if (one.settled || !one.fresh.some(({ found }) => found.acceptance === 'accepted')) return;
    one.fewest = Math.min(one.fewest, this.changes.fewest(shard, one.quoted));
  }

  /**
   * Reads the shards in which something is to be done, each once, the next one while the last is searched. What is to be done is
   * asked when a shard would be read.
   */
  private async visit(
    order: readonly number[],
    pending: readonly Pending[],
    tasksAt: (at: number) => readonly Task[],
  ): Promise<void> {
    let next = 0;
    const load = (): Visit | null => {
      while (next < order.length) {
        const at = order[next++];
        const tasks = tasksAt(at);
        if (tasks.length > 0) return { at, tasks, shard: this.shardAt(at) };
      }
      return null;
    };
    let visit = load();
    let following = load();
    while (visit !== null) {
      await this.work(visit, pending);
      visit = following;
      following = load();
    }
  }

  private async work({ at, tasks, shard: read }: Visit, pending: readonly Pending[]): Promise<void> {
    const shard = await read;
    this.signal?.throwIfAborted();
    if (shard === null) return;
    for (const task of tasks) task(shard, at);
    for (const one of pending) {
      if (one.fresh.length === 0) continue;
      this.signal?.throwIfAborted();
      await this.judgeFresh(one, at, shard);
    }
  }

  private async shardAt(at: number): Promise<Shard | null> {
    const { pack, index } = this.places[at];
    try {
      return await pack.shard(index);
    } catch (error) {
      this.damaged(pack, error);
      return null;
    }
  }

  private searchShard(one: Pending, { pack, number, index }: Place, shard: Shard): void {
    for (const candidate of this.searcher.candidates(number, shard, one.quoted, one.lexicon, one.settled)) {
      const accepted = acceptance(candidate, one.quoted, pack);
      if (accepted === 'refused') continue;
      const { start, end, score, exact } = candidate;
      const part = partAt(shard, start);
      const found = { pack: number, shard: index, start, end, score, exact, acceptance: accepted, part };
      one.found.push(found);
      one.fresh.push({ candidate, found });
      if (one.found.length <= MOST_READ_AHEAD) pack.readAhead(shard, shard.partOf(start));
      if (score >= SETTLED_SCORE && candidate.joined.length === 0) one.settled = true;
    }
  }

  /** Judges the places of the shard at hand that are worth showing beside those of the others, and notes what is around the best. */
  private async judgeFresh(one: Pending, at: number, shard: Shard): Promise<void> {
    const { pack, number } = this.places[at];
    const worth = worthShowing(one.found, this.packs);
    const best = leading(one.found);
    for (const { candidate, found } of one.fresh.splice(0)) {
      try {
        if (worth.includes(found)) one.judged.push(await this.judge.judged(one.quoted, candidate, found, pack));
      } catch (error) {
        this.damaged(pack, error);
      }
      if (!one.settled || !best.includes(found)) continue;
      const around = neighbourhoodOf(number, candidate, this.places.length > 1);
      one.neighbourhoods.set(found, around);
      one.spots.push(...spotsIn(number, shard, around));
    }
  }

  /** By place: the search for the text around a settled quotation's best passages, where else that text may stand. */
  private surroundingTasks(one: Pending, router: Router): (at: number) => Task[] {
    const sought = leading(one.found).flatMap((best) => {
      const around = one.neighbourhoods.get(best);
      if (around === undefined) return [];
      const marked = new Uint8Array(this.places.length);
      for (const hashes of stretchHashes(around)) router.mark(hashes, marked);
      // There it was looked for when it was found.
      marked[this.places.findIndex(({ number, index }) => number === best.pack && index === best.shard)] = 0;
      const task: Task = (shard, at) => one.spots.push(...spotsIn(this.places[at].number, shard, around));
      return [{ marked, task }];
    });
    return (at) => sought.filter(({ marked }) => marked[at] === 1).map(({ task }) => task);
  }
}

/** What is to be done for one quotation in a shard; `at` is its number among the places. */
type Task = (shard: Shard, at: number) => unknown;

/** A shard that is being read, and what is to be done in it. */
interface Visit {
  readonly at: number;
  readonly tasks: readonly Task[];
  readonly shard: Promise<Shard | null>;
}
