import type { PackDocument } from '../../src/core/packs/document.ts';
import type { Recipe } from './types.ts';
import { oneLine, readXml } from './xml.ts';

/** Sections whose quotations are not what the person said. */
const DOUBTFUL = /^(?:misattributed|disputed|wrongly attributed|incorrectly attributed|attributed|unsourced)/iu;
const ABOUT =
  /^(?:quotes? about|quotations? about|about\b|see also|external links|references|notes|dialogue|cast|taglines)/iu;

/** People's pages of the English Wikiquote: sourced quotations, and those listed as misattributed or disputed. */
export const wikiquote: Recipe = {
  meta: {
    id: 'wikiquote',
    name: 'Wikiquote',
    version: '1',
    description:
      'Sourced quotations from the English Wikiquote, with those that it lists as misattributed or disputed.',
    licence: 'CC BY-SA 4.0',
    attribution: 'Contributors of Wikiquote',
    url: 'https://en.wikiquote.org',
  },
  origin: 'https://dumps.wikimedia.org/enwikiquote/latest/',
  fetch: [
    'curl -L -o FOLDER/enwikiquote.xml.bz2 https://dumps.wikimedia.org/enwikiquote/latest/enwikiquote-latest-pages-articles.xml.bz2',
    'bunzip2 FOLDER/enwikiquote.xml.bz2',
  ],
  note: 'Written by volunteers: a pointer to sources, not itself one.',
  async *read(files) {
    for (const file of files) {
      if (!file.path.endsWith('.xml')) continue;
      for await (const page of pages(file.lines())) yield* wikiquoteDocuments(page);
    }
  },
};

/** The `<page>` elements of a dump, one string each. */
async function* pages(lines: AsyncIterable<string>): AsyncIterable<string> {
  let page: string[] | null = null;
  for await (const line of lines) {
    if (line.includes('<page>')) page = [];
    page?.push(line);
    if (page !== null && line.includes('</page>')) {
      yield page.join('\n');
      page = null;
    }
  }
}

/** Documents of one `<page>`: each "* quotation" with the "** source" below it. Only pages that have a person's dates are read. */
export function wikiquoteDocuments(page: string): PackDocument[] {
  const fields = { title: '', ns: '', text: '' };
  let inside: keyof typeof fields | null = null;
  readXml(page, {
    open: (name) => {
      inside = name === 'title' || name === 'ns' || name === 'text' ? name : null;
    },
    text: (text) => {
      if (inside !== null) fields[inside] += text;
    },
    close: () => {
      inside = null;
    },
  });
  if (fields.ns !== '0' || !/\[\[Category:[^\]]*(?:births|deaths|people)/iu.test(fields.text)) return [];
  return quotations(fields.text).map(({ words, source, section }, index) => {
    const doubtful = DOUBTFUL.test(section);
    const year = /\b(1[0-9]{3}|20[0-9]{2})\b/u.exec(source || section)?.[1];
    const common = {
      id: `wikiquote-${fields.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}-${index + 1}`,
      url: `https://en.wikiquote.org/wiki/${encodeURIComponent(fields.title.replaceAll(' ', '_')).replaceAll("'", '%27')}`,
      licence: 'CC BY-SA 4.0 (Wikiquote)',
      lang: 'en',
      class: 'research' as const,
    };
    if (doubtful) {
      return {
        ...common,
        title: `Listed by Wikiquote under “${section}”`,
        statement: {
          renderings: [{ by: 'Wikiquote', text: words }],
          status: /disputed|unsourced|^attributed/iu.test(section)
            ? ('unverified' as const)
            : ('misattributed' as const),
          finding: source === '' ? `Wikiquote lists it under “${section}”.` : source,
          credited_to: [fields.title],
        },
      };
    }
    return {
      ...common,
      title: source === '' ? section || fields.title : source.slice(0, 200),
      speaker: fields.title,
      ...(year === undefined ? {} : { date: year }),
      text: words,
    };
  });
}

/** Top-level bullets with the first bullet below each and the heading above it. Quotations without a source are left out, unless doubtful. */
function quotations(wikitext: string): { words: string; source: string; section: string }[] {
  const found: { words: string; source: string; section: string }[] = [];
  let section = '';
  let about = false;
  for (const line of wikitext.split('\n')) {
    const heading = /^(={2,4})\s*(.+?)\s*\1\s*$/u.exec(line);
    const bullet = /^(\*+)\s*(.+)$/u.exec(line);
    if (heading !== null) {
      section = plain(heading[2]);
      if (heading[1].length === 2) about = ABOUT.test(section);
    } else if (bullet !== null && !about) {
      const words = plain(bullet[2]);
      const open = found.at(-1);
      if (bullet[1].length === 1 && words !== '') found.push({ words, source: '', section });
      else if (bullet[1].length === 2 && open !== undefined && open.source === '') open.source = words;
    }
  }
  return found.filter((quotation) => quotation.source !== '' || DOUBTFUL.test(quotation.section));
}

/** Wikitext without links, emphasis, templates, references and tags. */
function plain(wikitext: string): string {
  return oneLine(
    wikitext
      .replace(/<ref[^>]*\/>|<ref[^>]*>[\s\S]*?<\/ref>/giu, '')
      .replace(/<br\s*\/?>/giu, ' ')
      .replace(/<[^>]+>/gu, '')
      .replace(/\{\{[^{}]*\}\}/gu, '')
      .replace(/\[\[(?:[^|\]]*\|)?([^\]]*)\]\]/gu, '$1')
      .replace(/\[https?:\S+ ([^\]]*)\]/gu, '$1')
      .replace(/\[https?:\S+\]/gu, '')
      .replace(/'{2,}/gu, '')
      .replaceAll('&nbsp;', ' '),
  );
}
