import type { ReadingSettings } from '../../core/settings/types.ts';
import { isDarkGround } from './ground.ts';
import { NearView } from './nearView.ts';
import { MARK_NAMES, marksCss, type MarkKind } from '../../ui/marks.ts';

/** One quotation to paint: its ranges and what they are painted as. */
export interface Mark {
  readonly id: string;
  readonly kind: Exclude<MarkKind, 'current'>;
  readonly ranges: readonly Range[];
}

/** Newer than the DOM types. */
interface PointHits {
  highlightsFromPoint?: (
    x: number,
    y: number,
    options?: { shadowRoots: ShadowRoot[] },
  ) => readonly { readonly ranges: readonly AbstractRange[] }[];
}

/** Up to so many marks are simply handed to the browser. With more, every change of the page costs it time for each. */
const ALL_AT_ONCE = 200;

/**
 * Paints quotations with the CSS Custom Highlight API: the page's nodes stay as they are. Keeps its own maps, because
 * Firefox lets a content script use the browser's registry but not walk it.
 */
export class Painter {
  readonly #highlights = new Map<MarkKind, Highlight>();
  readonly #owners = new Map<AbstractRange, string>();
  readonly #sheet = new CSSStyleSheet();
  readonly #roots = new Set<Document | ShadowRoot>();
  readonly #near = new NearView({
    enter: (range, kind) => this.#highlights.get(kind)?.add(range),
    leave: (range, kind) => this.#highlights.get(kind)?.delete(range),
  });
  #marks: ReadonlyMap<string, Mark> = new Map();
  #wanted: readonly Mark[] = [];
  #shown = true;
  #css = '';

  /** Takes the registry's names over from whoever held them: an older instance of this script. */
  constructor() {
    for (const [kind, name] of Object.entries(MARK_NAMES) as [MarkKind, string][]) {
      const highlight = new Highlight();
      highlight.priority = kind === 'current' ? 1 : 0;
      this.#highlights.set(kind, highlight);
      CSS.highlights.set(name, highlight);
    }
    this.#adopt(document);
  }

  /** Sets the look of all marks. The ground is that of the first mark, or of the page's body. */
  restyle(reading: ReadingSettings): void {
    const first = this.#marks.values().next().value?.ranges[0]?.startContainer.parentElement;
    const css = marksCss(reading, isDarkGround(first ?? document.body));
    if (css !== this.#css) this.#sheet.replaceSync(css);
    this.#css = css;
  }

  /** Makes these marks the painted ones, unless marks are hidden. */
  paint(marks: readonly Mark[]): void {
    this.#wanted = marks;
    this.#apply(this.#shown ? marks : []);
  }

  /** Shows or hides all marks; answers whether they are shown now. */
  toggle(): boolean {
    this.#shown = !this.#shown;
    this.setCurrent([]);
    this.paint(this.#wanted);
    return this.#shown;
  }

  /** What is painted already is left as it is. */
  #apply(marks: readonly Mark[]): void {
    const next = new Map(marks.map((mark) => [mark.id, mark]));
    for (const mark of this.#marks.values()) if (!isSame(mark, next.get(mark.id))) this.#drop(mark);
    for (const mark of marks) if (!isSame(mark, this.#marks.get(mark.id))) this.#add(mark, marks.length);
    this.#marks = next;
  }

  #add(mark: Mark, total: number): void {
    for (const range of mark.ranges) {
      this.#owners.set(range, mark.id);
      this.#adopt(range.startContainer.getRootNode());
      const element = range.startContainer.parentElement;
      if (total > ALL_AT_ONCE && element !== null) this.#near.add(element, range, mark.kind);
      else this.#highlights.get(mark.kind)?.add(range);
    }
  }

  #drop(mark: Mark): void {
    for (const range of mark.ranges) {
      this.#owners.delete(range);
      this.#near.delete(range);
      this.#highlights.get(mark.kind)?.delete(range);
    }
  }

  /** Marks one quotation as the one in hand, or none. */
  setCurrent(ranges: readonly Range[]): void {
    const highlight = this.#highlights.get('current');
    highlight?.clear();
    for (const range of ranges) highlight?.add(range);
  }

  /** The quotation under a point of the viewport (CSS pixels), or null. */
  hit(x: number, y: number): string | null {
    if (this.#owners.size === 0) return null;
    const shadowRoots = [...this.#roots].filter((root) => root instanceof ShadowRoot);
    const registry = CSS.highlights as unknown as PointHits;
    if (typeof registry.highlightsFromPoint === 'function') {
      const hits = registry.highlightsFromPoint(x, y, { shadowRoots });
      for (let index = 0; index < hits.length; index++) {
        const ranges = hits[index].ranges;
        for (let each = 0; each < ranges.length; each++) {
          const id = this.#owners.get(ranges[each]);
          if (id !== undefined) return id;
        }
      }
      return null;
    }
    return this.#hitByCaret(x, y, shadowRoots);
  }

  #hitByCaret(x: number, y: number, shadowRoots: ShadowRoot[]): string | null {
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
    if (caret === null) return null;
    for (const [range, id] of this.#owners) {
      if (!(range instanceof Range) || !range.isPointInRange(caret.offsetNode, caret.offset)) continue;
      // The caret is also found beside a line's end; only a point on the glyphs counts.
      const rects = range.getClientRects();
      for (let index = 0; index < rects.length; index++) {
        const rect = rects[index];
        if (x >= rect.left && x <= rect.right && y >= rect.top && y <= rect.bottom) return id;
      }
    }
    return null;
  }

  /** Leaves the page as it was. */
  end(): void {
    this.paint([]);
    this.#near.end();
    for (const [kind, highlight] of this.#highlights) {
      highlight.clear();
      const name = MARK_NAMES[kind];
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    this.#sheet.replaceSync('');
  }

  /** Firefox applies a document's highlight styles in shadow trees only where the sheet is adopted there too. */
  #adopt(root: Node): void {
    if (!(root instanceof Document || root instanceof ShadowRoot) || this.#roots.has(root)) return;
    this.#roots.add(root);
    root.adoptedStyleSheets.push(this.#sheet);
  }
}

/** True when a mark looks the same on the page as the one painted under its id. */
const isSame = (mark: Mark, other: Mark | undefined): boolean =>
  other !== undefined &&
  other.kind === mark.kind &&
  other.ranges.length === mark.ranges.length &&
  other.ranges.every((range, index) => range === mark.ranges[index]);
