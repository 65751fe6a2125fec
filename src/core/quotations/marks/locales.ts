/** The marks a language prefers, outer and inner. */
export interface LocaleMarks {
  readonly outer: readonly [open: string, close: string];
  readonly inner: readonly [open: string, close: string];
}

/**
 * Quotation marks by language: open, close, inner open, inner close.
 * Source: Unicode CLDR 48, `delimiters` of each locale (quotationStart, quotationEnd, alternate…). Languages not listed use the
 * root set, which English uses too. British pages that quote between single marks are found from the page (profile.ts).
 */
const DELIMITERS: Readonly<Record<string, string>> = {
  af: '“”‘’',
  ar: '”“’‘',
  az: '“”‘’',
  be: '«»„“',
  bg: '„“’‘',
  bs: '„”‘’',
  ca: '«»“”',
  cs: '„“‚‘',
  da: '“”‘’',
  de: '„“‚‘',
  'de-ch': '„“‚‘',
  el: '«»“”',
  en: '“”‘’',
  es: '«»“”',
  et: '„“«»',
  eu: '“”‘’',
  fa: '«»‹›',
  fi: '””’’',
  fr: '«»«»',
  'fr-ch': '«»‹›',
  gl: '“”‘’',
  he: '””’’',
  hr: '„“‚‘',
  hu: '„”»«',
  hy: '«»«»',
  is: '„“‚‘',
  it: '«»“”',
  ja: '「」『』',
  ka: '„““”',
  kk: '“”‘’',
  lt: '„“„“',
  lv: '“”‘’',
  mk: '„“‚‘',
  nb: '«»‘’',
  nl: '‘’“”',
  nn: '«»‘’',
  no: '«»‘’',
  pl: '„”«»',
  pt: '“”‘’',
  'pt-pt': '«»“”',
  ro: '„”«»',
  ru: '«»„“',
  sk: '„“‚‘',
  sl: '„“‚‘',
  sq: '«»“”',
  sr: '„“‘’',
  sv: '””’’',
  tr: '“”‘’',
  uk: '«»„“',
  ur: '”“’‘',
  uz: '“”’‘',
  'zh-hant': '「」『』',
  'zh-tw': '「」『』',
};

const ROOT = '“”‘’';

/** The marks of a BCP 47 tag, of its base language when the full tag has none of its own, else the root set. */
export function marksOf(lang: string): LocaleMarks {
  const tag = lang.toLowerCase();
  const known = [tag, tag.split('-')[0]].find((one) => Object.hasOwn(DELIMITERS, one));
  const set = known === undefined ? ROOT : DELIMITERS[known];
  return { outer: [set[0], set[1]], inner: [set[2], set[3]] };
}
