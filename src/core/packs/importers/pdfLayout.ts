import { labelAt } from './turns/labels.ts';

/** A run of letters on a page; lengths in points, y upwards from the bottom. */
export interface PageItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Column on the page, from 0. */
  readonly column: number;
}

/** A page's lines in reading order: from top to bottom, the left column before the right one. */
export function pageLines(items: readonly PageItem[], pageWidth: number): PageLine[] {
  const gutter = gutterOf(items, pageWidth);
  if (gutter === null) return linesOf(items, 0);
  const across = items.filter((item) => item.x < gutter && item.x + item.width > gutter);
  const top = Math.min(...across.map((item) => item.y), Infinity);
  const heading = items.filter((item) => item.y >= top - 1);
  const rest = items.filter((item) => item.y < top - 1);
  return [
    ...linesOf(heading, 0),
    ...linesOf(
      rest.filter((item) => item.x < gutter),
      0,
    ),
    ...linesOf(
      rest.filter((item) => item.x >= gutter),
      1,
    ),
  ];
}

/** The middle of an empty band between two columns, or null on a page of one column. */
function gutterOf(items: readonly PageItem[], pageWidth: number): number | null {
  const STEP = 4;
  const cells = Math.ceil(pageWidth / STEP);
  if (items.length < 20 || cells < 20 || cells > 5000) return null;
  const covered = new Uint32Array(cells + 1);
  let total = 0;
  for (const { x, width, text } of items) {
    total += text.length;
    const from = Math.max(0, Math.floor(x / STEP));
    const to = Math.min(cells, Math.floor((x + width) / STEP));
    for (let cell = from; cell <= to; cell++) covered[cell]++;
  }
  // A heading over both columns may cross the band: up to 4 in 100 of the runs.
  const allowed = Math.floor(items.length * 0.04);
  let best: { from: number; length: number } | null = null;
  for (let cell = Math.floor(cells * 0.3); cell < cells * 0.7; cell++) {
    let length = 0;
    while (cell + length < cells * 0.7 && covered[cell + length] <= allowed) length++;
    if (length * STEP >= 10 && length > (best?.length ?? 0)) best = { from: cell, length };
    cell += length;
  }
  if (!best) return null;
  const middle = (best.from + best.length / 2) * STEP;
  const left = items.reduce((sum, item) => sum + (item.x + item.width <= middle ? item.text.length : 0), 0);
  const right = items.reduce((sum, item) => sum + (item.x >= middle ? item.text.length : 0), 0);
  return left > total * 0.25 && right > total * 0.25 ? middle : null;
}

function linesOf(items: readonly PageItem[], column: number): PageLine[] {
  const sorted = [...items].sort((a, b) => b.y - a.y || a.x - b.x);
  const rows: PageItem[][] = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0].y - item.y) < Math.max(2, item.size * 0.4)) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => {
    row.sort((a, b) => a.x - b.x);
    let text = '';
    let end = row[0].x;
    for (const item of row) {
      const gap = item.x - end;
      // A gap of several letters is kept as such: "Q" is set apart by one.
      if (text !== '' && gap > item.size * 1.5) text += '   ';
      else if (text !== '' && gap > item.size * 0.15 && !/\s$/u.test(text) && !/^\s/u.test(item.text)) text += ' ';
      text += item.text;
      end = item.x + item.width;
    }
    return { text: text.trim(), x: row[0].x, y: row[0].y, size: row[0].size, column };
  });
}

/** The words of all pages as paragraphs with blank lines between them. */
export function textOfPages(pages: readonly (readonly PageLine[])[]): string {
  const repeated = runningLines(pages);
  const paragraphs: string[] = [];
  let current = '';
  let before: PageLine | null = null;
  for (const page of pages) {
    const kept = page.filter((line) => !repeated.has(shape(line.text)) && !isPageNumber(line, page));
    const lines = withoutLineNumbers(kept);
    const spacing = usualSpacing(lines);
    const left = [0, 1].map((column) =>
      Math.min(...lines.filter((line) => line.column === column).map((line) => line.x)),
    );
    for (const line of lines) {
      const label = labelAt(line.text);
      const opens =
        before === null ||
        label?.kind === 'certain' ||
        (label !== null && label.kind !== 'asker' && line.x <= left[line.column] + 1) ||
        (before.column === line.column && before.y - line.y > spacing * 1.4) ||
        (line.x > left[line.column] + line.size * 0.9 &&
          line.x < left[line.column] + line.size * 5 &&
          before.x <= left[before.column] + line.size * 0.5) ||
        Math.abs(before.size - line.size) > 2;
      if (opens) {
        if (current !== '') paragraphs.push(current);
        current = line.text;
      } else {
        current = joined(current, line.text);
      }
      before = line;
    }
    // A paragraph that ends a page with a full stop has ended; else it may go on overleaf.
    if (/[.!?”"’)\]:]$/u.test(current)) before = null;
  }
  if (current !== '') paragraphs.push(current);
  return paragraphs.join('\n\n');
}

/** A word divided at a line's end is one word again; "twenty-" before "Five" or a dash keep their mark. */
function joined(text: string, next: string): string {
  if (/\p{Ll}[-\u00ad\u2010]$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  return `${text} ${next}`;
}

/** Lines at the top or bottom of at least three pages (and a third of all), the same but for numbers. */
function runningLines(pages: readonly (readonly PageLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edge = page.length >= 8 ? 2 : 1;
    const edges = new Set([...page.slice(0, edge), ...page.slice(-edge)].map((line) => shape(line.text)));
    for (const text of edges) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const least = Math.max(3, pages.length / 3);
  return new Set([...counts].filter(([, count]) => count >= least).map(([text]) => text));
}

function shape(text: string): string {
  return text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').toLowerCase();
}

function isPageNumber(line: PageLine, page: readonly PageLine[]): boolean {
  const isEdge = line === page[0] || line === page.at(-1);
  return isEdge && /^[-–—\s]*(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?[-–—\s]*$/iu.test(line.text);
}

/** Court and parliament transcripts number their lines 1, 2, 3, … down each page: such numbers are taken off. */
function withoutLineNumbers(lines: readonly PageLine[]): PageLine[] {
  const numbers = lines.map((line) => /^(\d{1,3})(?:\s|$)/u.exec(line.text)?.[1]);
  let steps = 0;
  let last: number | null = null;
  for (const value of numbers) {
    const number = value === undefined ? null : Number(value);
    if (number !== null && last !== null && number > last && number - last <= 5) steps++;
    if (number !== null) last = number;
  }
  if (lines.length < 5 || steps < (lines.length - 1) * 0.6) return [...lines];
  return lines
    .map((line) => ({ ...line, text: line.text.replace(/^\d{1,3}(?:\s+|$)/u, '') }))
    .filter((line) => line.text !== '');
}

/** The most frequent distance between lines, in points. */
function usualSpacing(lines: readonly PageLine[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const gap = lines[i - 1].y - lines[i].y;
    if (gap > 2 && lines[i - 1].column === lines[i].column) gaps.push(gap);
  }
  gaps.sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length * 0.4)] ?? 12;
}
