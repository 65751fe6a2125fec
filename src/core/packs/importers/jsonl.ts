import * as v from 'valibot';
import { DocumentSchema, type PackDocument } from '../document.ts';
import { byteLines, contentChunks } from './bytes.ts';
import { decodeText } from './encoding.ts';
import { quotebankDocument } from './quotebank.ts';
import { withTurns, type People } from './turns/index.ts';
import { LIMITS, type DocumentDefaults, type Item } from './types.ts';

/**
 * JSON lines: one document a line, in Verbatim's own schema or in either of Quotebank's two. A file that is one JSON
 * array or one object is read too, when it is small enough. Lines that are not documents are left out with the reason.
 */
export function* jsonlItems(bytes: Uint8Array, defaults: DocumentDefaults, people: People): Generator<Item> {
  let line = 0;
  let seen = 0;
  for (const raw of linesOf(bytes)) {
    line++;
    const where = `line ${line}`;
    if (raw.length > LIMITS.documentBytes) {
      yield { kind: 'skipped', where, why: 'longer than 64 MB' };
      continue;
    }
    const text = decodeText(raw).text.trim();
    if (text === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      yield { kind: 'skipped', where, why: 'not JSON' };
      continue;
    }
    for (const entry of Array.isArray(value) ? (value as unknown[]) : [value]) {
      seen++;
      yield documentItem(entry, Array.isArray(value) ? `entry ${seen}` : where, defaults, people);
    }
  }
}

/** One parsed value as a document, or why it is none. */
export function documentItem(value: unknown, where: string, defaults: DocumentDefaults, people: People): Item {
  const quote = quotebankDocument(value);
  const parsed = v.safeParse(DocumentSchema, withDefaults(quote ?? value, defaults), { abortEarly: true });
  if (!parsed.success) return { kind: 'skipped', where, why: firstIssue(parsed.issues[0]) };
  return { kind: 'document', document: withTurns(parsed.output, people) };
}

/** A JSON file that is pretty-printed has no document on any line; it is read whole. */
function linesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  let first: number | undefined;
  let second = -1;
  for (let i = 0; i < Math.min(bytes.length, 4096); i++) {
    const byte = bytes[i];
    if (byte === 32 || byte === 9 || byte === 10 || byte === 13 || byte >= 0xbb) continue;
    if (first === undefined) {
      first = byte;
      const end = bytes.indexOf(10, i);
      second = end < 0 ? -1 : bytes.subarray(i, end).filter((b) => b > 32).length;
      break;
    }
  }
  const brace = first === 0x7b || first === 0x5b;
  return brace && second >= 0 && second <= 1 && bytes.length <= LIMITS.documentBytes
    ? [bytes]
    : byteLines(contentChunks(bytes));
}

function withDefaults(value: unknown, defaults: DocumentDefaults): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const given = Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null && field !== ''));
  return { ...defaults, ...given };
}

function firstIssue(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  const message = issue.message.charAt(0).toLowerCase() + issue.message.slice(1);
  return path === null ? message : `${path}: ${message}`;
}

export type { PackDocument };
