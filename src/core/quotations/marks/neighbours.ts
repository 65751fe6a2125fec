/** What stands beside a mark: it says whether the mark can open or close there. */
export type Neighbour = 'edge' | 'space' | 'letter' | 'digit' | 'opening' | 'ending' | 'dash' | 'mark' | 'other';

const OPENING = '([{¿¡$£€#@&*';
const ENDING = '.,!?…;:)]}%。、，！？；：）';
const DASHES = '-‐‑‒–—―/';
const MARKS = '"＂“”„‟〝〞〟\'‘’‚‛`´«»‹›《》「」『』';

/** Zero-width characters and soft hyphens stand between a mark and its word on real pages; the scanner looks through them. */
function isInvisible(code: number): boolean {
  return code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
}

function classOf(code: number): Neighbour {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return 'letter';
  if (code >= 48 && code <= 57) return 'digit';
  if (code <= 32 || code === 0xa0) return 'space';
  const character = String.fromCharCode(code);
  if (ENDING.includes(character)) return 'ending';
  if (MARKS.includes(character)) return 'mark';
  if (DASHES.includes(character)) return 'dash';
  if (OPENING.includes(character)) return 'opening';
  // Surrogates stand for letters of other planes or for emoji; beside a mark both count as letters without harm.
  if ((code >= 0xd800 && code < 0xe000) || /[\p{L}\p{M}]/u.test(character)) return 'letter';
  if (/\p{N}/u.test(character)) return 'digit';
  return /\s/u.test(character) ? 'space' : 'other';
}

/** The class of the visible character before offset `at` (UTF-16) of the text. */
export function before(text: string, at: number): Neighbour {
  let i = at - 1;
  // Eight: no real page puts more invisible characters in a row, and the look stays bounded.
  for (let looked = 0; looked < 8 && i >= 0 && isInvisible(text.charCodeAt(i)); looked++) i--;
  return i < 0 ? 'edge' : classOf(text.charCodeAt(i));
}

/** The class of the visible character at or after offset `at` (UTF-16) of the text. */
export function after(text: string, at: number): Neighbour {
  let i = at;
  for (let looked = 0; looked < 8 && i < text.length && isInvisible(text.charCodeAt(i)); looked++) i++;
  return i >= text.length ? 'edge' : classOf(text.charCodeAt(i));
}
