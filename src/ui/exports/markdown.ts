import type { PageReport, ReportItem } from '../../protocol/contract.ts';
import { t } from '../../platform/i18n.ts';
import { escapeMarkdown } from '../citation.ts';
import { groupsOf } from '../groups.ts';
import { plural } from '../language.ts';
import { noticeText } from '../notices.ts';
import { coverageLine, LOOKS, sourceName, verdictSentence } from '../verdict.ts';
import type { Exported } from './exported.ts';
import { exportDate } from './html.ts';

/** The page's findings as a Markdown report. */
export function markdown(report: PageReport, page: Exported): string {
  const lines = [
    `# ${escapeMarkdown(report.title)}`,
    '',
    `<${page.url.replace(/[<>\s]/gu, encodeURIComponent)}>`,
    '',
    t('exportMade', exportDate(page.at)),
    plural('popupFound', report.items.length),
  ];
  if (report.searched !== null) lines.push(t('popupSearched', coverageLine(report.searched)));
  for (const group of groupsOf(report.items)) {
    lines.push('', `## ${group.verdict === null ? t('verdictWaiting') : t(LOOKS[group.verdict].label)}`);
    for (const item of group.items) lines.push('', ...itemLines(item, report));
  }
  return `${lines.join('\n')}\n`;
}

function itemLines(item: ReportItem, report: PageReport): string[] {
  const { finding } = item;
  const lines = [`> ${escapeMarkdown(item.text)}`, ''];
  if (item.speaker !== null) lines.push(`- ${escapeMarkdown(t('findingCredited', item.speaker))}`);
  if (finding === null) return lines;
  lines.push(`- ${escapeMarkdown(verdictSentence(finding, item.text, report.searched))}`);
  const match = finding.matches[0];
  if (match !== undefined)
    lines.push(
      `- ${t('differenceSource')}: “${escapeMarkdown(match.text)}” — ${escapeMarkdown(sourceName(match))}${match.source.url === null ? '' : ` <${match.source.url.replace(/[<>\s]/gu, encodeURIComponent)}>`}`,
    );
  for (const notice of finding.notices) lines.push(`- ${escapeMarkdown(noticeText(notice))}`);
  return lines;
}
