import type { PackDocument } from '../../src/core/packs/document.ts';
import type { Recipe } from './types.ts';
import { oneLine, readXml } from './xml.ts';

/** Debates of the British House of Commons in the XML of TheyWorkForYou. */
export const hansard: Recipe = {
  meta: {
    id: 'hansard',
    name: 'Hansard: House of Commons debates',
    version: '1',
    description: 'Debates of the British House of Commons by subject and speaker.',
    licence: 'Open Parliament Licence v3.0',
    attribution: 'Contains Parliamentary information licensed under the Open Parliament Licence; XML by mySociety',
    url: 'https://parser.theyworkforyou.com/hansard.html',
  },
  origin: 'https://parser.theyworkforyou.com/hansard.html',
  fetch: ['rsync -az --relative data.theyworkforyou.com::parldata/scrapedxml/debates/ FOLDER'],
  note: 'For one year only: rsync -az --relative "data.theyworkforyou.com::parldata/scrapedxml/debates/debates2022-*" FOLDER',
  async *read(files) {
    for (const file of files) {
      const date = /debates(\d{4}-\d{2}-\d{2})\w*\.xml$/u.exec(file.path)?.[1];
      if (date !== undefined) yield* hansardDocuments(date, await file.text());
    }
  },
};

/** One document a debate: a heading and the speeches under it. */
export function hansardDocuments(date: string, xml: string): PackDocument[] {
  const documents: PackDocument[] = [];
  let [major, heading, words] = ['', '', ''];
  let speech: { speaker?: string; text: string } | null = null;
  let turns: { speaker?: string; text: string }[] = [];
  let url: string | undefined;
  const finish = (): void => {
    if (turns.length > 0) {
      documents.push({
        id: `hansard-${date}-${documents.length + 1}`,
        title: heading || 'House of Commons debate',
        date,
        venue: 'House of Commons, London',
        ...(url === undefined ? {} : { url }),
        licence: 'Open Parliament Licence v3.0',
        lang: 'en',
        class: 'official transcript',
        turns,
      });
    }
    turns = [];
    url = undefined;
  };
  readXml(xml, {
    open: (name, attributes) => {
      words = name.endsWith('-heading') || name === 'p' ? '' : words;
      if (name.endsWith('-heading')) finish();
      else if (name === 'speech') {
        const speaker = attributes['speakername'];
        speech = { ...(speaker !== undefined && speaker !== '' ? { speaker } : {}), text: '' };
        const link = attributes['url'];
        if (url === undefined && link !== undefined && /^https?:\/\/[^\s"'<>]+$/u.test(link)) url = link;
      }
    },
    text: (text) => {
      words += text;
    },
    close: (name) => {
      const line = oneLine(words);
      if (name === 'major-heading') [major, heading] = [line, line];
      else if (name === 'minor-heading') heading = major === '' || major === line ? line : `${major}: ${line}`;
      else if (name === 'p' && speech !== null && line !== '') speech.text += speech.text === '' ? line : `\n${line}`;
      else if (name === 'speech' && speech !== null) {
        if (speech.text !== '') turns.push(speech);
        speech = null;
      }
      if (name === 'p' || name.endsWith('-heading')) words = '';
    },
  });
  finish();
  return documents;
}
