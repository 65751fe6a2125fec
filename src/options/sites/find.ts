import Fuse from 'fuse.js';
import type { SiteMode, SiteRule } from '../../core/settings/types.ts';
import { splitPattern, unicodeHost } from '../../core/sites/index.ts';

export const ORDERS = ['recent', 'name', 'mode'] as const;
export type Order = (typeof ORDERS)[number];

const MODES: readonly SiteMode[] = ['on', 'ask', 'off'];

/** Finds rules among these, typos allowed. Making one takes as long as many searches, so it is kept while the rules are the same. */
export class RuleFinder {
  readonly rules: readonly SiteRule[];
  readonly #used: ReadonlyMap<string, string>;
  #fuse: Fuse<SiteRule> | null = null;

  /** `used` stands in for when sites were last used: the page keeps what it first saw, so that no row moves under the pointer. */
  constructor(rules: readonly SiteRule[], used: ReadonlyMap<string, string> = new Map()) {
    this.rules = rules;
    this.#used = used;
  }

  /** The rules a search finds, best first; without a search all of them in the order asked for. */
  find(query: string, order: Order): SiteRule[] {
    const wanted = query.trim();
    if (wanted === '') return sortRules(this.rules, order, this.#used);
    this.#fuse ??= new Fuse(this.rules, {
      keys: ['pattern', { name: 'shown', getFn: ({ pattern }) => unicodeHost(splitPattern(pattern).host) }],
      threshold: 0.35,
      ignoreLocation: true,
    });
    return this.#fuse.search(wanted.slice(0, 64)).map(({ item }) => item);
  }
}

/** By last use, newest first, then those never used, last added first; by name; or on, ask, off. */
export function sortRules(
  rules: readonly SiteRule[],
  order: Order,
  seen: ReadonlyMap<string, string> = new Map(),
): SiteRule[] {
  const used = (rule: SiteRule): string | undefined => seen.get(rule.pattern) ?? rule.used;
  const place = new Map(rules.map((rule, index) => [rule, index]));
  const byName = (a: SiteRule, b: SiteRule): number => (a.pattern < b.pattern ? -1 : a.pattern > b.pattern ? 1 : 0);
  const compare = {
    name: byName,
    mode: (a: SiteRule, b: SiteRule) => MODES.indexOf(a.mode) - MODES.indexOf(b.mode) || byName(a, b),
    recent: (a: SiteRule, b: SiteRule) => compareTimes(used(b), used(a)) || place.get(b)! - place.get(a)!,
  } satisfies Record<Order, (a: SiteRule, b: SiteRule) => number>;
  return [...rules].sort(compare[order]);
}

const compareTimes = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
