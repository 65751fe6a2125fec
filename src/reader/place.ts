/** Which passage of which source the reader page is asked to show. Offsets are UTF-16 indices into the turn's text. */
export interface ReaderPlace {
  readonly pack: string;
  readonly source: string;
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}

/** Reads the page's fragment; null without a pack and a source. Numbers that are none become 0. */
export function readPlace(fragment: string): ReaderPlace | null {
  const values = new URLSearchParams(fragment.replace(/^#/u, ''));
  const pack = values.get('pack');
  const source = values.get('source');
  if (pack === null || source === null) return null;
  const number = (name: string): number => {
    const value = Number(values.get(name) ?? 0);
    return Number.isSafeInteger(value) && value >= 0 ? value : 0;
  };
  return { pack, source, turn: number('turn'), start: number('start'), end: number('end') };
}

export interface Paragraph {
  readonly text: string;
  /** The part of the paragraph that belongs to the passage, in UTF-16 indices into its text; null for none. */
  readonly passage: readonly [start: number, end: number] | null;
}

/** A turn's text by its line breaks, each paragraph with its part of the passage [start, end). */
export function paragraphsOf(text: string, start: number, end: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  for (const found of text.matchAll(/[^\n]+/gu)) {
    const from = Math.max(start, found.index) - found.index;
    const to = Math.min(end, found.index + found[0].length) - found.index;
    if (found[0].trim() !== '') paragraphs.push({ text: found[0], passage: to > from ? [from, to] : null });
  }
  return paragraphs;
}
