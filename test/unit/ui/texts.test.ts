import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../../assets/_locales/', import.meta.url);
const FILES = ['verdicts', 'card', 'popup', 'panel', 'reader'];
const locales = readdirSync(folder);

const keysOf = (locale: string, file: string): string[] =>
  Object.keys(JSON.parse(readFileSync(new URL(`${locale}/${file}.json`, folder), 'utf8')) as object).sort();

/** The keys without their plural forms, which differ from language to language. */
const saidBy = (locale: string, file: string): string[] => [
  ...new Set(keysOf(locale, file).map((key) => key.replace(/_(?:zero|one|two|few|many|other)$/u, ''))),
];

const textOf = (locale: string, key: string): string =>
  (JSON.parse(readFileSync(new URL(`${locale}/verdicts.json`, folder), 'utf8')) as Record<string, { message: string }>)[
    key
  ].message;

describe.each(locales)('the texts in %s', (locale) => {
  it.each(FILES)('%s says everything that the English says', (file) => {
    expect(saidBy(locale, file)).toEqual(saidBy('en', file));
  });

  it('names its own language, and has every plural form of its whole numbers', () => {
    const language = textOf(locale, 'uiLanguage');
    expect(locale.replace('_', '-').startsWith(language)).toBe(true);
    const rules = new Intl.PluralRules(language);
    const forms = new Set([0, 1, 2, 5, 11, 21, 100, 1_000_000].map((number) => rules.select(number)));
    for (const file of FILES) {
      const keys = new Set(keysOf(locale, file));
      const bases = [...keys].filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/u, ''));
      for (const base of bases) for (const form of forms) expect(keys).toContain(`${base}_${form}`);
    }
  });

  it('never judges', () => {
    const judging =
      /\b(?:true|false|fake|misleading|verified|wahr|unwahr|falsch zitiert|irreführend|vrai|faux|trompeur|verdadero|falso|engañoso|правда|брехня|фейк)\b/iu;
    const verdicts = keysOf(locale, 'verdicts').filter((key) => /^(?:verdict|sentence)/u.test(key));
    for (const key of verdicts) expect(textOf(locale, key)).not.toMatch(judging);
  });
});
