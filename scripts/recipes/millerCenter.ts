import type { PackDocument } from '../../src/core/packs/document.ts';
import { paragraphs } from './labels.ts';
import type { Recipe } from './types.ts';

/** Speeches of the presidents of the United States from 1789 to 2020, one text file each. */
export const millerCenter: Recipe = {
  meta: {
    id: 'presidential-speeches',
    name: 'Speeches of American presidents',
    version: '1',
    description:
      'About a thousand speeches from 1789 to 2020, collected by the Miller Center of the University of Virginia.',
    licence: 'Speeches in office are in the public domain; campaign speeches and debates may not be',
    attribution: 'Miller Center, University of Virginia; text files by Karl Fogel',
    url: 'https://github.com/kfogel/presidential-speeches',
  },
  origin: 'https://github.com/kfogel/presidential-speeches',
  fetch: [
    'git clone --depth 2 https://github.com/kfogel/presidential-speeches FOLDER',
    'git -C FOLDER checkout HEAD~1',
  ],
  note: 'The newest commit holds no texts, hence the step back to the one before.',
  async *read(files) {
    for (const file of files) {
      const document = speechDocument(file.path, await file.text());
      if (document !== null) yield document;
    }
  },
};

/** "data/1861-02-11-farewell-address.txt" beginning "President: Abraham Lincoln" as a document; null for any other file. */
export function speechDocument(path: string, content: string): PackDocument | null {
  const name = /(?<date>\d{4}-\d{2}-\d{2})-(?<slug>[^/]+)\.txt$/u.exec(path);
  const head = /^President: (?<speaker>[^\n]+)\n/u.exec(content);
  if (name === null || head === null) return null;
  const { date, slug } = name.groups as { date: string; slug: string };
  const words = slug.replaceAll('-', ' ');
  return {
    id: `${date}-${slug}`,
    title: words[0].toUpperCase() + words.slice(1),
    speaker: head.groups!['speaker'].trim(),
    date,
    lang: 'en',
    class: 'official transcript',
    text: paragraphs(content.slice(head[0].length)).join('\n'),
  };
}
