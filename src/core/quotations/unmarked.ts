import { CUE, type Lexicon } from './languages/lexicon.ts';
import type { Block } from './types.ts';

/** A quotation that layout shows instead of marks. UTF-16 offsets. */
export interface Unmarked {
  readonly from: number;
  readonly to: number;
}

/** Languages whose dialogue begins with a dash (em dash, en dash or horizontal bar at a line's start). */
const DASH_DIALOGUE: ReadonlySet<string> = new Set(['fr', 'es', 'it', 'pt', 'pl', 'uk', 'ru']);
const STARTS_WITH_DASH = /^\s*[—–―]\s*(?=\S)/;

/** The passages of a block that are quoted without marks: `q`, a whole blockquote or pull quote, a line of dialogue behind a dash. */
export function unmarkedIn(blocks: readonly Block[], index: number, lexicon: Lexicon): Unmarked[] {
  const block = blocks[index];
  const quotes = (block.spans ?? []).filter((span) => span.tag === 'q' && span.start < span.end);
  if (quotes.length > 0) {
    return quotes
      .map((span) => ({ from: Math.max(0, span.start), to: Math.min(block.text.length, span.end) }))
      .sort((a, b) => a.from - b.from)
      .filter((span, i, all) => span.from < span.to && (i === 0 || span.from >= all[i - 1].to));
  }
  if (block.role === 'blockquote' || block.role === 'pullquote') return wholeBlock(block);
  return DASH_DIALOGUE.has(lexicon.language.code) ? dialogue(blocks, index, lexicon) : [];
}

/** The block without its source: `— Name, title` or a `cite` at its end. */
function wholeBlock(block: Block): Unmarked[] {
  const { text } = block;
  const cite = (block.spans ?? []).find((span) => span.tag === 'cite' && text.slice(span.end).trim() === '');
  const dash = /(?:^|[\s.!?…"”»])[—–―-]{1,2}\s*\p{Lu}[^\n.!?]{1,80}$/u.exec(text);
  let to = Math.min(cite?.start ?? text.length, dash === null ? text.length : dash.index + 1);
  const start = text.search(/\S/);
  to = text.slice(0, to).replace(/[\s—–―-]+$/u, '').length;
  return start >= 0 && start < to ? [{ from: start, to }] : [];
}

/** Speech behind a dash, cut where a second dash or a comma brings the narrator in: `— A, dit-il`, `— A, — сказал он. — B`. */
function dialogue(blocks: readonly Block[], index: number, lexicon: Lexicon): Unmarked[] {
  const { text, role } = blocks[index];
  const opening = STARTS_WITH_DASH.exec(text);
  if (opening === null || role !== 'paragraph') return [];
  const speeches: Unmarked[] = [];
  let narrated = false;
  let at = opening[0].length;
  for (const hit of [...text.slice(at).matchAll(/\s[—–―]\s?|[—–―](?=\s|\p{Ll})/gu), null]) {
    const end = hit === null ? text.length : opening[0].length + hit.index;
    const part = text.slice(at, end);
    if (saysSomebody(part, lexicon)) narrated = true;
    else if (/\S/.test(part)) {
      const comma = commaBeforeCue(part, lexicon);
      if (comma >= 0) narrated = true;
      speeches.push({ from: at, to: comma >= 0 ? at + comma : end });
    }
    at = hit === null ? text.length : end + hit[0].length;
  }
  // A list, too, begins its lines with dashes: it is dialogue when a narrator speaks or the neighbouring lines have dashes and end sentences.
  const neighbour = [blocks[index - 1], blocks[index + 1]].some(
    (block: Block | undefined) =>
      block !== undefined && STARTS_WITH_DASH.test(block.text) && /[.!?…]\s*$/.test(block.text),
  );
  return narrated || (neighbour && /[.!?…]\s*$/.test(text)) ? speeches : [];
}

const firstWords = (text: string): string[] =>
  text
    .toLowerCase()
    .match(/\p{L}+/gu)
    ?.slice(0, 3) ?? [];

/** The narrator's words begin with a verb of saying: `dit-il`, `сказал он`, `a répondu Marie`. */
const saysSomebody = (text: string, { classes }: Lexicon): boolean =>
  firstWords(text).some((word) => ((classes.get(word) ?? 0) & CUE) !== 0) && /^\s*\p{Ll}/u.test(text);

function commaBeforeCue(text: string, lexicon: Lexicon): number {
  for (const hit of text.matchAll(/[,!?…]\s/gu)) {
    if (saysSomebody(text.slice(hit.index + 1), lexicon)) return hit.index + (hit[0][0] === ',' ? 0 : 1);
  }
  return -1;
}
