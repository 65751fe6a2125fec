import type { Match, Searched } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { t } from '../platform/i18n.ts';
import { citation, CITATION_FORMS, type CitationForm } from './citation.ts';
import { copyText } from './copy.ts';
import { h } from './dom.ts';
import { reportText } from './reportText.ts';

type Key = Parameters<typeof t>[0];

const LABELS: Readonly<Record<CitationForm, Key>> = {
  plain: 'copyPlain',
  markdown: 'copyMarkdown',
  html: 'copyHtml',
  bibtex: 'copyBibtex',
  ris: 'copyRis',
  'csl-json': 'copyCsl',
};

/** The citation in each form, a click a form. */
export function copyView(match: Match): HTMLElement {
  const said = h('span', { class: 'copied', role: 'status' });
  return h(
    'details',
    { class: 'copy', 'data-part': 'copy' },
    h('summary', null, t('actionCopy')),
    h(
      'div',
      { class: 'actions' },
      CITATION_FORMS.map((form) => copyButton(t(LABELS[form]), `copy-${form}`, () => citation(match, form), said)),
      said,
    ),
  );
}

/** A prefilled text about a wrong match, to copy. Nothing is sent. */
export function reportView(item: ReportItem, searched: Searched | null): HTMLElement {
  const text = reportText(item, searched);
  const said = h('span', { class: 'copied', role: 'status' });
  return h(
    'details',
    { class: 'report', 'data-part': 'report' },
    h('summary', null, t('actionReport')),
    h('p', { class: 'hint' }, t('reportHint')),
    h('textarea', { class: 'report-text', readonly: true, rows: 6, 'aria-label': t('actionReport'), value: text }),
    h(
      'div',
      { class: 'actions' },
      copyButton(t('reportCopy'), 'copy-report', () => text, said),
      said,
    ),
  );
}

function copyButton(label: string, action: string, text: () => string, said: HTMLElement): HTMLElement {
  const run = (): void => {
    void copyText(text(), said).then((done) => (said.textContent = t(done ? 'copyDone' : 'copyFailed')));
  };
  return h('button', { type: 'button', 'data-action': action, onclick: run }, label);
}
