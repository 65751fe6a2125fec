import type { EditKind, Searched } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { t } from '../platform/i18n.ts';
import { h } from './dom.ts';
import { formatNumber } from './language.ts';
import { coverageLine, sourceWords } from './verdict.ts';

type Key = Parameters<typeof t>[0];

const KIND_LABELS: Readonly<Record<EditKind, Key>> = {
  negation: 'kindNegation',
  number: 'kindNumber',
  name: 'kindName',
  pronoun: 'kindPronoun',
  modal: 'kindModal',
  quantifier: 'kindQuantifier',
  comparative: 'kindComparative',
  content: 'kindContent',
  'marked-cut': 'kindMarkedCut',
  bracketed: 'kindBracketed',
  sic: 'kindSic',
  filler: 'kindFiller',
  repeat: 'kindRepeat',
  contraction: 'kindContraction',
  numeral: 'kindNumeral',
  spelling: 'kindSpelling',
  'edge-conjunction': 'kindConjunction',
  noise: 'kindNoise',
};

/** More edits than this say no more to a reader. */
const EDITS_SHOWN = 12;

/** The grounds of the verdict, closed until asked for: the words compared, each edit with its table, what was searched. */
export function whyView(item: ReportItem, searched: Searched | null): HTMLElement | null {
  const match = item.finding?.matches[0];
  if (match === undefined && searched === null) return null;
  return h(
    'details',
    { class: 'why', 'data-part': 'why' },
    h('summary', null, t('whyTitle')),
    h(
      'ul',
      null,
      match === undefined
        ? null
        : h('li', null, t('whyWords', formatNumber(match.words.matched), formatNumber(match.words.total))),
      match === undefined ? null : h('li', null, t('whyFolding')),
      match?.edits.slice(0, EDITS_SHOWN).map((edit) => {
        const here = item.text.slice(edit.quote[0], edit.quote[1]).trim();
        const there = sourceWords(match, edit).trim();
        const label = t(KIND_LABELS[edit.kind]);
        if (here === '') return h('li', { dir: 'auto' }, t('whyMissing', label, there));
        if (there === '') return h('li', { dir: 'auto' }, t('whyAdded', label, here));
        return h('li', { dir: 'auto' }, t('whyChanged', label, here, there));
      }),
      searched === null ? null : h('li', null, t('whySearched', coverageLine(searched))),
    ),
  );
}
