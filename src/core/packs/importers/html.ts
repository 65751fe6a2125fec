import { documentOf, type Origin } from './documents.ts';
import { parseMarkup } from './markup.ts';
import type { Item } from './types.ts';

const SILENT = new Set(
  'script style noscript template svg math head nav footer aside form button select textarea iframe object canvas dialog'.split(
    ' ',
  ),
);
/** What is never words, even on a page whose whole text stands in a form or beside a menu that was not closed. */
const NEVER_WORDS = new Set('script style noscript template svg math head'.split(' '));
const BLOCKS = new Set(
  'p div section article main li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table tr td th br hr header figure figcaption body address center'.split(
    ' ',
  ),
);
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));

interface Block {
  readonly text: string;
  /** Share of the text that is inside links. */
  readonly linked: number;
  readonly inArticle: boolean;
  readonly inMain: boolean;
}

/** The words of a web page that are its article, with title, date, address and language where the page names them. One document. */
export function htmlItems(text: string, origin: Origin, where: string): Item[] {
  let page = readPage(text, SILENT);
  let body = wordsOf(page.blocks);
  if (body.length === 0) {
    page = readPage(text, NEVER_WORDS);
    body = wordsOf(page.blocks);
  }
  const title = page.facts.get('og:title') ?? page.facts.get('h1') ?? page.facts.get('title');
  const document = documentOf(
    {
      title,
      date: page.facts.get('date'),
      url: page.facts.get('url'),
      lang: page.facts.get('lang'),
      text: body.filter((line) => line !== title).join('\n\n'),
    },
    origin,
  );
  return [document === null ? { kind: 'skipped', where, why: 'no words in it' } : { kind: 'document', document }];
}

/** The paragraphs of the article, of the main part, or of the page; those that are mostly links are menus. */
function wordsOf(blocks: readonly Block[]): string[] {
  const words = blocks.filter((block) => block.linked < 0.6);
  const parts = [words.filter((block) => block.inArticle), words.filter((block) => block.inMain)];
  const chosen = parts.find((part) => part.reduce((sum, block) => sum + block.text.length, 0) >= 200) ?? words;
  return chosen.map((block) => block.text);
}

function readPage(source: string, unread: ReadonlySet<string>): { blocks: Block[]; facts: Map<string, string> } {
  const blocks: Block[] = [];
  const facts = new Map<string, string>();
  const learn = (key: string, value: string | undefined) => {
    if (value !== undefined && value.trim() !== '' && !facts.has(key))
      facts.set(key, value.replace(/\s+/gu, ' ').trim());
  };
  const open: string[] = [];
  let silent = 0;
  let articles = 0;
  let mains = 0;
  let links = 0;
  let words = '';
  let linked = 0;
  let special: { kind: 'title' | 'h1' | 'json'; text: string } | null = null;

  const flush = () => {
    const text = words.replace(/\s+/gu, ' ').trim();
    if (text !== '')
      blocks.push({ text, linked: linked / Math.max(1, words.length), inArticle: articles > 0, inMain: mains > 0 });
    words = '';
    linked = 0;
  };
  parseMarkup(
    source,
    {
      onopentag(name, attributes) {
        learnFrom(name, attributes, learn);
        if (name === 'title' && open.includes('head')) special = { kind: 'title', text: '' };
        if (name === 'h1') special = { kind: 'h1', text: '' };
        if (name === 'script' && attributes.type === 'application/ld+json') special = { kind: 'json', text: '' };
        if (BLOCKS.has(name)) flush();
        if (VOID.has(name)) return;
        // A head that was never closed ends where the body begins.
        if (name === 'body') {
          open.length = 0;
          silent = 0;
        }
        open.push(name);
        if (unread.has(name)) silent++;
        if (name === 'article') articles++;
        if (name === 'main') mains++;
        if (name === 'a') links++;
      },
      ontext(data) {
        if (special) special.text += data;
        if (silent > 0) return;
        words += data;
        if (links > 0) linked += data.length;
      },
      onclosetag(name) {
        if (BLOCKS.has(name)) flush();
        if (special && (name === special.kind || (special.kind === 'json' && name === 'script'))) {
          if (special.kind === 'json') learn('date', /"datePublished"\s*:\s*"([^"]{4,40})"/u.exec(special.text)?.[1]);
          else learn(special.kind, special.text);
          special = null;
        }
        if (VOID.has(name)) return;
        const at = open.lastIndexOf(name);
        if (at < 0) return;
        open.splice(at, 1);
        if (unread.has(name)) silent--;
        if (name === 'article') articles--;
        if (name === 'main') mains--;
        if (name === 'a') links--;
      },
    },
    'html',
  );
  flush();
  return { blocks, facts };
}

function learnFrom(
  name: string,
  attributes: Record<string, string>,
  learn: (key: string, value: string | undefined) => void,
): void {
  if (name === 'html') learn('lang', attributes.lang);
  if (name === 'link' && attributes.rel === 'canonical') learn('url', attributes.href);
  if (name === 'time') learn('date', attributes.datetime);
  if (name !== 'meta') return;
  const key = (attributes.property ?? attributes.name ?? '').toLowerCase();
  if (key === 'og:title') learn('og:title', attributes.content);
  if (key === 'og:url') learn('url', attributes.content);
  if (/^(?:article:published_time|date|dc\.date|dcterms\.date|datepublished|pubdate)$/u.test(key))
    learn('date', attributes.content);
}
