import type { PackDocument } from '../../src/core/packs/document.ts';
import { inTitleCase, labelledTurns } from './labels.ts';
import type { Recipe } from './types.ts';

const SPEECH_FOLDERS = /^(?:.*\/)?(?:press-briefings|speeches-remarks|remarks)\/.+\.md$/u;
/** Noon of inauguration day changes what "THE PRESIDENT" means; transcripts of that day before noon are not in the collection. */
const PRESIDENTS = [
  { from: '2025-01-20', president: 'Donald Trump', vice: 'J. D. Vance' },
  { from: '2021-01-20', president: 'Joe Biden', vice: 'Kamala Harris' },
  { from: '2017-01-20', president: 'Donald Trump', vice: 'Mike Pence' },
];

/** Briefings, speeches and remarks published on whitehouse.gov since January 2021. */
export const whiteHouse: Recipe = {
  meta: {
    id: 'white-house',
    name: 'White House briefings and remarks',
    version: '1',
    description: 'Press briefings, speeches and remarks published on whitehouse.gov since January 2021.',
    licence: 'Public domain (works of the United States government); collection CC0 1.0',
    url: 'https://github.com/brian14708/wh-briefings',
  },
  origin: 'https://github.com/brian14708/wh-briefings',
  fetch: ['git clone --depth 1 https://github.com/brian14708/wh-briefings FOLDER'],
  note: 'About 3,800 transcripts, 13 million words.',
  async *read(files) {
    for (const file of files) {
      if (!SPEECH_FOLDERS.test(file.path)) continue;
      const document = whiteHouseDocument(file.path, await file.text());
      if (document !== null) yield document;
    }
  },
};

/** A Markdown file with front matter (title, date, source_url) as a document; null when it has no title, date or words. */
export function whiteHouseDocument(path: string, content: string): PackDocument | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/u.exec(content);
  if (match === null) return null;
  const fields = frontMatter(match[1]);
  const [title, date] = [fields.get('title'), fields.get('date')?.slice(0, 10)];
  if (title === undefined || date === undefined || !/^\d{4}-\d{2}-\d{2}$/u.test(date)) return null;
  const body = match[2].replace(/\\([[\]#*_])/gu, '$1').replace(/\*\*|^\s*#+\s*$/gmu, '');
  const turns = labelledTurns(body, (label) => person(label, title, date));
  const url = fields.get('source_url');
  if (turns.length === 0) return null;
  const speaker = turns.some((turn) => turn.speaker !== undefined) ? undefined : speakerOfTitle(title, date);
  return {
    id: path.replace(/\.md$/u, ''),
    title,
    ...(speaker === undefined ? {} : { speaker }),
    date,
    venue: 'The White House',
    ...(url !== undefined && /^https?:\/\/[^\s"'<>]+$/u.test(url) ? { url } : {}),
    licence: 'Public domain (work of the United States government)',
    lang: 'en',
    class: 'official transcript',
    turns,
  };
}

/** "key: value" lines of front matter; a value may go on in indented lines and may stand between quotation marks. */
function frontMatter(block: string): Map<string, string> {
  const fields = new Map<string, string>();
  let last = '';
  for (const line of block.split(/\r?\n/u)) {
    const match = /^(\w+):\s*(.*)$/u.exec(line);
    if (match !== null) fields.set((last = match[1]!), match[2]);
    else if (last !== '') fields.set(last, `${fields.get(last)} ${line.trim()}`);
  }
  for (const [key, value] of fields) {
    const marks = /^(['"])(.*)\1$/su.exec(value.trim());
    fields.set(key, marks === null ? value.trim() : marks[2].replaceAll("''", "'"));
  }
  return fields;
}

/** Who speaks in a text without labels, when its title is "Remarks by President …" or the like. */
function speakerOfTitle(title: string, date: string): string | undefined {
  const office = /^(?:remarks|statement|address)\b.{0,40}?\b(?:by|of) (?:the )?((?:vice )?president)\b/iu.exec(
    title,
  )?.[1];
  return office === undefined ? undefined : person(`THE ${office.toUpperCase()}`, title, date);
}

/** The person behind a label: by office and date, by the full name in the title, or else the label in ordinary letters. */
function person(label: string, title: string, date: string): string {
  const office = PRESIDENTS.find(({ from }) => date >= from);
  if (office !== undefined && /^(?:THE PRESIDENT|PRESIDENT (?:BIDEN|TRUMP))$/u.test(label)) return office.president;
  if (office !== undefined && /^(?:THE )?VICE PRESIDENT\b/u.test(label)) return office.vice;
  const surname = inTitleCase(label.split(' ').at(-1)!);
  const named = new RegExp(
    `\\p{Lu}[\\p{L}.’'-]+(?: \\p{Lu}\\.)? ${surname.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')}\\b`,
    'u',
  ).exec(title);
  return named?.[0] ?? inTitleCase(label);
}
