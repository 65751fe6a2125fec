import type { PageReport, ReportItem, SiteState } from '../../protocol/contract.ts';
import { t } from '../../platform/i18n.ts';
import { h, type Child } from '../dom.ts';
import { countsOf } from '../groups.ts';
import { formatNumber, plural } from '../language.ts';

/** A page without a list: a sign, what is the matter, and what can be done. */
export function stateView(sign: string, title: string, text: string | null, ...more: readonly Child[]): HTMLElement {
  return h(
    'div',
    { class: 'state' },
    h('p', { class: 'state-sign', 'aria-hidden': 'true' }, sign),
    h('h2', null, title),
    text === null ? null : h('p', null, text),
    ...more,
  );
}

export const primaryButton = (text: string, action: string, run: () => void): HTMLElement =>
  h('button', { type: 'button', class: 'primary', 'data-action': action, onclick: run }, text);

/** Why the browser keeps every extension out of this page. */
export function forbiddenText(why: NonNullable<SiteState['forbidden']>): string {
  switch (why) {
    case 'store':
      return t('popupForbiddenStore');
    case 'browser-page':
      return t('popupForbiddenBrowser');
    case 'pdf':
      return t('popupForbiddenPdf');
    case 'file':
      return t('popupForbiddenFile');
  }
}

export function progressView({ progress: { done, total } }: PageReport): HTMLElement {
  const share = total === 0 ? 0 : Math.round((100 * done) / total);
  const bar = h('div');
  bar.style.width = `${share}%`;
  return h(
    'div',
    {
      class: 'progress',
      role: 'progressbar',
      'aria-valuenow': share,
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-label': t('popupWorking', formatNumber(done), formatNumber(total)),
    },
    bar,
  );
}

/** "6 quotations · 2 matched · 1 differs …" in grey: numbers, never a score. */
export function countsView(items: readonly ReportItem[]): HTMLElement {
  const counts = countsOf(items);
  const parts: Child[] = [h('strong', null, plural('popupFound', counts.found))];
  if (counts.matched > 0) parts.push(h('span', null, t('popupMatched', formatNumber(counts.matched))));
  if (counts.differ > 0) parts.push(h('span', null, plural('popupDiffer', counts.differ)));
  if (counts.notFound > 0) parts.push(h('span', null, t('popupNotFound', formatNumber(counts.notFound))));
  if (counts.notChecked > 0) parts.push(h('span', null, t('popupNotChecked', formatNumber(counts.notChecked))));
  return h('p', { class: 'counts', role: 'status' }, ...parts);
}
