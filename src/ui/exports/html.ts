import type { Match } from '../../core/matching/types.ts';
import type { PageReport, ReportItem } from '../../protocol/contract.ts';
import { t } from '../../platform/i18n.ts';
import { escapeHtml } from '../citation.ts';
import { stretches } from '../difference.ts';
import { isSafeAddress } from '../dom.ts';
import { groupsOf } from '../groups.ts';
import { plural, uiLanguage } from '../language.ts';
import { noticeText } from '../notices.ts';
import { coverageLine, LOOKS, sourceName, verdictSentence } from '../verdict.ts';
import type { Exported } from './exported.ts';

/** A day and a time in the reader's language. */
export const exportDate = (at: Date): string =>
  new Intl.DateTimeFormat(uiLanguage(), { dateStyle: 'long', timeStyle: 'short' }).format(at);

const STYLE = `body{font:11pt/1.5 Georgia,serif;max-width:44em;margin:2em auto;padding:0 1em;color:#1b1d21}
h1{font-size:1.5em;line-height:1.25}h2{font-size:1.1em;margin-top:2em;border-bottom:1px solid #ccc}
article{break-inside:avoid;margin:1.2em 0}blockquote{margin:0 0 .4em;padding-left:1em;border-left:3px solid #ccc}
p,ul{margin:.3em 0}.facts{color:#555;font-size:.9em}mark{background:none;text-decoration:underline wavy #a84600;font-weight:bold}
.source mark{text-decoration:underline solid 2px #005e94}a{color:#0060a8;overflow-wrap:anywhere}`;

/** A page of its own for printing: no script, nothing loaded from anywhere; every word of the page and the packs escaped. */
export function printable(report: PageReport, page: Exported): string {
  const address = isSafeAddress(page.url)
    ? `<a href="${escapeHtml(page.url)}">${escapeHtml(page.url)}</a>`
    : escapeHtml(page.url);
  const head = [
    `<p>${address}</p>`,
    `<p class="facts">${escapeHtml([t('exportMade', exportDate(page.at)), plural('popupFound', report.items.length), report.searched === null ? '' : t('popupSearched', coverageLine(report.searched))].filter(Boolean).join(' · '))}</p>`,
  ];
  const groups = groupsOf(report.items).map(
    (group) =>
      `<h2>${escapeHtml(group.verdict === null ? t('verdictWaiting') : t(LOOKS[group.verdict].label))}</h2>\n${group.items.map((item) => itemHtml(item, report)).join('\n')}`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(uiLanguage())}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escapeHtml(report.title)}</title><style>${STYLE}</style></head>
<body><h1>${escapeHtml(report.title)}</h1>
${head.join('\n')}
${groups.join('\n')}
</body></html>
`;
}

function itemHtml(item: ReportItem, report: PageReport): string {
  const { finding } = item;
  const match = finding?.matches[0];
  const parts = [
    `<blockquote>${match === undefined ? escapeHtml(item.text) : markedHtml(item.text, match, 'quote')}</blockquote>`,
  ];
  if (item.speaker !== null) parts.push(`<p class="facts">${escapeHtml(t('findingCredited', item.speaker))}</p>`);
  if (finding !== null) parts.push(`<p>${escapeHtml(verdictSentence(finding, item.text, report.searched))}</p>`);
  if (match !== undefined) parts.push(sourceHtml(match));
  if (finding !== null && finding.notices.length > 0)
    parts.push(`<ul>${finding.notices.map((notice) => `<li>${escapeHtml(noticeText(notice))}</li>`).join('')}</ul>`);
  return `<article>${parts.join('\n')}</article>`;
}

function sourceHtml(match: Match): string {
  const { url } = match.source;
  const name = escapeHtml(sourceName(match));
  const link =
    url !== null && isSafeAddress(url) ? `${name}<br><a href="${escapeHtml(url)}">${escapeHtml(url)}</a>` : name;
  return `<p class="source">${escapeHtml(t('differenceSource'))}: “${markedHtml(match.text, match, 'source')}”</p><p class="facts">${link}</p>`;
}

function markedHtml(text: string, match: Match, side: 'quote' | 'source'): string {
  return stretches(text, match.edits, side, side === 'source' ? match.start : 0)
    .map((part) =>
      part.edit === null ? escapeHtml(part.text) : `<mark>${escapeHtml(part.text === '' ? '‸' : part.text)}</mark>`,
    )
    .join('');
}
