import type { PackDocument } from '../../src/core/packs/document.ts';
import { paragraphs } from './labels.ts';
import type { Recipe } from './types.ts';

/** Statements of member states in the general debate of the United Nations since 1946. */
export const unGeneralDebate: Recipe = {
  meta: {
    id: 'un-general-debate',
    name: 'UN General Debate',
    version: '1',
    description: 'Statements of heads of state and government in the General Assembly, by session and country.',
    licence: 'CC0 1.0 (collection); texts of the United Nations',
    attribution: 'Jankin, Baturo, Dasandi: United Nations General Debate Corpus',
    url: 'https://doi.org/10.7910/DVN/0TJX8Y',
  },
  origin: 'https://doi.org/10.7910/DVN/0TJX8Y',
  fetch: ['Download UNGDC_1946-….tgz from https://doi.org/10.7910/DVN/0TJX8Y', 'tar -xzf UNGDC_1946-….tgz -C FOLDER'],
  note: 'The corpus names the country, not the person who spoke; older texts were read from scans.',
  async *read(files) {
    for (const file of files) {
      const document = debateDocument(file.path, await file.text());
      if (document !== null) yield document;
    }
  },
};

/** "Session 76 - 2021/KEN_76_2021.txt" as a document; null for any other file. */
export function debateDocument(path: string, content: string): PackDocument | null {
  const name = /(?<country>[A-Z]{2,3})_(?<session>\d{2})_(?<year>\d{4})\.txt$/u.exec(path);
  const text = paragraphs(content.replace(/^\uFEFF/u, '')).join('\n');
  if (name === null || text === '') return null;
  const { country, session, year } = name.groups as { country: string; session: string; year: string };
  return {
    id: `un-general-debate-${session}-${country.toLowerCase()}`,
    title: `General debate of the United Nations, session ${Number(session)}: ${country}`,
    date: year,
    venue: 'United Nations General Assembly, New York',
    lang: 'en',
    class: 'official transcript',
    ...(Number(year) < 1970 ? { uncertain: 'ocr' as const } : {}),
    text,
  };
}
