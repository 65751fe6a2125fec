import type { PageReport, ReportItem } from '../../protocol/contract.ts';
import { verdictSentence } from '../verdict.ts';
import type { Exported } from './exported.ts';

const COLUMNS = [
  'page',
  'page date',
  'quotation',
  'speaker',
  'verdict',
  'sentence',
  'source',
  'source speaker',
  'source date',
  'passage',
  'words',
  'address',
];

/** One line a quotation, RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export function csv(report: PageReport, page: Exported): string {
  const lines = [COLUMNS, ...report.items.map((item) => rowOf(item, report, page.url))];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
}

function rowOf(item: ReportItem, report: PageReport, url: string): string[] {
  const { finding } = item;
  const match = finding?.matches[0];
  return [
    url,
    report.date ?? '',
    item.text,
    item.speaker ?? '',
    finding?.verdict ?? '',
    finding === null ? '' : verdictSentence(finding, item.text, report.searched),
    match?.source.title ?? '',
    match?.speaker ?? match?.source.speaker ?? '',
    match?.source.date ?? '',
    match?.text ?? '',
    match === undefined ? '' : `${match.words.matched}/${match.words.total}`,
    match?.source.url ?? '',
  ];
}

/** A cell that begins like a formula gets an apostrophe before it: spreadsheets would carry it out. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
