import Fuse from 'fuse.js';
import type { SourceInfo } from '../../core/packs/types.ts';
import type { ReportItem } from '../../protocol/contract.ts';

export type FoundSource = SourceInfo & { readonly pack: string };

/** Lower case, without accents, one space between words. */
const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();

/** The items whose words or speaker hold every word of the query, as typed: this is a filter, so it must not surprise. */
export function filterItems(items: readonly ReportItem[], query: string): readonly ReportItem[] {
  const words = fold(query).split(' ').filter(Boolean);
  if (words.length === 0) return items;
  return items.filter((item) => {
    const text = fold(`${item.text} ${item.speaker ?? ''}`);
    return words.every((word) => text.includes(word));
  });
}

/** Searches titles, speakers, occasions and dates of all sources, letting typing mistakes pass. */
export class SourceSearch {
  readonly #fuse: Fuse<FoundSource>;

  constructor(sources: readonly FoundSource[]) {
    this.#fuse = new Fuse(sources, {
      keys: [
        { name: 'speaker', weight: 3 },
        { name: 'title', weight: 2 },
        { name: 'venue', weight: 1 },
        { name: 'date', weight: 1 },
      ],
      useTokenSearch: true,
      tokenMatch: 'all',
      threshold: 0.35,
      ignoreLocation: true,
      ignoreDiacritics: true,
    });
  }

  find(query: string, limit: number): FoundSource[] {
    return this.#fuse.search(query.slice(0, 100), { limit }).map((found) => found.item);
  }
}
