import type { PackDocument, Turn } from '../../src/core/packs/document.ts';
import type { Recipe } from './types.ts';
import { oneLine, readXml } from './xml.ts';

/** The English pages of kremlin.ru, as a mirror keeps them. */
export const kremlin: Recipe = {
  meta: {
    id: 'kremlin',
    name: 'Kremlin transcripts in English',
    version: '1',
    description: 'Speeches, meetings and news conferences as published in English on kremlin.ru.',
    licence: 'CC BY 4.0',
    attribution: 'kremlin.ru',
    url: 'http://en.kremlin.ru',
  },
  origin: 'https://github.com/iandennismiller/valdai-transcripts',
  fetch: ['git clone --depth 1 https://github.com/iandennismiller/valdai-transcripts FOLDER'],
  note: 'The mirror ends in August 2020.',
  async *read(files) {
    for (const file of files) {
      const number = /events\/president\/(?:news|transcripts)\/(?:\w+\/)*(\d+)(?:\.html|\/index\.html)?$/u.exec(
        file.path,
      )?.[1];
      if (number === undefined) continue;
      const document = kremlinDocument(number, await file.text());
      if (document !== null) yield document;
    }
  },
};

/** A page as a document: heading, day, place, and paragraphs that begin with a name in bold as turns. Null without words. */
export function kremlinDocument(number: string, page: string): PackDocument | null {
  const read = { title: '', place: '', date: '', turns: [] as { speaker?: string; text: string }[] };
  let inside: 'title' | 'place' | null = null;
  let paragraph: { bold: string; text: string } | null = null;
  let depthOfBold = 0;
  readXml(
    page,
    {
      open: (name, attributes) => {
        const classes = attributes['class'] ?? '';
        if (name === 'h1') inside = 'title';
        else if (classes.includes('read__place')) inside = 'place';
        else if (name === 'time' && read.date === '') read.date = (attributes['datetime'] ?? '').slice(0, 10);
        else if (name === 'p') paragraph = { bold: '', text: '' };
        else if (name === 'b' || name === 'strong') depthOfBold += 1;
      },
      text: (text) => {
        if (inside !== null) read[inside] += text;
        else if (paragraph !== null && depthOfBold > 0 && paragraph.text.trim() === '') paragraph.bold += text;
        else if (paragraph !== null) paragraph.text += text;
      },
      close: (name) => {
        if (name === 'b' || name === 'strong') depthOfBold = Math.max(0, depthOfBold - 1);
        else if (name === 'h1' || name === 'div') inside = null;
        else if (name === 'p' && paragraph !== null) {
          addParagraph(read.turns, paragraph);
          paragraph = null;
        }
      },
    },
    true,
  );
  const turns: Turn[] = read.turns.filter((turn) => turn.text !== '');
  if (turns.length === 0 || oneLine(read.title) === '') return null;
  return {
    id: `kremlin-${number}`,
    title: oneLine(read.title),
    ...(/^\d{4}-\d{2}-\d{2}$/u.test(read.date) ? { date: read.date } : {}),
    ...(oneLine(read.place) === '' ? {} : { venue: oneLine(read.place) }),
    url: `http://en.kremlin.ru/events/president/news/${number}`,
    licence: 'CC BY 4.0 (kremlin.ru)',
    lang: 'en',
    class: 'official translation',
    turns,
  };
}

/** A name in bold that ends in a colon begins a turn; any other paragraph goes on with the turn before. */
function addParagraph(
  turns: { speaker?: string; text: string }[],
  { bold, text }: { bold: string; text: string },
): void {
  const speaker = /^(?:President of Russia )?(\p{Lu}[^:]{2,80}?)\s*:$/u.exec(oneLine(bold))?.[1];
  if (speaker !== undefined) {
    turns.push({ speaker, text: oneLine(text) });
    return;
  }
  const words = oneLine(`${bold} ${text}`);
  const open = turns.at(-1);
  if (words === '') return;
  if (open === undefined) turns.push({ text: words });
  else open.text = open.text === '' ? words : `${open.text}\n${words}`;
}
