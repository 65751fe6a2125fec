import type { Finding, Query, Searched } from '../core/matching/types.ts';
import type { Block, Quotation, QuotationKind } from '../core/quotations/types.ts';
import type { PackInfo, PackTurn, SourceInfo } from '../core/packs/types.ts';
import type { EffectiveSettings, SiteMode } from '../core/settings/types.ts';
import type { Result } from '../core/result.ts';

/** One quotation of a page as popup, side panel and card show it. */
export interface ReportItem {
  /** Stable while the page shows the same words in the same place. */
  readonly id: string;
  readonly text: string;
  readonly kind: QuotationKind;
  /** The speaker's name as shown; the mention when it could not be resolved; null when unknown. */
  readonly speaker: string | null;
  /** Null until the answer is there. */
  readonly finding: Finding | null;
  /** Marked on the page under the current settings. */
  readonly marked: boolean;
  /** At most 32 UTF-16 units of the page's text on either side, for exports that point at the words. */
  readonly around?: { readonly before: string; readonly after: string };
}

export type PageState =
  /** Waiting for the page to become idle, or for the first answers. */
  | 'working'
  | 'ready'
  /** Mode `ask`: quotations were found and wait for the reader's click. */
  | 'asking'
  | 'off';

/** All that the content script knows of its page. */
export interface PageReport {
  readonly state: PageState;
  readonly title: string;
  readonly lang: string | null;
  readonly date: string | null;
  readonly items: readonly ReportItem[];
  /** Answers received and answers expected. */
  readonly progress: { readonly done: number; readonly total: number };
  readonly searched: Searched | null;
  readonly settings: EffectiveSettings;
  /** Why some answers are missing: the background could not be reached, or a pack could not be read. */
  readonly error?: string;
}

/** Where one site stands, for the popup's switch. */
export interface SiteState {
  /** The host, or null on a page that has none. */
  readonly host: string | null;
  /** Why no extension may run here ("store", "browser-page", "pdf", "file"), or null. */
  readonly forbidden: 'store' | 'browser-page' | 'pdf' | 'file' | null;
  /** Host access has been granted for this page. */
  readonly granted: boolean;
  /** Access to every site has been granted. */
  readonly grantedEverywhere: boolean;
  readonly effective: EffectiveSettings;
}

/** Calls that the background answers. `content` marks those a content script may make; all others are for extension pages only. */
export interface BackgroundApi {
  /** content: the settings that hold on the sender's page. Injected scripts ask on start and after every change of settings. */
  hello(): { settings: EffectiveSettings };
  /**
   * content: the quotations of some blocks of a page (at most FIND_UNITS UTF-16 units of text in all), found here because the
   * finder's tables are larger than the rest of the content script and its work would be the page's. Nothing is kept.
   * `names` are the persons named near each quotation (`namesNear`).
   */
  find(page: { blocks: readonly Block[]; lang: string | null; byline: string | null }): {
    quotations: readonly Quotation[];
    names: readonly (readonly string[])[];
  };
  /** content: verdicts for a batch of at most 64 quotations, in the order asked. */
  check(batch: readonly Query[]): { findings: readonly Finding[]; searched: Searched };
  /** content: numbers for the toolbar badge of the sender's tab. */
  badge(counts: { state: PageState; found: number; checked: number; matched: number }): void;
  /** content, pages: open the source's reader page at a passage. */
  openSource(place: { pack: string; source: string; turn: number; start: number; end: number }): void;
  /**
   * content: which of these quotations (at most HIDDEN_BATCH of HIDDEN_UNITS UTF-16 units each) the reader has hidden on the sender's
   * site, in the order asked. Null in a private window, where nothing is remembered.
   */
  hidden(page: { texts: readonly string[] }): { hidden: readonly boolean[] | null };
  /** content: hides a quotation on the sender's site from now on, or no longer. Stored as a fingerprint; nothing in a private window. */
  setHidden(choice: { text: string; hidden: boolean }): void;
  hiddenCount(): { count: number };
  /** Shows everything again that was hidden on any site, in open tabs at once. */
  showHidden(): void;
  siteState(tab: { tabId: number; url: string | null }): SiteState;
  /** Sets the rule for a pattern; null removes it. Registers or unregisters the content script and tells open tabs. */
  setSite(rule: { pattern: string; mode: SiteMode | null }): void;
  setDefaultMode(mode: SiteMode): void;
  /** What the reader chose just before a permission prompt; carried out when the permission arrives, even if the popup is gone. */
  pendChoice(choice: {
    origins: readonly string[];
    pattern: string | null;
    mode: SiteMode;
    tabId: number | null;
  }): void;
  /** Inject into one tab once, under the access its click gave. */
  checkOnce(tab: { tabId: number }): Result<null>;
  packs(): { packs: readonly (PackInfo & { on: boolean; bundled: boolean; error: string | null })[] };
  setPack(choice: { id: string; on: boolean }): void;
  /** The reader's own packs in the browser's private files have changed: open them anew. */
  packsChanged(): void;
  /** Where a phrase occurs in the packs that are on. */
  findPhrase(query: { phrase: string }): { finding: Finding; searched: Searched };
  /** A source in full, for the reader page (`reader.html#pack=…&source=…&turn=…&start=…&end=…`); null when no pack holds it. */
  sourceText(place: {
    pack: string;
    source: string;
  }): { source: SourceInfo; pack: string; turns: readonly PackTurn[] } | null;
  /** Every source of every pack, for the reader's typo-tolerant search. */
  sources(): { sources: readonly (SourceInfo & { pack: string })[] };
}
export type BackgroundCall = keyof BackgroundApi;
export const CONTENT_CALLS = [
  'hello',
  'find',
  'check',
  'badge',
  'openSource',
  'hidden',
  'setHidden',
] as const satisfies readonly BackgroundCall[];

/** The most text one `find` may carry: a long article whole; a longer page comes in parts. One block may be longer by itself. */
export const FIND_UNITS = 150_000;

/** Most quotations in one `hidden`, and UTF-16 units of each. */
export const HIDDEN_BATCH = 200;
export const HIDDEN_UNITS = 2_000;

/** Calls that the content script answers, from the popup, the side panel and the background. */
export interface ContentApi {
  report(): PageReport;
  /** Scroll to the quotation, mark it as current and, if asked, open its card. */
  reveal(target: { id: string; card: boolean }): void;
  /** Check now, whatever the mode (the click in mode `ask`, "check this page once"). */
  start(): void;
  /** Ask `hello` again: settings have changed. */
  refresh(): void;
  /** A keyboard command or a context-menu entry. */
  command(name: 'next' | 'previous' | 'card' | 'toggle-marks' | 'check-page' | 'check-selection'): void;
  hide(item: { id: string }): void;
  /** Takes `hide` back. */
  unhide(item: { id: string }): void;
}
export type ContentCall = keyof ContentApi;

/** What the content script tells open popups and panels; they then ask for a report. */
export interface Announcement {
  readonly kind: 'report-changed';
}
