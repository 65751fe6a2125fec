import type { Step } from './align.ts';
import { MARKED, type Change } from './change.ts';
import type { Compared, SaidWords } from './compared.ts';
import type { QuotedWords } from './query.ts';
import type { Edit } from './types.ts';

/** UTF-16 start in the source of a quoted word. */
export interface PlacesOfWords {
  placeOfWord(q: number): number;
}

/** The marks "(sic)" of a quotation, each behind the word that it follows. */
export function sicEdits({ quoted, said }: Compared, steps: readonly Step[]): Edit[] {
  return quoted.marks
    .filter(({ kind }) => kind === 'sic')
    .map((mark): Edit => {
      const at = endBefore(said, mark.before, steps);
      return { op: 'ins', quote: [mark.start, mark.end], source: [at, at], kind: 'sic' };
    });
}

/** The end, in the source, of the word before a quoted one. */
function endBefore(said: SaidWords, word: number, steps: readonly Step[]): number {
  const step = steps.find(({ q1, q0 }) => q1 >= word && q1 > q0);
  return step === undefined ? said.end(steps[steps.length - 1].s1 - 1) : said.end(step.s1 - 1);
}

/**
 * A change as an edit with its places in both texts.
 * @param places where each quoted word stands in the source
 */
export function editOf({ quoted, said }: Compared, change: Change, places: PlacesOfWords): Edit {
  const quote = quoteRange(quoted, change);
  const source = sourceRange(said, change, places, quoted.count);
  const op = quote[1] === quote[0] ? 'del' : source[1] === source[0] ? 'ins' : 'sub';
  return { op, quote, source, kind: change.kind };
}

function quoteRange({ words, count, marks }: QuotedWords, { q0, q1, kind }: Change): [number, number] {
  if (q1 > q0) return [words.start[q0], words.end[q1 - 1]];
  const mark = MARKED.has(kind)
    ? marks.find(({ before, kind: marked }) => before === q0 && marked === kind)
    : undefined;
  if (mark !== undefined) return [mark.start, mark.end];
  const at = q0 < count ? words.start[q0] : words.end[count - 1];
  return [at, at];
}

function sourceRange(said: SaidWords, { q0, s0, s1 }: Change, places: PlacesOfWords, count: number): [number, number] {
  if (s0 === -1) {
    // A bracket without a counterpart stands at the word behind it.
    const at = places.placeOfWord(Math.min(q0, count - 1));
    return [at, at];
  }
  if (s1 > s0) return [said.start(s0), said.end(s1 - 1)];
  const at = said.start(s0);
  return [at, at];
}
