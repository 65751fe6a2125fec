import type { Searched } from '../core/matching/types.ts';
import type { ReportItem } from '../protocol/contract.ts';
import { callBackground } from '../platform/messages.ts';

/** A longer selection is cut: nobody quotes a whole page, and the search is bounded. */
const LONGEST = 2000;

/** The selected words and where they stand, or null when nothing is selected. */
export function selectedWords(): { readonly text: string; readonly range: Range } | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = wholeWords(selection.getRangeAt(0).cloneRange());
  // A range inside one text node is read from it; anything else as the browser would copy it.
  const same = range.startContainer === range.endContainer && range.startContainer.nodeType === Node.TEXT_NODE;
  const text = (same ? range.toString() : selection.toString()).replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
  return text === '' ? null : { text, range };
}

const WORD_BEFORE = /[\p{L}\p{M}\p{N}]+$/u;
const WORD_AFTER = /^[\p{L}\p{M}\p{N}]+/u;

/** Widens a range whose ends stand inside words. */
function wholeWords(range: Range): Range {
  const { startContainer: first, startOffset: start, endContainer: last, endOffset: end } = range;
  if (first instanceof Text && WORD_AFTER.test(first.data.slice(start)))
    range.setStart(first, start - (WORD_BEFORE.exec(first.data.slice(0, start))?.[0].length ?? 0));
  if (last instanceof Text && WORD_BEFORE.test(last.data.slice(0, end)))
    range.setEnd(last, end + (WORD_AFTER.exec(last.data.slice(end))?.[0].length ?? 0));
  return range;
}

/** Looks the selected words up as if they were a quotation, marked or not. */
export async function checkWords(
  text: string,
  facts: { readonly date: string | null; readonly lang: string | null },
): Promise<{ readonly item: ReportItem; readonly searched: Searched | null } | null> {
  const id = 'selection';
  const answer = await callBackground('check', [
    { id, quote: text, speaker: null, date: facts.date, lang: facts.lang },
  ]);
  if (!answer.ok) return null;
  const finding = answer.value.findings[0] ?? null;
  return {
    item: { id, text, kind: 'quotation', speaker: null, finding, marked: false },
    searched: answer.value.searched,
  };
}
