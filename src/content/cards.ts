import type { Finding, Match, Searched } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { callBackground } from '../platform/messages.ts';
import { findingView } from '../ui/findingView.ts';
import { hiddenView } from '../ui/hidden.ts';
import { Card } from './card/card.ts';
import type { Box } from './card/place.ts';
import type { Entry } from './entries.ts';
import type { Page } from './page.ts';
import type { Painter } from './paint/painter.ts';

/** Opens cards for the page's quotations, and steps through them. */
export class Cards {
  readonly #page: Page;
  readonly #painter: Painter;
  readonly #card: Card;
  #current: string | null = null;
  /** The finding the open card shows, and where the reader pointed when it opened. */
  #shown: Finding | null = null;
  #point: { x: number; y: number } | null = null;

  constructor(page: Page, painter: Painter) {
    this.#page = page;
    this.#painter = painter;
    this.#card = new Card({
      step: (by) => this.step(by),
      closed: () => this.#painter.setCurrent([]),
    });
  }

  get isOpen(): boolean {
    return this.#card.id !== null;
  }

  /** The quotation in hand, if it is still on the page. */
  get current(): Entry | null {
    return this.#current === null ? null : this.#page.entry(this.#current);
  }

  holds(event: Event): boolean {
    return this.#card.holds(event);
  }

  place(): void {
    this.#card.place();
  }

  close(): void {
    this.#card.close();
  }

  /** Opens the card of a quotation. `point` is where the reader pointed, to place it by the right line. */
  open(entry: Entry, point: { x: number; y: number } | null, focus: boolean): void {
    this.#current = entry.id;
    this.#shown = entry.finding;
    this.#point = point;
    this.#painter.setCurrent(entry.ranges);
    const stops = this.#page.stops();
    const n = stops.findIndex((each) => each.id === entry.id) + 1;
    const item = this.#page.item(entry);
    const { searched } = this.#page.report();
    const view = findingView(item, searched, {
      read: (match) => openSource(match),
      hide: () => this.#hideHere(entry),
    });
    const from = point === null ? null : { x: point.x + scrollX, y: point.y + scrollY };
    this.#card.open(
      { id: entry.id, view, position: n === 0 ? null : { n, total: stops.length } },
      () => boxOf(this.#page.entry(entry.id) ?? entry, from),
      focus,
    );
  }

  /** Opens a card for words that are no quotation of the page: what the reader selected. */
  openFor(item: ReportItem, searched: Searched | null, range: Range): void {
    this.#current = null;
    this.#painter.setCurrent([range]);
    const view = findingView(item, searched, { read: openSource });
    this.#card.open({ id: item.id, view, position: null }, () => range.getBoundingClientRect(), true);
  }

  /** Draws the open card again after its quotation has got an answer; closes it when the quotation has gone. */
  refresh(): void {
    const id = this.#card.id;
    if (id === null || this.#current === null) return;
    const entry = this.#page.entry(id);
    if (entry === null) this.close();
    else if (entry.finding !== this.#shown) this.open(entry, this.#point, false);
    else this.#painter.setCurrent(entry.ranges);
  }

  hide(id: string): void {
    this.close();
    this.#painter.setCurrent([]);
    this.#page.hide(id);
  }

  unhide(id: string): void {
    this.close();
    this.#page.unhide(id);
  }

  /** Hides the card's quotation; the card stays for a way back. */
  #hideHere(entry: Entry): void {
    this.#current = null;
    this.#painter.setCurrent([]);
    this.#page.hide(entry.id);
    const undo = (): void => {
      this.#page.unhide(entry.id);
      this.open(this.#page.entry(entry.id) ?? entry, this.#point, true);
    };
    const from = this.#point === null ? null : { x: this.#point.x + scrollX, y: this.#point.y + scrollY };
    this.#card.open(
      { id: entry.id, view: hiddenView(undo), position: null },
      () => boxOf(this.#page.entry(entry.id) ?? entry, from),
      true,
    );
  }

  /** Brings a quotation into view and takes it in hand; opens its card if asked, or if a card is open. */
  reveal(entry: Entry, card: boolean): void {
    this.#current = entry.id;
    this.#painter.setCurrent(entry.ranges);
    const range = entry.ranges[0];
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const box = range?.getBoundingClientRect();
    if (range !== undefined && box !== undefined && !isInView(box)) {
      const element = range.startContainer.parentElement;
      // The element may be much taller than the window: the words are what should be seen.
      element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
      const now = range.getBoundingClientRect();
      if (!isInView(now)) scrollBy({ top: now.top - innerHeight / 3, behavior: calm ? 'instant' : 'auto' });
    }
    if (card || this.isOpen) this.open(entry, null, card);
  }

  /** The next or the previous quotation, round and round; null when there is none. */
  step(by: 1 | -1): { readonly entry: Entry; readonly n: number; readonly total: number } | null {
    const stops = this.#page.stops();
    if (stops.length === 0) return null;
    const at = stops.findIndex((entry) => entry.id === this.#current);
    const index = at === -1 ? this.#nearest(stops, by) : (at + by + stops.length) % stops.length;
    const entry = stops[index];
    this.reveal(entry, false);
    return { entry, n: index + 1, total: stops.length };
  }

  /** Where stepping starts: at the first quotation in or below the window, or the last above it. */
  #nearest(stops: readonly Entry[], by: 1 | -1): number {
    const first = stops.findIndex((entry) => (entry.ranges[0]?.getBoundingClientRect().bottom ?? -1) > 0);
    if (first === -1) return by === 1 ? 0 : stops.length - 1;
    return by === 1 ? first : (first - 1 + stops.length) % stops.length;
  }
}

export function openSource(match: Match): void {
  void callBackground('openSource', {
    pack: match.pack,
    source: match.source.id,
    turn: match.turn,
    start: match.start,
    end: match.end,
  });
}

const isInView = (box: Box): boolean => box.top >= 0 && box.bottom <= innerHeight && box.bottom > box.top;

/** The line of a quotation nearest to where the reader pointed (page coordinates), or its first line. */
function boxOf(entry: Entry, from: { x: number; y: number } | null): Box | null {
  let best: DOMRect | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const range of entry.ranges) {
    const rects = range.getClientRects();
    for (let index = 0; index < rects.length; index++) {
      const rect = rects[index];
      if (rect.width === 0) continue;
      if (from === null) return rect;
      const y = from.y - scrollY;
      const x = from.x - scrollX;
      const distance = Math.max(rect.top - y, 0, y - rect.bottom) * 4 + Math.max(rect.left - x, 0, x - rect.right);
      if (distance < bestDistance) [best, bestDistance] = [rect, distance];
    }
  }
  return best;
}
