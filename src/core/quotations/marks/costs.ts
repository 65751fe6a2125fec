import { CORNER, SINGLE, sideOf, type Family } from './glyphs.ts';
import { after, before, type Neighbour } from './neighbours.ts';
import type { MarkStyle } from './profile.ts';

/** What the left neighbour says about an opener and a closer, then the right neighbour. 0 is usual, 4 and more is against all habit. */
const LEFT: Readonly<Record<Neighbour, readonly [open: number, close: number]>> = {
  edge: [0, 9],
  space: [0, 3],
  letter: [4.5, 0],
  digit: [4.5, 0],
  opening: [0, 3],
  ending: [1.6, 0],
  dash: [0.2, 0.8],
  mark: [0.2, 0.2],
  other: [0.5, 0.5],
};
const RIGHT: Readonly<Record<Neighbour, readonly [open: number, close: number]>> = {
  edge: [9, 0],
  space: [3, 0],
  letter: [0, 3.5],
  digit: [0, 2.5],
  opening: [0, 1],
  ending: [2.6, 0],
  dash: [0.8, 0],
  mark: [0.2, 0.2],
  other: [0.3, 0.5],
};

/** Words that begin with an apostrophe. */
const ELISION = /^['’‘](?:tis|twas|twere|em|cause|til|till|n|bout|round|neath|nuff|cuz|s|\d\ds?)(?![\p{L}\d])/iu;

export interface MarkCosts {
  readonly open: number;
  readonly close: number;
  readonly skip: number;
}

/** The costs of the three readings of the glyph at `at`. */
export function markCosts(
  text: string,
  at: number,
  length: number,
  code: number,
  family: Family,
  style: MarkStyle,
): MarkCosts {
  const left = before(text, at);
  const right = after(text, at + length);
  const side = style.sides.get(code) ?? sideOf(code);
  // Corner brackets stand between letters, without spaces, and are never used for anything else.
  if (family === CORNER) return { open: side === 'close' ? 6 : 0, close: side === 'open' ? 6 : 0, skip: 4 };
  // 3: one wrong-way glyph is likelier than a lost mark (see pairs.ts), two in a row are not.
  let open = LEFT[left][0] + RIGHT[right][0] + (side === 'close' ? 3 : 0);
  const close = LEFT[left][1] + RIGHT[right][1] + (side === 'open' ? 3 : 0);
  if (family !== SINGLE || length === 2) {
    // 6' 2": a straight double behind a number may be inches.
    const inches =
      left === 'digit' && side === 'either' && /\d['’′]\s?\d+$|\d$/.test(text.slice(Math.max(0, at - 8), at));
    return { open, close, skip: inches ? 1.2 : 4 };
  }
  if (ELISION.test(text.slice(at, at + 8))) return { open: open + 0.6, close, skip: 0.3 };
  const canOpen = left !== 'letter' && left !== 'digit';
  if (canOpen) {
    // A word with only an opening side: an opener unless it never closes. Pages that use double marks use single ones rarely outside them.
    open += style.single ? 0 : 0.4;
    return { open, close, skip: code === 0x2018 || code === 0x201a ? 2.5 : 1.8 };
  }
  // Behind a letter and before a space: a closer, or the possessive of a plural (the dogs’ bowl).
  const afterS = /[sxz]$/i.test(text.slice(Math.max(0, at - 1), at));
  return { open, close: close + (left === 'letter' && right === 'space' ? 0.5 : 0), skip: afterS ? 0.7 : 1 };
}
