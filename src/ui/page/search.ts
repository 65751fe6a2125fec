import type { ReportItem } from '../../protocol/contract.ts';
import { callBackground } from '../../platform/messages.ts';
import { t } from '../../platform/i18n.ts';
import { h } from '../dom.ts';
import { button } from '../findingView.ts';
import { formatDate } from '../language.ts';
import { filterItems, SourceSearch, type FoundSource } from './lookup.ts';
import { quotationList } from './quotationList.ts';

/** More sources than these are found by typing more. */
const SOURCES_SHOWN = 8;
const LONGEST_QUERY = 300;

export interface SearchEvents {
  /** The words have changed, or the sources have come. */
  readonly changed: () => void;
  readonly open: (item: ReportItem) => void;
  readonly lookUp: (phrase: string) => void;
}

/** The search field and what it finds: quotations of the page, sources in the packs, a phrase in all of them. */
export class Search {
  readonly field: HTMLInputElement;
  readonly #events: SearchEvents;
  #sources: SourceSearch | null = null;

  constructor(events: SearchEvents) {
    this.#events = events;
    this.field = h('input', {
      type: 'search',
      class: 'search',
      'data-action': 'search',
      'aria-label': t('searchLabel'),
      placeholder: t('searchPlaceholder'),
      oninput: () => void this.#typed(),
    });
  }

  get query(): string {
    return this.field.value.trim().slice(0, LONGEST_QUERY);
  }

  /** Changes whenever the results do. */
  get key(): string {
    return `${this.query}|${this.#sources !== null}`;
  }

  results(items: readonly ReportItem[]): HTMLElement {
    const { query } = this;
    const here = filterItems(items, query);
    const sources = this.#sources?.find(query, SOURCES_SHOWN) ?? [];
    return h(
      'div',
      { class: 'results' },
      here.length === 0 ? null : quotationList(here, this.#events.open),
      query.includes(' ')
        ? h(
            'p',
            { class: 'phrase' },
            button(t('searchPhrase', query), 'phrase', () => this.#events.lookUp(query)),
          )
        : null,
      sources.length === 0
        ? null
        : h(
            'section',
            { class: 'group', 'data-group': 'sources' },
            h('h2', null, t('searchSources')),
            h(
              'ul',
              null,
              sources.map((source) => h('li', null, sourceRow(source))),
            ),
          ),
      here.length === 0 && sources.length === 0
        ? h('p', { class: 'nothing', role: 'status' }, t('searchNothing'))
        : null,
    );
  }

  /** The sources are asked for when the reader first searches. */
  async #typed(): Promise<void> {
    this.#events.changed();
    if (this.#sources !== null || this.query === '') return;
    const answer = await callBackground('sources');
    if (!answer.ok) return;
    this.#sources = new SourceSearch(answer.value.sources);
    this.#events.changed();
  }
}

function sourceRow(source: FoundSource): HTMLElement {
  const open = (): void =>
    void callBackground('openSource', { pack: source.pack, source: source.id, turn: 0, start: 0, end: 0 });
  const facts = [source.speaker, source.date === null ? null : formatDate(source.date)].filter((each) => each !== null);
  return h(
    'button',
    { type: 'button', class: 'row plain', 'data-source': source.id, onclick: open },
    h(
      'span',
      { class: 'row-words' },
      h('span', { class: 'row-quote', dir: 'auto' }, source.title),
      h('span', { class: 'row-facts', dir: 'auto' }, facts.join(' · ')),
    ),
  );
}
