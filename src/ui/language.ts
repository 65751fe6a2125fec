import { t, uiDirection, uiLanguage } from '../platform/i18n.ts';

type Key = Parameters<typeof t>[0];

export { uiDirection, uiLanguage };

export const formatNumber = (value: number): string => new Intl.NumberFormat(uiLanguage()).format(value);

/**
 * A message that depends on a number: `key_one`, `key_few`, `key_many` or `key_other` as the language's plural rules ask.
 * The number is the first substitution.
 */
export function plural(key: string, count: number, ...more: readonly string[]): string {
  const category = new Intl.PluralRules(uiLanguage()).select(count);
  const chosen = t(`${key}_${category}` as Key, formatNumber(count), ...more);
  return chosen === '' ? t(`${key}_other` as Key, formatNumber(count), ...more) : chosen;
}

/** A date of the precision it has: "7 February 2022", "January 1941", "1906". Anything else is shown as it is written. */
export function formatDate(iso: string): string {
  const found = /^(-?\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/u.exec(iso);
  if (found === null) return iso;
  const [, year, month, day] = found;
  const date = new Date(0);
  date.setUTCFullYear(Number(year), month === undefined ? 0 : Number(month) - 1, day === undefined ? 1 : Number(day));
  const options: Intl.DateTimeFormatOptions = { timeZone: 'UTC', year: 'numeric' };
  if (month !== undefined) options.month = 'long';
  if (day !== undefined) options.day = 'numeric';
  if (Number(year) < 1) options.era = 'short';
  // Ukrainian ends a date with an abbreviation ("р.") whose full stop would double that of the sentence.
  return new Intl.DateTimeFormat(uiLanguage(), options).format(date).replace(/\sр\.$/u, '');
}

/** "fillers, repeated words and spelling", joined as the language does it. */
export const formatList = (parts: readonly string[]): string =>
  new Intl.ListFormat(uiLanguage(), { type: 'conjunction' }).format(parts);

/** The name of a language in the interface's language; the tag itself where it is not known. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([uiLanguage()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** Milliseconds as "1:02:03" or "2:03". */
export function formatTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
