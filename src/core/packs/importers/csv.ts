import Papa from 'papaparse';
import type { Turn } from '../document.ts';
import { documentOf, type Origin } from './documents.ts';
import { milliseconds } from './turns/labels.ts';
import type { ColumnMapping, Item } from './types.ts';

type Field = keyof ColumnMapping;

/** Column headings that people use, by what they hold; first come, first served. */
const HEADINGS: Readonly<Record<Field, readonly string[]>> = {
  text: ['text', 'words', 'quote', 'quotation', 'speech', 'transcript', 'content', 'utterance', 'statement', 'body'],
  speaker: ['speaker', 'speaker_name', 'name', 'person', 'who', 'author', 'by'],
  date: ['date', 'day', 'datum', 'published', 'sitting_date'],
  title: ['title', 'event', 'headline', 'debate', 'agenda', 'agenda_item', 'session'],
  url: ['url', 'link', 'source', 'source_url', 'hansard_url'],
  venue: ['venue', 'place', 'location', 'house'],
  at: ['at', 'start', 'time', 'timestamp', 'start_time'],
  id: ['id', 'doc_id', 'document_id', 'speech_id', 'debate_id'],
  lang: ['lang', 'language'],
};

/** A CSV or TSV file's columns and first rows, for choosing what each holds. */
export interface Table {
  readonly headings: readonly string[];
  readonly mapping: ColumnMapping;
  readonly rows: readonly (readonly string[])[];
}

const ROWS_SHOWN = 5;

/** The columns of a table as guessed from the headings, or, without headings, from the content: the column with the longest texts holds them. */
export function readTable(text: string): Table {
  const { rows, headed } = parse(text, ROWS_SHOWN + 20);
  const headings = headed ? rows[0] : (rows[0] ?? []).map((_, i) => String(i + 1));
  const body = rows.slice(headed ? 1 : 0);
  const mapping: Partial<Record<Field, string>> = {};
  if (headed) {
    const folded = headings.map((heading) => heading.trim().toLowerCase().replace(/[ -]/gu, '_'));
    for (const [field, names] of Object.entries(HEADINGS) as [Field, readonly string[]][]) {
      const name = names.find((known) => folded.includes(known));
      if (name !== undefined) mapping[field] = headings[folded.indexOf(name)];
    }
  }
  if (mapping.text === undefined && headings.length > 0) {
    const lengths = headings.map((_, i) => body.reduce((sum, row) => sum + (row[i] ?? '').length, 0));
    const longest = lengths.indexOf(Math.max(...lengths));
    mapping.text = headings[longest];
    if (!headed && headings.length === 2) mapping.speaker = headings[1 - longest];
  }
  return { headings, mapping, rows: body.slice(0, ROWS_SHOWN) };
}

/** CSV or TSV: rows of one id, title, or (without these) address and date are one document; each row is a turn. */
export function csvItems(text: string, columns: ColumnMapping | undefined, origin: Origin, where: string): Item[] {
  const table = readTable(text);
  const mapping = { ...table.mapping, ...columns };
  const { rows, headed, errors } = parse(text);
  const items: Item[] = errors.slice(0, 100).map((why) => ({ kind: 'skipped', ...why }));
  const column = (field: Field) => columnOf(mapping[field], table.headings);
  const textColumn = column('text');
  if (textColumn < 0) return [{ kind: 'skipped', where, why: 'no column holds the words' }];
  const cell = (row: readonly string[], field: Field) => {
    const value = row[column(field)]?.trim();
    return value === '' ? undefined : value;
  };
  const groups = new Map<string, string[][]>();
  for (const [i, row] of rows.entries()) {
    if (headed && i === 0) continue;
    if ((row[textColumn] ?? '').trim() === '') {
      items.push({ kind: 'skipped', where: `row ${i + 1}`, why: 'no words in it' });
      continue;
    }
    const key = cell(row, 'title') ?? cell(row, 'url') ?? '';
    const group = `${key}\n${cell(row, 'date') ?? ''}\n${key === '' ? (cell(row, 'id') ?? '') : ''}`;
    const known = groups.get(group);
    if (known) known.push(row);
    else groups.set(group, [row]);
  }
  let part = 0;
  for (const group of groups.values()) {
    const [first] = group;
    const turns = group.map((row): Turn => {
      const speaker = cell(row, 'speaker');
      const at = milliseconds(cell(row, 'at') ?? '');
      return { ...(speaker === undefined ? {} : { speaker }), text: row[textColumn], ...(at === null ? {} : { at }) };
    });
    const single = group.length === 1;
    const found = {
      id: single ? cell(first, 'id') : undefined,
      title: cell(first, 'title'),
      date: cell(first, 'date'),
      url: cell(first, 'url'),
      venue: cell(first, 'venue'),
      lang: cell(first, 'lang'),
      ...(single ? { text: turns[0].text, speaker: turns[0].speaker } : { turns }),
    };
    const document = documentOf(found, origin, String(++part));
    if (document) items.push({ kind: 'document', document });
  }
  return items;
}

function parse(
  text: string,
  preview = 0,
): { rows: string[][]; headed: boolean; errors: { where: string; why: string }[] } {
  const result = Papa.parse<string[]>(text.replace(/^\ufeff/u, ''), {
    skipEmptyLines: 'greedy',
    preview,
    delimitersToGuess: [',', '\t', ';', '|'],
  });
  const rows = result.data;
  const headed = hasHeadings(rows);
  const errors = result.errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => ({ where: `row ${(error.row ?? 0) + 1}`, why: 'a quotation mark is not closed' }));
  return { rows, headed, errors };
}

/** A column by its heading, or by its number from 1. */
function columnOf(name: string | undefined, headings: readonly string[]): number {
  if (name === undefined) return -1;
  const index = headings.indexOf(name);
  return index >= 0 || !/^\d{1,3}$/u.test(name) ? index : Number(name) - 1;
}

/** The first row names the columns: by a name that we know, or because it is short where the rows below are long. */
function hasHeadings(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows;
  const known = new Set(Object.values(HEADINGS).flat());
  if (first.some((cell) => known.has(cell.trim().toLowerCase().replace(/[ -]/gu, '_')))) return true;
  if (rest.length === 0 || !first.every((cell) => cell.length <= 24 && /^[\p{L}_ -]+$/u.test(cell.trim())))
    return false;
  const sample = rest.slice(0, 20);
  return first.some(
    (cell, i) =>
      sample.reduce((sum, row) => sum + (row[i] ?? '').length, 0) / sample.length >= 2 * cell.length &&
      sample.some((row) => (row[i] ?? '').includes(' ')),
  );
}
