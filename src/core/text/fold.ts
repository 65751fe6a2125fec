/**
 * How letters are folded before two words are compared. A pack is encoded with these rules; any change of them raises
 * `FOLDING_VERSION`, so that packs prepared with the old rules are prepared again.
 */
export const FOLDING_VERSION = 1;

/** What a UTF-16 unit is to the reader of words. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Dropped inside a word: apostrophes, soft hyphens, joiners, combining marks. */
export const SILENT = 3;
/** A word of its own: Han, kana, Thai and other scripts that are written without spaces. */
export const SINGLE = 4;
/** Written signs that are words when read aloud: % $ € £ & §. */
export const SIGN = 5;

/** Letters that Unicode does not decompose, with the letters they are written with elsewhere. */
const LIGATURES: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'n',
  ŀ: 'l',
  ŉ: 'n',
  ſ: 's',
  ё: 'е',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬀ: 'ff',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
};

/** Apostrophes in all the glyphs that are met, and invisible characters that stand inside words. */
const SILENT_CHARACTERS = "'’‘‛ʼʻʹ′´`＇\u00AD\u200B\u200C\u200D\u2060\uFEFF\u0301\u0300\u0308\u02BC\u02B9";

const SIGN_WORDS: Readonly<Record<string, string>> = {
  '%': 'percent',
  '&': 'and',
  $: '$',
  '€': '€',
  '£': '£',
  '§': '§',
};

/** The table covers Latin, Greek, Cyrillic, Hebrew and Arabic; what lies above is classified when met. */
const TABLE_SIZE = 0x0700;
const LATIN_EXTENDED_ADDITIONAL = 0x1e00;

const classes = new Uint8Array(TABLE_SIZE);
/** The folded unit, once it was met; 0 before, and where a unit folds to several (then `expansions` has them). */
const folded = new Uint16Array(TABLE_SIZE);
const expansions = new Map<number, string>();

/** All units of the table as one text, in which their runs are found: asking one by one takes 1 ms longer at every start. */
const every = String.fromCharCode(...classes.keys());
for (const [kind, runs] of [
  [SILENT, /\p{M}+/gu],
  [DIGIT, /\p{Nd}+/gu],
  [LETTER, /\p{L}+/gu],
] as const)
  for (const { 0: run, index } of every.matchAll(runs)) classes.fill(kind, index, index + run.length);
for (const sign of Object.keys(SIGN_WORDS)) classes[sign.charCodeAt(0)] = SIGN;
for (const silent of SILENT_CHARACTERS) classes[silent.charCodeAt(0)] = SILENT;
classes.fill(SILENT, 0x300, 0x370);

function classOf(character: string): number {
  if (character in SIGN_WORDS) return SIGN;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{Nd}/u.test(character)) return DIGIT;
  if (/[\p{M}]/u.test(character)) return SILENT;
  return OTHER;
}

/** One character in lower case without accents; Cyrillic й and ї stay letters of their own. */
function foldCharacter(character: string): string {
  const lower = character.toLowerCase();
  if (lower.length === 1 && lower < '\u0080') return lower;
  const ligature = LIGATURES[lower];
  if (ligature !== undefined) return ligature;
  const bare = /[\u0400-\u052F]/u.test(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '');
  if (bare === '') return lower;
  return [...bare].map((letter) => LIGATURES[letter] ?? letter).join('');
}

/** High surrogates of emoji and other pictures; the unit behind one belongs to it. */
const PICTURES_FROM = 0xd83c;
const PICTURES_TO = 0xd83e;

/** Whether a unit is the first half of a picture, which is two units long and no word. */
export const isPicture = (unit: number): boolean => unit >= PICTURES_FROM && unit <= PICTURES_TO;

/** The class of a UTF-16 unit (one of the constants above). */
export function unitClass(unit: number): number {
  if (unit < TABLE_SIZE) return classes[unit];
  return highUnitClass(unit);
}

function highUnitClass(unit: number): number {
  // Punctuation and spaces first: they are what a text holds most of up here.
  if (unit === 0x2019 || unit === 0x2018 || unit === 0x201b) return SILENT;
  if (unit === 0x20ac) return SIGN;
  if (unit >= 0x2000 && unit <= 0x206f)
    return unit === 0x200b || unit === 0x200c || unit === 0x200d || unit === 0x2060 ? SILENT : OTHER;
  if (unit >= LATIN_EXTENDED_ADDITIONAL && unit < 0x2000) return LETTER;
  if (unit >= 0x3040 && unit <= 0x30ff) return unit === 0x30fb ? OTHER : SINGLE;
  if ((unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || unit === 0x3005) return SINGLE;
  if ((unit >= 0x0e00 && unit <= 0x0eff) || (unit >= 0x1000 && unit <= 0x109f) || (unit >= 0x1780 && unit <= 0x17ff))
    return SINGLE;
  if (unit >= 0xac00 && unit <= 0xd7a3) return LETTER;
  if (unit >= PICTURES_FROM && unit <= PICTURES_TO) return OTHER;
  if (unit >= 0xd800 && unit <= 0xdfff) return LETTER;
  if (unit >= 0xff10 && unit <= 0xff19) return DIGIT;
  return classOf(String.fromCharCode(unit));
}

/** The folded unit of a letter, digit or sign; 0 when `foldedUnits` has to be asked. */
export function foldedUnit(unit: number): number {
  if (unit < TABLE_SIZE) return folded[unit];
  if (unit < LATIN_EXTENDED_ADDITIONAL || unit >= 0xd800) {
    if (unit >= 0xff10 && unit <= 0xff5a) return 0;
    if (unit >= 0xfb00 && unit <= 0xfb06) return 0;
    return unit;
  }
  return unit < 0x2000 ? 0 : unit;
}

/** The folded form of a unit for which `foldedUnit` answers 0. */
export function foldedUnits(unit: number): string {
  const known = expansions.get(unit);
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  const text = SIGN_WORDS[character] ?? foldCharacter(character);
  if (unit < TABLE_SIZE && text.length === 1) folded[unit] = text.charCodeAt(0);
  // At most the table's units and the 0x200 + 0x50 of the ranges above are ever kept.
  else expansions.set(unit, text);
  return text;
}
