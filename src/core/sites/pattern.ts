import { hostHolds, labelCount, normaliseHost, type Place } from './host.ts';

/** A rule's pattern, taken apart. `path` starts with "/" and may hold `*`; null when the rule is for the whole host. */
export interface Pattern {
  readonly host: string;
  readonly path: string | null;
}

/** The longest pattern kept, in UTF-16 units; longer ones are refused. Bounds the cost of matching. */
export const MAX_PATTERN = 512;

/**
 * Reads what a person writes: "Example.com", "https://www.example.com:8080", "*.example.com", "example.com/opinion/*",
 * "||example.com^" (the way filter lists write a host). Null when it names no host.
 */
export function parsePattern(text: string): Pattern | null {
  if (text.length > MAX_PATTERN) return null;
  const written = text.trim();
  const open = written.replace(/^\|\|/u, '').replace(/^(?:https?|\*):\/\//iu, '');
  // The "^" of filter lists ends a host, or what "||" has begun; at the end of any other path it is one of its characters.
  const bare = written.startsWith('||') || !/[/?#]/u.test(open) ? open.replace(/\^$/u, '') : open;
  const slash = bare.search(/[/?#]/u);
  const host = normaliseHost((slash < 0 ? bare : bare.slice(0, slash)).replace(/:(?:\d{0,5}|\*)$/u, ''));
  if (host === null) return null;
  const path = slash < 0 ? null : normalisePath(bare.slice(slash));
  return { host, path };
}

/** The path as browsers write it; null when it stands for the whole host ("/", "/*"). */
function normalisePath(text: string): string | null {
  try {
    const url = new URL(text.startsWith('/') ? `http://h${text}` : `http://h/${text}`);
    const path = (url.pathname + url.search).replace(/\*{2,}/gu, '*');
    return path === '/' || path === '/*' ? null : path;
  } catch {
    return null;
  }
}

/** The one way a pattern is written in settings. */
export const formatPattern = ({ host, path }: Pattern): string => host + (path ?? '');

/** The pattern in its one way of writing, or null when it names no host. */
export function normalisePattern(text: string): string | null {
  const pattern = parsePattern(text);
  return pattern === null ? null : formatPattern(pattern);
}

/** Takes a pattern of the settings apart, without reading it anew: everything from the first slash is its path. */
export function splitPattern(pattern: string): Pattern {
  const slash = pattern.indexOf('/');
  return slash < 0 ? { host: pattern, path: null } : { host: pattern.slice(0, slash), path: pattern.slice(slash) };
}

/** Whether a pattern holds for a place. A path that names no query is compared without the place's query. */
export function patternHolds({ host, path }: Pattern, place: Place): boolean {
  if (!hostHolds(host, place.host)) return false;
  if (path === null) return true;
  return pathHolds(path, path.includes('?') ? place.query : place.path);
}

/** `*` stands for any characters; a pattern that ends in a folder and `*` holds for the folder itself too. */
export function pathHolds(pattern: string, path: string): boolean {
  return globHolds(pattern, path) || (pattern.endsWith('/*') && globHolds(pattern.slice(0, -2), path));
}

/** Greedy match with one place to come back to: at most pattern × text steps, whatever the pattern. */
function globHolds(glob: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length;) {
    if (glob[at] === '*') {
      star = at++;
      resume = index;
    } else if (at < glob.length && glob[at] === text[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  while (glob[at] === '*') at++;
  return at === glob.length;
}

/**
 * Negative when `a` is less specific than `b`: a path pattern outranks a host, a sub-domain its parent, a longer path a
 * shorter one. Equal only for the same pattern, so the order of a list never decides.
 */
export function compareSpecificity(a: Pattern, b: Pattern): number {
  return (
    Number(a.path !== null) - Number(b.path !== null) ||
    labelCount(a.host) - labelCount(b.host) ||
    literalLength(a.path) - literalLength(b.path) ||
    compareText(formatPattern(a), formatPattern(b))
  );
}

const literalLength = (path: string | null): number => (path ?? '').replaceAll('*', '').length;
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
