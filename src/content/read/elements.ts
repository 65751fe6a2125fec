import type { BlockRole, InlineSpan } from '../../core/quotations/types.ts';

/** Elements that never hold words of the article: code, controls, media, and what the page keeps for itself. */
export const SKIPPED = new Set(
  (
    'script style noscript template svg math canvas video audio iframe object embed map area ' +
    'input textarea select option button datalist output progress meter dialog menu head ' +
    'nav rt rp'
  ).split(' '),
);

/** Skipped only where the reader asked for the article: page furniture that may hold other people's words. */
export const FURNITURE = new Set(['footer', 'form']);

/** Elements that stand in a line of text. Every other element starts and ends a block. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rb ruby s samp ' +
    'slot small span strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** True when the element's text runs on in the line it stands in. Elements of unknown name (custom ones) ask their style, where there is one. */
export function isInline(element: Element, name: string): boolean {
  if (INLINE.has(name)) return true;
  if (!name.includes('-') || typeof getComputedStyle !== 'function') return false;
  return /^(inline|contents)$/u.test(getComputedStyle(element).display);
}

export const SPAN_TAGS: ReadonlyMap<string, InlineSpan['tag']> = new Map([
  ['q', 'q'],
  ['cite', 'cite'],
  ['em', 'em'],
  ['i', 'em'],
  ['strong', 'strong'],
  ['b', 'strong'],
  ['code', 'code'],
  ['kbd', 'code'],
  ['samp', 'code'],
  ['a', 'a'],
]);

const ROLES: ReadonlyMap<string, BlockRole> = new Map([
  ['h1', 'heading'],
  ['h2', 'heading'],
  ['h3', 'heading'],
  ['h4', 'heading'],
  ['h5', 'heading'],
  ['h6', 'heading'],
  ['li', 'item'],
  ['dd', 'item'],
  ['dt', 'item'],
  ['blockquote', 'blockquote'],
  ['figcaption', 'caption'],
  ['caption', 'caption'],
  ['td', 'cell'],
  ['th', 'cell'],
  ['pre', 'code'],
  ['address', 'byline'],
]);

const PULLQUOTE = /(?:^|[\s_-])pull-?_?quote/iu;
const BYLINE = /(?:^|[\s_-])(?:by-?line|author(?:s|-name)?)(?:$|[\s_-])/iu;
const COMMENTS =
  /(?:^|[\s_-])(?:comments?(?:-?(?:list|area|section|thread|body|content))?|disqus_thread|responses)(?:$|[\s_-])/iu;
const RELATED =
  /(?:^|[\s_-])(?:related(?:-?(?:posts|articles|stories|links|content))?|recommended|recommendations|recirc\w*|read-?more|more-?(?:stories|news)|newsletter(?:-?(?:signup|form|promo))?|promo|sidebar|advert\w*|ad-?(?:slot|unit|container)|cookie-?\w*|consent|share(?:-?(?:bar|tools|buttons))?|social(?:-?(?:share|links|media))?|breadcrumbs?|taboola\w*|outbrain\w*|trending|most-?(?:read|popular))(?:$|[\s_-])/iu;

/** The element's class and id as one string of bounded length; markup can hold megabytes there. */
function names(element: Element): string {
  const list = element.getAttribute('class');
  const id = element.getAttribute('id');
  return `${list === null ? '' : list.slice(0, 400)} ${id === null ? '' : id.slice(0, 100)}`;
}

/** The role an element gives to the blocks in it, or null when it has no say. */
export function roleOf(element: Element, name: string): BlockRole | null {
  const known = ROLES.get(name);
  if (known !== undefined && known !== 'blockquote') return known;
  const named = names(element);
  if (PULLQUOTE.test(named)) return 'pullquote';
  if (known !== undefined) return known;
  if (COMMENTS.test(named)) return 'comment';
  if (BYLINE.test(named) || element.getAttribute('rel') === 'author') return 'byline';
  if (element.getAttribute('role') === 'heading') return 'heading';
  return null;
}

/** True for comments, related links, share bars and the like: not the article's own words. */
export function isFurniture(element: Element, name: string): boolean {
  if (FURNITURE.has(name)) return true;
  const role = element.getAttribute('role');
  if (role === 'complementary' || role === 'contentinfo') return true;
  const named = names(element);
  if (name === 'aside') return !PULLQUOTE.test(named) && !/quote/iu.test(named);
  return COMMENTS.test(named) || RELATED.test(named);
}

/** True for what no reader can see, for what is being written rather than read, and for what only navigates. */
export function isUnread(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable !== 'false') return true;
  const role = element.getAttribute('role');
  return role === 'navigation' || role === 'textbox' || role === 'search' || role === 'menu' || role === 'banner';
}
