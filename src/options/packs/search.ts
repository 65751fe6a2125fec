import Fuse from 'fuse.js';
import type { SourceInfo } from '../../core/packs/types.ts';
import { t } from '../../platform/i18n.ts';
import { callBackground } from '../../platform/messages.ts';
import { fill, h } from '../../ui/dom.ts';
import { plural } from '../../ui/language.ts';
import { button } from '../controls.ts';

type ListedSource = SourceInfo & { readonly pack: string };

const SHOWN = 30;
const PHRASE_WORDS = 4;

/** Looks inside the packs: sources by title, speaker, place or date (slips forgiven), and passages by the words that were said. */
export function searchView(signal: AbortSignal): HTMLElement {
  const answers = h('ul', { class: 'plain-list', 'aria-live': 'polite', 'data-field': 'source-answers' });
  const found = h('div', { 'aria-live': 'polite', 'data-field': 'phrase-answers' });
  let sources: Promise<Fuse<ListedSource>> | null = null;
  const query = h('input', {
    type: 'search',
    id: 'packs-search',
    maxlength: 200,
    oninput: () => {
      sources ??= sourceIndex();
      const asked = query.value.trim();
      void sources.then((index) => {
        if (asked !== query.value.trim() || signal.aborted) return;
        const hits = asked === '' ? [] : index.search(asked, { limit: SHOWN });
        fill(
          answers,
          asked !== '' && hits.length === 0
            ? h('li', { class: 'soft' }, t('packsNoSources'))
            : hits.map(({ item }) => h('li', null, sourceLine(item))),
        );
      });
    },
  });
  const phrase = h('input', { type: 'search', id: 'packs-phrase', maxlength: 1000, class: 'grow' });
  const find = async () => {
    const words = phrase.value.trim();
    if (words.split(/\s+/u).length < PHRASE_WORDS) return fill(found, h('p', { class: 'soft' }, t('packsPhraseShort')));
    const answer = await callBackground('findPhrase', { phrase: words });
    if (!answer.ok) return fill(found, h('p', { class: 'problem' }, answer.error));
    const { finding, searched } = answer.value;
    if (finding.matches.length === 0) return fill(found, h('p', null, plural('sentenceNotFound', searched.sources)));
    fill(
      found,
      h(
        'ul',
        { class: 'plain-list' },
        finding.matches.map((match) =>
          h(
            'li',
            null,
            sourceLine({ ...match.source, pack: match.pack }, match),
            h('blockquote', null, match.before, h('mark', null, match.text), match.after),
          ),
        ),
      ),
    );
  };
  return h(
    'section',
    { class: 'box' },
    h('h2', null, t('packsSearchTitle')),
    h('div', { class: 'field' }, h('label', { for: query.id }, t('packsSearch')), query),
    answers,
    h(
      'form',
      {
        onsubmit: (event) => {
          event.preventDefault();
          void find();
        },
      },
      h(
        'div',
        { class: 'field' },
        h('label', { for: phrase.id }, t('packsPhrase')),
        h(
          'div',
          { class: 'line' },
          phrase,
          button(t('packsFind'), 'packs-find', () => void find()),
        ),
      ),
    ),
    found,
  );
}

async function sourceIndex(): Promise<Fuse<ListedSource>> {
  const answer = await callBackground('sources');
  const sources = answer.ok ? answer.value.sources : [];
  return new Fuse(sources, {
    keys: [{ name: 'title', weight: 3 }, { name: 'speaker', weight: 2 }, 'venue', 'date'],
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.35,
  });
}

/** A source with its facts, leading to the reader page. */
function sourceLine(
  source: ListedSource,
  at: { turn: number; start: number; end: number } = { turn: 0, start: 0, end: 0 },
): HTMLElement {
  const facts = [source.speaker, source.date, source.venue].filter((fact) => fact !== null).join(' · ');
  const place = { pack: source.pack, source: source.id, turn: at.turn, start: at.start, end: at.end };
  return h(
    'div',
    { class: 'line' },
    h('span', { class: 'grow' }, h('b', null, source.title), ' ', h('span', { class: 'soft' }, facts)),
    button(t('packsRead'), `read-${source.id}`, () => void callBackground('openSource', place), 'plain'),
  );
}
