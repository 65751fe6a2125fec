import type { PageReport, ReportItem } from '../../protocol/contract.ts';
import { verdictSentence } from '../verdict.ts';
import type { Exported } from './exported.ts';

/** The page's findings as W3C Web Annotations (JSON-LD): each points at the words with a TextQuoteSelector. */
export function annotations(report: PageReport, page: Exported): string {
  const created = page.at.toISOString();
  const items = report.items.filter((item) => item.finding !== null && item.finding.verdict !== 'not-checked');
  return JSON.stringify(
    {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: `${page.url}#verbatim`,
      type: 'AnnotationPage',
      items: items.map((item) => annotation(item, report, page.url, created)),
    },
    null,
    2,
  );
}

function annotation(item: ReportItem, report: PageReport, url: string, created: string): object {
  const finding = item.finding!;
  const bodies: object[] = [
    {
      type: 'TextualBody',
      purpose: 'commenting',
      format: 'text/plain',
      value: verdictSentence(finding, item.text, report.searched),
    },
    { type: 'TextualBody', purpose: 'classifying', format: 'text/plain', value: finding.verdict },
  ];
  for (const match of finding.matches.slice(0, 3))
    if (match.source.url !== null)
      bodies.push({
        type: 'SpecificResource',
        purpose: 'linking',
        source: match.source.url,
        selector: {
          type: 'TextQuoteSelector',
          exact: match.text,
          prefix: match.before.slice(-32),
          suffix: match.after.slice(0, 32),
        },
      });
  return {
    id: `${url}#verbatim-${item.id}`,
    type: 'Annotation',
    motivation: 'assessing',
    created,
    body: bodies,
    target: {
      source: url,
      selector: {
        type: 'TextQuoteSelector',
        exact: item.text,
        prefix: item.around?.before ?? '',
        suffix: item.around?.after ?? '',
      },
    },
  };
}
