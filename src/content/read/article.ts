/** Fewer units of paragraph text than this are a teaser, not an article. */
const SHORTEST_ARTICLE = 400;
/** The part of a page's paragraph text that an element must hold to be its article. */
const SHARE = 0.5;

const CANDIDATES = '[itemprop~="articleBody"], article, main, [role="main"], [role="article"]';

/**
 * The element that holds the article, or the body where none clearly does (a live blog of many `article`s, a page without
 * landmarks). The choice is by measure: the smallest landmark that holds at least half of the page's paragraph text.
 */
export function articleRoot(document: Document): Element {
  const body = bodyOf(document);
  const total = paragraphLength(body);
  let best: Element | null = null;
  let bestLength = Number.POSITIVE_INFINITY;
  for (const candidate of [...document.querySelectorAll(CANDIDATES)].slice(0, 60)) {
    const length = paragraphLength(candidate);
    if (length < SHORTEST_ARTICLE || length < total * SHARE || length > bestLength) continue;
    best = candidate;
    bestLength = length;
  }
  return best ?? body;
}

/** The element under which all of a document's text stands; an empty one for a document without any. */
export const bodyOf = (document: Document): Element =>
  document.querySelector('body') ?? document.documentElement ?? document.createElement('body');

/** UTF-16 units of text in paragraphs under an element; at most the first 2,000 paragraphs are measured. */
function paragraphLength(root: Element): number {
  const paragraphs = root.getElementsByTagName('p');
  const count = Math.min(paragraphs.length, 2000);
  let length = 0;
  for (let index = 0; index < count; index++) length += paragraphs[index].textContent?.length ?? 0;
  return length;
}
