import type { PackDocument } from '../../src/core/packs/document.ts';
import type { Recipe } from './types.ts';
import { oneLine, readXml } from './xml.ts';

/** Parliamentary debates of 29 European countries and regions in TEI; download the countries you want. */
export const parlaMint: Recipe = {
  meta: {
    id: 'parlamint',
    name: 'ParlaMint: European parliaments',
    version: '1',
    description: 'Parliamentary debates, mostly from 2015 to 2022, by sitting and speaker.',
    licence: 'CC BY 4.0',
    attribution: 'ParlaMint, CLARIN ERIC',
    url: 'https://www.clarin.eu/parlamint',
  },
  origin: 'https://www.clarin.si/repository/xmlui/handle/11356/1912',
  fetch: [
    'Download ParlaMint-XX.tgz (XX: GB, DE, FR …) from https://www.clarin.si/repository/xmlui/handle/11356/1912',
    'tar -xzf ParlaMint-XX.tgz -C FOLDER',
  ],
  note: 'The packages ".ana" hold the same speeches with grammar and are skipped.',
  async *read(files) {
    const people = new Map<string, string>();
    for (const file of files) {
      if (/listPerson\.xml$/u.test(file.path))
        for (const [id, name] of personNames(await file.text())) people.set(id, name);
    }
    for (const file of files) {
      if (!/ParlaMint-[\w-]+_[^/]+\.xml$/u.test(file.path) || /\.ana\.xml$/u.test(file.path)) continue;
      const document = sittingDocument(file.path, await file.text(), people);
      if (document !== null) yield document;
    }
  },
};

/** Names by person id, given names first, from a "listPerson" file. */
export function personNames(xml: string): Map<string, string> {
  const names = new Map<string, string>();
  let [id, forename, surname, words] = ['', '', '', ''];
  readXml(xml, {
    open: (name, attributes) => {
      words = '';
      if (name === 'person') [id, forename, surname] = [attributes['xml:id'] ?? '', '', ''];
    },
    text: (text) => {
      words += text;
    },
    close: (name) => {
      if (name === 'forename') forename += ` ${words}`;
      else if (name === 'surname') surname += ` ${words}`;
      else if (name === 'person' && id !== '') names.set(id, oneLine(`${forename} ${surname}`) || id);
      words = '';
    },
  });
  return names;
}

/** A sitting as a document: one turn an utterance. Null without words. */
export function sittingDocument(path: string, xml: string, people: ReadonlyMap<string, string>): PackDocument | null {
  const turns: { speaker?: string; text: string }[] = [];
  let [lang, date, title, words] = ['', '', '', ''];
  let inSegment = false;
  let inNote = 0;
  let inTitle = false;
  readXml(xml, {
    open: (name, attributes) => {
      if (name === 'TEI') lang = attributes['xml:lang'] ?? '';
      else if (name === 'title' && title === '' && attributes['type'] === 'main') inTitle = true;
      else if (name === 'date' && date === '') date = attributes['when'] ?? '';
      else if (name === 'u') {
        const id = (attributes['who'] ?? '').replace(/^#/u, '');
        turns.push({ ...(id === '' ? {} : { speaker: people.get(id) ?? id }), text: '' });
      } else if (name === 'seg') [inSegment, words] = [true, ''];
      else if (name === 'note') inNote += 1;
    },
    text: (text) => {
      if (inTitle) title += text;
      else if (inSegment && inNote === 0) words += text;
    },
    close: (name) => {
      const open = turns.at(-1);
      if (name === 'title') inTitle = false;
      else if (name === 'note') inNote = Math.max(0, inNote - 1);
      else if (name === 'seg') {
        if (open !== undefined && oneLine(words) !== '')
          open.text += open.text === '' ? oneLine(words) : `\n${oneLine(words)}`;
        inSegment = false;
      }
    },
  });
  const spoken = turns.filter((turn) => turn.text !== '');
  if (spoken.length === 0) return null;
  const id = path
    .split('/')
    .at(-1)!
    .replace(/\.xml$/u, '');
  return {
    id,
    title: oneLine(title.replace(/\[[^\]]*\]\s*$/u, '')) || id,
    ...(/^\d{4}-\d{2}-\d{2}$/u.test(date) ? { date } : {}),
    licence: 'CC BY 4.0 (ParlaMint)',
    lang: lang || 'en',
    class: 'official transcript',
    turns: spoken,
  };
}
