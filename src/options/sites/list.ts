import { SITE_MODES } from '../../core/settings/index.ts';
import type { SiteMode, SiteRule } from '../../core/settings/types.ts';
import { t, type MessageKey } from '../../platform/i18n.ts';
import { fill, h, type Child } from '../../ui/dom.ts';
import { formatNumber, plural } from '../../ui/language.ts';
import { button, checkbox, redraw, select } from '../controls.ts';
import type { Store } from '../store.ts';
import { modeText } from '../wording.ts';
import { ORDERS, RuleFinder, type Order } from './find.ts';
import { ruleView } from './rule.ts';

/** Rows drawn at once; more are drawn on a click, so that ten thousand rules open as fast as ten. */
const STEP = 200;

const ORDER_LABELS: Readonly<Record<Order, MessageKey>> = {
  recent: 'optionsOrderRecent',
  name: 'optionsOrderName',
  mode: 'optionsOrderMode',
};

/** The list of the reader's rules: searched, sorted, changed one by one or many at once. */
export class RuleList {
  readonly root = h('div', { class: 'rules-part' });
  readonly #store: Store;
  readonly #rows = h('ul', { class: 'rules', 'aria-label': t('optionsYourSites') });
  readonly #bulk = h('div', { class: 'line bulk' });
  readonly #foot = h('p', { class: 'soft', role: 'status', 'data-part': 'rules-count' });
  readonly #search: HTMLInputElement;
  readonly #selected = new Set<string>();
  #finder = new RuleFinder([]);
  readonly #used = new Map<string, string>();
  #order: Order = 'recent';
  #shown = STEP;
  #opened: string | null = null;

  constructor(store: Store) {
    this.#store = store;
    this.#search = h('input', {
      type: 'search',
      id: 'rule-search',
      class: 'grow',
      placeholder: t('optionsSearch'),
      'aria-label': t('optionsSearch'),
      maxlength: 200,
      oninput: () => {
        this.#shown = STEP;
        this.draw();
      },
    });
    const order = select<Order>({
      id: 'rule-order',
      label: t('optionsOrder'),
      values: ORDERS.map((each) => [each, t(ORDER_LABELS[each])]),
      value: this.#order,
      choose: (chosen) => {
        this.#order = chosen;
        this.draw();
      },
    });
    fill(
      this.root,
      h('div', { class: 'line', 'data-part': 'find' }, this.#search, order),
      this.#bulk,
      this.#rows,
      this.#foot,
    );
  }

  draw(): void {
    redraw(this.root, () => this.#fill());
  }

  #fill(): void {
    const { settings } = this.#store.state;
    const all = this.#all();
    const found = this.#finder.find(this.#search.value, this.#order);
    const known = new Set(settings.sites.map(({ pattern }) => pattern));
    for (const pattern of this.#selected) if (!known.has(pattern)) this.#selected.delete(pattern);
    this.#search.parentElement!.hidden = all.length === 0;
    fill(
      this.#rows,
      found.slice(0, this.#shown).map((rule) => this.#row(rule)),
    );
    fill(this.#foot, this.#footText(all.length, found.length));
    this.#fillBulk(found);
  }

  /** The administrator's rules, then the reader's; the finder is made anew only when they change. */
  #all(): readonly SiteRule[] {
    const { settings, managed } = this.#store.state;
    const { rules } = this.#finder;
    const all = [...managed.sites, ...settings.sites];
    for (const { pattern, used = '' } of all) if (!this.#used.has(pattern)) this.#used.set(pattern, used);
    if (rules.length !== all.length || rules.some((rule, index) => rule !== all[index]))
      this.#finder = new RuleFinder(all, this.#used);
    return all;
  }

  #row(rule: SiteRule): HTMLElement {
    const { pattern } = rule;
    return ruleView(this.#store, rule, {
      selected: this.#selected.has(pattern),
      opened: this.#opened === pattern,
      select: (selected) => {
        if (selected) this.#selected.add(pattern);
        else this.#selected.delete(pattern);
        this.draw();
      },
      open: (opened) => {
        this.#opened = opened ? pattern : null;
        this.draw();
      },
    });
  }

  #footText(all: number, found: number): Child {
    if (all === 0) return t('optionsNoSites');
    if (found === 0) return t('optionsNoneFound');
    if (found > this.#shown)
      return [
        t('optionsShown', formatNumber(this.#shown), formatNumber(found)),
        ' ',
        button(t('optionsShowMore'), 'more', () => {
          this.#shown += STEP;
          this.draw();
        }),
      ];
    return found < all ? plural('optionsFound', found) : plural('optionsCount', all);
  }

  #fillBulk(found: readonly SiteRule[]): void {
    const own = new Set(this.#store.state.settings.sites);
    const choosable = found.filter((rule) => own.has(rule));
    const chosen = this.#selected.size;
    const every = choosable.length > 0 && choosable.every(({ pattern }) => this.#selected.has(pattern));
    this.#bulk.hidden = choosable.length < 2;
    fill(
      this.#bulk,
      checkbox({
        key: 'select-all',
        label: chosen === 0 ? t('optionsSelectAll') : plural('optionsSelected', chosen),
        checked: every,
        change: (checked) => {
          for (const { pattern } of choosable) {
            if (checked) this.#selected.add(pattern);
            else this.#selected.delete(pattern);
          }
          if (!checked) this.#selected.clear();
          this.draw();
        },
      }),
      chosen === 0
        ? null
        : h(
            'span',
            { class: 'line tight' },
            SITE_MODES.map((mode) => button(modeText(mode), `bulk-${mode}`, () => void this.#setAll(mode))),
            button(t('optionsRemove'), 'bulk-remove', () => void this.#removeAll()),
          ),
    );
  }

  async #setAll(mode: SiteMode): Promise<void> {
    const patterns = new Set(this.#selected);
    if (!(await this.#store.ask(this.#store.missingOrigins([...patterns].map((pattern) => ({ pattern, mode }))))))
      return;
    await this.#store.change(
      (settings) => ({
        ...settings,
        sites: settings.sites.map((rule) => (patterns.has(rule.pattern) ? { ...rule, mode } : rule)),
      }),
      plural('optionsChanged', patterns.size, modeText(mode)),
    );
  }

  async #removeAll(): Promise<void> {
    const patterns = new Set(this.#selected);
    this.#selected.clear();
    await this.#store.change(
      (settings) => ({ ...settings, sites: settings.sites.filter(({ pattern }) => !patterns.has(pattern)) }),
      plural('optionsRemovedSome', patterns.size),
    );
  }
}
