/**
 * The families of quotation marks. A mark only closes a mark of its own family: which glyph of the family stands on which side is a
 * matter of cost (see costs.ts), since pages mix straight, curly and wrong-way glyphs freely.
 */
export const NONE = 0;
/** " “ ” „ ‟ ＂ and doubled apostrophes. */
export const DOUBLE = 1;
/** ' ‘ ’ ‚ ‛ ` ´ */
export const SINGLE = 2;
/** « » ‹ › 《 》 */
export const ANGLE = 3;
/** 「 」 『 』 */
export const CORNER = 4;
export type Family = 0 | 1 | 2 | 3 | 4;

/** Which side of a quotation a glyph stands on when nothing else is known. `either` glyphs have no direction of their own. */
export type Side = 'open' | 'close' | 'either';

interface Glyph {
  readonly family: Family;
  readonly side: Side;
}

const GLYPHS: Readonly<Record<string, Glyph>> = {
  '"': { family: DOUBLE, side: 'either' },
  '＂': { family: DOUBLE, side: 'either' },
  '“': { family: DOUBLE, side: 'open' },
  '”': { family: DOUBLE, side: 'close' },
  '„': { family: DOUBLE, side: 'open' },
  '‟': { family: DOUBLE, side: 'open' },
  '〝': { family: DOUBLE, side: 'open' },
  '〞': { family: DOUBLE, side: 'close' },
  '〟': { family: DOUBLE, side: 'close' },
  "'": { family: SINGLE, side: 'either' },
  '‘': { family: SINGLE, side: 'open' },
  '’': { family: SINGLE, side: 'close' },
  '‚': { family: SINGLE, side: 'open' },
  '‛': { family: SINGLE, side: 'open' },
  '`': { family: SINGLE, side: 'open' },
  '´': { family: SINGLE, side: 'close' },
  '«': { family: ANGLE, side: 'open' },
  '»': { family: ANGLE, side: 'close' },
  '‹': { family: ANGLE, side: 'open' },
  '›': { family: ANGLE, side: 'close' },
  '《': { family: ANGLE, side: 'open' },
  '》': { family: ANGLE, side: 'close' },
  '「': { family: CORNER, side: 'open' },
  '」': { family: CORNER, side: 'close' },
  '『': { family: CORNER, side: 'open' },
  '』': { family: CORNER, side: 'close' },
};

/** Family of every UTF-16 unit; all glyphs stand in the basic plane. */
const FAMILY_OF = new Uint8Array(0x10000);
for (const [glyph, { family }] of Object.entries(GLYPHS)) FAMILY_OF[glyph.charCodeAt(0)] = family;

/** The family of the UTF-16 unit `code`, NONE for anything that is not a quotation mark. */
export function familyOf(code: number): Family {
  return FAMILY_OF[code] as Family;
}

/** The side the glyph was drawn for. */
export function sideOf(code: number): Side {
  return GLYPHS[String.fromCharCode(code)]?.side ?? 'either';
}
