import { documentOf, type Origin } from './documents.ts';
import { decodeText } from './encoding.ts';
import { localName, parseMarkup } from './markup.ts';
import type { Item } from './types.ts';
import { zipEntries } from './zipEntries.ts';

/**
 * A Word document: paragraphs of `word/document.xml`, with deletions of tracked changes left out; a table row "name | words" is a turn.
 * @throws Error with one sentence when it is no Word document.
 */
export function docxItems(bytes: Uint8Array, origin: Origin, where: string): Item[] {
  const entries = zipEntries(bytes);
  const entry = entries.find(({ name }) => name === 'word/document.xml');
  if (!entry) throw new Error('This is no Word document: word/document.xml is missing.');
  const { paragraphs, heading } = readBody(decodeText(entry.unpack()).text);
  const core = entries.find(({ name }) => name === 'docProps/core.xml');
  const title = heading ?? (core ? titleOfCore(decodeText(core.unpack()).text) : null);
  const document = documentOf({ title: title ?? undefined, text: paragraphs.join('\n\n') }, origin);
  return [document === null ? { kind: 'skipped', where, why: 'no words in it' } : { kind: 'document', document }];
}

const LEFT_OUT = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'footnote',
  'txbxContent',
  'Fallback',
  'delInstrText',
]);

function readBody(xml: string): { paragraphs: string[]; heading: string | null } {
  const paragraphs: string[] = [];
  let heading: string | null = null;
  let words = '';
  let inText = false;
  let out = 0;
  let isHeading = false;
  let cells: string[] | null = null;
  let tables = 0;
  const endParagraph = () => {
    const text = words.replace(/[ \t]+/gu, ' ').trim();
    words = '';
    if (text === '') return;
    if (isHeading && heading === null && paragraphs.length === 0) heading = text;
    else if (cells && cells.length > 0)
      cells[cells.length - 1] += `${cells[cells.length - 1] === '' ? '' : '\n'}${text}`;
    else paragraphs.push(text);
  };
  parseMarkup(
    xml,
    {
      onopentag(qualified, attributes) {
        const name = localName(qualified);
        if (LEFT_OUT.has(name)) out++;
        if (name === 't') inText = true;
        else if (name === 'tab') words += ' ';
        else if (name === 'br' || name === 'cr') words += '\n';
        else if (name === 'p') isHeading = false;
        else if (name === 'pStyle') isHeading = /^(?:title|heading1|titel|titre)$/iu.test(attributes['w:val'] ?? '');
        else if (name === 'tbl') tables++;
        else if (name === 'tr' && tables === 1) cells = [];
        else if (name === 'tc' && tables === 1) cells?.push('');
      },
      ontext(data) {
        if (inText && out === 0) words += data;
      },
      onclosetag(qualified) {
        const name = localName(qualified);
        if (LEFT_OUT.has(name)) out--;
        if (name === 't') inText = false;
        else if (name === 'p') endParagraph();
        else if (name === 'tbl') tables--;
        else if (name === 'tr' && cells && tables === 1) {
          paragraphs.push(rowText(cells));
          cells = null;
        }
      },
    },
    'xml',
  );
  endParagraph();
  return { paragraphs: paragraphs.filter((text) => text !== ''), heading };
}

function rowText(cells: readonly string[]): string {
  const [first = '', ...rest] = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (rest.length === 0) return first;
  const name = first.replace(/:$/u, '');
  return name.length <= 48 && !name.includes('\n') ? `${name}: ${rest.join(' ')}` : cells.join('\n');
}

function titleOfCore(xml: string): string | null {
  let inTitle = false;
  let title = '';
  parseMarkup(
    xml,
    {
      onopentag: (name) => void (inTitle = localName(name) === 'title'),
      ontext: (data) => void (title += inTitle ? data : ''),
      onclosetag: () => void (inTitle = false),
    },
    'xml',
  );
  return title.trim() === '' ? null : title.trim();
}
