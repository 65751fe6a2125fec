import type { EffectiveSettings } from '../core/settings/types.ts';
import type { PageReport, PageState, ReportItem } from '../protocol/contract.ts';
import { announce, callBackground } from '../platform/messages.ts';
import { MATCHED } from '../ui/verdict.ts';
import { Checks } from './checks.ts';
import { entriesOf, itemOf, notChecked, type Entry } from './entries.ts';
import { Hidden } from './hidden.ts';
import { whenVisible } from './idle.ts';
import { isQuotation } from '../ui/groups.ts';
import { isMarked } from '../ui/marks.ts';
import type { Mark, Painter } from './paint/painter.ts';
import type { PageFacts } from './read/index.ts';
import { Scanner, type Scan } from './scan.ts';

/** What the page's reading tells the rest of the script. */
export interface PageEvents {
  /** The items have changed: the open card may have to be drawn again. */
  readonly changed: () => void;
}

/**
 * All that is known of this page: its quotations, their findings, what is marked. One scan runs at a time; the answers
 * live here, so that a stopped background loses nothing.
 */
export class Page {
  readonly #painter: Painter;
  readonly #events: PageEvents;
  readonly #signal: AbortSignal;
  readonly #checks: Checks;
  readonly #scanner = new Scanner();
  readonly #hidden = new Hidden();
  #settings: EffectiveSettings;
  #entries: readonly Entry[] = [];
  #facts: PageFacts | null = null;
  #scan: AbortController | null = null;
  #state: PageState = 'working';
  #asked = false;
  #lastReport = '';
  #error: string | null = null;

  constructor(settings: EffectiveSettings, painter: Painter, events: PageEvents, signal: AbortSignal) {
    this.#settings = settings;
    this.#painter = painter;
    this.#events = events;
    this.#signal = signal;
    this.#checks = new Checks({ answered: () => this.#show(), failed: (error) => this.#fail(error) });
  }

  get settings(): EffectiveSettings {
    return this.#settings;
  }

  /** Reading and checking are wanted: the site is on, or the reader asked for this page. */
  get active(): boolean {
    return this.#asked || this.#settings.mode !== 'off';
  }

  /** Quotations may be compared and marked: the site does not ask first, or the reader has said yes. */
  get #mayCheck(): boolean {
    return this.#asked || this.#settings.mode === 'on';
  }

  /** Date and language, for words that are looked up outside a scan. */
  get facts(): { readonly date: string | null; readonly lang: string | null } {
    return { date: this.#facts?.date ?? null, lang: this.#facts?.lang ?? null };
  }

  /** Other settings hold from now on. Nothing is reloaded; what is no longer wanted goes from the page at once. */
  async use(settings: EffectiveSettings): Promise<void> {
    const before = this.#settings;
    this.#settings = settings;
    if (settings.mode === 'off' && before.mode !== 'off') this.#asked = false;
    if (!this.active) {
      this.stop();
      return;
    }
    const { reading } = settings;
    if (JSON.stringify(reading.packs) !== JSON.stringify(before.reading.packs)) this.#checks.forget();
    this.#hidden.askAgain();
    await this.read();
  }

  /** Checks this page now, whatever the site's mode. */
  async ask(): Promise<void> {
    this.#asked = true;
    await this.read();
  }

  /** The packs may have changed: nothing that was answered before holds. */
  forget(): void {
    this.#checks.forget();
  }

  /** Ends the reading and takes the marks away. */
  stop(): void {
    this.#scan?.abort();
    this.#entries = [];
    this.#painter.paint([]);
    this.#finish('off');
  }

  /** The page is another one now. */
  leave(): void {
    this.#scan?.abort();
    this.#entries = [];
    this.#facts = null;
    this.#hidden.clear();
    this.#asked = false;
    this.#painter.paint([]);
  }

  /** Reads the page, finds, checks and paints. Answers whether anything new was found, and the work it took (ms). */
  async read(): Promise<{ news: boolean; cost: number }> {
    if (!this.active) {
      this.#finish('off');
      return { news: false, cost: 0 };
    }
    this.#scan?.abort();
    const scan = new AbortController();
    this.#scan = scan;
    const signal = AbortSignal.any([scan.signal, this.#signal]);
    await whenVisible(signal);
    let news = false;
    try {
      for await (const read of this.#scanner.scan(this.#settings.reading, signal)) {
        if (this.#take(read)) news = true;
        await this.#check(read, this.#hidden.recall(this.#entries), signal);
        if (signal.aborted) break;
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error instanceof Error ? error.message : String(error));
    }
    return { news, cost: this.#scanner.cost };
  }

  /** Takes over what a scan has found so far; answers whether it is anything new. */
  #take(read: Scan): boolean {
    this.#error = null;
    this.#facts = read.facts;
    const before = new Map(this.#entries.map((entry) => [entry.id, entry]));
    const entries = entriesOf(read.quotations, read.blocks, read.facts, this.#settings.reading.minWords, before);
    for (const entry of entries) if (entry.reason !== null) entry.finding = notChecked(entry.id, entry.reason);
    const fresh = entries.some((entry) => !before.has(entry.id));
    // What stood further down stays until its part has been read again.
    const taken = new Set(entries.map((entry) => entry.id));
    const rest = read.complete ? [] : this.#entries.filter((entry) => !taken.has(entry.id));
    this.#entries = [...entries, ...rest];
    // What was answered in an earlier scan is answered at once; with anything else to come the page is not ready, whatever it was.
    if (this.#mayCheck && !this.#checks.recall(this.#entries) && this.#state === 'ready') this.#state = 'working';
    return fresh || this.#entries.length !== before.size;
  }

  /** Gets the missing answers, unless the reader is to be asked first. Nothing is shown before `hidden` is known. */
  async #check(read: Scan, hidden: Promise<void>, signal: AbortSignal): Promise<void> {
    const known = this.#mayCheck && this.#entries.every((entry) => entry.finding !== null || entry.query === null);
    if (!this.#mayCheck || known) await hidden;
    if (signal.aborted) return;
    const done = read.complete ? 'ready' : 'working';
    if (!this.#mayCheck) this.#finish(read.complete ? 'asking' : 'working');
    else if (known) this.#finish(done);
    else {
      const checking = this.#checks.run(this.#entries, hidden, signal);
      await hidden;
      if (signal.aborted) return;
      this.#finish('working');
      await checking;
      if (!signal.aborted && this.#error === null) this.#finish(done);
    }
  }

  /** True when a painted quotation no longer stands on the page. */
  broken(): boolean {
    return this.#entries.some((entry) =>
      entry.ranges.some((range) => range.collapsed || !range.startContainer.isConnected),
    );
  }

  /** Hides a quotation on this site; all of the same words with it. */
  hide(id: string): void {
    const entry = this.entry(id);
    if (entry !== null) this.#hidden.hide(entry);
    this.#show();
  }

  /** Takes `hide` back. */
  unhide(id: string): void {
    const entry = this.entry(id);
    if (entry !== null) this.#hidden.show(entry);
    this.#show();
  }

  /** Entries in reading order that next and previous step through: the marked ones, or all that were checked. */
  stops(): readonly Entry[] {
    const marked = this.#entries.filter((entry) => this.#isMarked(entry));
    return marked.length > 0
      ? marked
      : this.#entries.filter((entry) => entry.query !== null && entry.ranges.length > 0);
  }

  entry(id: string): Entry | null {
    return this.#entries.find((entry) => entry.id === id) ?? null;
  }

  item(entry: Entry): ReportItem {
    return itemOf(entry, this.#isMarked(entry));
  }

  report(): PageReport {
    const checked = this.#entries.filter((entry) => entry.query !== null);
    return {
      state: this.#state,
      title: this.#facts?.title ?? document.title.slice(0, 500),
      lang: this.#facts?.lang ?? null,
      date: this.#facts?.date ?? null,
      items: this.#entries.filter((entry) => !this.#hidden.has(entry)).map((entry) => this.item(entry)),
      progress: { done: checked.filter((entry) => entry.finding !== null).length, total: checked.length },
      searched: this.#checks.searched,
      settings: this.#settings,
      ...(this.#error === null ? {} : { error: this.#error }),
    };
  }

  counts(): { state: PageState; found: number; checked: number; matched: number } {
    let checked = 0;
    let matched = 0;
    const shown = this.#entries.filter((entry) => !this.#hidden.has(entry));
    for (const { finding } of shown) {
      if (finding === null || finding.verdict === 'not-checked') continue;
      checked++;
      if (MATCHED.has(finding.verdict)) matched++;
    }
    const found = shown.filter(({ quotation }) => isQuotation(quotation)).length;
    return { state: this.#state, found, checked, matched };
  }

  #isMarked(entry: Entry): boolean {
    return (
      entry.finding !== null &&
      entry.ranges.length > 0 &&
      !this.#hidden.has(entry) &&
      isMarked(entry.finding.verdict, this.#settings.reading)
    );
  }

  #fail(error: string): void {
    this.#error = error;
    this.#finish('ready');
  }

  #finish(state: PageState): void {
    this.#state = state;
    this.#show();
  }

  /** Paints what is known, and says so to the badge and to open lists. */
  #show(): void {
    const marks: Mark[] = [];
    for (const entry of this.#entries)
      if (this.#isMarked(entry))
        marks.push({ id: entry.id, kind: entry.finding!.verdict as Mark['kind'], ranges: entry.ranges });
    this.#painter.paint(marks);
    this.#painter.restyle(this.#settings.reading);
    this.#events.changed();
    const counts = this.counts();
    const report = JSON.stringify([
      counts,
      this.#entries.map((entry) => [entry.id, entry.finding?.verdict]),
      this.#settings,
      this.#error,
      this.#hidden.texts,
    ]);
    if (report === this.#lastReport) return;
    this.#lastReport = report;
    void callBackground('badge', counts);
    announce({ kind: 'report-changed' });
  }
}
