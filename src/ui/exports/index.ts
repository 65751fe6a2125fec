import type { PageReport } from '../../protocol/contract.ts';
import { annotations } from './annotations.ts';
import { csv } from './csv.ts';
import type { Exported } from './exported.ts';
import { printable } from './html.ts';
import { markdown } from './markdown.ts';

/** The forms in which a page's findings can be taken along: file ending, type, and how it is made. */
export const EXPORTS = {
  html: { ending: 'html', type: 'text/html', make: printable },
  markdown: { ending: 'md', type: 'text/markdown', make: markdown },
  csv: { ending: 'csv', type: 'text/csv', make: csv },
  annotations: { ending: 'jsonld', type: 'application/ld+json', make: annotations },
} as const;
export type ExportForm = keyof typeof EXPORTS;

/** Hands a page's findings to the reader as a file, made here and saved by the browser. */
export function saveExport(form: ExportForm, report: PageReport, page: Exported): void {
  const { ending, type, make } = EXPORTS[form];
  const address = URL.createObjectURL(new Blob([make(report, page)], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `verbatim-${hostOf(page.url)}-${page.at.toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const hostOf = (url: string): string =>
  (URL.canParse(url) ? new URL(url).hostname.replace(/[^\w.-]/gu, '') : '') || 'page';
