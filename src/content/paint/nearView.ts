import type { MarkKind } from '../../ui/marks.ts';

/** How far around the viewport marks are kept ready, so that scrolling never shows a page without them. */
const MARGIN = '100%';

export interface NearViewEvents {
  readonly enter: (range: Range, kind: MarkKind) => void;
  readonly leave: (range: Range, kind: MarkKind) => void;
}

interface Spot {
  readonly ranges: Map<Range, MarkKind>;
  inView: boolean;
}

/** Says which ranges are near the viewport, by the elements they start in. The browser does the watching. */
export class NearView {
  readonly #events: NearViewEvents;
  readonly #spots = new Map<Element, Spot>();
  readonly #elements = new Map<Range, Element>();
  readonly #observer = new IntersectionObserver((seen) => this.#look(seen), { rootMargin: MARGIN });

  constructor(events: NearViewEvents) {
    this.#events = events;
  }

  add(element: Element, range: Range, kind: MarkKind): void {
    this.#elements.set(range, element);
    const spot = this.#spots.get(element);
    if (spot === undefined) {
      this.#spots.set(element, { ranges: new Map([[range, kind]]), inView: false });
      this.#observer.observe(element);
      return;
    }
    spot.ranges.set(range, kind);
    if (spot.inView) this.#events.enter(range, kind);
  }

  delete(range: Range): void {
    const element = this.#elements.get(range);
    if (element === undefined) return;
    this.#elements.delete(range);
    const spot = this.#spots.get(element);
    spot?.ranges.delete(range);
    if (spot?.ranges.size !== 0) return;
    this.#spots.delete(element);
    this.#observer.unobserve(element);
  }

  end(): void {
    this.#observer.disconnect();
    this.#spots.clear();
    this.#elements.clear();
  }

  #look(seen: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of seen) {
      const spot = this.#spots.get(target);
      if (spot === undefined || spot.inView === isIntersecting) continue;
      spot.inView = isIntersecting;
      for (const [range, kind] of spot.ranges) this.#events[isIntersecting ? 'enter' : 'leave'](range, kind);
    }
  }
}
