import { documentOf, type Found, type Origin } from './documents.ts';
import type { Item } from './types.ts';
import type { SourceClass } from '../document.ts';
import { SOURCE_CLASSES } from '../document.ts';

/**
 * Plain text or Markdown: one document, with front matter ("---" lines around "key: value" lines, or such lines at the very top) and speaker
 * labels. The title is that of the front matter, else the first heading.
 */
export function textItems(text: string, origin: Origin, where: string): Item[] {
  const { fields, body } = frontMatter(text);
  const heading = /^\s*#{1,2}[ \t]+(\S.*)$/mu.exec(body.slice(0, 2000));
  const found: Found = {
    ...factsOf(fields),
    title: fields.get('title') ?? fields.get('headline') ?? heading?.[1],
    text: heading === null ? body : body.replace(heading[0], ''),
  };
  const document = documentOf(found, origin);
  return [document === null ? { kind: 'skipped', where, why: 'no words in it' } : { kind: 'document', document }];
}

/** What front matter (or a table of metadata) says, under the names that people use for it. */
export function factsOf(fields: ReadonlyMap<string, string>): Found {
  const first = (...names: string[]) => names.map((name) => fields.get(name)).find((value) => value !== undefined);
  const named = first('class')?.toLowerCase();
  return {
    id: first('id'),
    title: first('title', 'headline'),
    speaker: first('speaker', 'author', 'by', 'person'),
    date: first('date', 'published', 'published_at', 'published_date', 'day'),
    venue: first('venue', 'place', 'location', 'event', 'occasion'),
    url: first('url', 'source_url', 'source', 'link', 'permalink'),
    lang: first('lang', 'language', 'locale'),
    licence: first('licence', 'license', 'rights'),
    class: SOURCE_CLASSES.find((known): known is SourceClass => known === named),
  };
}

const FIELD = /^([A-Za-z][\w -]{0,30}?)\s*:\s*(\S.*)$/u;
const KNOWN = new Set([
  'title',
  'headline',
  'speaker',
  'author',
  'date',
  'venue',
  'url',
  'source_url',
  'lang',
  'language',
  'licence',
  'license',
  'class',
  'id',
]);

/** Front matter between "---" lines; or, without them, two or more lines with known keys at the top, ended by a blank line. */
export function frontMatter(raw: string): { fields: Map<string, string>; body: string } {
  const text = raw.replace(/^\ufeff/u, '').replace(/\r\n?/gu, '\n');
  const fields = new Map<string, string>();
  const fenced = /^\s*---[ \t]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text);
  const loose = fenced
    ? null
    : /^\s*((?:[A-Za-z][\w -]{0,30}:[ \t]*\S[^\n]*\n){2,20})[ \t]*\n/u.exec(text.slice(0, 8000));
  const block = fenced?.[1] ?? loose?.[1];
  if (block === undefined) return { fields, body: text };
  for (const row of block.split('\n')) {
    const match = FIELD.exec(row.trim());
    if (match) fields.set(match[1].toLowerCase().replace(/[ -]/gu, '_'), unquoted(match[2].trim()));
  }
  if (loose && ![...fields.keys()].every((key) => KNOWN.has(key))) return { fields: new Map(), body: text };
  return { fields, body: text.slice((fenced ?? loose)![0].length) };
}

function unquoted(value: string): string {
  const match = /^(["'])(.*)\1$/u.exec(value);
  return match ? match[2] : value;
}
