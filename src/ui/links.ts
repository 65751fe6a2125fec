import type { Match } from '../core/matching/types.ts';
import { isSafeAddress } from './dom.ts';

/** Words of the passage that open and close a text fragment; a short passage is given whole. */
const EDGE_WORDS = 5;
const WHOLE_WORDS = 12;

/**
 * The source's address, going to the passage where that can be said: a second of a recording, a text fragment of a page.
 * Null when the source has no address, or none that may be opened.
 */
export function passageAddress(match: Match): string | null {
  const { url } = match.source;
  if (url === null || !isSafeAddress(url)) return null;
  if (match.at !== null) return withTime(url, Math.floor(match.at / 1000));
  if (/\.pdf(?:[?#]|$)/iu.test(url)) return url;
  const fragment = textFragment(match.text);
  if (fragment === null) return url;
  return url.includes('#') ? `${url}:~:text=${fragment}` : `${url}#:~:text=${fragment}`;
}

/** `start,end` or the whole passage, percent-encoded with the fragment syntax's own signs (`-`, `,`, `&`). Null for no words. */
export function textFragment(passage: string): string | null {
  const words = passage
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  if (words.length <= WHOLE_WORDS) return encode(words.join(' '));
  return `${encode(words.slice(0, EDGE_WORDS).join(' '))},${encode(words.slice(-EDGE_WORDS).join(' '))}`;
}

const encode = (text: string): string => encodeURIComponent(text).replace(/-/gu, '%2D');

function withTime(address: string, seconds: number): string {
  const url = new URL(address);
  if (/(?:^|\.)youtube\.com$|^youtu\.be$/u.test(url.hostname)) url.searchParams.set('t', `${seconds}s`);
  else if (/(?:^|\.)archive\.org$/u.test(url.hostname) && url.pathname.startsWith('/details/'))
    url.searchParams.set('start', String(seconds));
  else url.hash = `t=${seconds}`;
  return url.href;
}
