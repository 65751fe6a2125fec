import { GERMAN } from './de.ts';
import { ENGLISH } from './en.ts';
import { SPANISH } from './es.ts';
import { FRENCH } from './fr.ts';
import { ITALIAN } from './it.ts';
import { language, type Language } from './language.ts';
import { DUTCH } from './nl.ts';
import { POLISH } from './pl.ts';
import { PORTUGUESE } from './pt.ts';
import { RUSSIAN } from './ru.ts';
import { UKRAINIAN } from './uk.ts';

export type { Language } from './language.ts';

/** Languages with tables; the first one is used for all others. */
export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  GERMAN,
  FRENCH,
  SPANISH,
  ITALIAN,
  PORTUGUESE,
  DUTCH,
  POLISH,
  UKRAINIAN,
  RUSSIAN,
];

/** For languages without tables: marks are found, speakers only by layout. */
const UNKNOWN: Language = language({ code: 'und', signs: [], cues: [] });

/** Three-letter codes that some pages declare. */
const THREE_LETTERS: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  ger: 'de',
  fra: 'fr',
  fre: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  dut: 'nl',
  pol: 'pl',
  ukr: 'uk',
  rus: 'ru',
};

/** The tables of a BCP 47 tag, empty ones for a language that has none; null when the tag is empty. */
export function languageOf(tag: string): Language | null {
  if (tag === '') return null;
  const first = tag.toLowerCase().split(/[-_]/)[0];
  const base = Object.hasOwn(THREE_LETTERS, first) ? THREE_LETTERS[first] : first;
  return LANGUAGES.find((one) => one.code === base) ?? UNKNOWN;
}

/** Words looked at to tell a language. */
const SAMPLE_WORDS = 250;

/** The language whose small words are most frequent in the text (at least four of them), null when none stands out. */
export function guessLanguage(text: string): Language | null {
  if (/\p{Script=Cyrillic}{3}/u.test(text)) return /[іїєґ]/i.test(text) ? UKRAINIAN : RUSSIAN;
  const counts = new Map<string, number>();
  let left = SAMPLE_WORDS;
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
    if (--left === 0) break;
  }
  let best: Language | null = null;
  let most = 3;
  for (const one of LANGUAGES) {
    const count = one.signs.reduce((sum, sign) => sum + (counts.get(sign) ?? 0), 0);
    if (count > most) [best, most] = [one, count];
  }
  // Too short for small words: letters and marks.
  return best ?? (/[äöüß]/i.test(text) && /[„»]/.test(text) ? GERMAN : null);
}
