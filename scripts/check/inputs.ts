import { once } from 'node:events';
import { createReadStream, statSync } from 'node:fs';
import { extname } from 'node:path';
import * as v from 'valibot';
import { StringDecoder } from 'node:string_decoder';
import { decodeText } from '../../src/core/packs/importers/encoding.ts';
import { BadInput } from '../badInput.ts';

/** A page or a text larger than this was not written by a person. Bytes; for JSON lines, of one line. */
const LARGEST = 50 * 1024 * 1024;
/** Bytes looked at to tell text from anything else. */
const HEAD = 8_192;

/** One article as it came in. */
export interface Article {
  readonly id: string;
  readonly form: 'text' | 'html';
  readonly content: string;
  readonly lang?: string;
  readonly date?: string;
}

const maybe = v.optional(v.nullable(v.string()));
const id = v.optional(v.union([v.string(), v.number()]));
const ArticleLine = v.pipe(
  v.object({ id, text: v.optional(v.string()), html: v.optional(v.string()), lang: maybe, date: maybe }),
  v.check(({ text, html }) => (text === undefined) !== (html === undefined), 'needs either "text" or "html"'),
);
const QuoteLineSchema = v.object({ id, quote: v.string(), speaker: maybe, date: maybe, lang: maybe });

export interface QuoteLine {
  readonly id: string;
  readonly quote: string;
  readonly speaker: string | null;
  readonly date: string | null;
  readonly lang: string | null;
}

/**
 * The articles of a file, or of standard input for "-". A page and a text are one article each; JSON lines are read one by one.
 * @throws BadInput naming file and line.
 */
export async function* articlesIn(path: string): AsyncGenerator<Article> {
  const form = extname(path).toLowerCase();
  if (form === '.jsonl' || form === '.ndjson') {
    yield* articleLines(path, chunksOf(path));
    return;
  }
  const chunks = chunksOf(path);
  const first = await chunks.next();
  const head = first.done === true ? Buffer.alloc(0) : first.value;
  const rest = prepended(head, chunks);
  if (path === '-' && /^\s*\{/u.test(head.toString('utf8', 0, 64))) {
    yield* articleLines(path, rest);
    return;
  }
  const bytes = await wholeOf(path, rest);
  const isPage =
    /^\.x?html?$/u.test(form) ||
    (form !== '.txt' && /^\s*(?:<!--|<!doctype|<html|<\w+[\s>])/iu.test(head.toString('utf8', 0, 256)));
  yield isPage
    ? { id: path, form: 'html', content: decodedPage(bytes) }
    : { id: path, form: 'text', content: decodedText(path, bytes) };
}

async function* articleLines(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Article> {
  for await (const { value, where } of jsonLines(path, chunks)) {
    const { id, text, html, lang, date } = parsed(ArticleLine, value, where);
    yield {
      id: String(id ?? where.line),
      form: text === undefined ? 'html' : 'text',
      content: text ?? html ?? '',
      ...(typeof lang === 'string' ? { lang } : {}),
      ...(typeof date === 'string' ? { date } : {}),
    };
  }
}

/** The lines of a file of quotations. @throws BadInput naming file and line. */
export async function* quotesIn(path: string): AsyncGenerator<QuoteLine> {
  for await (const { value, where } of jsonLines(path, chunksOf(path))) {
    const read = parsed(QuoteLineSchema, value, where);
    yield {
      id: String(read.id ?? where.line),
      quote: read.quote,
      speaker: read.speaker ?? null,
      date: read.date ?? null,
      lang: read.lang ?? null,
    };
  }
}

interface Where {
  readonly path: string;
  readonly line: number;
}

function parsed<T extends v.GenericSchema>(schema: T, value: unknown, { path, line }: Where): v.InferOutput<T> {
  const read = v.safeParse(schema, value, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  const field = v.getDotPath(issue);
  throw new BadInput(`${path}:${line}: ${field === null ? '' : `${field}: `}${issue.message}`);
}

/** Splits at line feeds only: JSON may hold every other line break as it is. Empty lines are left out. */
async function* jsonLines(
  path: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ value: unknown; where: Where }> {
  const decoder = new StringDecoder('utf8');
  let pending = '';
  let number = 0;
  let found = false;
  const read = (text: string): { value: unknown; where: Where } | null => {
    number++;
    if (text.trim() === '') return null;
    found = true;
    try {
      return { value: JSON.parse(text), where: { path, line: number } };
    } catch {
      throw new BadInput(`${path}:${number}: not a line of JSON`);
    }
  };
  for await (const chunk of chunks) {
    pending += decoder.write(chunk);
    if (number === 0) pending = pending.replace(/^\uFEFF/u, '');
    const lines = pending.split('\n');
    pending = lines.pop()!;
    if (pending.length > LARGEST) throw new BadInput(`${path}:${number + lines.length + 1}: a line of more than 50 MB`);
    for (const text of lines) {
      const entry = read(text);
      if (entry !== null) yield entry;
    }
  }
  pending += decoder.end();
  if (pending !== '') {
    const entry = read(pending);
    if (entry !== null) yield entry;
  }
  if (!found) throw new BadInput(`${path}: empty`);
}

/** The bytes of a file piece by piece. @throws BadInput when it is missing, a folder, empty, or not text. */
async function* chunksOf(path: string): AsyncGenerator<Buffer> {
  if (path !== '-') {
    const found = statSync(path, { throwIfNoEntry: false });
    if (found === undefined) throw new BadInput(`${path}: no such file`);
    if (found.isDirectory()) throw new BadInput(`${path}: a folder, not a file`);
  }
  const stream = path === '-' ? process.stdin : createReadStream(path, { highWaterMark: 1 << 18 });
  stream.on('error', () => undefined);
  let first = true;
  try {
    for await (const chunk of stream) {
      const bytes = chunk as Buffer;
      if (first && isBinary(bytes.subarray(0, HEAD))) throw new BadInput(`${path}: not a text file`);
      first = false;
      yield bytes;
    }
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${path}: could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
  if (first) throw new BadInput(`${path}: empty`);
}

async function* prepended(first: Buffer, rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  if (first.length > 0) yield first;
  yield* rest;
}

async function wholeOf(path: string, chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > LARGEST) throw new BadInput(`${path}: more than 50 MB`);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** NUL bytes stand in no text but UTF-16; other control characters are rare in one. */
function isBinary(head: Buffer): boolean {
  if (isUtf16(head)) return false;
  let controls = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls * 50 > head.length;
}

const isUtf16 = (bytes: Buffer): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

function decodedText(path: string, bytes: Buffer): string {
  if (isUtf16(bytes)) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') throw new BadInput(`${path}: empty`);
    return text;
  } catch (error) {
    if (error instanceof BadInput) throw error;
    throw new BadInput(`${path}: not UTF-8 text`);
  }
}

/** As browsers do: a byte order mark, then what the page declares, then UTF-8 if it is that, then windows-1252. */
function decodedPage(bytes: Buffer): string {
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(bytes.toString('latin1', 0, 4096))?.[1] ?? null;
  return decodeText(bytes, declared).text;
}

/** Writes a line, waiting when the reader of our output is slower than we are. */
export async function writeLine(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}
