import { ASKERS, HONORIFICS, NOT_LABELS, PARTICLES, ROLE_HEADS, ROLES, TITLES } from './words.ts';

/** A speaker label at the start of a line. */
export interface Label {
  /** Without marks, times and the colon; spaces single: "MS. PSAKI", "Jen Psaki", "Q". */
  readonly name: string;
  /** Where the words begin in the line (UTF-16 index). */
  readonly end: number;
  /** Milliseconds from a time beside the label, or null. */
  readonly at: number | null;
  /** `certain`: nothing but a label looks like this. `capitals`, `title-case`: only with others of its kind. `asker`: a bare "Q". */
  readonly kind: 'certain' | 'capitals' | 'title-case' | 'asker';
}

const LONGEST = 72;
const TIME = String.raw`[[(]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)[\])]?`;
const LEADING_TIME = new RegExp(String.raw`^${TIME}\s*(?:[-–—]\s*)?(?=\p{L}|\*)`, 'u');
const TIME_AFTER = new RegExp(String.raw`^\s*${TIME}`, 'u');
const NAME_THEN_TIME = new RegExp(
  String.raw`^([\p{Lu}][\p{L}\p{M}.'’\- ]{1,48}?\d{0,2})\s*(?:\s{2,}|\t|[(\[])${TIME}\s*:?\s*$`,
  'u',
);

/**
 * The speaker label at the start of a line, or null. Forms: "MS. PSAKI:", "Q   ", "Q:", "Q.", "A:", "**Jen Psaki:**", "Jen Psaki:",
 * "[00:01:02] Jen Psaki:", "Jen Psaki (01:02):", and a line of its own "Jen Psaki  1:02". The line must have plain spaces.
 */
export function labelAt(line: string): Label | null {
  let start = 0;
  while (start < line.length && isOpening(line.charCodeAt(start))) start++;
  const first = line.charCodeAt(start);
  if (Number.isNaN(first)) return null;
  if (first === 0x51) {
    const asker = askerAt(line, start);
    if (asker) return asker;
  }
  let at: number | null = null;
  let from = start;
  if (first >= 0x30 && first <= 0x39) {
    const time = LEADING_TIME.exec(line.slice(start, start + 24));
    if (!time) return null;
    at = milliseconds(time[1]);
    from = start + time[0].length;
    while (from < line.length && isOpening(line.charCodeAt(from))) from++;
  }
  if (first < 0x80 && !isUpper(line.charCodeAt(from))) return null;
  const colon = line.indexOf(':', from);
  if (colon < 0 || colon - from > LONGEST) return nameThenTime(line, from);
  return beforeColon(line, from, colon, at) ?? nameThenTime(line, from);
}

function askerAt(line: string, start: number): Label | null {
  const next = line.charAt(start + 1);
  if (next === ':' || next === '.') return { name: 'Q', end: skipSpace(line, start + 2), at: null, kind: 'certain' };
  if (next !== ' ' && next !== '\t') return null;
  const end = skipSpace(line, start + 1);
  return { name: 'Q', end, at: null, kind: end - start >= 3 ? 'certain' : 'asker' };
}

function beforeColon(line: string, from: number, colon: number, leading: number | null): Label | null {
  let name = line.slice(from, colon);
  let end = colon + 1;
  // "MR: ZIENTS:" is a slip for "MR. ZIENTS:".
  if (/^(?:MR|MS|MRS|DR)$/u.test(name)) {
    const second = line.indexOf(':', end);
    if (second < 0 || second - from > LONGEST) return null;
    name = `${name}. ${line.slice(end, second).trim()}`;
    end = second + 1;
  }
  if (/\d/u.test(name.at(-1) ?? '') && /\d/u.test(line.charAt(end))) return null;
  let at = leading;
  const inside = /\s*[([]([^()[\]]{1,40})[)\]]\s*$/u.exec(name);
  if (inside) {
    name = name.slice(0, inside.index);
    at ??= milliseconds(inside[1]);
  }
  name = name.replace(/[*_]+/gu, '').replace(/\s+/gu, ' ').trim();
  const kind = kindOf(name);
  if (kind === null) return null;
  while (line.charCodeAt(end) === 0x2a || line.charCodeAt(end) === 0x5f) end++;
  const following = line.charAt(end);
  if (following !== '' && !/[\s(“"\p{L}…—–[]/u.test(following)) return null;
  end = skipSpace(line, end);
  const after = TIME_AFTER.exec(line.slice(end, end + 24));
  if (after && at === null && /[([]/u.test(after[0])) {
    at = milliseconds(after[1]);
    end = skipSpace(line, end + after[0].length);
  }
  return { name, end, at, kind };
}

function nameThenTime(line: string, from: number): Label | null {
  if (line.length - from > LONGEST || !/\d[)\]:]?\s*$/u.test(line)) return null;
  const match = NAME_THEN_TIME.exec(line.slice(from).replaceAll('*', ''));
  if (!match || kindOf(match[1].trim()) === null) return null;
  return { name: match[1].trim(), end: line.length, at: milliseconds(match[2]), kind: 'title-case' };
}

/** What sort of label these words could be, or null when they are none. */
function kindOf(name: string): Label['kind'] | null {
  if (name.length === 0 || name.length > 60 || !/\p{Lu}/u.test(name)) return null;
  const words = name.split(' ');
  if (words.length > 8) return null;
  const folded = words.map((word) => foldWord(word));
  if (folded.every((word) => NOT_LABELS.has(word)) || folded[0] === 'END') return null;
  if (folded.some((word) => word === '')) return null;
  if (words.every(isCapitalsWord)) {
    if (folded.length === 1 && ASKERS.has(folded[0])) return 'certain';
    if (folded.length > 1 && (HONORIFICS.has(folded[0]) || TITLES.has(folded[0]))) return 'certain';
    if (folded[0] === 'THE' && TITLES.has(folded[1] ?? '')) return 'certain';
    if (
      ROLE_HEADS.has(folded.at(-1)!) ||
      (ROLE_HEADS.has(folded.at(-2) ?? '') && /^(?:\d+|ONE|TWO|THREE|[A-Z])$/u.test(folded.at(-1)!))
    ) {
      return folded.every((word) => ROLES.has(word) || /^\d+$/u.test(word)) ? 'certain' : 'capitals';
    }
    return 'capitals';
  }
  // "Image Source:", "Read More:"
  if (words.length > 6 || name.length > 48 || NOT_LABELS.has(folded[0])) return null;
  return words.every((word, i) => isNameWord(word, i)) ? 'title-case' : null;
}

/** Upper case without full stops, so that "Ms." and "MS" are one word. */
export function foldWord(word: string): string {
  return word.replace(/[.,*]+$/u, '').toUpperCase();
}

function isCapitalsWord(word: string): boolean {
  if (word === word.toUpperCase()) return true;
  if (PARTICLES.has(word.toUpperCase())) return true;
  return /^(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|O’|O'|St)\p{Lu}[\p{Lu}\p{M}’'-]*$/u.test(word);
}

function isNameWord(word: string, index: number): boolean {
  if (/^\p{Lu}[\p{L}\p{M}.'’-]*,?$/u.test(word)) return true;
  return (
    index > 0 && (PARTICLES.has(word.toUpperCase()) || /^\d{1,2}$/u.test(word) || /^(?:of|for|the|and)$/u.test(word))
  );
}

function isOpening(code: number): boolean {
  return (
    code === 0x20 || code === 0x09 || code === 0x2a || code === 0x5f || code === 0x3e || code === 0x5b || code === 0x28
  );
}

function isUpper(code: number): boolean {
  if (code < 0x80) return code >= 0x41 && code <= 0x5a;
  return code >= 0xc0;
}

function skipSpace(line: string, index: number): number {
  let at = index;
  while (at < line.length && (line.charCodeAt(at) === 0x20 || line.charCodeAt(at) === 0x09)) at++;
  return at;
}

/** Milliseconds of "1:02", "00:01:02" or "00:01:02.500"; null for anything else. */
export function milliseconds(time: string): number | null {
  const match = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?$/u.exec(time.trim());
  if (!match) return null;
  const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match;
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'));
}
