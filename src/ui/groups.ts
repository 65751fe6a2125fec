import type { Verdict } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { MATCHED } from './verdict.ts';

/** The order in which a list shows verdicts: what needs a look first, what was not checked last. */
const ORDER: readonly (Verdict | null)[] = [
  'known-misquotation',
  'key-word-altered',
  'altered',
  'joined',
  'exact',
  'edits-marked',
  'cleaned',
  'resembles',
  'not-found',
  null,
  'not-checked',
];

export interface Group {
  /** Null for quotations that wait for their answer. */
  readonly verdict: Verdict | null;
  readonly items: readonly ReportItem[];
}

/** The items by verdict, each group in the page's order; empty groups left out. */
export function groupsOf(items: readonly ReportItem[]): Group[] {
  return ORDER.map((verdict) => ({
    verdict,
    items: items.filter((item) => (item.finding?.verdict ?? null) === verdict),
  })).filter((group) => group.items.length > 0);
}

export interface Counts {
  readonly found: number;
  readonly matched: number;
  readonly differ: number;
  readonly notFound: number;
  readonly notChecked: number;
}

const DIFFER: ReadonlySet<Verdict> = new Set<Verdict>(['key-word-altered', 'altered', 'joined', 'known-misquotation']);

/** Somebody's words; titles, scare quotes and the like stand in the list, and count for nothing. */
export const isQuotation = ({ kind }: Pick<ReportItem, 'kind'>): boolean => kind === 'quotation';

/** Numbers for the line over the list. A similar passage is not a match, so it counts as without one. */
export function countsOf(items: readonly ReportItem[]): Counts {
  const counts = { found: 0, matched: 0, differ: 0, notFound: 0, notChecked: 0 };
  for (const { finding } of items.filter(isQuotation)) {
    counts.found++;
    if (finding === null) continue;
    if (MATCHED.has(finding.verdict)) counts.matched++;
    else if (DIFFER.has(finding.verdict)) counts.differ++;
    else if (finding.verdict === 'not-checked') counts.notChecked++;
    else counts.notFound++;
  }
  return counts;
}
