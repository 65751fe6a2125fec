import type { PackDocument, Turn } from '../document.ts';
import { stemOf } from './detect.ts';
import { withTurns, type People } from './turns/index.ts';
import type { DocumentDefaults } from './types.ts';

/** Where documents come from: the file, its checksum, and what the reader said of all of them. */
export interface Origin {
  readonly name: string;
  /** 16 hexadecimal digits; part of the id, so that two files of one name stay apart. */
  readonly checksum: string;
  readonly defaults: DocumentDefaults;
  readonly people: People;
}

/** What an importer found out about one document. */
export interface Found {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly speaker?: string | undefined;
  readonly date?: string | undefined;
  readonly venue?: string | undefined;
  readonly url?: string | undefined;
  readonly lang?: string | undefined;
  readonly licence?: string | undefined;
  readonly class?: PackDocument['class'] | undefined;
  readonly uncertain?: PackDocument['uncertain'];
  readonly text?: string | undefined;
  readonly turns?: readonly Turn[] | undefined;
}

/**
 * The document for what was found in a file, with the reader's defaults, an id and a title of last resort, and speaker labels turned into
 * people. Null when it has no words. `part` tells apart several documents of one file.
 */
export function documentOf(found: Found, origin: Origin, part: string | null = null): PackDocument | null {
  const text = found.text === undefined ? undefined : cleanText(found.text);
  const turns = found.turns
    ?.map((turn) => ({ ...turn, text: cleanText(turn.text) }))
    .filter((turn) => turn.text !== '');
  if ((text === undefined || text === '') && (turns === undefined || turns.length === 0)) return null;
  const stem = stemOf(origin.name);
  const { defaults } = origin;
  const date =
    isoDate(found.date) ?? isoDate(defaults.date) ?? isoDate(/(?:^|\D)(\d{4}-\d{2}-\d{2})(?!\d)/u.exec(stem)?.[1]);
  const url = found.url !== undefined && /^https?:\/\/[^\s"'<>]+$/u.test(found.url.trim()) ? found.url.trim() : null;
  const speaker = line(found.speaker) ?? line(defaults.speaker);
  const venue = line(found.venue);
  const licence = line(found.licence) ?? line(defaults.licence);
  return withTurns(
    {
      id: line(found.id) ?? [slug(stem), origin.checksum.slice(0, 8), ...(part === null ? [] : [part])].join('-'),
      title: line(found.title)?.slice(0, 500) ?? titleOfName(stem),
      ...(speaker === null ? {} : { speaker }),
      ...(date === null ? {} : { date }),
      ...(venue === null ? {} : { venue }),
      ...(url === null ? {} : { url }),
      ...(licence === null ? {} : { licence }),
      lang: language(found.lang) ?? defaults.lang ?? 'en',
      class: found.class ?? defaults.class ?? 'official transcript',
      ...(found.uncertain === undefined ? {} : { uncertain: found.uncertain }),
      ...(turns !== undefined && turns.length > 0 ? { turns } : { text: text ?? '' }),
    },
    origin.people,
  );
}

/** Text without control characters, and with every line end a newline. */
export function cleanText(text: string): string {
  return (
    text
      .replace(/\r\n?/gu, '\n')
      // eslint-disable-next-line no-control-regex -- control characters are what is taken out
      .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/gu, '')
      .trim()
  );
}

function line(value: string | undefined): string | null {
  const text = value === undefined ? '' : cleanText(value).replace(/\s+/gu, ' ');
  return text === '' ? null : text;
}

function language(value: string | undefined): string | null {
  const tag = value?.trim() ?? '';
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(tag) ? tag.split('-')[0].toLowerCase() : null;
}

export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
  return plain.slice(0, 80) || 'source';
}

function titleOfName(stem: string): string {
  return stem.replace(/[_]+/gu, ' ').replace(/\s+/gu, ' ').trim() || 'Untitled';
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/**
 * The ISO date in a text, or null: "2022-02-08", "2022-02-08T10:00", "February 8, 2022", "Feb. 8, 2022", "8 February 2022", "20220208", "2022/02/08", "1941".
 * "08/02/2022" is not read: its day and month cannot be told apart.
 */
export function isoDate(text: string | undefined): string | null {
  const value = text?.trim().slice(0, 200) ?? '';
  const iso =
    /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:$|[T\s])/u.exec(value) ?? /^(\d{4})(\d{2})(\d{2})$/u.exec(value);
  if (iso) return valid(iso[1], iso[2], iso[3]);
  const named = /(?:^|\s)(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/iu.exec(value);
  if (named) return valid(named[3], month(named[1]), named[2]);
  const british = /(?:^|\s)(\d{1,2})(?:st|nd|rd|th|\.)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})\b/iu.exec(value);
  if (british) return valid(british[3], month(british[2]), british[1]);
  return null;
}

function month(name: string): string | undefined {
  const index = MONTHS.findIndex((full) =>
    full.startsWith(
      name
        .toLowerCase()
        .slice(0, 4)
        .replace(/^sept$/u, 'sep'),
    ),
  );
  return index < 0 ? 'x' : String(index + 1);
}

function valid(year: string, month?: string, day?: string): string | null {
  if (month === undefined) return year;
  const [m, d] = [Number(month), Number(day ?? 1)];
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null;
  const head = `${year}-${String(m).padStart(2, '0')}`;
  return day === undefined ? head : `${head}-${String(d).padStart(2, '0')}`;
}
