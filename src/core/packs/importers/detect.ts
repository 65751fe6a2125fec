import { windows1252 } from './encoding.ts';
import { isGzip } from './bytes.ts';
import type { Format } from './types.ts';

const ENDINGS: Readonly<Record<string, Format>> = {
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  json: 'jsonl',
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  srt: 'subtitles',
  vtt: 'subtitles',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  csv: 'csv',
  tsv: 'csv',
  tab: 'csv',
  docx: 'docx',
  pdf: 'pdf',
  zip: 'zip',
};

/** The endings that a file picker should offer. */
export const FILE_ENDINGS: readonly string[] = [...Object.keys(ENDINGS), 'xml', 'gz'].map((ending) => `.${ending}`);

/** A file's name without folders, `.gz` and its ending. */
export function stemOf(name: string): string {
  const base = name.replaceAll('\\', '/').split('/').at(-1) ?? name;
  return base.replace(/\.gz$/iu, '').replace(/\.[a-z0-9]{1,8}$/iu, '');
}

/**
 * The format of a file by the first bytes of its (unpacked) content, then by its ending. Null when it is none of ours: a picture, a
 * program, an old .doc.
 */
export function detectFormat(name: string, head: Uint8Array): Format | null {
  const ending = /\.([a-z0-9]{1,8})$/iu.exec(name.replace(/\.gz$/iu, ''))?.[1]?.toLowerCase() ?? '';
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) {
    return ending === 'docx' ? 'docx' : 'zip';
  }
  const start = latin(head.subarray(0, 4096))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/u, '')
    .replaceAll('\0', '');
  if (start.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (isGzip(head) || isBinary(head)) return null;
  if (/^\s*WEBVTT/u.test(start)) return 'subtitles';
  if (/^\s*</u.test(start)) {
    if (/<mediawiki[\s>]/u.test(start)) return 'wikiquote';
    if (/<(?:TEI|teiCorpus|tei:TEI)[\s>]/u.test(start)) return 'tei';
    if (/<!doctype html|<html[\s>]|<(?:body|head|article|p|div)[\s>]/iu.test(start)) return 'html';
  }
  const byName = Object.hasOwn(ENDINGS, ending) ? ENDINGS[ending] : null;
  if (byName === 'pdf' || byName === 'docx' || byName === 'zip') return null;
  if (byName !== null && byName !== 'text') return byName;
  if (/^\s*[[{]\s*["{]/u.test(start)) return 'jsonl';
  if (/^\s*\d+\s*\r?\n\d{1,2}:\d{2}:\d{2}[,.]\d{1,3} --> /u.test(start)) return 'subtitles';
  return byName ?? (ending === 'xml' ? 'html' : 'text');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function latin(bytes: Uint8Array): string {
  return windows1252(bytes);
}

/** Zero bytes in both places of the pairs, or many control characters: not text in any encoding we read. */
function isBinary(head: Uint8Array): boolean {
  let odd = 0;
  let even = 0;
  let control = 0;
  const length = Math.min(head.length, 4096);
  for (let i = 0; i < length; i++) {
    const byte = head[i];
    if (byte === 0) {
      if (i % 2 === 0) even++;
      else odd++;
    } else if (byte < 9 || (byte > 13 && byte < 27)) control++;
  }
  return control > length / 20 || (even > length / 20 && odd > length / 20);
}
