import type { PageReport } from '../../protocol/contract.ts';
import { t } from '../../platform/i18n.ts';
import { h } from '../dom.ts';
import { EXPORTS, saveExport, type ExportForm } from './index.ts';

const LABELS = {
  html: 'exportHtml',
  markdown: 'exportMarkdown',
  csv: 'exportCsv',
  annotations: 'exportAnnotations',
} as const satisfies Record<ExportForm, string>;

/** The offer to save a page's results; null where the browser does not tell the page's address. */
export function exportsView(report: PageReport, url: string | null): HTMLElement | null {
  if (url === null) return null;
  return h(
    'details',
    { class: 'exports', 'data-part': 'exports' },
    h('summary', null, t('exportTitle')),
    h(
      'div',
      { class: 'actions' },
      (Object.keys(EXPORTS) as ExportForm[]).map((form) =>
        h(
          'button',
          {
            type: 'button',
            'data-action': `export-${form}`,
            onclick: () => saveExport(form, report, { url, at: new Date() }),
          },
          t(LABELS[form]),
        ),
      ),
    ),
  );
}
