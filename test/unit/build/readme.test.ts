import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { curatedDocuments } from '../../../scripts/corpus/statements.ts';
import { ROOT } from '../../../scripts/root.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'manifest.json'), 'utf8')) as {
  commands: Record<string, { suggested_key?: { default: string } }>;
};

describe('the README', () => {
  it('names shortcuts that the extension has', () => {
    const combinations = [...readme.matchAll(/<kbd>[^<]+<\/kbd>(?:\+<kbd>[^<]+<\/kbd>)+/gu)].map(([keys]) =>
      [...keys.matchAll(/<kbd>([^<]+)<\/kbd>/gu)]
        .map(([, key]) => (key === '.' ? 'Period' : key === ',' ? 'Comma' : key))
        .join('+'),
    );
    const suggested = Object.values(manifest.commands).flatMap(({ suggested_key }) => suggested_key?.default ?? []);
    expect([...new Set(combinations)].sort()).toEqual([...suggested].sort());
  });

  it('counts the documented statements and misquotations that are bundled', async () => {
    const count = (row: string): number =>
      Number(
        readme
          .split('\n')
          .find((line) => line.includes(row))
          ?.split('|')[3]
          ?.trim(),
      );
    const documents = await curatedDocuments();
    expect(count('| Documented statements') + count('| – documented misquotations')).toBe(documents.length);
  });

  it('shows pictures that are there', () => {
    const pictures = [...readme.matchAll(/!\[[^\]]+\]\(([^)]+)\)/gu)].map(([, file]) => file);
    expect(pictures.length).toBeGreaterThan(5);
    for (const picture of pictures) expect(readFileSync(join(ROOT, picture)).subarray(1, 4).toString()).toBe('PNG');
  });
});
