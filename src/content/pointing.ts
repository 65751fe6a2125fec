import type { Cards } from './cards.ts';
import type { Page } from './page.ts';
import type { Painter } from './paint/painter.ts';

/** How long the pointer rests on a quotation before its card opens, where the reader chose that (ms). */
const HOVER_MS = 350;
/** A press that moves further than this (CSS pixels) selects text. */
const SLOP = 5;

/** Clicks, taps, keys and (if chosen) hovering on quotations. The page's own events are never stopped, except Escape in an open card. */
export function listenForPointing(page: Page, painter: Painter, cards: Cards, signal: AbortSignal): void {
  let pressed: { x: number; y: number } | null = null;
  let hover: ReturnType<typeof setTimeout> | null = null;

  const open = (x: number, y: number, focus: boolean): void => {
    const id = painter.hit(x, y);
    const entry = id === null ? null : page.entry(id);
    if (entry !== null) cards.open(entry, { x, y }, focus);
  };

  addEventListener(
    'pointerdown',
    (event) => {
      pressed = { x: event.clientX, y: event.clientY };
      if (cards.isOpen && !cards.holds(event)) cards.close();
    },
    { signal, capture: true, passive: true },
  );

  addEventListener(
    'click',
    (event) => {
      if (event.button !== 0 || event.defaultPrevented || !event.isTrusted || cards.holds(event)) return;
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (pressed !== null && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > SLOP) return;
      if (!(document.getSelection()?.isCollapsed ?? true) || isControl(event)) return;
      open(event.clientX, event.clientY, true);
    },
    { signal },
  );

  addEventListener(
    'pointermove',
    (event) => {
      if (!page.settings.reading.hoverCard || event.pointerType !== 'mouse' || event.buttons !== 0) return;
      if (hover !== null) clearTimeout(hover);
      if (cards.isOpen) return;
      const { clientX, clientY } = event;
      hover = setTimeout(() => open(clientX, clientY, false), HOVER_MS);
    },
    { signal, passive: true },
  );

  addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && cards.isOpen) {
        cards.close();
        event.stopPropagation();
        event.preventDefault();
      } else if (event.key === 'Enter' && !cards.isOpen && isIdle(event)) {
        const entry = cards.current;
        if (entry !== null) cards.reveal(entry, true);
      }
    },
    { signal, capture: true },
  );

  const moved = (): void => {
    if (cards.isOpen) requestAnimationFrame(() => cards.place());
  };
  addEventListener('scroll', moved, { signal, capture: true, passive: true });
  addEventListener('resize', moved, { signal, passive: true });
}

/** A click that the page has its own use for: a link, a button, a field. */
function isControl(event: Event): boolean {
  const target = event.composedPath()[0];
  return (
    target instanceof Element &&
    target.closest(
      'a[href], button, input, select, textarea, label, summary, [role="button"], [contenteditable]:not([contenteditable="false"])',
    ) !== null
  );
}

/** Nothing on the page has the focus, so the Enter key is free. */
function isIdle(event: KeyboardEvent): boolean {
  const active = document.activeElement;
  const free = active === null || active === document.body || active === document.documentElement;
  return free && !event.defaultPrevented && !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}
