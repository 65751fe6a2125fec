import type { Searched } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { t } from '../platform/i18n.ts';

/**
 * What a maintainer needs to look into a wrong match, as text the reader can change before passing it on. The page's
 * address is not in it.
 */
export function reportText(item: ReportItem, searched: Searched | null): string {
  const { finding } = item;
  const match = finding?.matches[0];
  const lines = [
    t('reportIntro'),
    '',
    `quotation: ${item.text}`,
    `kind: ${item.kind}`,
    `speaker: ${item.speaker ?? '-'}`,
    `verdict: ${finding?.verdict ?? '-'}${finding?.reason ? ` (${finding.reason})` : ''}`,
  ];
  if (match !== undefined)
    lines.push(
      `source: ${match.pack} / ${match.source.id}, turn ${match.turn}, ${match.start}–${match.end}`,
      `passage: ${match.text}`,
      `words: ${match.words.matched} of ${match.words.total}`,
      ...match.edits.map(
        (edit) => `edit: ${edit.op} ${edit.kind} [${edit.quote.join('–')}] [${edit.source.join('–')}]`,
      ),
    );
  for (const notice of finding?.notices ?? []) lines.push(`notice: ${notice.kind}`);
  if (searched !== null) lines.push(`packs: ${searched.packs.map((pack) => `${pack.id} ${pack.version}`).join(', ')}`);
  return lines.join('\n');
}
