import { isRecord } from './repair.ts';

/** A part of stored or imported data that could not be read. */
export interface KeptPart {
  readonly path: string;
  readonly value: unknown;
}

/** What was kept aside at one time. */
export interface KeptEntry {
  /** ISO time. */
  readonly time: string;
  /** Where it stood: this browser's storage, the synchronised one, a file. */
  readonly from: 'storage' | 'sync' | 'import';
  readonly parts: readonly KeptPart[];
}

/** Older entries give way beyond these. Bounds what a damaged store can grow to; UTF-16 units of JSON. */
const MAX_ENTRIES = 50;
const MAX_LENGTH = 2_000_000;

/**
 * The kept-aside store with an entry added: the same parts are kept once however often they are read, newest last.
 * `stored` may be anything; what is no entry is wrapped as one rather than thrown away.
 */
export function addKept(stored: unknown, entry: KeptEntry): KeptEntry[] {
  const entries = readKept(stored);
  const print = JSON.stringify(entry.parts);
  if (entries.some((each) => each.from === entry.from && JSON.stringify(each.parts) === print)) return entries;
  const all = [...entries, entry];
  while (all.length > 1 && (all.length > MAX_ENTRIES || JSON.stringify(all).length > MAX_LENGTH)) all.shift();
  return all;
}

export function readKept(stored: unknown): KeptEntry[] {
  if (stored === undefined || stored === null) return [];
  if (!Array.isArray(stored))
    return [{ time: new Date(0).toISOString(), from: 'storage', parts: [{ path: '', value: stored }] }];
  return stored.filter(isEntry);
}

function isEntry(value: unknown): value is KeptEntry {
  return (
    isRecord(value) &&
    typeof value.time === 'string' &&
    (value.from === 'storage' || value.from === 'sync' || value.from === 'import') &&
    Array.isArray(value.parts)
  );
}
