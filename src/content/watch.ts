/** Readings in a row that found nothing new before the observer stops (it starts again when the reader scrolls or navigates). */
const FRUITLESS = 40;
/** Text of fewer units than this cannot hold a quotation worth checking: counters, clocks, "3 min ago". */
const LEAST_TEXT = 20;
/** Wait after a change (ms), so that a page building itself is read once. */
const DEBOUNCE_MS = 150;
/** After a reading the page rests so many times as long as that took, however often it changes ... */
const REST = 10;
/** ... but no longer than this (ms): what is new on a huge page should not wait for the reader to lose patience. */
const LONGEST_REST = 2000;

export interface WatchEvents {
  /** The page's text has changed: read it again. Resolves with whether anything new was found and the work it took (ms). */
  readonly changed: () => Promise<{ readonly news: boolean; readonly cost: number }>;
  /** The page has become another one without loading (single-page sites). */
  readonly moved: () => void;
  /** True when what was found no longer stands on the page. */
  readonly broken: () => boolean;
}

/** The Navigation API, newer than the DOM types. */
interface NavigationLike {
  addEventListener: (type: string, listener: () => void, options: { signal: AbortSignal }) => void;
}

/** Watches a page for new text, at a cost bounded by what it finds. Ends with the signal. */
export class Watch {
  readonly #events: WatchEvents;
  readonly #signal: AbortSignal;
  readonly #observer: MutationObserver;
  #address = location.href;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #reading = false;
  #dirty = false;
  #fruitless = 0;
  #lastCost = 0;
  #watching = false;

  constructor(events: WatchEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
    this.#observer = new MutationObserver((records) => this.#see(records));
    const { navigation } = globalThis as unknown as { navigation?: NavigationLike };
    const look = (): void => this.#lookAtAddress();
    navigation?.addEventListener('navigatesuccess', look, { signal });
    navigation?.addEventListener('currententrychange', look, { signal });
    addEventListener('popstate', look, { signal });
    addEventListener('scroll', () => this.#resume(), { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => this.stop(), { once: true });
  }

  start(): void {
    if (this.#watching || this.#signal.aborted) return;
    this.#watching = true;
    this.#fruitless = 0;
    this.#observer.observe(document.body ?? document.documentElement, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  }

  stop(): void {
    this.#watching = false;
    this.#observer.disconnect();
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #resume(): void {
    if (this.#fruitless < FRUITLESS || this.#signal.aborted) return;
    this.#watching = false;
    this.start();
    this.#schedule();
  }

  #lookAtAddress(): void {
    if (location.href === this.#address) return;
    const samePage = withoutFragment(location.href) === withoutFragment(this.#address);
    this.#address = location.href;
    if (!samePage) this.#events.moved();
  }

  #see(records: readonly MutationRecord[]): void {
    // Above so many records the page is being rebuilt, and looking at each costs more than reading it again.
    if (records.length > 500 || records.some(bringsText) || this.#events.broken()) this.#schedule();
  }

  #schedule(): void {
    this.#dirty = true;
    if (this.#timer !== null || this.#reading) return;
    this.#timer = setTimeout(
      () => void this.#read(),
      Math.max(DEBOUNCE_MS, Math.min(this.#lastCost * REST, LONGEST_REST)),
    );
  }

  async #read(): Promise<void> {
    this.#timer = null;
    this.#reading = true;
    this.#dirty = false;
    const { news, cost } = await this.#events.changed();
    this.#lastCost = cost;
    this.#reading = false;
    this.#fruitless = news ? 0 : this.#fruitless + 1;
    if (this.#fruitless >= FRUITLESS) this.#observer.disconnect();
    else if (this.#dirty) this.#schedule();
  }
}

const withoutFragment = (address: string): string => address.replace(/#.*$/su, '');

/** True when a change may have brought words to read. */
function bringsText(record: MutationRecord): boolean {
  if (record.type === 'characterData') return ((record.target as CharacterData).data?.length ?? 0) >= LEAST_TEXT;
  const added = record.addedNodes;
  for (let index = 0; index < added.length && index < 50; index++) {
    const node = added[index];
    if (node.nodeType !== Node.ELEMENT_NODE && node.nodeType !== Node.TEXT_NODE) continue;
    if (/^(?:script|style|link|iframe|img|svg)$/iu.test(node.nodeName)) continue;
    if ((node.textContent?.length ?? 0) >= LEAST_TEXT) return true;
  }
  return false;
}
