import type { Verdict } from '../matching/types.ts';

/** on: check every page; ask: find quotations, check them on a click; off: no code runs there. */
export type SiteMode = 'on' | 'ask' | 'off';

/** What is marked on the page: exact wording only, differences and matches (the default), or all that was checked. */
export type Strictness = 'exact-only' | 'default' | 'everything';
export type Palette = 'colour' | 'high-contrast' | 'grey';
export type MarkStyle = 'underline' | 'tint' | 'both';

/** How Verbatim reads a page. A default for all sites, any part of which a site can override. */
export interface ReadingSettings {
  readonly strictness: Strictness;
  /** Verdicts never marked on the page, whatever the strictness. */
  readonly hidden: readonly Verdict[];
  readonly style: MarkStyle;
  readonly palette: Palette;
  /** Quotations of fewer words are listed but not checked. */
  readonly minWords: number;
  readonly hoverCard: boolean;
  /** `article` leaves comments, related links and navigation alone. */
  readonly scope: 'article' | 'everything';
  /** Ids of the packs to search; null means every pack that is switched on. */
  readonly packs: readonly string[] | null;
}

/** One rule for a host ("example.com", holds for its sub-domains) or a host and path pattern ("example.com/opinion/*"). */
export interface SiteRule {
  readonly pattern: string;
  readonly mode: SiteMode;
  readonly reading?: Partial<ReadingSettings>;
  /** ISO time of the last page checked under this rule, for sorting. */
  readonly used?: string;
}

export interface Settings {
  readonly version: number;
  /** The mode of every site without a rule. */
  readonly defaultMode: SiteMode;
  readonly reading: ReadingSettings;
  readonly sites: readonly SiteRule[];
  /** Ids of packs that are switched off. */
  readonly packsOff: readonly string[];
  /** Ids of packs that come switched off and that the reader has switched on. */
  readonly packsOn: readonly string[];
  readonly sync: boolean;
  /** ISO time of the reader's last change, for settling what two synchronised browsers both changed. */
  readonly changed?: string;
}

/** The settings that hold on one page and the rule they come from. */
export interface EffectiveSettings {
  readonly mode: SiteMode;
  readonly reading: ReadingSettings;
  /** The pattern of the rule that decided the mode; null when it is the default for all sites. */
  readonly rule: string | null;
}
