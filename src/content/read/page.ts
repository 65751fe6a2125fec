/** What a page says of itself. All of it is the page's claim and shown as such. */
export interface PageFacts {
  readonly title: string;
  /** BCP 47 tag of the document. */
  readonly lang: string | null;
  /** ISO day the page was published. */
  readonly date: string | null;
  readonly byline: string | null;
}

const DATE_META = [
  'meta[property="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="pubdate"]',
  'meta[name="publish-date"]',
  'meta[name="date"]',
  'meta[name="dc.date" i]',
  'meta[name="dc.date.issued" i]',
  'meta[itemprop="datePublished"]',
];
const BYLINE_META = [
  'meta[name="author"]',
  'meta[property="article:author"]',
  'meta[name="parsely-author"]',
  'meta[name="byl"]',
];

/** JSON-LD of more characters than this is not read: an article's own takes a few kilobytes. */
const LONGEST_JSON = 200_000;

/** The day in a date as pages write it ("2022-02-08T10:00:00Z", "2022-02-08"), or null. */
export function isoDay(written: string | null | undefined): string | null {
  const found = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)/u.exec(written ?? '');
  if (found === null) return null;
  const [, year, month, day] = found;
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
    ? `${year}-${month}-${day}`
    : null;
}

/** Reads language, date, author and title. `document` may be a page's, or one made from a file. */
export function pageFacts(document: Document): PageFacts {
  const linked = linkedData(document);
  const lang = document.documentElement?.getAttribute('lang')?.trim().slice(0, 35) ?? '';
  return {
    title: (document.querySelector('title')?.textContent ?? '').trim().slice(0, 500),
    lang: lang === '' ? null : lang,
    date: metaDate(document) ?? linked.date ?? timeElement(document),
    byline: name(metaContent(document, BYLINE_META)) ?? linked.author,
  };
}

function metaContent(document: Document, selectors: readonly string[]): string | null {
  for (const selector of selectors) {
    const content = document.querySelector(selector)?.getAttribute('content')?.trim();
    if (content !== undefined && content !== '') return content.slice(0, 300);
  }
  return null;
}

function metaDate(document: Document): string | null {
  for (const selector of DATE_META) {
    const day = isoDay(metaContent(document, [selector]));
    if (day !== null) return day;
  }
  return null;
}

/** An author as a name, not as the address some pages put there. */
function name(written: string | null): string | null {
  if (written === null || /^https?:/u.test(written)) return null;
  return written.replace(/^by\s+/iu, '').slice(0, 200);
}

function timeElement(document: Document): string | null {
  const element = document.querySelector(
    'article time[datetime], time[pubdate], time[itemprop="datePublished"], time[datetime]',
  );
  return isoDay(element?.getAttribute('datetime'));
}

function linkedData(document: Document): { date: string | null; author: string | null } {
  let date: string | null = null;
  let author: string | null = null;
  for (const script of [...document.querySelectorAll('script[type="application/ld+json"]')].slice(0, 10)) {
    const json = script.textContent ?? '';
    if (json.length > LONGEST_JSON) continue;
    for (const item of articlesIn(json)) {
      date ??= typeof item['datePublished'] === 'string' ? isoDay(item['datePublished']) : null;
      author ??= authorOf(item['author']);
    }
  }
  return { date, author };
}

/** The objects of a JSON-LD text that carry a publication date, at most three levels down. */
function articlesIn(json: string): Record<string, unknown>[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return [];
  }
  const found: Record<string, unknown>[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 3 || found.length > 20) return;
    if (Array.isArray(value)) {
      for (const each of value.slice(0, 50)) visit(each, depth + 1);
      return;
    }
    const object = value as Record<string, unknown>;
    if ('datePublished' in object) found.push(object);
    visit(object['@graph'], depth + 1);
    visit(object['mainEntity'], depth + 1);
  };
  visit(parsed, 0);
  return found;
}

function authorOf(value: unknown): string | null {
  if (typeof value === 'string') return name(value);
  if (Array.isArray(value)) return authorOf(value[0]);
  if (typeof value !== 'object' || value === null) return null;
  const written = (value as Record<string, unknown>)['name'];
  return typeof written === 'string' ? name(written) : null;
}
