import { marksOf } from './locales.ts';
import { ANGLE, DOUBLE, NONE, SINGLE, familyOf, type Side } from './glyphs.ts';
import type { Block } from '../types.ts';

/** How a page uses quotation marks. */
export interface MarkStyle {
  /** The side of glyphs whose side depends on the language (“ closes in German, » opens in Danish). */
  readonly sides: ReadonlyMap<number, Side>;
  /** True when quotations stand between single marks, as in British houses. */
  readonly single: boolean;
}

const LOW = 0x201e;
const LOW_SINGLE = 0x201a;

/** Counts of the glyphs that tell styles apart, over a bounded part of the page. */
interface Counts {
  double: number;
  single: number;
  low: number;
  anglesOut: number;
  anglesIn: number;
}

/** Characters looked at: the first hundred thousand tell the style of any page. */
const SAMPLE = 100_000;

/** A character that can stand before an opening mark. */
const opensBefore = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x28 || code === 0x5b || code === 0x2014 || code === 0x2013;

function count(blocks: readonly Block[]): Counts {
  const counts: Counts = { double: 0, single: 0, low: 0, anglesOut: 0, anglesIn: 0 };
  let left = SAMPLE;
  for (const { text } of blocks) {
    const end = Math.min(text.length, left);
    left -= end;
    for (let i = 0; i < end; i++) {
      const code = text.charCodeAt(i);
      const family = familyOf(code);
      if (family === NONE) continue;
      const before = i === 0 ? 32 : text.charCodeAt(i - 1);
      if (family === DOUBLE) counts.double += 0.5;
      else if (family === SINGLE && text.charCodeAt(i + 1) === code) counts.double += 0.5;
      else if (family === SINGLE && opensBefore(before) && i + 1 < end && text.charCodeAt(i + 1) > 32) counts.single++;
      if (code === LOW || code === LOW_SINGLE) counts.low++;
      else if (family === ANGLE && opensBefore(before)) {
        if (code === 0xab || code === 0x2039) counts.anglesOut++;
        else counts.anglesIn++;
      }
    }
    if (left <= 0) break;
  }
  return counts;
}

/** The style of a page from its glyphs, and from its language where the glyphs leave it open. */
export function markStyle(blocks: readonly Block[], lang: string): MarkStyle {
  const counts = count(blocks);
  const locale = marksOf(lang);
  const sides = new Map<number, Side>();
  if (counts.low > 0 || locale.outer[0] === '„') {
    // „…“ closes with the glyph that opens elsewhere; with ” in Polish, Dutch and Hungarian, which is no conflict.
    sides.set(0x201c, counts.low > 0 ? 'close' : 'either');
    sides.set(0x2018, counts.low > 0 ? 'close' : 'either');
    sides.set(LOW, 'open').set(LOW_SINGLE, 'open');
  }
  if (locale.outer[0] === '”') {
    sides.set(0x201d, 'either');
    sides.set(0x2019, 'either');
  }
  if (counts.anglesIn > counts.anglesOut) {
    sides.set(0xbb, 'open').set(0xab, 'close').set(0x203a, 'open').set(0x2039, 'close');
  } else if (locale.outer[0] === '»' && counts.anglesOut === 0) {
    sides.set(0xbb, locale.outer[1] === '»' ? 'either' : 'open').set(0xab, 'close');
  }
  return { sides, single: counts.single > counts.double };
}
