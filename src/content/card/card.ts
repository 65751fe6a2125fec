import { t } from '../../platform/i18n.ts';
import { fill, h } from '../../ui/dom.ts';
import { uiDirection } from '../../ui/language.ts';
import theme from '../../ui/theme.css';
import views from '../../ui/views.css';
import cardCss from './card.css';
import { placement, type Box } from './place.ts';

export interface CardContent {
  readonly id: string;
  readonly view: HTMLElement;
  /** Null when the card is for words that next and previous do not step through. */
  readonly position: { readonly n: number; readonly total: number } | null;
}

export interface CardEvents {
  readonly step: (by: 1 | -1) => void;
  readonly closed: () => void;
}

/**
 * The card beside a quotation: a popover in a closed shadow tree, in the page only while it is open. The page can neither
 * style nor read it, and it stands in the top layer, so nothing of the page covers it.
 */
export class Card {
  readonly #events: CardEvents;
  #host: HTMLElement | null = null;
  #body: HTMLElement | null = null;
  #frame: HTMLElement | null = null;
  #where: HTMLElement | null = null;
  #anchor: (() => Box | null) | null = null;
  #returnTo: HTMLElement | null = null;
  #id: string | null = null;

  constructor(events: CardEvents) {
    this.#events = events;
  }

  /** Id of the quotation whose card is open, or null. */
  get id(): string | null {
    return this.#id;
  }

  /** Opens the card, or shows another quotation in the open one. `anchor` is asked again whenever the page moves. */
  open(content: CardContent, anchor: () => Box | null, focus: boolean): void {
    if (this.#host === null) this.#create();
    this.#id = content.id;
    this.#anchor = anchor;
    this.#body!.scrollTop = 0;
    fill(this.#body!, content.view);
    const { position } = content;
    fill(this.#where!, position === null ? null : t('cardPosition', String(position.n), String(position.total)));
    this.place();
    if (focus) this.#frame!.focus({ preventScroll: true });
  }

  /** Puts the card where its quotation is now. */
  place(): void {
    const box = this.#anchor?.() ?? null;
    if (this.#host === null || this.#frame === null) return;
    const viewport = { width: document.documentElement.clientWidth, height: window.innerHeight };
    this.#host.style.setProperty('--card-room', `${viewport.height - 16}px`);
    const size = { width: this.#frame.offsetWidth, height: this.#frame.scrollHeight };
    const spot = box === null ? { kind: 'sheet' as const } : placement(box, size, viewport);
    this.#frame.classList.toggle('sheet', spot.kind === 'sheet');
    if (spot.kind === 'sheet') return;
    this.#host.style.setProperty('--card-left', `${Math.round(spot.left)}px`);
    this.#host.style.setProperty('--card-top', `${Math.round(spot.top)}px`);
    this.#host.style.setProperty('--card-room', `${Math.floor(spot.maxHeight)}px`);
  }

  /** True for events that happened in the card. */
  holds(event: Event): boolean {
    return this.#host !== null && event.composedPath().includes(this.#host);
  }

  /** Closes the card; focus goes back to where it was if it is still in the card. */
  close(): void {
    if (this.#host === null) return;
    const focused = document.activeElement === this.#host;
    this.#host.remove();
    this.#host = this.#body = this.#frame = this.#where = this.#anchor = null;
    this.#id = null;
    if (focused) this.#returnTo?.focus({ preventScroll: true });
    this.#returnTo = null;
    this.#events.closed();
  }

  #create(): void {
    const active = document.activeElement;
    this.#returnTo = active instanceof HTMLElement && active !== document.body ? active : null;
    const host = document.createElement('reading-card');
    host.setAttribute('popover', 'manual');
    const root = host.attachShadow({ mode: 'closed' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`${theme}\n${views}\n${cardCss}`);
    root.adoptedStyleSheets = [sheet];
    this.#where = h('span', { class: 'where' });
    this.#body = h('div', { class: 'body' });
    this.#frame = h(
      'div',
      {
        class: 'card surface',
        role: 'dialog',
        'aria-label': t('cardTitle'),
        tabindex: '-1',
        lang: t('uiLanguage'),
        dir: uiDirection(),
      },
      h(
        'div',
        { class: 'bar' },
        this.#barButton('‹', t('cardPrevious'), 'previous', () => this.#events.step(-1)),
        this.#where,
        this.#barButton('›', t('cardNext'), 'next', () => this.#events.step(1)),
        h('span', { class: 'spring' }),
        this.#barButton('✕', t('cardClose'), 'close', () => this.close()),
      ),
      this.#body,
    );
    root.append(this.#frame);
    document.documentElement.append(host);
    host.showPopover();
    this.#host = host;
  }

  #barButton(sign: string, label: string, action: string, run: () => void): HTMLElement {
    return h(
      'button',
      { type: 'button', class: 'plain', 'aria-label': label, title: label, 'data-action': action, onclick: run },
      sign,
    );
  }
}
