import type { Match } from '../core/matching/types.ts';
import { isSafeAddress } from './dom.ts';
import { formatDate } from './language.ts';
import { passageAddress } from './links.ts';

/** The forms in which a passage can be cited. */
export const CITATION_FORMS = ['plain', 'markdown', 'html', 'bibtex', 'ris', 'csl-json'] as const;
export type CitationForm = (typeof CITATION_FORMS)[number];

/** What a citation needs of a match, with nothing that may not be there. */
interface Cited {
  readonly words: string;
  readonly speaker: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly venue: string | null;
  readonly url: string | null;
  readonly id: string;
  readonly lang: string;
}

/** The source's own words with where they stand: never the article's wording. */
export function citation(match: Match, form: CitationForm): string {
  const { source } = match;
  const cited: Cited = {
    words: match.text.replace(/\s+/gu, ' ').trim(),
    speaker: match.speaker ?? source.speaker,
    title: source.title,
    date: source.date,
    venue: source.venue,
    url: source.url !== null && isSafeAddress(source.url) ? source.url : null,
    id: source.id,
    lang: source.lang,
  };
  switch (form) {
    case 'plain':
      return plain(cited);
    case 'markdown':
      return markdown(cited, passageAddress(match));
    case 'html':
      return html(cited);
    case 'bibtex':
      return bibtex(cited);
    case 'ris':
      return ris(cited);
    case 'csl-json':
      return cslJson(cited);
  }
}

/** "Speaker, Title (venue, date)" without the parts that are not known. */
function attribution(cited: Cited, title: string): string {
  const where = [cited.venue, cited.date === null ? null : formatDate(cited.date)]
    .filter((each) => each !== null)
    .join(', ');
  const who = cited.speaker === null ? '' : `${cited.speaker}, `;
  return `${who}${title}${where === '' ? '' : ` (${where})`}`;
}

const plain = (cited: Cited): string =>
  `“${cited.words}” ${attribution(cited, cited.title)}.${cited.url === null ? '' : ` ${cited.url}`}`;

export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>#|]/gu, '\\$&');

function markdown(cited: Cited, address: string | null): string {
  const title = escapeMarkdown(cited.title);
  const link =
    address === null
      ? title
      : `[${title}](${address.replace(/[()\s]/gu, (each) => encodeURIComponent(each).replace('(', '%28').replace(')', '%29'))})`;
  const { speaker, venue } = cited;
  const safe = {
    ...cited,
    speaker: speaker === null ? null : escapeMarkdown(speaker),
    venue: venue === null ? null : escapeMarkdown(venue),
  };
  return `> ${escapeMarkdown(cited.words)}\n>\n> — ${attribution(safe, link)}`;
}

const HTML_SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/gu, (sign) => HTML_SIGNS[sign]);

function html(cited: Cited): string {
  const cite = cited.url === null ? '' : ` cite="${escapeHtml(cited.url)}"`;
  const { speaker, venue } = cited;
  const safe = {
    ...cited,
    speaker: speaker === null ? null : escapeHtml(speaker),
    venue: venue === null ? null : escapeHtml(venue),
  };
  const title =
    cited.url === null ? escapeHtml(cited.title) : `<a href="${escapeHtml(cited.url)}">${escapeHtml(cited.title)}</a>`;
  return `<figure><blockquote${cite} lang="${escapeHtml(cited.lang)}"><p>${escapeHtml(cited.words)}</p></blockquote><figcaption>${attribution(safe, `<cite>${title}</cite>`)}</figcaption></figure>`;
}

const TEX_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const tex = (text: string): string => text.replace(/[\\{}$&#%_~^]/gu, (sign) => TEX_SIGNS[sign] ?? `\\${sign}`);

function bibtex(cited: Cited): string {
  const [year, month] = (cited.date ?? '').split('-');
  const fields: [string, string | null][] = [
    ['author', cited.speaker === null ? null : `{${tex(cited.speaker)}}`],
    ['title', tex(cited.title)],
    ['year', year === '' ? null : year],
    ['month', month ?? null],
    ['howpublished', cited.venue === null ? null : tex(cited.venue)],
    ['url', cited.url],
    ['note', `“${tex(cited.words)}”`],
  ];
  const lines = fields.filter(([, value]) => value !== null).map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${cited.id.replace(/[^\w:.-]+/gu, '-')},\n${lines.join(',\n')}\n}`;
}

function ris(cited: Cited): string {
  const line = (tag: string, value: string | null): string[] =>
    value === null ? [] : [`${tag}  - ${value.replace(/\s+/gu, ' ')}`];
  return [
    ...line('TY', 'GEN'),
    ...line('AU', cited.speaker),
    ...line('TI', cited.title),
    ...line('DA', cited.date === null ? null : cited.date.replace(/-/gu, '/')),
    ...line('PY', cited.date?.slice(0, 4) ?? null),
    ...line('CY', cited.venue),
    ...line('UR', cited.url),
    ...line('LA', cited.lang),
    ...line('N1', `“${cited.words}”`),
    'ER  - ',
  ].join('\r\n');
}

function cslJson(cited: Cited): string {
  const item = {
    id: cited.id,
    type: 'speech',
    title: cited.title,
    ...(cited.speaker === null ? {} : { author: [{ literal: cited.speaker }] }),
    ...(cited.date === null ? {} : { issued: { 'date-parts': [cited.date.split('-').map(Number)] } }),
    ...(cited.venue === null ? {} : { 'event-title': cited.venue }),
    ...(cited.url === null ? {} : { URL: cited.url }),
    language: cited.lang,
    note: `“${cited.words}”`,
  };
  return JSON.stringify([item], null, 2);
}
