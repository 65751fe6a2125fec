/** A run of capitalised words ("Sen. Anna van Berg"), its offset in UTF-16 units of the text. */
export interface CapitalRun {
  readonly words: readonly string[];
  readonly start: number;
}

/** Abbreviated titles: their point does not end the run. An initial's point does not either. */
const ABBREVIATED = /^(?:Mrs?|Ms|Dr|Sens?|Reps?|Gov|Gen|Col|Lt|St|Prof|Rev|Fr|Adm|\p{L})$/u;
/** Small words inside names, when another word follows. */
const SMALL = new Set('de del della der den di da dos du van von al el la le bin ibn ben'.split(' '));

function isUpper(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return code >= 65 && code <= 90;
  return code >= 0xc0 && /\p{Lu}/u.test(text[at]);
}

/** Letters, marks, apostrophes and hyphens; ASCII without a regular expression, since this runs for every character of a page. */
function isInner(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 39 || code === 45;
  return code === 0x2019 || (code >= 0xc0 && /[\p{L}\p{M}]/u.test(text[at]));
}

/** End of the capitalised word at `at`, the points of U.S. and of abbreviations included. */
function wordEnd(text: string, at: number): number {
  let end = at + 1;
  while (
    end < text.length &&
    (isInner(text, end) || (text[end] === '.' && end + 1 < text.length && isInner(text, end + 1)))
  )
    end++;
  return text[end] === '.' && ABBREVIATED.test(text.slice(at, end)) ? end + 1 : end;
}

/** The small word of a name at `at`, null for any other word. */
function smallWord(text: string, at: number): string | null {
  const space = text.indexOf(' ', at);
  const word = space < 0 || space - at > 5 ? '' : text.slice(at, space);
  return SMALL.has(word) ? word : null;
}

const isGap = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\u00a0';

/** All runs of capitalised words of the text, in order. */
export function capitalRuns(text: string): CapitalRun[] {
  const runs: CapitalRun[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!isUpper(text, at) || (at > 0 && isInner(text, at - 1) && text[at - 1] !== '-' && !"'’".includes(text[at - 1])))
      continue;
    const start = at;
    let end = wordEnd(text, at);
    const words = [text.slice(at, end)];
    while (isGap(text, end)) {
      const next = end + 1;
      if (next < text.length && isUpper(text, next)) {
        end = wordEnd(text, next);
        words.push(text.slice(next, end));
        continue;
      }
      const small = smallWord(text, next);
      if (small === null) break;
      words.push(small);
      end = next + small.length;
    }
    runs.push({ words, start });
    at = end - 1;
  }
  return runs;
}
