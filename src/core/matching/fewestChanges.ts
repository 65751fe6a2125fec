import type { Shard } from '../packs/shard.ts';
import { longestRange } from './locate.ts';
import type { QuotedWords } from './query.ts';

/** Counts how many changes a quotation has at least, wherever in a shard it stands; keeps its tables between quotations. */
export class ChangeCounter {
  private readonly range = { low: 0, high: 0, depth: 0 };
  private ids = new Uint16Array(64);

  /**
   * Between two changes of a place stands a stretch of the quotation word for word. So there are at least as many changes as it
   * takes to divide the quotation into stretches that stand anywhere in the shard, each as long as it can be, with one word left
   * out between two. Costs one binary search for each stretch; nothing is aligned.
   * @param most counting ends when there are more than so many
   */
  fewest(shard: Shard, { words, count, segments }: QuotedWords, most = Infinity): number {
    if (this.ids.length < count) this.ids = new Uint16Array(count * 2);
    const { ids, range } = this;
    for (let i = 0; i < count; i++) ids[i] = shard.idOf(words, i);
    let changes = 0;
    for (let piece = 0; piece + 1 < segments.length; piece++) {
      const end = segments[piece + 1];
      for (let i = segments[piece]; i < end; i++) {
        longestRange(shard, ids, i, end, range);
        i += range.depth;
        if (i < end && ++changes > most) return changes;
      }
    }
    return changes;
  }
}
