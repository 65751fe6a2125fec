import type { Match, Searched } from '../../core/matching/types.ts';
import type { PageReport, ReportItem, SiteState } from '../../protocol/contract.ts';
import { t } from '../../platform/i18n.ts';
import { callBackground, callContent, onAnnouncement } from '../../platform/messages.ts';
import { shortcuts, type Shortcut } from '../../platform/commands.ts';
import { hasSidePanel, openSidePanel } from '../../platform/sidePanel.ts';
import { openOptions } from '../../platform/tabs.ts';
import { fill, h, type Child } from '../dom.ts';
import { exportsView } from '../exports/view.ts';
import { button, findingView } from '../findingView.ts';
import { isQuotation } from '../groups.ts';
import { hiddenView } from '../hidden.ts';
import { plural } from '../language.ts';
import { carryOutChoice } from './access.ts';
import { footView } from './foot.ts';
import { quotationList } from './quotationList.ts';
import { Search } from './search.ts';
import { choicesView, ruleText, type Choice } from './siteSwitch.ts';
import { countsView, forbiddenText, primaryButton, progressView, stateView } from './states.ts';

/** The tab a list belongs to. The address is null where the browser does not tell it. */
export interface TabInView {
  readonly tabId: number;
  readonly url: string | null;
}

/** What can be known of the page in view. */
type View =
  | { readonly kind: 'loading' }
  | { readonly kind: 'error'; readonly error: string }
  /** The content script does not answer: not there yet, or not allowed. */
  | { readonly kind: 'silent'; readonly site: SiteState }
  | { readonly kind: 'report'; readonly site: SiteState; readonly report: PageReport };

/** How often a page is asked again after it was switched on (times, ms between). */
const TRIES = 20;
const TRY_EVERY = 100;

const NO_TAB: TabInView = { tabId: -1, url: null };

/** The popup's and the side panel's view of one tab: its switch, its list, one quotation at a time. */
export class PageApp {
  readonly #root: HTMLElement;
  readonly #search: Search;
  readonly #beside: boolean;
  #shortcuts: readonly Shortcut[] = [];
  #tab: TabInView = NO_TAB;
  #view: View = { kind: 'loading' };
  #opened: string | null = null;
  /** The quotation that was hidden last, until something else is opened. */
  #hidden: string | null = null;
  /** What a phrase search found, shown in place of the list. */
  #phrase: { readonly item: ReportItem; readonly searched: Searched } | null = null;
  #drawn = '';
  /** A button of the pointer is down: what lies under it stays until its click has arrived. */
  #pressed = false;

  /** `beside`: the view is the side panel itself. */
  constructor(root: HTMLElement, beside: boolean) {
    this.#root = root;
    this.#beside = beside;
    this.#search = new Search({
      changed: () => this.#draw(),
      open: (item) => this.#open(item),
      lookUp: (phrase) => void this.#lookUp(phrase),
    });
    root.addEventListener('pointerdown', () => (this.#pressed = true));
    for (const released of ['pointerup', 'pointercancel'])
      addEventListener(released, () => {
        this.#pressed = false;
        if (this.#view.kind !== 'loading') setTimeout(() => this.#draw());
      });
    void shortcuts().then((found) => {
      this.#shortcuts = found;
      if (this.#view.kind !== 'loading') this.#draw();
    });
    onAnnouncement((_announcement, tabId) => {
      if (tabId === null || tabId === this.#tab.tabId) void this.load();
    });
  }

  /** Shows a tab; the side panel follows the reader from tab to tab. */
  async follow(tab: TabInView): Promise<void> {
    if (tab.tabId !== this.#tab.tabId || tab.url !== this.#tab.url) this.#opened = this.#hidden = this.#phrase = null;
    this.#tab = tab;
    await this.load();
  }

  /** Asks for the site's state and the page's report, and draws what came. */
  async load(): Promise<void> {
    const tab = this.#tab;
    if (tab === NO_TAB) return;
    const [site, report] = await Promise.all([callBackground('siteState', tab), callContent(tab.tabId, 'report')]);
    // The reader may have gone to another tab meanwhile.
    if (tab !== this.#tab) return;
    if (!site.ok) this.#view = { kind: 'error', error: site.error };
    else if (!report.ok) this.#view = { kind: 'silent', site: site.value };
    else this.#view = { kind: 'report', site: site.value, report: report.value };
    this.#draw();
  }

  #draw(): void {
    if (this.#pressed) return;
    // Announcements come often; what has not changed keeps its focus and its scroll.
    const key = JSON.stringify([
      this.#view,
      this.#opened,
      this.#hidden,
      this.#phrase,
      this.#search.key,
      this.#shortcuts,
    ]);
    if (key === this.#drawn) return;
    this.#drawn = key;
    const focused = this.#focusKey();
    const switchOpen = this.#root.querySelector<HTMLDetailsElement>('.site')?.open ?? false;
    fill(this.#root, this.#head(switchOpen), this.#undoView(), this.#main(), this.#foot());
    if (focused !== null) this.#root.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  }

  /** A selector for the element that has the focus, to give it back after drawing. */
  #focusKey(): string | null {
    const active = document.activeElement;
    if (!(active instanceof HTMLElement) || !this.#root.contains(active)) return null;
    for (const name of ['quotation', 'choice', 'action'])
      if (active.dataset[name] !== undefined) return `[data-${name}="${CSS.escape(active.dataset[name])}"]`;
    return active.tagName === 'SUMMARY' ? '.site > summary' : null;
  }

  #head(switchOpen: boolean): HTMLElement {
    const view = this.#view;
    const site = view.kind === 'silent' || view.kind === 'report' ? view.site : null;
    const switchable = site !== null && site.host !== null && site.forbidden === null;
    return h(
      'header',
      { class: 'head' },
      h(
        'div',
        { class: 'head-bar' },
        h('h1', null, t('popupTitle')),
        this.#beside ? null : this.#panelButton(),
        iconButton('⚙', t('popupOptions'), 'options', () => void openOptions()),
      ),
      switchable && (view.kind !== 'silent' || site.granted) ? this.#switch(site, switchOpen) : null,
    );
  }

  /** Offered by the popup, where the browser has a side panel. */
  #panelButton(): HTMLElement | null {
    if (!hasSidePanel() || this.#tab === NO_TAB) return null;
    const open = async (): Promise<void> => {
      await openSidePanel(this.#tab.tabId);
      close();
    };
    return iconButton('◨', t('popupPanel'), 'panel', () => void open());
  }

  #switch(site: SiteState, open: boolean): HTMLElement {
    const on = site.effective.mode !== 'off' && site.granted;
    return h(
      'details',
      { class: 'site', open },
      h(
        'summary',
        { 'data-site': site.effective.mode },
        h('span', { class: on ? 'lamp on' : 'lamp', 'aria-hidden': 'true' }),
        h('span', { class: 'site-host' }, site.host),
        h('span', { class: 'site-rule' }, ruleText(site)),
      ),
      choicesView(site, (choice) => void this.#choose(choice, site)),
    );
  }

  #main(): HTMLElement {
    const view = this.#view;
    if (this.#phrase !== null) return main('phrase', this.#phraseView(this.#phrase));
    switch (view.kind) {
      case 'loading':
        return main('loading');
      case 'error': {
        const again = button(t('popupRetry'), 'retry', () => void this.load());
        return main('error', stateView('!', t('popupErrorTitle'), view.error, again));
      }
      case 'silent':
      case 'report':
        if (view.site.forbidden !== null)
          return main('forbidden', stateView('–', t('popupForbiddenTitle'), forbiddenText(view.site.forbidden)));
        return view.kind === 'silent' ? this.#silent(view.site) : this.#reported(view.report, view.site);
    }
  }

  /** No script answers on the page. */
  #silent(site: SiteState): HTMLElement {
    if (!site.granted) {
      const choices = choicesView(site, (choice) => void this.#choose(choice, site));
      return main('not-allowed', stateView('“”', site.host ?? t('popupTitle'), t('popupNoAccess'), choices));
    }
    if (site.effective.mode === 'off') return main('off', stateView('–', t('popupOffTitle'), t('popupOffHint')));
    const now = primaryButton(t('popupOnce'), 'once', () => void this.#choose('once', site));
    return main('reload', stateView('…', t('popupReload'), null, now));
  }

  #reported(report: PageReport, site: SiteState): HTMLElement {
    const { items, state } = report;
    const opened = this.#opened === null ? undefined : items.find((item) => item.id === this.#opened);
    if (opened !== undefined) return main('detail', this.#detail(opened, report));
    if (state === 'off') {
      const now = primaryButton(t('popupOnce'), 'once', () => void this.#choose('once', site));
      return main('off', stateView('–', t('popupOffTitle'), t('popupOffHint'), now));
    }
    if (items.length === 0 && state === 'working') return main('working', stateView('…', t('popupReading'), null));
    const trouble =
      report.error === undefined
        ? null
        : h('p', { class: 'trouble', role: 'alert' }, t('popupErrorHint', report.error));
    const quotations = items.filter(isQuotation).length;
    if (quotations === 0) {
      const others = items.length === 0 ? null : quotationList(items, (item) => this.#open(item));
      return main('empty', trouble, stateView('“”', t('popupEmpty'), t('popupEmptyHint')), others);
    }
    if (state === 'asking') {
      const now = primaryButton(t('popupCheckNow'), 'start', () => void this.#start());
      return main('asking', stateView('“”', plural('popupAskHere', quotations), null, now));
    }
    const searching = this.#search.query !== '';
    return main(
      state === 'working' ? 'working' : 'list',
      trouble,
      state === 'working' ? progressView(report) : null,
      countsView(items),
      this.#search.field,
      searching ? this.#search.results(items) : quotationList(items, (item) => this.#open(item)),
      searching || state === 'working' ? null : exportsView(report, this.#tab.url),
    );
  }

  #detail(item: ReportItem, report: PageReport): HTMLElement {
    return h(
      'div',
      { class: 'detail' },
      this.#backButton(),
      findingView(item, report.searched, {
        read: openSource,
        show: () => void callContent(this.#tab.tabId, 'reveal', { id: item.id, card: true }),
        hide: () => {
          void callContent(this.#tab.tabId, 'hide', { id: item.id });
          this.#hidden = item.id;
          this.#back();
          this.#root.querySelector<HTMLElement>('[data-action="undo-hide"]')?.focus();
        },
      }),
    );
  }

  #undoView(): HTMLElement | null {
    const id = this.#hidden;
    if (id === null) return null;
    return hiddenView(() => {
      void callContent(this.#tab.tabId, 'unhide', { id });
      this.#hidden = null;
      this.#draw();
    });
  }

  #phraseView({ item, searched }: { readonly item: ReportItem; readonly searched: Searched }): HTMLElement {
    return h('div', { class: 'detail' }, this.#backButton(), findingView(item, searched, { read: openSource }));
  }

  #backButton(): HTMLElement {
    return h(
      'button',
      { type: 'button', class: 'plain back', 'data-action': 'back', onclick: () => this.#back() },
      `‹ ${t('popupBack')}`,
    );
  }

  #foot(): HTMLElement | null {
    const view = this.#view;
    return footView(view.kind === 'report' ? view.report.searched : null, this.#shortcuts);
  }

  #open(item: ReportItem): void {
    this.#opened = item.id;
    this.#hidden = null;
    void callContent(this.#tab.tabId, 'reveal', { id: item.id, card: false });
    this.#draw();
    scrollTo(0, 0);
    this.#root.querySelector<HTMLElement>('.back')?.focus();
  }

  #back(): void {
    const id = this.#opened;
    this.#opened = this.#phrase = null;
    this.#draw();
    if (id !== null) this.#root.querySelector<HTMLElement>(`[data-quotation="${CSS.escape(id)}"]`)?.focus();
  }

  async #lookUp(phrase: string): Promise<void> {
    const answer = await callBackground('findPhrase', { phrase });
    if (answer.ok) {
      const { finding, searched } = answer.value;
      const item = { id: 'phrase', text: phrase, kind: 'quotation', speaker: null, finding, marked: false } as const;
      this.#phrase = { item, searched };
    } else this.#view = { kind: 'error', error: answer.error };
    this.#draw();
    scrollTo(0, 0);
  }

  async #start(): Promise<void> {
    await callContent(this.#tab.tabId, 'start');
    await this.load();
  }

  async #choose(choice: Choice, site: SiteState): Promise<void> {
    if (site.host === null) return;
    const done = await carryOutChoice(choice, site.host, this.#tab.tabId);
    if (!done.ok) {
      this.#view = { kind: 'error', error: done.error };
      this.#draw();
    } else if (done.value) await this.#untilAnswered();
    else await this.load();
  }

  /** Loads until the freshly injected script answers. */
  async #untilAnswered(): Promise<void> {
    for (let tries = 0; tries < TRIES; tries++) {
      await this.load();
      if (this.#view.kind === 'report' && this.#view.report.state !== 'off') return;
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY));
    }
  }
}

/** The page's main part; `data-state` names the state it shows. */
const main = (state: string, ...children: readonly Child[]): HTMLElement =>
  h('main', { class: 'main', 'data-state': state }, ...children);

const iconButton = (sign: string, label: string, action: string, run: () => void): HTMLElement =>
  h(
    'button',
    {
      type: 'button',
      class: 'plain icon-button',
      'aria-label': label,
      title: label,
      'data-action': action,
      onclick: run,
    },
    sign,
  );

function openSource(match: Match): void {
  void callBackground('openSource', {
    pack: match.pack,
    source: match.source.id,
    turn: match.turn,
    start: match.start,
    end: match.end,
  });
}
