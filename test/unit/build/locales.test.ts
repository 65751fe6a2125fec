import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { filesUnder } from '../../../scripts/bundledPacks.ts';
import { readLocales } from '../../../scripts/locales.ts';
import { ROOT } from '../../../scripts/root.ts';

let folder = '';
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A locales folder with these files. */
function locales(files: Record<string, unknown>): string {
  folder = mkdtempSync(join(tmpdir(), 'locales-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
  return folder;
}
const message = (text: string): object => ({ message: text });
const counted = (text: string): object => ({ message: text, placeholders: { count: { content: '$1' } } });

describe('merging a locale', () => {
  it('joins its files, keys in order', () => {
    const read = readLocales(
      locales({
        'en/b.json': { two: message('2') },
        'en/a.json': { one: message('1') },
        'de/x.json': { two: message('zwei') },
      }),
    );
    expect([...read.keys()]).toEqual(['de', 'en']);
    expect(Object.keys(read.get('en')!)).toEqual(['one', 'two']);
    expect(read.get('de')).toEqual({ two: { message: 'zwei' } });
  });

  it('takes plural forms that English lacks, held against its general form', () => {
    const en = { 'en/a.json': { left_one: counted('$COUNT$ word'), left_other: counted('$COUNT$ words') } };
    const read = readLocales(locales({ ...en, 'uk/a.json': { left_few: counted('$COUNT$ слова') } }));
    expect(Object.keys(read.get('uk')!)).toEqual(['left_few']);
    rmSync(folder, { recursive: true });
    expect(() => readLocales(locales({ ...en, 'uk/a.json': { left_few: message('слова') } }))).toThrow(
      /uk: "left_few" has placeholders/u,
    );
  });

  it.each<[what: string, files: Record<string, unknown>, error: RegExp]>([
    [
      'a key in two files',
      { 'en/a.json': { one: message('1') }, 'en/b.json': { one: message('1') } },
      /b\.json: "one" stands in another file too/u,
    ],
    ['an empty text', { 'en/a.json': { one: message('') } }, /a\.json: "one"/u],
    ['a text that is no message', { 'en/a.json': { one: 'One' } }, /a\.json: "one"/u],
    ['a field browsers do not know', { 'en/a.json': { one: { message: '1', text: '1' } } }, /a\.json: "one"/u],
    [
      'a placeholder that is not declared',
      { 'en/a.json': { one: message('$COUNT$ left') } },
      /does not declare \$count\$/u,
    ],
    ['a placeholder that is not used', { 'en/a.json': { one: counted('left') } }, /does not use \$count\$/u],
    [
      'a key English does not have',
      { 'en/a.json': { one: message('1') }, 'fr/a.json': { deux: message('2') } },
      /fr: "deux" is not a key/u,
    ],
    [
      'other placeholders than English',
      { 'en/a.json': { one: counted('$COUNT$') }, 'fr/a.json': { one: message('un') } },
      /fr: "one" has placeholders/u,
    ],
    ['a key browsers do not take', { 'en/a.json': { 'one-two': message('1') } }, /"one-two" is not a key/u],
    ['no English', { 'fr/a.json': { one: message('1') } }, /has no "en"/u],
  ])('%s fails the build, naming it', (_what, files, error) => {
    expect(() => readLocales(locales(files))).toThrow(error);
  });
});

describe('the texts of the extension', () => {
  const english = readLocales(join(ROOT, 'assets/_locales')).get('en')!;

  it('every key that a page names stands in the English texts', () => {
    const pages = filesUnder(join(ROOT, 'src')).filter((file) => file.endsWith('.html'));
    for (const page of pages)
      for (const [, key] of readFileSync(page, 'utf8').matchAll(/data-i18n(?:-\w+)?="(\w+)"/gu))
        expect(english, page).toHaveProperty(key);
  });
});
