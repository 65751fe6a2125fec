import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesUnder } from '../../../scripts/bundledPacks.ts';
import type { Message } from '../../../scripts/locales.ts';
import { ROOT } from '../../../scripts/root.ts';

type Texts = Readonly<Record<string, Message>>;

const FOLDER = join(ROOT, 'assets/_locales');
const LOCALES = readdirSync(FOLDER);
const FILES = readdirSync(join(FOLDER, 'en'));
const PLURAL_FORM = /_(?:zero|one|two|few|many|other)$/u;

const textsOf = (locale: string, file: string): Texts =>
  JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')) as Texts;
const allTextsOf = (locale: string): Texts =>
  Object.fromEntries(readdirSync(join(FOLDER, locale)).flatMap((file) => Object.entries(textsOf(locale, file))));

const ENGLISH = allTextsOf('en');

/** "coverage" for "coverage_one"; null for a key that does not depend on a number. */
const pluralBase = (key: string): string | null =>
  PLURAL_FORM.test(key) && `${key.replace(PLURAL_FORM, '')}_other` in ENGLISH ? key.replace(PLURAL_FORM, '') : null;

/** The English text that a key translates: for a plural form that English lacks, the general form. */
const modelOf = (key: string): Message => ENGLISH[key] ?? ENGLISH[key.replace(PLURAL_FORM, '_other')];

/** What a text takes from the code, as "count=$1". */
const placeholders = (message: Message): string[] =>
  Object.entries(message.placeholders ?? {})
    .map(([name, { content }]) => `${name.toLowerCase()}=${content}`)
    .sort();

/** The names between dollar signs, once each. */
const namesUsed = (message: Message): string[] =>
  [...new Set([...message.message.matchAll(/\$(\w+)\$/gu)].map(([, name]) => name.toLowerCase()))].sort();

/** Words that judge a statement or who made it, which no verdict may hold. */
const JUDGING =
  /(?<!\p{L})(?:true|false|fake|misleading|verified|wahr|unwahr|falsch|irreführend|vraie?|fausse|faux|trompeur|verdader[oa]|fals[oa]|engañoso|правда|брехня|фейк)(?!\p{L})/iu;

describe.each(LOCALES)('the texts in %s', (locale) => {
  const texts = allTextsOf(locale);
  const language = texts.uiLanguage.message;
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it('names its own language', () => {
    expect(locale.replace('_', '-').startsWith(language)).toBe(true);
  });

  it('has the files that English has', () => {
    expect(readdirSync(join(FOLDER, locale)).sort()).toEqual([...FILES].sort());
  });

  it.each(FILES)('%s has the keys that English has, in every plural form of the language', (file) => {
    const expected = Object.keys(textsOf('en', file)).flatMap((key) => {
      const base = pluralBase(key);
      return base === null ? [key] : forms.map((form) => `${base}_${form}`);
    });
    expect(Object.keys(textsOf(locale, file)).sort()).toEqual([...new Set(expected)].sort());
  });

  it('takes in every text what the code gives for the English one', () => {
    for (const [key, message] of Object.entries(texts)) {
      expect(placeholders(message), key).toEqual(placeholders(modelOf(key)));
      expect(namesUsed(message), key).toEqual(namesUsed(modelOf(key)));
    }
  });

  it('has no text that is empty or padded', () => {
    for (const [key, { message }] of Object.entries(texts)) {
      expect(message, key).not.toBe('');
      expect(message, key).toBe(message.trim());
    }
  });

  // Chrome's manifest reference: a name of at most 75 characters, a description of at most 132.
  it('names and describes the extension within what stores take', () => {
    expect(texts.manifestName.message.length).toBeLessThanOrEqual(75);
    expect(texts.manifestDescription.message.length).toBeLessThanOrEqual(132);
  });

  it('never judges', () => {
    const verdicts = Object.entries(texts).filter(([key]) => /^(?:verdict|sentence)/u.test(key));
    expect(verdicts.length).toBeGreaterThan(20);
    for (const [key, { message }] of verdicts) expect(message, key).not.toMatch(JUDGING);
  });
});

describe('the keys that the extension uses', () => {
  const files = filesUnder(join(ROOT, 'src')).filter((file) => /\.(?:ts|html)$/u.test(file));
  const read = (ending: string): string =>
    files
      .filter((file) => file.endsWith(ending))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n');
  const source = read('.ts');
  const manifest = readFileSync(join(ROOT, 'manifest.json'), 'utf8');
  const found = (text: string, pattern: RegExp): Set<string> =>
    new Set([...text.matchAll(pattern)].map(([, key]) => key));

  const plurals = found(source, /\bplural\(\s*'(\w+)'/gu);
  const named = new Set([
    ...found(source, /\bt\(\s*'(\w+)'/gu),
    ...found(read('.html'), /data-i18n(?:-\w+)?="(\w+)"/gu),
    ...found(manifest, /__MSG_(\w+)__/gu),
  ]);
  /** Any literal counts: verdicts, kinds and choices find their keys in tables that the type checker holds to English. */
  const literals = found(source, /['"`](\w+)['"`]/gu);

  it('are found by this test', () => {
    expect(plurals.size).toBeGreaterThan(20);
    expect(named.size).toBeGreaterThan(200);
  });

  it('all stand in the English texts', () => {
    expect([...named].filter((key) => !(key in ENGLISH))).toEqual([]);
    const forms = [...plurals].flatMap((base) => [`${base}_one`, `${base}_other`]);
    expect(forms.filter((key) => !(key in ENGLISH))).toEqual([]);
  });

  it('are all the keys there are', () => {
    const unused = Object.keys(ENGLISH).filter((key) => {
      const base = pluralBase(key);
      return base === null ? !named.has(key) && !literals.has(key) : !plurals.has(base);
    });
    expect(unused).toEqual([]);
  });
});

it('a counted thing has its singular, or stands before its number', () => {
  const counted = /\$(?:count|sources|documents|files|turns|sites)\$ (?:other |more )?\p{Ll}+s\b/iu;
  const alone = Object.entries(ENGLISH).filter(
    ([key, { message }]) => counted.test(message) && pluralBase(key) === null,
  );
  expect(alone.map(([key]) => key)).toEqual([]);
});
