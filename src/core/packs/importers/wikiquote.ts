import type { PackDocument } from '../document.ts';
import { cleanText, slug, type Origin } from './documents.ts';
import { localName, parseMarkup } from './markup.ts';
import { isoDate } from './documents.ts';
import type { Item } from './types.ts';

const DOUBTFUL = /^(?:disputed|unsourced)/iu;
const WRONG = /^(?:misattributed|misattributions|wrongly attributed)/iu;
const LEFT_OUT =
  /^(?:quotes about|quotations about|about|see also|external links|references|notes|cast|sources|further reading)/iu;

/**
 * A MediaWiki export of Wikiquote: a document for each quotation of each page of the main namespace, under the page's title as its speaker.
 * Quotations under "Misattributed" and "Disputed" become statements of that status. The texts are CC BY-SA.
 */
export function wikiquoteItems(xml: string, origin: Origin): Item[] {
  const items: Item[] = [];
  let site = 'https://en.wikiquote.org/wiki/';
  let page: Record<string, string> | null = null;
  let field = '';
  parseMarkup(
    xml,
    {
      onopentag(qualified) {
        field = localName(qualified);
        if (field === 'page') page = {};
      },
      ontext(data) {
        if (field === 'base') site = /^https:\/\/[a-z-]{2,12}\.wikiquote\.org\/wiki\//u.exec(data)?.[0] ?? site;
        if (page && (field === 'title' || field === 'ns' || field === 'text')) page[field] = (page[field] ?? '') + data;
      },
      onclosetag(qualified) {
        const name = localName(qualified);
        field = '';
        if (name !== 'page' || !page) return;
        const { title = '', ns = '0', text = '' } = page;
        page = null;
        if (ns.trim() !== '0') return;
        const documents = pageDocuments(title.trim(), text, site, origin);
        if (documents.length === 0) items.push({ kind: 'skipped', where: title, why: 'no quotations in it' });
        for (const document of documents) items.push({ kind: 'document', document });
      },
    },
    'xml',
  );
  return items;
}

interface Quote {
  readonly text: string;
  readonly section: string;
  readonly sources: string[];
}

function pageDocuments(title: string, wikitext: string, site: string, origin: Origin): PackDocument[] {
  const url = `${site}${encodeURIComponent(title.replaceAll(' ', '_')).replaceAll("'", '%27')}`;
  return quotesOf(wikitext).map((quote, i): PackDocument => {
    const source = quote.sources[0] ?? quote.section;
    const common = {
      id: `wikiquote-${slug(title)}-${i + 1}`,
      title: source === '' ? `Quotation of ${title}` : source.slice(0, 300),
      url,
      licence: origin.defaults.licence ?? 'CC BY-SA 4.0 (Wikiquote)',
      lang: /^https:\/\/([a-z]{2,3})\./u.exec(site)?.[1] ?? 'en',
      class: 'research' as const,
    };
    const status = WRONG.test(quote.section) ? 'misattributed' : DOUBTFUL.test(quote.section) ? 'unverified' : null;
    if (status !== null) {
      return {
        ...common,
        statement: {
          renderings: [{ by: 'Wikiquote', text: quote.text }],
          status,
          credited_to: [title],
          ...(quote.sources.length === 0 ? {} : { finding: quote.sources.join(' ').slice(0, 600) }),
        },
      };
    }
    const year = /\b(\d{4})\b/u.exec(source)?.[1];
    const date = isoDate(/\b(?:\d{1,2} \p{L}{3,9}|\p{L}{3,9} \d{1,2},?) \d{4}\b/u.exec(source)?.[0]) ?? isoDate(year);
    return { ...common, speaker: title, ...(date === null ? {} : { date }), text: quote.text };
  });
}

function quotesOf(wikitext: string): Quote[] {
  const quotes: Quote[] = [];
  let section = '';
  let skip = 0;
  for (const line of withoutTemplates(wikitext).split('\n')) {
    const heading = /^(={2,5})\s*(.+?)\s*\1\s*$/u.exec(line);
    if (heading) {
      const level = heading[1].length;
      if (skip > 0 && level > skip) continue;
      section = plain(heading[2]);
      skip = LEFT_OUT.test(section) ? level : 0;
      continue;
    }
    if (skip > 0) continue;
    const bullet = /^(\*{1,2})([^*:].*)$/u.exec(line);
    if (!bullet) continue;
    const text = plain(bullet[2]);
    if (text === '') continue;
    if (bullet[1].length === 1) quotes.push({ text, section, sources: [] });
    else quotes.at(-1)?.sources.push(text);
  }
  return quotes.filter((quote) => /\p{L}.*\s.*\p{L}/u.test(quote.text));
}

/** Text outside {{ }}, comments, references and tables, in one pass whatever the nesting. */
function withoutTemplates(text: string): string {
  let out = '';
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '{' && (text[i + 1] === '{' || text[i + 1] === '|')) {
      depth++;
      i++;
    } else if (depth > 0 && text[i + 1] === '}' && (text[i] === '}' || text[i] === '|')) {
      depth--;
      i++;
    } else if (depth === 0) out += text[i];
  }
  return withoutComments(out).replace(/<ref[^<>]*\/>|<ref[^<>]*>[^<]{0,2000}<\/ref>/gu, '');
}

function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', at)) {
    out += text.slice(at, open);
    const close = text.indexOf('-->', open);
    if (close < 0) return out;
    at = close + 3;
  }
  return out + text.slice(at);
}

function plain(text: string): string {
  const linked = text
    .replace(/\[\[(?:File|Image|Category):[^[\]]*\]\]/giu, '')
    .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/gu, '$1')
    .replace(/\[https?:\/\/[^\s\]]+\s*([^\]]*)\]/gu, '$1')
    .replace(/<br\s*\/?>/giu, ' ')
    .replace(/<[^<>]{0,200}>/gu, '')
    .replace(/'{2,5}/gu, '')
    .replace(/&nbsp;/gu, ' ')
    .replace(/&quot;/gu, '"')
    .replace(/&amp;/gu, '&');
  return cleanText(linked).replace(/\s+/gu, ' ');
}
